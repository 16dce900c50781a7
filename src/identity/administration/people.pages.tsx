import {
  administrator,
  ErrorSummary,
  errorOf,
  type FieldError,
  longDate,
  page,
  type Route,
  readQuery,
  refuse,
  route,
  TextField,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { authorityOver } from '../affiliation/affiliation.ts';
import { giveRole, heldOf, type Member } from '../affiliation/membership.store.ts';
import { statusText } from '../affiliation/status-text.ts';
import { Request } from '../affiliation/team.pages.tsx';
import { readForm } from '../form.pages.ts';
import { ROLE_NAMES } from '../roles.ts';
import { domainsOf, readAcademies } from '../schools/academies.ts';
import { parseUai } from '../schools/uai.ts';
import { Pages } from './page-links.tsx';
import { findPerson, type Listed, type PeopleSearch, type Person, searchPeople } from './people.store.ts';
import { IN_A_SCHOOL, IN_AN_ACADEMIE, rolesGivenBy, scopeOf } from './scope.ts';

export const peopleRoutes: Route[] = [
  route('GET', '/administration/personnes', administrator, showPeople),
  route('GET', '/administration/personnes/:id', administrator, (visit) => showPerson(visit)),
  route('POST', '/administration/personnes/:id/roles', administrator, give),
];

const DONE: Record<string, string> = {
  confirme: 'C’est confirmé.',
  fin: 'C’est terminé, dès la prochaine page de cette personne.',
  role: 'Le rôle est donné. Il vaut dès sa prochaine page.',
};

async function showPeople(visit: Visit<Viewer>): Promise<Response> {
  const { app, http, viewer } = visit;
  const search: PeopleSearch = {
    text: (readQuery(http).recherche?.[0] ?? '').slice(0, 200),
    waiting: http.req.query('etat') === 'attente',
    school: parseUai(http.req.query('etablissement') ?? ''),
    page: Math.min(1000, Math.max(0, Number.parseInt(http.req.query('page') ?? '0', 10) || 0)),
  };
  const { people, more } = await searchPeople(app.db, viewer, search);
  const done = DONE[http.req.query('fait') ?? ''];
  const waiting = people.flatMap(({ held }) =>
    held.filter((one) => one.confirmedAt === null && authorityOver(viewer, heldOf(one)) !== null),
  );
  return page(
    visit,
    { title: search.waiting ? 'Demandes de rattachement' : 'Personnes' },
    <>
      <p class="above-title">
        <a href="/administration">Administration</a>
      </p>
      <h1>{search.waiting ? 'Demandes de rattachement' : 'Personnes'}</h1>
      {done && <Said>{done}</Said>}
      <form class="affiliation__search" method="get" action="/administration/personnes">
        {search.waiting && <input type="hidden" name="etat" value="attente" />}
        {search.school && <input type="hidden" name="etablissement" value={search.school} />}
        <TextField
          name="recherche"
          label="Chercher une personne"
          hint="Une partie de son nom, ou son adresse entière. Les accents ne comptent pas."
          type="search"
          autocomplete="off"
          value={search.text}
        />
        <button class="fr-btn" type="submit">
          Chercher
        </button>
      </form>
      <p>
        {search.waiting || search.school ? (
          <a href="/administration/personnes">Toutes les personnes</a>
        ) : (
          <a href="/administration/personnes?etat=attente">Les demandes qui attendent</a>
        )}
      </p>
      {people.length === 0 ? (
        <p>{search.waiting ? 'Aucune demande n’attend.' : 'Personne ne correspond.'}</p>
      ) : search.waiting ? (
        <Waiting members={waiting} />
      ) : (
        <People people={people} />
      )}
      <Pages
        path="/administration/personnes"
        query={{
          recherche: search.text,
          etat: search.waiting ? 'attente' : '',
          etablissement: search.school ?? '',
        }}
        page={search.page}
        more={more}
      />
    </>,
  );
}

/** Heads first: a whole school waits for each of them. */
function Waiting({ members }: { members: readonly Member[] }) {
  const lines = members.toSorted((one, other) => rank(one) - rank(other));
  return (
    <>
      <h2 class="fr-sr-only">À confirmer</h2>
      <ul class="affiliation__requests">
        {lines.map((member) => (
          <Request member={member} domains={domainsOf(member.academie ?? '')} place />
        ))}
      </ul>
    </>
  );
}

function rank({ role }: Member): number {
  return ['direction', 'referent', 'agent'].indexOf(role);
}

function People({ people }: { people: readonly Listed[] }) {
  return (
    <section class="table-scroll" aria-label="Personnes" tabindex={0}>
      <table class="figures">
        <caption>
          {people.length === 1 ? 'Une personne' : `${people.length} personnes sur cette page`}
        </caption>
        <thead>
          <tr>
            <th scope="col">Nom</th>
            <th scope="col">Adresse</th>
            <th scope="col">Rôles</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ id, name, email, held }) => (
            <tr>
              <th scope="row">
                <a href={`/administration/personnes/${id}`}>{name}</a>
              </th>
              <td class="address">{email ?? 'Aucune'}</td>
              <td>
                {held.length === 0 && 'Aucun'}
                <ul class="affiliation__roles">
                  {held.map((member) => (
                    <li>
                      {ROLE_NAMES[member.role]}, {placeOf(member)}
                      {member.confirmedAt === null && ' (en attente)'}
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function placeOf({ schoolName, city, academieName }: Member): string {
  if (schoolName) return `${schoolName}, ${city}`;
  return academieName ? `académie de ${academieName}` : 'France entière';
}

function Said({ children }: { children: string }) {
  return (
    <div class="fr-alert fr-alert--success fr-alert--sm fr-mb-3w" role="status">
      <p>{children}</p>
    </div>
  );
}

type Typed = { role: string; school: string; academie: string };
const NOTHING: Typed = { role: '', school: '', academie: '' };

async function showPerson(
  visit: Visit<Viewer>,
  errors: FieldError[] = [],
  typed: Typed = NOTHING,
): Promise<Response> {
  const { app, http, viewer } = visit;
  const person = await findPerson(app.db, viewer, http.req.param('id') ?? '');
  if (!person) return refuse(visit, 'absent');
  const { name, email, profession, createdAt } = person;
  const professions: Record<string, { label: string }> = app.content.professions;
  const done = DONE[http.req.query('fait') ?? ''];
  const self = person.id === viewer.personId;
  return page(
    visit,
    {
      title: `${errors.length > 0 ? 'Erreur : ' : ''}${name}`,
      status: errors.length > 0 ? 422 : 200,
      narrow: true,
    },
    <>
      <p class="above-title">
        <a href="/administration/personnes">Personnes</a>
      </p>
      <h1>{name}</h1>
      <ErrorSummary errors={errors} />
      {done && errors.length === 0 && <Said>{done}</Said>}
      <dl class="facts">
        <dt>Adresse</dt>
        <dd class="address">{email ?? 'Aucune'}</dd>
        <dt>Métier</dt>
        <dd>{(profession && professions[profession]?.label) ?? 'Non précisé'}</dd>
        <dt>Compte créé</dt>
        <dd>Le {longDate(createdAt)}</dd>
      </dl>
      <p class="affiliation__note">
        Ce que cette personne a répondu, ce qu’elle sait et ce qu’elle prévoit restent à elle : rien n’en
        figure ici.
      </p>
      <HeldList person={person} viewer={viewer} />
      {self ? (
        <p>Personne ne change ses propres rôles : demandez à quelqu’un d’autre de l’administration.</p>
      ) : (
        <Give person={person} viewer={viewer} errors={errors} typed={typed} />
      )}
    </>,
  );
}

function HeldList({ person: { name, held }, viewer }: { person: Person; viewer: Viewer }) {
  return (
    <section aria-labelledby="rattachements">
      <h2 id="rattachements">Rattachements et rôles</h2>
      {held.length === 0 && <p>Aucun pour l’instant.</p>}
      <ul class="affiliation__requests">
        {held.map((member) => {
          const mine = authorityOver(viewer, heldOf(member)) !== null;
          const waits = member.confirmedAt === null;
          return (
            <li>
              <p>
                <strong>{ROLE_NAMES[member.role]}</strong>, {placeOf(member)}
                <span class="affiliation__detail">{statusText(member, longDate)}</span>
              </p>
              {mine && (
                <div class="affiliation__decide">
                  {waits && (
                    <form method="post" action={`/administration/rattachements/${member.id}/confirmer`}>
                      <button class="fr-btn fr-btn--sm" type="submit">
                        Confirmer
                        <span class="fr-sr-only">
                          {' '}
                          : {ROLE_NAMES[member.role]}, {name}
                        </span>
                      </button>
                    </form>
                  )}
                  <a class="fr-link" href={`/administration/rattachements/${member.id}/fin`}>
                    {waits ? 'Refuser' : 'Mettre fin'}
                    <span class="fr-sr-only">
                      {' '}
                      : {ROLE_NAMES[member.role]}, {placeOf(member)}
                    </span>
                  </a>
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

type GiveProps = { person: Person; viewer: Viewer; errors: readonly FieldError[]; typed: Typed };

function Give({ person, viewer, errors, typed }: GiveProps) {
  const scope = scopeOf(viewer);
  const academies = readAcademies().filter(({ code }) => scope === 'all' || scope.includes(code));
  const error = errorOf(errors, 'role');
  return (
    <form
      class="affiliation__form"
      method="post"
      action={`/administration/personnes/${person.id}/roles`}
      novalidate
    >
      <h2>Donner un rôle</h2>
      <fieldset id="role" aria-describedby={error ? 'role-erreur' : undefined}>
        <legend>Rôle</legend>
        {error && (
          <p class="fr-error-text" id="role-erreur">
            {error}
          </p>
        )}
        {rolesGivenBy(viewer).map((role) => (
          <label class="choice">
            <input type="radio" name="role" value={role} checked={role === typed.role} />
            <span>{ROLE_NAMES[role]}</span>
          </label>
        ))}
      </fieldset>
      <TextField
        name="etablissement"
        label="UAI de l’établissement"
        hint="Pour un membre du personnel, une référente, un référent ou la direction. Sept chiffres et une lettre."
        value={typed.school}
        error={errorOf(errors, 'etablissement')}
        maxlength={12}
        autocomplete="off"
      />
      <div class="fr-select-group">
        <label class="fr-label" for="academie">
          Académie <span class="fr-hint-text">Pour la formation ou l’académie.</span>
        </label>
        <select class="fr-select" id="academie" name="academie">
          {academies.length > 1 && <option value="">Choisissez</option>}
          {academies.map(({ code, name }) => (
            <option value={code} selected={code === typed.academie}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <button class="fr-btn" type="submit">
        Donner ce rôle
      </button>
    </form>
  );
}

async function give(visit: Visit<Viewer>): Promise<Response> {
  const { app, http, viewer } = visit;
  const { text } = await readForm(http);
  const person = await findPerson(app.db, viewer, http.req.param('id') ?? '');
  if (!person || person.id === viewer.personId) return refuse(visit, 'absent');
  const typed = { role: text('role'), school: text('etablissement'), academie: text('academie') };
  const role = rolesGivenBy(viewer).find((one) => one === typed.role);
  if (!role) return showPerson(visit, [{ field: 'role', message: 'Choisissez un rôle.' }], typed);
  const school = IN_A_SCHOOL.includes(role) ? parseUai(typed.school) : null;
  const academie = IN_AN_ACADEMIE.includes(role) ? typed.academie : null;
  if (IN_A_SCHOOL.includes(role) && school === null)
    return showPerson(
      visit,
      [{ field: 'etablissement', message: 'UAI : sept chiffres et une lettre, celle qui convient.' }],
      typed,
    );
  if (academie !== null && !readAcademies().some(({ code }) => code === academie))
    return showPerson(visit, [{ field: 'academie', message: 'Choisissez une académie.' }], typed);
  const given = await giveRole(app.db, viewer, { personId: person.id, role, school, academie }, app.now());
  return given
    ? http.redirect(`/administration/personnes/${person.id}?fait=role`, 303)
    : showPerson(
        visit,
        [
          {
            field: school === null ? 'role' : 'etablissement',
            message: 'Cette personne a déjà ce rôle, ou ce lieu n’est pas du vôtre.',
          },
        ],
        typed,
      );
}
