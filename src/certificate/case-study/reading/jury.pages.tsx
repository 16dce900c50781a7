import {
  ErrorSummary,
  page,
  type Route,
  readForm,
  refuse,
  route,
  staff,
  type Viewer,
  type Visit,
} from '../../../web/index.ts';
import { addressOf, STUDY } from '../addresses.ts';
import { findReplies, saveReply } from '../case-study.store.ts';
import { readText } from '../case-study.ts';
import { Preparation } from '../dossier/preparation.tsx';
import { type Finished, finishedOf } from './grid.pages.tsx';

export const juryRoutes: Route[] = [
  route('GET', `${STUDY}/jury/:question`, staff, showQuestion),
  route('POST', `${STUDY}/jury/:question`, staff, keepReply),
];

const LONGEST_REPLY = 2_000;

/** A question of the study, from 1; null when there is none of this number. */
function numberOf({ http }: Visit, { dossier }: Finished): number | null {
  const asked = http.req.param('question') ?? '';
  const number = /^\d$/.test(asked) ? Number(asked) : 0;
  return dossier.questions[number - 1] ? number : null;
}

async function showQuestion(visit: Visit<Viewer>): Promise<Response> {
  const found = await finishedOf(visit);
  const number = found && numberOf(visit, found);
  if (!found || number === null) return refuse(visit, 'absent');
  const replies = await findReplies(visit.app.db, visit.viewer, found.study.id);
  return questionPage(visit, found, number, { reply: replies.get(number) ?? null });
}

/** `reply`: what was noted, null when the question was not answered yet: what is expected then stays hidden. */
function questionPage(
  visit: Visit<Viewer>,
  { study, dossier }: Finished,
  number: number,
  { reply, problem }: { reply: string | null; problem?: string },
): Response {
  const { text, expects } = dossier.questions[number - 1]!;
  const address = `${addressOf(study)}/jury`;
  const total = dossier.questions.length;
  const shown = reply !== null && problem === undefined;
  return page(
    visit,
    {
      title: `${problem ? 'Erreur : ' : ''}Question ${number} du jury : ${dossier.title}`,
      status: problem ? 422 : 200,
      narrow: true,
    },
    <>
      <p class="above-title">
        <a href={addressOf(study)}>{dossier.title}</a> · question {number} sur {total}
      </p>
      <h1>{text}</h1>
      <Preparation />
      <ErrorSummary errors={problem ? [{ field: 'reponse', message: problem }] : []} />
      <form method="post" action={`${address}/${number}`} novalidate>
        <div class={`fr-input-group${problem ? ' fr-input-group--error' : ''}`}>
          <label class="fr-label" for="reponse">
            Ma réponse
            <span class="fr-hint-text">
              {shown
                ? 'Vous pouvez la reprendre.'
                : 'Répondez d’abord à voix haute, puis notez deux ou trois idées. Vous pouvez laisser vide.'}
            </span>
          </label>
          <textarea
            class="fr-input"
            id="reponse"
            name="reponse"
            rows={6}
            maxlength={LONGEST_REPLY}
            aria-describedby={problem ? 'reponse-erreur' : undefined}
            aria-invalid={problem ? 'true' : undefined}
          >
            {reply ?? ''}
          </textarea>
          {problem && (
            <p class="fr-error-text" id="reponse-erreur">
              {problem}
            </p>
          )}
        </div>
        <button class={`fr-btn${shown ? ' fr-btn--secondary' : ''}`} type="submit">
          {shown ? 'Enregistrer ma réponse' : 'Enregistrer, et voir ce qui est attendu'}
        </button>
      </form>
      {shown && (
        <section class="expected">
          <h2>Ce qu’une réponse solide contient</h2>
          <p>{expects}</p>
        </section>
      )}
      <nav class="jury-steps" aria-label="Questions du jury">
        <ul>
          {number > 1 && (
            <li>
              <a href={`${address}/${number - 1}`}>Question précédente</a>
            </li>
          )}
          <li>
            {number < total ? (
              <a href={`${address}/${number + 1}`}>Question suivante</a>
            ) : (
              <a href={addressOf(study)}>Revenir à mon étude</a>
            )}
          </li>
        </ul>
      </nav>
    </>,
  );
}

async function keepReply(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const found = await finishedOf(visit);
  const number = found && numberOf(visit, found);
  if (!found || number === null) return refuse(visit, 'absent');
  const reply = readText((await readForm(http)).reponse?.[0] ?? '').trim();
  if (reply.length > LONGEST_REPLY) {
    const problem = `${LONGEST_REPLY} caractères au plus : il y en a ${reply.length}.`;
    return questionPage(visit, found, number, { reply, problem });
  }
  const kept = await saveReply(app.db, viewer, found.study.id, { question: number, reply }, app.now());
  return kept ? http.redirect(`${addressOf(found.study)}/jury/${number}`, 303) : refuse(visit, 'absent');
}
