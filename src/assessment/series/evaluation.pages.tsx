import { randomInt } from 'node:crypto';
import { competencesOf } from '../../content/index.ts';
import {
  page,
  type Route,
  readForm,
  readQuery,
  refuse,
  route,
  routeReading,
  staff,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { CasePanel, QuestionForm } from '../question/question-form.tsx';
import { type Fields, parseResponse } from '../question/response.ts';
import {
  type AnswerOutcome,
  recordAnswerOf,
  type SeriesToAnswer,
  seriesToAnswer,
  stopEvaluation,
} from './answer.store.ts';
import {
  type AskedInSeries,
  type Evaluation,
  findAskedIn,
  findEvaluation,
  type SeriesToShow,
  seriesToShow,
} from './evaluation.store.ts';
import { isUuid } from './identifier.ts';
import { type StartRefusal, startEvaluation } from './start.store.ts';

export const evaluationRoutes: Route[] = [
  route('POST', '/evaluations', staff, start),
  route('GET', '/evaluations/:id', staff, resume),
  routeReading(
    'GET',
    '/evaluations/:id/questions/:position',
    staff,
    { reading: seriesToShow, values: idOf },
    showQuestion,
  ),
  routeReading('POST', '/evaluations/:id/reponses', staff, { reading: seriesToAnswer, values: idOf }, answer),
  route('GET', '/evaluations/:id/pause', staff, showPause),
  route('POST', '/evaluations/:id/arret', staff, stop),
];

const START_REFUSALS: Record<StartRefusal, { title: string; advice: string }> = {
  'stages-complete': {
    title: 'Votre positionnement est complet',
    advice:
      'Vous avez fait les trois étapes. Une étape de plus n’apprendrait presque rien maintenant : explorez plutôt une compétence en profondeur, ou revenez dans quelques mois.',
  },
  'explored-this-year': {
    title: 'Compétence déjà explorée',
    advice:
      'Vous avez exploré cette compétence il y a moins d’un an. Ses questions seraient en partie les mêmes.',
  },
  'stage-first': {
    title: 'Commencez par une étape',
    advice: 'Une compétence s’explore après une première étape de positionnement, qui situe l’ensemble.',
  },
  'bank-exhausted': {
    title: 'Plus de question nouvelle',
    advice:
      'Vous avez déjà vu toutes nos questions qui conviennent à votre métier. Elles pourront vous être posées de nouveau un an après.',
  },
};

async function start(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const fields = await readForm(http);
  const competence = fields.competence?.[0] ?? null;
  const known = competencesOf(app.content.framework).some(({ code }) => code === competence);
  if (competence !== null && !known) return refuse(visit, 'absent');
  const outcome = await startEvaluation(app.db, viewer, app.content, {
    competence,
    seed: randomInt(2 ** 31),
    now: app.now(),
  });
  if ('started' in outcome) {
    const { started, position } = outcome;
    return http.redirect(`/evaluations/${started}${position ? `/questions/${position}` : ''}`, 303);
  }
  const { title, advice } = START_REFUSALS[outcome.refused];
  return page(
    visit,
    { title, status: 409, narrow: true },
    <>
      <h1>{title}</h1>
      <p class="lede">{advice}</p>
      <p>
        <a class="fr-btn" href="/mon-profil">
          Voir ce que je sais
        </a>
      </p>
    </>,
  );
}

/** What the page of a question says of its series. */
type Shown = Omit<SeriesToShow, 'served'>;

/** Where the person is: the question to answer, or the end of the series. The draft of an answer comes along. */
async function resume(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const found = await findEvaluation(app.db, viewer, http.req.param('id') ?? '');
  if (!found) return refuse(visit, 'absent');
  const { search } = new URL(http.req.url);
  return http.redirect(placeOf(found.evaluation, found.questions) + search, 303);
}

function idOf(http: Visit['http']): { id: string } | null {
  const id = http.req.param('id') ?? '';
  return isUuid(id) ? { id } : null;
}

function placeOf({ id, status }: Shown, questions: AskedInSeries[]): string {
  const current = questions.find(({ answered }) => !answered);
  return status === 'open' && current
    ? `/evaluations/${id}/questions/${current.position}`
    : `/evaluations/${id}/bilan`;
}

async function showQuestion(visit: Visit<Viewer>, series: SeriesToShow | null): Promise<Response> {
  const { app, http } = visit;
  if (!series) return refuse(visit, 'absent');
  const questions = await findAskedIn(app.db, series);
  const asked = questions.find(({ position }) => String(position) === http.req.param('position'));
  if (!asked) return refuse(visit, 'absent');
  if (asked.answered) return alreadyAnswered(visit, series, placeOf(series, questions));
  if (series.status !== 'open') return http.redirect(`/evaluations/${series.id}/bilan`, 303);
  const draft = readQuery(http);
  const itsOwn = draft.position?.[0] === String(asked.position);
  return questionPage(visit, series, questions, asked, { draft: itsOwn ? draft : {} });
}

async function answer(visit: Visit<Viewer>, series: SeriesToAnswer | null): Promise<Response> {
  const { app, viewer, http } = visit;
  if (!series) return refuse(visit, 'absent');
  const { id } = series;
  const fields = await readForm(http);
  const position = Number(fields.position?.[0]);
  const outcome: AnswerOutcome = Number.isInteger(position)
    ? await recordAnswerOf(
        app.db,
        viewer,
        app.content,
        series,
        position,
        (question) => parseResponse(question, fields),
        app.now(),
      )
    : { refused: 'not-served' };
  if ('recorded' in outcome) {
    app.watch?.happened('answer');
    const place = outcome.recorded === 'next' ? `questions/${outcome.position}` : 'bilan';
    return http.redirect(`/evaluations/${id}/${place}`, 303);
  }
  if (outcome.refused === 'absent') return refuse(visit, 'absent');
  const found = await findEvaluation(app.db, viewer, id);
  if (!found) return refuse(visit, 'absent');
  const place = placeOf(found.evaluation, found.questions);
  if (outcome.refused === 'already-answered') return alreadyAnswered(visit, found.evaluation, place);
  if (outcome.refused === 'closed') return http.redirect(place, 303);
  if (outcome.refused === 'not-served') return notServed(visit, place);
  const asked = found.questions.find((question) => question.position === position)!;
  const { problem } = outcome;
  return questionPage(visit, found.evaluation, found.questions, asked, { draft: fields, problem });
}

function questionPage(
  visit: Visit<Viewer>,
  evaluation: Shown,
  questions: AskedInSeries[],
  { question, case: itsCase, position }: AskedInSeries,
  { draft, problem }: { draft: Fields; problem?: string },
): Response {
  const caseSeen = questions.some((other) => other.position < position && other.case?.id === itsCase?.id);
  const name = seriesName(visit, evaluation);
  return page(
    visit,
    {
      title: `${problem ? 'Erreur : ' : ''}Question ${position} – ${name}`,
      status: problem ? 422 : 200,
      narrow: true,
    },
    <>
      <div>
        <p class="above-title">{name}</p>
        <h1 class="series__place">{placeText(evaluation, position)}</h1>
        <progress class="series__bar" max={evaluation.length} value={position - 1} aria-label="Avancement" />
      </div>
      {itsCase && <CasePanel item={itsCase} open={!caseSeen} />}
      <QuestionForm
        question={question}
        action={`/evaluations/${evaluation.id}/reponses`}
        hidden={{ position: String(position) }}
        draft={draft}
        problem={problem}
        submitLabel="Valider et continuer"
      />
      <p class="series__leave">
        <a href={`/evaluations/${evaluation.id}/pause`}>Faire une pause ou m’arrêter là</a>
      </p>
    </>,
  );
}

function placeText({ kind, length }: Shown, position: number): string {
  return kind === 'stage' ? `Question ${position} sur ${length}` : `Question ${position} (${length} au plus)`;
}

export function seriesName(
  { app }: Visit,
  { kind, competence }: Pick<Evaluation, 'kind' | 'competence'>,
): string {
  if (kind === 'stage') return 'Positionnement';
  const title = competencesOf(app.content.framework).find(({ code }) => code === competence)?.title;
  return `En profondeur : ${title}`;
}

function alreadyAnswered(visit: Visit<Viewer>, evaluation: Shown, place: string): Response {
  return page(
    visit,
    { title: 'Réponse déjà enregistrée', narrow: true },
    <>
      <h1>Cette réponse est déjà enregistrée</h1>
      <p class="lede">
        {evaluation.status === 'open'
          ? 'Vous avez répondu à cette question : votre première réponse compte. Vous pouvez continuer.'
          : 'Cette série est terminée : vos réponses et les explications vous attendent.'}
      </p>
      <p>
        <a class="fr-btn" href={place}>
          {evaluation.status === 'open' ? 'Continuer' : 'Voir les explications'}
        </a>
      </p>
    </>,
  );
}

function notServed(visit: Visit<Viewer>, place: string): Response {
  return page(
    visit,
    { title: 'Question non posée', status: 422, narrow: true },
    <>
      <h1>Cette question ne vous a pas été posée</h1>
      <p class="lede">
        Rien n’a été modifié. Vos réponses précédentes sont enregistrées : reprenez où vous en étiez.
      </p>
      <p>
        <a class="fr-btn" href={place}>
          Reprendre
        </a>
      </p>
    </>,
  );
}

async function showPause(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const found = await findEvaluation(app.db, viewer, http.req.param('id') ?? '');
  if (!found) return refuse(visit, 'absent');
  const { evaluation } = found;
  if (evaluation.status !== 'open') return http.redirect(`/evaluations/${evaluation.id}/bilan`, 303);
  return page(
    visit,
    { title: 'Pause', narrow: true },
    <>
      <h1>Pause ou arrêt ?</h1>
      <p class="lede">{keptText(evaluation.answers)}</p>
      <h2 class="fr-h5">Faire une pause</h2>
      <p>Vous retrouverez la même question, sur cet appareil ou sur un autre.</p>
      <p class="actions">
        <a class="fr-btn" href="/mon-espace">
          Faire une pause
        </a>
        <a class="fr-btn fr-btn--secondary" href={`/evaluations/${evaluation.id}`}>
          Reprendre maintenant
        </a>
      </p>
      <h2 class="fr-h5">M’arrêter là</h2>
      <p>La série se termine ici. Ce que vous avez répondu compte, et vous verrez les explications.</p>
      <form method="post" action={`/evaluations/${evaluation.id}/arret`}>
        <button class="fr-btn fr-btn--tertiary" type="submit">
          Terminer cette série
        </button>
      </form>
    </>,
  );
}

function keptText(answers: number): string {
  if (answers === 0) return 'Vous n’avez pas encore répondu.';
  return answers === 1 ? 'Votre réponse est enregistrée.' : `Vos ${answers} réponses sont enregistrées.`;
}

async function stop(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const id = http.req.param('id') ?? '';
  const outcome = await stopEvaluation(app.db, viewer, id, app.now());
  return outcome === 'absent' ? refuse(visit, 'absent') : http.redirect(`/evaluations/${id}/bilan`, 303);
}
