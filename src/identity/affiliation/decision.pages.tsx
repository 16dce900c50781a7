import {
  longDate,
  originOf,
  page,
  type Route,
  refuse,
  route,
  staff,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { trySending } from '../mail.ts';
import { ROLE_NAMES } from '../roles.ts';
import { schoolsLed } from './affiliation.ts';
import { confirmedMail } from './affiliation-mails.ts';
import { confirmMembership, endMembership, findAnsweredFor, type Member } from './membership.store.ts';
import { statusText } from './status-text.ts';

export const decisionRoutes: Route[] = [
  route('GET', '/administration/demandes', staff, leadToRequests),
  route('POST', '/administration/rattachements/:id/confirmer', staff, confirm),
  route('GET', '/administration/rattachements/:id/fin', staff, showEnd),
  route('POST', '/administration/rattachements/:id/fin', staff, end),
];

/** The address a mail gives: the same for a head and for an académie. */
function leadToRequests(visit: Visit<Viewer>): Response {
  const { http, viewer } = visit;
  if (isAdministrator(viewer)) return http.redirect('/administration/personnes?etat=attente', 303);
  return schoolsLed(viewer).length > 0
    ? http.redirect('/administration/etablissement', 303)
    : refuse(visit, 'absent');
}

function isAdministrator({ memberships }: Viewer): boolean {
  return memberships.some(({ role }) => role === 'national' || role === 'academie');
}

/** The page a decision is taken from, and comes back to. */
function pageOf(viewer: Viewer, { school, personId }: Member): string {
  return isAdministrator(viewer)
    ? `/administration/personnes/${personId}`
    : `/administration/etablissement?etablissement=${school}`;
}

function back(visit: Visit<Viewer>, member: Member, done: string): Response {
  // Whoever has left is no longer in the scope of an académie.
  const left = done === 'fin' && isAdministrator(visit.viewer);
  const path = left ? '/administration/personnes' : pageOf(visit.viewer, member);
  return visit.http.redirect(`${path}${path.includes('?') ? '&' : '?'}fait=${done}`, 303);
}

function placeOf({ schoolName, city, academieName }: Member): string {
  if (schoolName) return `${schoolName}, ${city}`;
  return academieName ? `académie de ${academieName}` : 'ministère';
}

async function confirm(visit: Visit<Viewer>): Promise<Response> {
  const { app, http, viewer } = visit;
  const member = await confirmMembership(app.db, viewer, http.req.param('id') ?? '', app.now());
  if (!member) return refuse(visit, 'absent');
  const link = `${originOf(http, app.settings)}/mon-compte/rattachement`;
  const to = member.email ?? member.workEmail;
  if (to) await trySending(app.sendMail, confirmedMail(to, placeOf(member), link));
  return back(visit, member, 'confirme');
}

async function showEnd(visit: Visit<Viewer>): Promise<Response> {
  const { app, http, viewer } = visit;
  const member = await findAnsweredFor(app.db, viewer, http.req.param('id') ?? '');
  if (!member) return refuse(visit, 'absent');
  const asked = member.confirmedAt === null;
  const title = asked ? 'Refuser une demande' : 'Mettre fin à un rattachement';
  return page(
    visit,
    { title, narrow: true },
    <>
      <h1>{title}</h1>
      <p>
        <strong>{member.name}</strong> : {ROLE_NAMES[member.role]}, {placeOf(member)},{' '}
        {statusText(member, longDate)}.
      </p>
      {asked ? (
        <p>Cette personne pourra demander de nouveau. Ses résultats restent à elle.</p>
      ) : (
        <ul>
          <li>Ce que ce rattachement ouvrait se ferme dès sa prochaine page.</li>
          {member.role === 'agent' && (
            <li>Tous ses rôles dans cet établissement prennent fin, et sa place auprès des élèves suivis.</li>
          )}
          {member.role === 'referent' && <li>Les suivis dont il ou elle répondait n’ont plus de nom.</li>}
          <li>Ses résultats et ses plans restent à lui ou à elle.</li>
        </ul>
      )}
      <form method="post" action={`/administration/rattachements/${member.id}/fin`}>
        <p class="buttons">
          <button class="fr-btn" type="submit">
            {asked ? 'Refuser' : 'Mettre fin'}
          </button>
          <a class="fr-link" href={pageOf(viewer, member)}>
            Ne rien changer
          </a>
        </p>
      </form>
    </>,
  );
}

async function end(visit: Visit<Viewer>): Promise<Response> {
  const { app, http, viewer } = visit;
  const member = await endMembership(app.db, viewer, http.req.param('id') ?? '', app.now());
  return member ? back(visit, member, 'fin') : refuse(visit, 'absent');
}
