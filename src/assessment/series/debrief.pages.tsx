import { readCompetence, readGeneral } from '../../../psychometrics/index.ts';
import { competencesOf } from '../../content/index.ts';
import {
  type Application,
  longDate,
  page,
  type Route,
  readForm,
  refuse,
  route,
  staff,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { bankOf, dimensionOf } from '../bank/bank.ts';
import { STAGES } from '../bank/next-question.ts';
import { knowledgeFor } from '../profile/profile.pages.tsx';
import { type Knowledge, stagesAsOf } from '../profile/profile.ts';
import { DepthResult, General, ProvisionalNotice } from '../profile/result.tsx';
import { CasePanel, Paragraphs } from '../question/question-form.tsx';
import { OutcomeTag, QuestionReview } from '../question/question-review.tsx';
import {
  type AnsweredQuestion,
  type Evaluation,
  findEvaluation,
  findEvaluations,
} from './evaluation.store.ts';
import { seriesName } from './place.ts';
import { reportQuestion } from './report.store.ts';

export const debriefRoutes: Route[] = [
  route('GET', '/evaluations/:id/bilan', staff, showDebrief),
  route('GET', '/evaluations/:id/questions/:position/signalement', staff, showReport),
  route('POST', '/evaluations/:id/questions/:position/signalement', staff, sendReport),
  route('GET', '/mes-reponses', staff, showAnswers),
];

/** The end of a series: what it brought, then every question with its explanations. */
async function showDebrief(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const found = await findEvaluation(app.db, viewer, http.req.param('id') ?? '');
  if (!found) return refuse(visit, 'absent');
  const { evaluation } = found;
  if (evaluation.status === 'open') return http.redirect(`/evaluations/${evaluation.id}`, 303);
  const answered = found.questions.filter(({ response }) => response !== null);
  const name = seriesName(visit, evaluation);
  return page(
    visit,
    { title: `Explications – ${name}`, narrow: true },
    <>
      <p class="above-title">{name}</p>
      <h1>{evaluation.status === 'finished' ? 'C’est fait, merci' : 'Série arrêtée'}</h1>
      {answered.length === 0 ? (
        <p class="lede">
          Vous n’avez répondu à aucune question : rien n’a changé dans ce que la plateforme sait de vous.
        </p>
      ) : (
        <Result visit={visit} evaluation={evaluation} knowledge={await knowledgeFor(visit)} />
      )}
      <p class="actions">
        <a class="fr-btn" href="/mon-profil">
          Voir tout ce que je sais
        </a>
        <a class="fr-btn fr-btn--secondary" href="/mon-espace">
          Mon espace
        </a>
      </p>
      {answered.length > 0 && (
        <Explanations
          app={app}
          evaluation={evaluation}
          answered={answered}
          opened={http.req.query('ouvrir') ?? ''}
        />
      )}
    </>,
  );
}

/** What is known now that the series is over, when it is the last one; an older one only has its explanations. */
function Result({
  visit: { app },
  evaluation,
  knowledge,
}: {
  visit: Visit;
  evaluation: Evaluation;
  knowledge: Knowledge | null;
}) {
  const series = knowledge?.series.find(({ id }) => id === evaluation.id);
  if (!knowledge || !series) return null;
  const bank = bankOf(app.content);
  const competence = competencesOf(app.content.framework).find(({ code }) => code === series.competence);
  const dimension = competence && dimensionOf(bank, competence.code);
  return (
    <>
      {competence && dimension !== undefined ? (
        <DepthResult
          competence={competence}
          before={readCompetence(series.before, dimension)}
          after={readCompetence(series.after, dimension)}
        />
      ) : (
        <General
          general={readGeneral(series.after, bank.structure)}
          complete={stagesAsOf(knowledge.series) >= STAGES}
        />
      )}
      <ProvisionalNotice
        answers={knowledge.series
          .filter(({ endedAt }) => endedAt <= series.endedAt)
          .reduce((total, { answers }) => total + answers, 0)}
        parameterVersion={knowledge.parameterVersion}
      />
    </>
  );
}

/** Folded, so that the eye sees the list first; one opens at a time, or all to print. */
function Explanations({
  app,
  evaluation,
  answered,
  opened,
}: {
  app: Application;
  evaluation: Evaluation;
  answered: AnsweredQuestion[];
  opened: string;
}) {
  const all = opened === 'tout';
  /** A case several questions share is unfolded at the first. */
  const isNew = (index: number) =>
    answered.findIndex((other) => other.case?.id === answered[index]?.case?.id) === index;
  return (
    <section aria-labelledby="explications">
      <h2 id="explications">Les explications, question par question</h2>
      <p class="on-screen">
        <a href={all ? `/evaluations/${evaluation.id}/bilan#explications` : '?ouvrir=tout#explications'}>
          {all ? 'Tout replier' : 'Tout déplier, pour lire ou imprimer'}
        </a>
      </p>
      <ul class="debrief">
        {answered.map((asked, index) => (
          <li id={`question-${asked.position}`}>
            <details class="debrief__question" open={all || opened === String(asked.position)}>
              <summary class="debrief__head">
                <span class="debrief__title">
                  Question {asked.position}
                  <span class="fr-sr-only">, </span>
                </span>{' '}
                <OutcomeTag {...asked} />{' '}
                {evaluation.kind === 'stage' && (
                  <span class="debrief__about">
                    <span class="fr-sr-only">, </span>
                    {competenceTitle(app, asked.question.competence)}
                  </span>
                )}
              </summary>
              {asked.case && <CasePanel item={asked.case} open={all && isNew(index)} />}
              <div class="debrief__stem">
                <Paragraphs text={asked.question.stem} />
              </div>
              <QuestionReview {...asked} facts={app.content.facts} />
              <p class="debrief__report">
                <a href={`/evaluations/${evaluation.id}/questions/${asked.position}/signalement`}>
                  Signaler un problème<span class="fr-sr-only"> sur la question {asked.position}</span>
                </a>
              </p>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}

function competenceTitle({ content }: Application, code: string): string {
  return competencesOf(content.framework).find((competence) => competence.code === code)?.title ?? code;
}

async function showAnswers(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer } = visit;
  const evaluations = (await findEvaluations(app.db, viewer))
    .filter(({ status }) => status !== 'open')
    .reverse();
  return page(
    visit,
    { title: 'Mes réponses', narrow: true },
    <>
      <h1>Mes réponses</h1>
      {evaluations.length === 0 ? (
        <>
          <p class="lede">
            Vos questions et leurs explications seront ici dès que vous aurez terminé une première série.
          </p>
          <p>
            <a class="fr-btn" href="/mon-espace">
              Commencer
            </a>
          </p>
        </>
      ) : (
        <ul class="series-list">
          {evaluations.map((evaluation) => (
            <li>
              <a href={`/evaluations/${evaluation.id}/bilan`}>{seriesName(visit, evaluation)}</a>
              <span>
                {evaluation.endedAt && longDate(evaluation.endedAt)} · {evaluation.answers} réponse
                {evaluation.answers > 1 ? 's' : ''}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>,
  );
}

async function findAsked({ app, viewer, http }: Visit<Viewer>): Promise<AnsweredQuestion | undefined> {
  const found = await findEvaluation(app.db, viewer, http.req.param('id') ?? '');
  return found?.questions.find(
    ({ position, response }) => String(position) === http.req.param('position') && response !== null,
  );
}

async function showReport(visit: Visit<Viewer>): Promise<Response> {
  const asked = await findAsked(visit);
  return asked ? reportPage(visit, asked, {}) : refuse(visit, 'absent');
}

const LONGEST_REPORT = 1000;

async function sendReport(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const asked = await findAsked(visit);
  if (!asked) return refuse(visit, 'absent');
  const message = ((await readForm(http)).message?.[0] ?? '').trim();
  if (message === '') return reportPage(visit, asked, { message, problem: 'Écrivez ce qui ne va pas.' });
  if (message.length > LONGEST_REPORT) {
    const problem = `Votre message compte ${message.length} caractères : 1 000 au plus.`;
    return reportPage(visit, asked, { message, problem });
  }
  await reportQuestion(app.db, viewer, asked.question, message, app.now());
  const back = `/evaluations/${http.req.param('id')}/bilan?ouvrir=${asked.position}#question-${asked.position}`;
  return page(
    visit,
    { title: 'Merci pour ce signalement', narrow: true },
    <>
      <h1>Merci, c’est noté</h1>
      <p class="lede">
        Votre message est enregistré avec la question. Il sert à la corriger ou à la retirer.
      </p>
      <p>
        <a class="fr-btn" href={back}>
          Revenir aux explications
        </a>
      </p>
    </>,
  );
}

function reportPage(
  visit: Visit<Viewer>,
  { question }: AnsweredQuestion,
  { message, problem }: { message?: string; problem?: string },
): Response {
  return page(
    visit,
    {
      title: `${problem ? 'Erreur : ' : ''}Signaler un problème`,
      status: problem ? 422 : 200,
      narrow: true,
    },
    <>
      <h1>Signaler un problème sur une question</h1>
      <blockquote class="quoted">
        <Paragraphs text={question.stem} />
      </blockquote>
      <form method="post" novalidate>
        <div class={`fr-input-group${problem ? ' fr-input-group--error' : ''}`}>
          <label class="fr-label" for="message">
            Qu’est-ce qui ne va pas ?{' '}
            <span class="fr-hint-text">
              Réponse discutable, texte peu clair, fait périmé… N’écrivez aucun nom d’élève ni de collègue. 1
              000 caractères au plus.
            </span>
          </label>
          <textarea
            class="fr-input"
            id="message"
            name="message"
            rows={6}
            required
            aria-invalid={problem ? 'true' : undefined}
            aria-describedby={problem ? 'message-probleme' : undefined}
            data-read-first={problem ? true : undefined}
          >
            {message}
          </textarea>
          {problem && (
            <p class="fr-error-text" id="message-probleme">
              {problem}
            </p>
          )}
        </div>
        <button class="fr-btn" type="submit">
          Envoyer
        </button>
      </form>
    </>,
  );
}
