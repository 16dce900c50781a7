import { dayOf, daysAfter } from '../../calendar/index.ts';
import {
  dayText,
  ErrorSummary,
  errorOf,
  type FieldError,
  page,
  type Route,
  readForm,
  refuse,
  route,
  staff,
  TextField,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { ACCESS_NAMES, CIRCLE_ROLES, may } from '../access-rights.ts';
import { isUuid } from '../identifier.ts';
import { fileOf } from '../open-file.pages.ts';
import { SelectField } from '../select-field.tsx';
import type { SeenFollowUp } from '../situations/follow-up.store.ts';
import { type Circle, findCircle, findReadings, giveAccess, withdrawAccess } from './circle.store.ts';
import { parseGrant, type TypedGrant } from './circle.ts';
import { findTeam, type TeamMate } from './handover.store.ts';
import { ReadingTable } from './readings.pages.tsx';

export const accessRoutes: Route[] = [
  route('GET', '/suivi/:code/acces', staff, showAccess),
  route('POST', '/suivi/:code/acces', staff, give),
  route('POST', '/suivi/:code/acces/:id/fin', staff, withdraw),
];

/** A quarter: long enough to see a support through, short enough to be thought about again. */
const USUAL_DAYS = 90;

async function showAccess(visit: Visit<Viewer>): Promise<Response> {
  const file = await fileOf(visit);
  if (!file || !may(file, 'read-circle')) return refuse(visit, 'absent');
  const until = daysAfter(dayOf(visit.app.now()), USUAL_DAYS);
  return accessPage(visit, file, { person: '', email: '', role: '', until }, []);
}

async function give(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const file = await fileOf(visit);
  if (!file || !may(file, 'give-access') || file.closedOn !== null) return refuse(visit, 'absent');
  const form = await readForm(http);
  const one = (name: string) => form[name]?.[0]?.trim() ?? '';
  const typed: TypedGrant = {
    person: one('person'),
    email: one('email'),
    role: one('role'),
    until: one('until'),
  };
  const colleagues = await findTeam(app.db, file.school);
  const parsed = parseGrant(typed, { colleagues, today: dayOf(app.now()) });
  if ('problems' in parsed) return accessPage(visit, file, typed, parsed.problems);
  const given = await giveAccess(app.db, viewer, file, parsed.grant, app.now());
  if (given === null) return refuse(visit, 'absent');
  if (given === 'unknown')
    return accessPage(visit, file, typed, [
      {
        field: 'email',
        message: 'Personne n’a de compte à cette adresse : demandez-lui d’entrer une fois, puis recommencez.',
      },
    ]);
  if (given === 'elsewhere')
    return accessPage(visit, file, typed, [
      {
        field: 'role',
        message:
          'Membre et observateur sont pour les personnes confirmées dans l’établissement. Choisissez tuteur ou partenaire, ou demandez à la direction de confirmer cette personne.',
      },
    ]);
  return http.redirect(`/suivi/${file.code}/acces`, 303);
}

async function withdraw(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const file = await fileOf(visit);
  const id = http.req.param('id') ?? '';
  const done = file && isUuid(id) && (await withdrawAccess(app.db, viewer, file, id, app.now()));
  return done ? http.redirect(`/suivi/${file.code}/acces`, 303) : refuse(visit, 'absent');
}

async function accessPage(
  visit: Visit<Viewer>,
  file: SeenFollowUp,
  typed: TypedGrant,
  problems: FieldError[],
): Promise<Response> {
  const { app } = visit;
  const [circle, readings, team] = await Promise.all([
    findCircle(app.db, file, app.now()),
    findReadings(app.db, file),
    findTeam(app.db, file.school),
  ]);
  const gives = may(file, 'give-access') && file.closedOn === null;
  return page(
    visit,
    {
      title: `${problems.length > 0 ? 'Erreur : ' : ''}Qui voit ${file.code}`,
      status: problems.length > 0 ? 422 : 200,
      narrow: true,
    },
    <>
      <ErrorSummary errors={problems} />
      <p class="above-title">
        <a href={`/suivi/${file.code}`}>Suivi {file.code}</a>
      </p>
      <h1 data-follow-up={file.code}>
        Qui voit <span class="code-whole">{file.code}</span>
      </h1>
      <Members circle={circle} file={file} />
      {gives && <Give file={file} team={team} typed={typed} problems={problems} />}
      <h2>Qui a ouvert ce suivi</h2>
      <ReadingTable readings={readings} caption="Les lectures, la dernière d’abord" withCode={false} />
    </>,
  );
}

function Members({ circle: { members }, file }: { circle: Circle; file: SeenFollowUp }) {
  if (members.length === 0)
    return (
      <p>Personne d’autre que ceux qui mènent le GPDS. Un accès se donne à une personne, pour un temps.</p>
    );
  return (
    <ul class="alerts">
      {members.map(({ id, name, role, from, until }) => (
        <li>
          <strong>{name}</strong>, {ACCESS_NAMES[role].toLowerCase()}
          <span class="alerts__what">
            Du {dayText(from)} au {dayText(until)}. {CIRCLE_ROLES[role]}.
          </span>
          {may(file, 'give-access') && (
            <form method="post" action={`/suivi/${file.code}/acces/${id}/fin`}>
              <button class="fr-btn fr-btn--tertiary fr-btn--sm" type="submit">
                Retirer<span class="fr-sr-only"> l’accès de {name}</span>
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}

function Give({
  file,
  team,
  typed,
  problems,
}: {
  file: SeenFollowUp;
  team: readonly TeamMate[];
  typed: TypedGrant;
  problems: FieldError[];
}) {
  const colleagues = team.filter(({ runs }) => !runs);
  const error = errorOf(problems, 'role');
  return (
    <form class="verdict" method="post" action={`/suivi/${file.code}/acces`} novalidate>
      <h2>Donner un accès</h2>
      <SelectField
        name="person"
        label="À qui, dans l’établissement"
        hint="Les personnes que la direction a confirmées. L’adresse vous dit que c’est bien la bonne."
        choices={Object.fromEntries(
          colleagues.map(({ id, name, email }) => [id, email ? `${name} (${email})` : name]),
        )}
        value={typed.person}
        error={errorOf(problems, 'person')}
      />
      <TextField
        name="email"
        type="email"
        label="Ou l’adresse de quelqu’un d’ailleurs"
        hint="MLDS, partenaire : une personne qui a un compte ici."
        value={typed.email}
        error={errorOf(problems, 'email')}
        autocomplete="off"
      />
      <fieldset id="role" aria-describedby={error ? 'role-erreur' : undefined}>
        <legend>Ce que cette personne pourra faire</legend>
        {error && (
          <p class="fr-error-text" id="role-erreur">
            {error}
          </p>
        )}
        {Object.entries(CIRCLE_ROLES).map(([role, opens]) => (
          <label class="choice">
            <input type="radio" name="role" value={role} checked={typed.role === role} />
            <span>
              <strong>{ACCESS_NAMES[role as keyof typeof CIRCLE_ROLES]}</strong>
              <span class="fr-hint-text">{opens}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <TextField
        name="until"
        type="date"
        label="Jusqu’au"
        value={typed.until}
        error={errorOf(problems, 'until')}
        class="date-field"
      />
      <button class="fr-btn" type="submit">
        Donner l’accès
      </button>
    </form>
  );
}
