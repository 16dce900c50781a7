import { page, type Route, refuse, route, type Visit, whoHoldsTheLink } from '../../web/index.ts';
import { findStopLink, stopReminders } from './stop.store.ts';

export const stopRoutes: Route[] = [
  route('GET', '/mes-groupes/desinscription/:token', whoHoldsTheLink, ask),
  route('POST', '/mes-groupes/desinscription/:token', whoHoldsTheLink, stop),
];

/** The address is a key: no page it leads to is told of it. */
const NO_TRACE = { 'Referrer-Policy': 'no-referrer' };

/** Programs that follow links read this page and change nothing. */
async function ask(visit: Visit): Promise<Response> {
  const token = visit.http.req.param('token') ?? '';
  if (!(await findStopLink(visit.app.db, token))) return refuse(visit, 'absent');
  return page(
    visit,
    { title: 'Ne plus recevoir les rappels d’un groupe', narrow: true, headers: NO_TRACE },
    <>
      <h1>Ne plus recevoir les rappels de ce groupe ?</h1>
      <p class="lede">Vous restez dans le groupe : seuls les courriels s’arrêtent.</p>
      <form method="post" action={`/mes-groupes/desinscription/${token}`}>
        <button class="fr-btn" type="submit">
          Arrêter les rappels du groupe
        </button>
      </form>
    </>,
  );
}

/** The person's click, or the mail program's own button (RFC 8058): the link alone says who. */
async function stop(visit: Visit): Promise<Response> {
  const { app, http } = visit;
  if (!(await stopReminders(app.db, http.req.param('token') ?? '', app.now())))
    return refuse(visit, 'absent');
  return page(
    visit,
    { title: 'Rappels du groupe arrêtés', narrow: true, headers: NO_TRACE },
    <>
      <h1>Les rappels de ce groupe sont arrêtés</h1>
      <p class="lede">Aucun autre courriel ne partira pour lui.</p>
      <p>
        Vous changez d’avis ? <a href="/mes-groupes">Mes groupes</a> permet de les reprendre.
      </p>
    </>,
  );
}
