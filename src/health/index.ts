import { isAnswering, readinessOf } from '../database/index.ts';
import { anyone, type Route, route, type Visit } from '../web/index.ts';

/** `/sante` for people and simple probes; « vivant » restarts a process that hangs, « pret » gives it visitors. */
export const healthRoutes: Route[] = [
  route('GET', '/sante', anyone, showHealth),
  route('GET', '/sante/vivant', anyone, ({ http }) => http.json({ status: 'ok' })),
  route('GET', '/sante/pret', anyone, showReadiness),
];

async function showHealth({ app, http }: Visit): Promise<Response> {
  return (await isAnswering(app.db))
    ? http.json({ status: 'ok', database: 'ok', questions: app.content.questions.length })
    : http.json({ status: 'unavailable', database: 'away' }, 503);
}

async function showReadiness({ app, http }: Visit): Promise<Response> {
  if (app.isLeaving?.()) return http.json({ status: 'leaving' }, 503);
  const readiness = await readinessOf(app.db);
  if (readiness === 'away') return http.json({ status: 'unavailable', database: 'away' }, 503);
  if (readiness === 'behind') return http.json({ status: 'unavailable', schema: 'behind' }, 503);
  return http.json({ status: 'ok' });
}
