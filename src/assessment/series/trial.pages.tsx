import { creditOf } from '../../content/index.ts';
import { anyone, page, type Route, readForm, refuse, route, type Visit } from '../../web/index.ts';
import { Paragraphs, QuestionForm } from '../question/question-form.tsx';
import { OutcomeTag, QuestionReview } from '../question/question-review.tsx';
import { type Fields, parseResponse } from '../question/response.ts';

export const trialRoutes: Route[] = [
  route('GET', '/essai', anyone, showFirst),
  route('GET', '/essai/:number', anyone, showQuestion),
  route('POST', '/essai/:number', anyone, showFeedback),
];

function showFirst({ http }: Visit): Response {
  return http.redirect('/essai/1', 303);
}

function showQuestion(visit: Visit): Response {
  return questionPage(visit, {});
}

function questionPage(visit: Visit, { draft = {}, problem }: { draft?: Fields; problem?: string }): Response {
  const found = findTrial(visit);
  if (!found) return refuse(visit, 'absent');
  const { question, number, count } = found;
  return page(
    visit,
    {
      title: `${problem ? 'Erreur : ' : ''}Essai, question ${number} sur ${count}`,
      status: problem ? 422 : 200,
      narrow: true,
    },
    <>
      <div>
        <p class="above-title">Essai, rien n’est enregistré</p>
        <h1 class="series__place">
          Question {number} sur {count}
        </h1>
        <progress class="series__bar" max={count} value={number - 1} aria-label="Avancement" />
      </div>
      <QuestionForm
        question={question}
        action={`/essai/${number}`}
        hidden={{}}
        draft={draft}
        problem={problem}
        submitLabel="Valider"
      />
    </>,
  );
}

/** In a trial, the explanations come at once. */
async function showFeedback(visit: Visit): Promise<Response> {
  const found = findTrial(visit);
  if (!found) return refuse(visit, 'absent');
  const fields = await readForm(visit.http);
  const { question, number, count } = found;
  const response = parseResponse(question, fields);
  if ('problem' in response) return questionPage(visit, { draft: fields, problem: response.problem });
  const answered = { question, response, credit: creditOf(question, response) };
  return page(
    visit,
    { title: `Essai, explications de la question ${number}`, narrow: true },
    <>
      <div>
        <p class="above-title">Essai, rien n’est enregistré</p>
        <h1 class="series__place">Explications de la question {number}</h1>
      </div>
      <p>
        <OutcomeTag {...answered} />
      </p>
      <div class="debrief__stem">
        <Paragraphs text={question.stem} />
      </div>
      <QuestionReview {...answered} facts={visit.app.content.facts} />
      {number < count ? (
        <p class="actions">
          <a class="fr-btn" href={`/essai/${number + 1}`}>
            Question suivante
          </a>
          <a class="fr-btn fr-btn--secondary" href={`/essai/${number}`}>
            Répondre de nouveau
          </a>
        </p>
      ) : (
        <section class="trial-end">
          <h2>Et maintenant ?</h2>
          <p>
            Une première étape compte 8 questions choisies pour votre métier. Elle prend 8 à 10 minutes et
            donne une estimation par grands domaines. Personne d’autre que vous ne peut l’ouvrir.
          </p>
          <p class="actions">
            <a class="fr-btn" href="/connexion">
              Commencer une première étape
            </a>
            <a class="fr-btn fr-btn--secondary" href={`/essai/${number}`}>
              Répondre de nouveau
            </a>
            <a class="fr-btn fr-btn--tertiary" href="/">
              Revenir à l’accueil
            </a>
          </p>
        </section>
      )}
    </>,
  );
}

function findTrial({ app, http }: Visit) {
  const { trial } = app.content;
  const number = Number(http.req.param('number'));
  const question = trial[number - 1];
  return question ? { question, number, count: trial.length } : null;
}
