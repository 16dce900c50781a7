import {
  type Application,
  page,
  type Route,
  readForm,
  refuse,
  route,
  staff,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { CasePanel, Paragraphs } from '../question/question-form.tsx';
import { OutcomeTag, QuestionReview } from '../question/question-review.tsx';
import { seriesName } from './evaluation.pages.tsx';
import {
  type AnsweredQuestion,
  type Evaluation,
  findEvaluation,
  findEvaluations,
} from './evaluation.store.ts';
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
      <p class="series__name">{name}</p>
      <h1>{evaluation.status === 'finished' ? 'C’est fait, merci' : 'Série arrêtée'}</h1>
      <p class="lede">
        {answered.length === 0
          ? 'Vous n’avez répondu à aucune question : rien n’a changé dans ce que la plateforme sait de vous.'
          : `Vous avez répondu à ${answered.length} question${answered.length > 1 ? 's' : ''}. Voici ce que vos réponses apprennent, puis les explications, question par question.`}
      </p>
      <p class="actions">
        <a class="fr-btn" href="/mon-profil">
          Voir ce que je sais
        </a>
        <a class="fr-btn fr-btn--secondary" href="/mon-espace">
          Mon espace
        </a>
      </p>
      {answered.length > 0 && <h2>Vos réponses et les explications</h2>}
      <Questions app={app} evaluation={evaluation} answered={answered} />
    </>,
  );
}

function Questions({
  app,
  evaluation,
  answered,
}: {
  app: Application;
  evaluation: Evaluation;
  answered: AnsweredQuestion[];
}) {
  return (
    <ol class="debrief">
      {answered.map((asked, index) => (
        <li class="debrief__question" id={`question-${asked.position}`}>
          {asked.case && asked.case.id !== answered[index - 1]?.case?.id && (
            <CasePanel item={asked.case} open={false} />
          )}
          <div class="debrief__head">
            <h3 class="debrief__title">Question {asked.position}</h3>
            <OutcomeTag {...asked} />
          </div>
          <div class="debrief__stem">
            <Paragraphs text={asked.question.stem} />
          </div>
          <QuestionReview {...asked} facts={app.content.facts} />
          <p class="debrief__report">
            <a href={`/evaluations/${evaluation.id}/questions/${asked.position}/signalement`}>
              Signaler un problème<span class="fr-sr-only"> sur la question {asked.position}</span>
            </a>
          </p>
        </li>
      ))}
    </ol>
  );
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
                {evaluation.endedAt && dateFormat.format(evaluation.endedAt)} · {evaluation.answers} réponse
                {evaluation.answers > 1 ? 's' : ''}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>,
  );
}

const dateFormat = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' });

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
  const back = `/evaluations/${http.req.param('id')}/bilan#question-${asked.position}`;
  return page(
    visit,
    { title: 'Merci', narrow: true },
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
            Qu’est-ce qui ne va pas ?
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
            aria-describedby={problem ? 'message-probleme' : undefined}
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
