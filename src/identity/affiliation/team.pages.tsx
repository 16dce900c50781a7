import {
  ErrorSummary,
  errorOf,
  type FieldError,
  longDate,
  originOf,
  page,
  type Route,
  refuse,
  route,
  staff,
  TextField,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { readForm } from '../form.pages.ts';
import { trySending } from '../mail.ts';
import { ROLE_NAMES } from '../roles.ts';
import { domainsOf } from '../schools/academies.ts';
import { findSchool, type School } from '../schools/schools.store.ts';
import { isWithinLimit } from '../sign-in/code.store.ts';
import { parseEmail } from '../sign-in/code.ts';
import { heads, INVITATION_DAYS, invitableRoles, isAddressOf, schoolsLed } from './affiliation.ts';
import { invitationMail } from './affiliation-mails.ts';
import {
  findWaiting,
  type InvitedRole,
  invite,
  type WaitingInvitation,
  withdrawInvitation,
} from './invitation.store.ts';
import { findMembers, type Member } from './membership.store.ts';
import { academicAddress, statusText } from './status-text.ts';

export const teamRoutes: Route[] = [
  route('GET', '/administration/etablissement', staff, (visit) => showTeam(visit)),
  route('POST', '/administration/etablissement/invitations', staff, makeInvitation),
  route('POST', '/administration/etablissement/invitations/:id/retrait', staff, takeBack),
];

/** What was just done, by the word of the address. */
const DONE: Record<string, string> = {
  confirme: 'C’est confirmé. Cette personne l’apprend par courriel.',
  fin: 'C’est terminé, dès sa prochaine page.',
  retrait: 'L’invitation ne sert plus à rien.',
};

type State = { errors?: FieldError[]; typed?: { email: string; role: string }; made?: string };

async function showTeam(visit: Visit<Viewer>, asked?: string, state: State = {}): Promise<Response> {
  const { app, http, viewer } = visit;
  const led = schoolsLed(viewer);
  const uai = asked ?? http.req.query('etablissement') ?? led[0];
  const school = uai !== undefined && led.includes(uai) ? await findSchool(app.db, uai) : undefined;
  if (!school) return refuse(visit, 'absent');
  const { errors = [], made } = state;
  const members = await findMembers(app.db, school.uai);
  const waiting = await findWaiting(app.db, school.uai, app.now());
  const done = DONE[http.req.query('fait') ?? ''];
  return page(
    visit,
    {
      title: `${errors.length > 0 ? 'Erreur : ' : ''}Les personnes de l’établissement`,
      status: errors.length > 0 ? 422 : 200,
    },
    <>
      <p class="above-title">
        {school.name}, {school.city}
      </p>
      <h1>Les personnes de l’établissement</h1>
      <ErrorSummary errors={errors} />
      {done && !made && errors.length === 0 && (
        <div class="fr-alert fr-alert--success fr-alert--sm fr-mb-3w" role="status">
          <p>{done}</p>
        </div>
      )}
      {made && <Made link={made} />}
      <OtherSchools led={led} current={school.uai} />
      {heads(viewer, school.uai) && <Requests members={members} school={school} viewer={viewer} />}
      <Members members={members} viewer={viewer} school={school} professions={app.content.professions} />
      <Invite school={school} viewer={viewer} state={state} />
      <Waiting waiting={waiting} school={school} viewer={viewer} />
    </>,
  );
}

function OtherSchools({ led, current }: { led: readonly string[]; current: string }) {
  const others = led.filter((uai) => uai !== current);
  if (others.length === 0) return null;
  return (
    <p>
      Autre établissement :{' '}
      {others.map((uai) => (
        <a class="fr-link" href={`/administration/etablissement?etablissement=${uai}`}>
          {uai}
        </a>
      ))}
    </p>
  );
}

function Made({ link }: { link: string }) {
  return (
    <div class="fr-alert fr-alert--success fr-mb-4w" tabindex={-1} data-read-first>
      <h2 class="fr-alert__title">L’invitation est prête</h2>
      <p>
        Elle part par courriel. Vous pouvez aussi donner ce lien vous-même : il sert une seule fois, pendant{' '}
        {INVITATION_DAYS} jours, et ne sera plus montré.
      </p>
      <p class="affiliation__link">{link}</p>
    </div>
  );
}

type Professions = Record<string, { label: string }>;

/** What waits for the head: people who say they work here, and roles asked for. */
function Requests({ members, school, viewer }: { members: Member[]; school: School; viewer: Viewer }) {
  const waiting = members.filter(
    ({ confirmedAt, role, personId }) =>
      confirmedAt === null && role !== 'direction' && personId !== viewer.personId,
  );
  // Somebody who asks for a role and is not known yet is one line: confirming the role confirms both.
  const lines = waiting.filter(
    ({ role, personId }) =>
      role !== 'agent' || !waiting.some((other) => other.personId === personId && other.role !== 'agent'),
  );
  return (
    <section aria-labelledby="demandes">
      <h2 id="demandes">Demandes à confirmer</h2>
      {lines.length === 0 ? (
        <p>Aucune demande n’attend.</p>
      ) : (
        <ul class="affiliation__requests">
          {lines.map((member) => (
            <Request member={member} domains={domainsOf(member.academie ?? '')} />
          ))}
        </ul>
      )}
      <p class="affiliation__note">
        Confirmez quelqu’un que vous connaissez : il ou elle pourra donner des alertes dans {school.name}, et
        le GPDS pourra lui confier des élèves.
      </p>
    </section>
  );
}

export function Request({
  member,
  domains,
  place = false,
}: {
  member: Member;
  domains: readonly string[];
  /** Whether the school is said: on a page about several. */
  place?: boolean;
}) {
  const shown = academicAddress(member, (email) => isAddressOf(email, domains));
  return (
    <li>
      <p>
        <strong>{member.name}</strong>
        {member.role === 'agent'
          ? ` dit travailler ${place ? 'dans cet établissement' : 'ici'}`
          : ` demande le rôle : ${ROLE_NAMES[member.role]}`}
        <span class="affiliation__detail">
          {place && `${member.schoolName}, ${member.city} · `}
          {member.email && <span class="address">{member.email}</span>} · depuis le {longDate(member.since)}
          {' · '}
          {shown ? `adresse académique vérifiée (${shown})` : 'aucune adresse académique vérifiée'}
        </span>
      </p>
      <form method="post" action={`/administration/rattachements/${member.id}/confirmer`}>
        <button class="fr-btn fr-btn--sm" type="submit">
          Confirmer<span class="fr-sr-only"> : {member.name}</span>
        </button>{' '}
        <a class="fr-link" href={`/administration/rattachements/${member.id}/fin`}>
          Refuser<span class="fr-sr-only"> : {member.name}</span>
        </a>
      </form>
    </li>
  );
}

type MembersProps = { members: Member[]; viewer: Viewer; school: School; professions: Professions };

function Members({ members, viewer, school, professions }: MembersProps) {
  const confirmed = members.filter(({ confirmedAt }) => confirmedAt !== null);
  const people = [...new Map(confirmed.map((member) => [member.personId, member])).values()];
  const head = heads(viewer, school.uai);
  return (
    <section class="table-scroll" aria-label="Personnes confirmées" tabindex={0}>
      <table class="figures">
        <caption>
          {people.length === 1 ? 'Une personne confirmée' : `${people.length} personnes confirmées`}
        </caption>
        <thead>
          <tr>
            <th scope="col">Nom</th>
            <th scope="col">Métier</th>
            <th scope="col">Rôles</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ personId, name, profession }) => {
            const held = confirmed.filter((member) => member.personId === personId);
            const isHead = held.some(({ role }) => role === 'direction');
            return (
              <tr>
                <th scope="row">{name}</th>
                <td>{(profession && professions[profession]?.label) ?? 'Non précisé'}</td>
                <td>
                  <ul class="affiliation__roles">
                    {held.map((member) => (
                      <li>
                        {ROLE_NAMES[member.role]}
                        <span class="affiliation__detail">{statusText(member, longDate)}</span>
                        {head && !isHead && personId !== viewer.personId && (
                          <>
                            {' '}
                            <a href={`/administration/rattachements/${member.id}/fin`}>
                              {member.role === 'agent' ? 'Ne travaille plus ici' : 'Retirer ce rôle'}
                              <span class="fr-sr-only"> : {name}</span>
                            </a>
                          </>
                        )}
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function Invite({ school, viewer, state }: { school: School; viewer: Viewer; state: State }) {
  const roles = invitableRoles(viewer, school.uai);
  const { errors = [], typed = { email: '', role: 'agent' } } = state;
  return (
    <section aria-labelledby="inviter">
      <h2 id="inviter">Inviter un collègue</h2>
      <form
        class="affiliation__form"
        method="post"
        action="/administration/etablissement/invitations"
        novalidate
      >
        <input type="hidden" name="etablissement" value={school.uai} />
        <TextField
          name="courriel"
          label="Son adresse électronique"
          hint="Un lien y est envoyé. Il ouvre une place dans votre établissement."
          type="email"
          autocomplete="off"
          value={typed.email}
          error={errorOf(errors, 'courriel')}
        />
        {roles.length > 1 && (
          <fieldset id="role">
            <legend>Pour quoi faire</legend>
            {roles.map((role) => (
              <label class="choice">
                <input type="radio" name="role" value={role} checked={role === typed.role} />
                <span>
                  {ROLE_NAMES[role]}
                  {role === 'referent' && (
                    <span class="fr-hint-text">
                      Anime le GPDS : voit tous les suivis de l’établissement. Le lien vaut pour cette adresse
                      seulement.
                    </span>
                  )}
                </span>
              </label>
            ))}
          </fieldset>
        )}
        <button class="fr-btn" type="submit">
          Faire l’invitation
        </button>
      </form>
    </section>
  );
}

function Waiting({
  waiting,
  school,
  viewer,
}: {
  waiting: readonly WaitingInvitation[];
  school: School;
  viewer: Viewer;
}) {
  if (waiting.length === 0) return null;
  const own = invitableRoles(viewer, school.uai);
  return (
    <section aria-labelledby="en-attente">
      <h2 id="en-attente">Invitations en attente</h2>
      <ul class="affiliation__requests">
        {waiting.map(({ id, email, role, expiresAt }) => (
          <li>
            <p>
              <span class="address">{email}</span>
              <span class="affiliation__detail">
                {ROLE_NAMES[role]} · jusqu’au {longDate(expiresAt)}
              </span>
            </p>
            {own.includes(role) && (
              <form method="post" action={`/administration/etablissement/invitations/${id}/retrait`}>
                <input type="hidden" name="etablissement" value={school.uai} />
                <button class="fr-btn fr-btn--tertiary fr-btn--sm" type="submit">
                  Retirer<span class="fr-sr-only"> l’invitation de {email}</span>
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

async function makeInvitation(visit: Visit<Viewer>): Promise<Response> {
  const { app, http, viewer } = visit;
  const { text } = await readForm(http);
  const uai = text('etablissement');
  const school = schoolsLed(viewer).includes(uai) ? await findSchool(app.db, uai) : undefined;
  if (!school) return refuse(visit, 'absent');
  const typed = { email: text('courriel'), role: text('role') || 'agent' };
  const refused = (message: string) =>
    showTeam(visit, uai, { typed, errors: [{ field: 'courriel', message }] });
  const email = parseEmail(typed.email);
  if (!email) return refused('Écrivez une adresse complète, comme prenom.nom@domaine.fr.');
  if (!(await isWithinLimit(app.db, 'invitationsByPerson', viewer.personId, app.now())))
    return refused('Trop d’invitations en une heure. Réessayez dans une heure.');
  const role: InvitedRole = typed.role === 'referent' ? 'referent' : 'agent';
  const invitation = await invite(app.db, viewer, { school: uai, role, email }, app.now());
  if (invitation === 'too-many')
    return refused('Cent invitations attendent déjà : retirez-en avant d’en faire une autre.');
  if (!invitation) return refuse(visit, 'absent');
  const link = `${originOf(http, app.settings)}/invitation/${invitation.token}`;
  await trySending(app.sendMail, invitationMail(email, `${school.name}, ${school.city}`, link));
  return showTeam(visit, uai, { made: link });
}

async function takeBack(visit: Visit<Viewer>): Promise<Response> {
  const { app, http, viewer } = visit;
  const { text } = await readForm(http);
  const school = text('etablissement');
  if (!schoolsLed(viewer).includes(school)) return refuse(visit, 'absent');
  const id = http.req.param('id') ?? '';
  const done = await withdrawInvitation(app.db, viewer, { school, id }, app.now());
  return done
    ? http.redirect(`/administration/etablissement?etablissement=${school}&fait=retrait`, 303)
    : refuse(visit, 'absent');
}
