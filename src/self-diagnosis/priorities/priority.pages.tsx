import { findIdeas, type Idea, ideasOn } from '../../actions/index.ts';
import { dayOf, schoolYearName } from '../../calendar/index.ts';
import {
  ErrorSummary,
  errorOf,
  type FieldError,
  page,
  type Route,
  readForm,
  readQuery,
  refuse,
  route,
  staff,
  TextField,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { confirmedBy, NamesToConfirm, namesMessage } from '../../writing/index.ts';
import { findDiagnosis } from '../diagnosis.store.ts';
import { type Diagnosis, leads } from '../diagnosis.ts';
import { findResults } from '../results/results.store.ts';
import type { Results } from '../results/results.ts';
import { talkAbout } from '../results/talk-about.ts';
import { AGREEMENTS } from '../words.ts';
import { findPriorities, keepPriority, removePriority } from './priority.store.ts';
import {
  checkPriority,
  LONGEST,
  MOST_ACTIONS,
  type Priority,
  readPriority,
  type TypedPriority,
  writtenIn,
} from './priority.ts';

export const priorityRoutes: Route[] = [
  route('GET', '/auto-diagnostic/:id/priorites/:rank', staff, showPriority),
  route('POST', '/auto-diagnostic/:id/priorites/:rank', staff, keep),
  route('POST', '/auto-diagnostic/:id/priorites/:rank/retirer', staff, remove),
];

/** More would be a catalogue: the library has the rest. */
const IDEAS = 8;

type Decided = {
  diagnosis: Diagnosis;
  results: Results;
  rank: number;
  priorities: Priority[];
  /** Of the synthesis, and published by the académies. */
  ideas: Idea[];
};

async function findDecided({ app, viewer, http }: Visit<Viewer>): Promise<Decided | null> {
  const diagnosis = await findDiagnosis(app.db, viewer, http.req.param('id') ?? '');
  const rank = Number(http.req.param('rank'));
  if (!diagnosis || !leads(viewer, diagnosis.school) || ![1, 2, 3].includes(rank)) return null;
  const results = await findResults(app.db, diagnosis, app.content.policy);
  if (!results) return null;
  const [priorities, ideas] = await Promise.all([
    findPriorities(app.db, diagnosis),
    findIdeas(app.db, app.content.actions),
  ]);
  return { diagnosis, results, rank, priorities, ideas };
}

async function showPriority(visit: Visit<Viewer>): Promise<Response> {
  const decided = await findDecided(visit);
  if (!decided) return refuse(visit, 'absent');
  const { rank, priorities } = decided;
  const kept = priorities.find((priority) => priority.rank === rank);
  const asked = readQuery(visit.http).recommandation?.[0];
  const statement = visit.app.content.policy.statements.find(({ id }) => id === (asked ?? kept?.statement));
  if (!statement) return choicePage(visit, decided);
  const nothing = { actions: [], what: '', who: '', due: '', sign: '' };
  return planPage(visit, decided, { ...nothing, ...kept, statement: statement.id, confirmed: '' }, [], []);
}

/** Which recommendation: those not seen alike come first, and none is hidden. */
function choicePage(visit: Visit<Viewer>, { diagnosis, results, rank, priorities }: Decided): Response {
  const { policy } = visit.app.content;
  const { far, divided, unknown } = talkAbout(results);
  const first = [...new Set([...far, ...divided, ...unknown].map(({ statement }) => statement))];
  const taken = priorities.filter((priority) => priority.rank !== rank).map(({ statement }) => statement);
  const offered = policy.statements
    .filter(({ id }) => !taken.includes(id))
    .toSorted((one, other) => Number(first.includes(other.id)) - Number(first.includes(one.id)));
  const lineOf = (id: string) => results.lines.find(({ statement }) => statement === id)!;
  return page(
    visit,
    { title: 'Choisir une priorité – Auto-diagnostic', narrow: true },
    <>
      <Back diagnosis={diagnosis} />
      <h1>Choisir une priorité</h1>
      <p class="lede">
        Ce que vous ne voyez pas de la même façon vient d’abord. Une bonne priorité dépend de vous et se voit
        dans l’année.
      </p>
      <form method="get" action={`/auto-diagnostic/${diagnosis.id}/priorites/${rank}`}>
        <fieldset class="diagnosis-line">
          <legend>Recommandation</legend>
          {offered.map(({ id, recommendation, title, within }) => (
            <label class="diagnosis-line__choice">
              <input type="radio" name="recommandation" value={id} />
              <span>
                {recommendation}. {title}
                <span class="diagnosis-line__anchor">
                  {AGREEMENTS[lineOf(id).agreement]}
                  {!within && ' ; ne dépend pas seulement de l’établissement'}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
        <button class="fr-btn" type="submit">
          Continuer
        </button>
      </form>
    </>,
  );
}

function planPage(
  visit: Visit<Viewer>,
  { diagnosis, rank, priorities, ideas: all }: Decided,
  typed: TypedPriority,
  problems: readonly FieldError[],
  names: readonly string[],
): Response {
  const { policy } = visit.app.content;
  const statement = policy.statements.find(({ id }) => id === typed.statement);
  const chosen = all.filter(({ id }) => typed.actions.includes(id));
  const ideas = statement ? ideasOn(all, statement.themes, IDEAS) : [];
  const address = `/auto-diagnostic/${diagnosis.id}/priorites/${rank}`;
  const wrong = problems.length + names.length > 0;
  return page(
    visit,
    {
      title: `${wrong ? 'Erreur : ' : ''}${statement?.title ?? 'Priorité'} – Priorité`,
      status: wrong ? 422 : 200,
      narrow: true,
    },
    <>
      <ErrorSummary errors={[...problems, ...(names.length > 0 ? [namesMessage] : [])]} />
      <Back diagnosis={diagnosis} />
      <h1>{statement?.title ?? 'Priorité'}</h1>
      {statement && (
        <>
          <p class="lede">{statement.instead ?? statement.statement}</p>
          <p>
            <a href={`${address}?recommandation=`}>Choisir une autre recommandation</a>
          </p>
        </>
      )}
      <form method="post" action={address} novalidate>
        <input type="hidden" name="statement" value={typed.statement} />
        <Ideas
          ideas={[...chosen, ...ideas.filter(({ id }) => !typed.actions.includes(id))]}
          chosen={typed.actions}
          theme={statement?.themes[0]}
          error={errorOf(problems, 'actions')}
        />
        <TextField
          name="what"
          label="Ce que nous ferons"
          hint="Un acte que l’on voit. Par exemple : « appeler chaque famille de 6e avant la Toussaint, pour dire ce qui va bien »."
          value={typed.what}
          error={errorOf(problems, 'what')}
          maxlength={LONGEST.what}
        />
        <TextField
          name="who"
          label="Qui s’en occupe"
          hint="Une fonction, pas un nom. Par exemple : « une CPE et les professeurs principaux de 6e »."
          value={typed.who}
          error={errorOf(problems, 'who')}
          maxlength={LONGEST.who}
        />
        <TextField
          name="due"
          type="date"
          label="Pour le"
          value={typed.due}
          error={errorOf(problems, 'due')}
        />
        <TextField
          name="sign"
          label="À quoi nous le verrons"
          hint={`Ce que l’on pourra compter ou constater.${statement ? ` Par exemple dans : ${statement.looks.join(' ; ').toLowerCase()}.` : ''}`}
          value={typed.sign}
          error={errorOf(problems, 'sign')}
          maxlength={LONGEST.sign}
        />
        <NamesToConfirm names={names} confirms={confirmedBy(writtenIn(typed))} />
        <button class="fr-btn" type="submit">
          Garder cette priorité
        </button>
      </form>
      {priorities.some((priority) => priority.rank === rank) && (
        <form class="diagnosis-form__remove" method="post" action={`${address}/retirer`}>
          <button class="fr-btn fr-btn--tertiary" type="submit">
            Retirer cette priorité
          </button>
        </form>
      )}
    </>,
  );
}

function Back({ diagnosis: { id, schoolName, year } }: { diagnosis: Diagnosis }) {
  return (
    <p class="above-title">
      <a href={`/auto-diagnostic/${id}`}>Résultats {schoolYearName(year)}</a>, {schoolName}
    </p>
  );
}

function Ideas({
  ideas,
  chosen,
  theme,
  error,
}: {
  ideas: readonly Idea[];
  chosen: readonly string[];
  theme: string | undefined;
  error: string | undefined;
}) {
  return (
    <fieldset class="diagnosis-line" id="actions" aria-describedby={error ? 'actions-erreur' : undefined}>
      <legend>Idées d’actions à reprendre</legend>
      <p class="fr-hint-text">
        {MOST_ACTIONS} au plus, ou aucune. Ce sont des idées menées ailleurs, pas des preuves.{' '}
        <a href={`/actions${theme ? `?theme=${theme}` : ''}`}>Voir toutes les idées</a>
      </p>
      {error && (
        <p class="fr-error-text" id="actions-erreur">
          {error}
        </p>
      )}
      {ideas.map(({ id, title, summary }) => (
        <label class="diagnosis-line__choice">
          <input type="checkbox" name="action" value={id} checked={chosen.includes(id)} />
          <span>
            <strong>{title}</strong>
            <span class="diagnosis-line__anchor">{summary}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

async function keep(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const decided = await findDecided(visit);
  if (!decided) return refuse(visit, 'absent');
  const { diagnosis, rank, priorities } = decided;
  const typed = readPriority(await readForm(http));
  const { problems, names } = checkPriority(typed, {
    statements: app.content.policy.statements.map(({ id }) => id),
    actions: decided.ideas.map(({ id }) => id),
    taken: priorities.filter((priority) => priority.rank !== rank).map(({ statement }) => statement),
    today: dayOf(app.now()),
  });
  if (problems.length + names.length > 0) return planPage(visit, decided, typed, problems, names);
  const { confirmed, ...priority } = typed;
  await keepPriority(app.db, viewer, diagnosis, { ...priority, rank }, app.now());
  return http.redirect(`/auto-diagnostic/${diagnosis.id}#priorites`, 303);
}

async function remove(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const decided = await findDecided(visit);
  if (!decided) return refuse(visit, 'absent');
  await removePriority(app.db, viewer, decided.diagnosis, decided.rank, app.now());
  return http.redirect(`/auto-diagnostic/${decided.diagnosis.id}#priorites`, 303);
}
