import type { Question } from '../../content/index.ts';
import {
  page,
  type Route,
  readForm,
  readQuery,
  refuse,
  routeReading,
  staff,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { CasePanel, QuestionForm } from '../question/question-form.tsx';
import { type Fields, parseResponse } from '../question/response.ts';
import { readAnswerOf, recordAnswerOf, type SeriesToAnswer, seriesToAnswer } from './answer.store.ts';
import {
  type AskedInSeries,
  findAskedIn,
  findEvaluation,
  type SeriesToShow,
  seriesToShow,
} from './evaluation.store.ts';
import { isUuid } from './identifier.ts';
import { placeOf, placeText, type Shown, seriesName } from './place.ts';
import { rereadingPage } from './rereading.pages.tsx';
import { draftOf, stepOf } from './rereading.ts';

export const questionRoutes: Route[] = [
  routeReading(
    'GET',
    '/evaluations/:id/questions/:position',
    staff,
    { reading: seriesToShow, values: idOf },
    showQuestion,
  ),
  routeReading('POST', '/evaluations/:id/reponses', staff, { reading: seriesToAnswer, values: idOf }, answer),
];

function idOf(http: Visit['http']): { id: string } | null {
  const id = http.req.param('id') ?? '';
  return isUuid(id) ? { id } : null;
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
  const step = stepOf(fields, viewer);
  const read = (question: Question) => parseResponse(question, fields);
  const outcome = !Number.isInteger(position)
    ? ({ refused: 'not-served' } as const)
    : step === 'record' || step === 'confirm'
      ? await recordAnswerOf(app.db, viewer, app.content, series, position, read, app.now(), {
          reread: step === 'confirm',
        })
      : await readAnswerOf(app.db, series, position, read);
  if ('response' in outcome) {
    const questions = await findAskedIn(app.db, series);
    const asked = questions.find((question) => question.position === position)!;
    return step === 'change'
      ? questionPage(visit, series, questions, asked, { draft: draftOf(fields) })
      : rereadingPage(visit, series, asked, { fields, response: outcome.response });
  }
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
        submitLabel={visit.viewer.rereadsAnswers ? 'Valider et relire' : 'Valider et continuer'}
      />
      <p class="series__leave">
        <a href={`/evaluations/${evaluation.id}/pause`}>Faire une pause ou m’arrêter là</a>
      </p>
    </>,
  );
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
