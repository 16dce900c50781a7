import { isAnswering } from '../database/index.ts';
import { anyone, type Route, route, type Visit } from '../web/index.ts';

export const healthRoutes: Route[] = [route('GET', '/sante', anyone, showHealth)];

async function showHealth({ app, http }: Visit): Promise<Response> {
  const answering = await isAnswering(app.db);
  return answering
    ? http.json({ status: 'ok', database: 'ok', questions: app.content.questions.length })
    : http.json({ status: 'unavailable', database: 'away' }, 503);
}
