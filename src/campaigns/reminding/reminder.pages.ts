import { type Route, refuse, route, staff, type Viewer, type Visit } from '../../web/index.ts';
import { remind } from './reminder.store.ts';

export const reminderRoutes: Route[] = [route('POST', '/groupes/:id/rappel', staff, sendReminder)];

async function sendReminder({ app, viewer, http }: Visit<Viewer>): Promise<Response> {
  const id = http.req.param('id') ?? '';
  const outcome = await remind(app.db, viewer, id, app.now());
  if (outcome === 'absent') return refuse({ app, viewer, http }, 'absent');
  return http.redirect(`/groupes/${id}${outcome === 'made' ? '?rappel=oui' : ''}`, 303);
}
