import {
  longDate,
  page,
  type Route,
  refuse,
  route,
  signedIn,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { ROLE_NAMES } from '../roles.ts';
import { acceptInvitation, findInvitation } from './invitation.store.ts';

/** Open before the first visit is over: an invitation is often how one comes. */
export const invitationRoutes: Route[] = [
  route('GET', '/invitation/:token', signedIn, showInvitation),
  route('POST', '/invitation/:token', signedIn, accept),
];

async function showInvitation(visit: Visit<Viewer>): Promise<Response> {
  const { app, http, viewer } = visit;
  const token = http.req.param('token') ?? '';
  const invitation = await findInvitation(app.db, viewer, token, app.now());
  if (!invitation) return refuse(visit, 'absent');
  const { schoolName, city, role, from, expiresAt, forViewer } = invitation;
  return page(
    visit,
    { title: 'Une invitation', narrow: true },
    <>
      <h1>
        Rejoindre {schoolName}, {city}
      </h1>
      <p class="lede">
        {from} vous invite comme : {ROLE_NAMES[role].toLowerCase()}.
      </p>
      <ul>
        <li>Vos résultats restent à vous : ni la direction ni vos collègues ne les voient.</li>
        <li>Vous pourrez donner une alerte sur un élève, et lire la réponse.</li>
        {role === 'referent' && forViewer && <li>Vous verrez tous les suivis de l’établissement.</li>}
        {role === 'referent' && !forViewer && (
          <li>
            L’invitation a été envoyée à une autre adresse que celle de votre compte : la direction confirmera
            le rôle.
          </li>
        )}
      </ul>
      <form method="post" action={`/invitation/${token}`}>
        <p class="buttons">
          <button class="fr-btn" type="submit">
            Rejoindre cet établissement
          </button>
          <a class="fr-link" href="/mon-espace">
            Pas maintenant
          </a>
        </p>
      </form>
      <p class="fr-hint-text">Ce lien sert une seule fois, jusqu’au {longDate(expiresAt)}.</p>
    </>,
  );
}

async function accept(visit: Visit<Viewer>): Promise<Response> {
  const { app, http, viewer } = visit;
  const accepted = await acceptInvitation(app.db, viewer, http.req.param('token') ?? '', app.now());
  if (!accepted) return refuse(visit, 'absent');
  if (!viewer.welcomed) return http.redirect('/bienvenue', 303);
  const asked = accepted.role === 'referent' && !accepted.forViewer;
  return http.redirect(`/mon-compte/rattachement?fait=${asked ? 'role-demande' : 'invitation'}`, 303);
}
