import type { Response as Answer } from '../../content/index.ts';
import { page, type Viewer, type Visit } from '../../web/index.ts';
import { type GivenAnswer, givenAnswer } from '../question/given-answer.ts';
import { CasePanel, QuestionStem } from '../question/question-form.tsx';
import type { Fields } from '../question/response.ts';
import type { AskedInSeries } from './evaluation.store.ts';
import { placeText, type Shown, seriesName } from './place.ts';
import { CHANGE, CONFIRM, REREADING, sentAgain } from './rereading.ts';

/** The question and the answer just given, in words; nothing is recorded before it is confirmed. */
export function rereadingPage(
  visit: Visit<Viewer>,
  series: Shown,
  { question, case: itsCase, position }: AskedInSeries,
  { fields, response }: { fields: Fields; response: Answer },
): Response {
  const name = seriesName(visit, series);
  return page(
    visit,
    { title: `Relire votre réponse – Question ${position} – ${name}`, narrow: true },
    <>
      <div>
        <p class="above-title">
          {name} · {placeText(series, position)}
        </p>
        <h1 class="series__place">Relire votre réponse</h1>
        <progress class="series__bar" max={series.length} value={position - 1} aria-label="Avancement" />
      </div>
      <p class="lede">
        Rien n’est encore enregistré. Une fois enregistrée, votre réponse ne se changera plus.
      </p>
      <h2 class="fr-h5">La question</h2>
      {itsCase && <CasePanel item={itsCase} open={false} />}
      <QuestionStem question={question} />
      <h2 class="fr-h5">Votre réponse</h2>
      <div class="given">
        <Given answer={givenAnswer(question, response)} />
      </div>
      <form method="post" action={`/evaluations/${series.id}/reponses`} class="question__actions">
        {sentAgain(fields).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <button class="fr-btn" type="submit" name={REREADING} value={CONFIRM}>
          Enregistrer cette réponse
        </button>
        <button class="fr-btn fr-btn--secondary" type="submit" name={REREADING} value={CHANGE}>
          La changer
        </button>
      </form>
      <p class="series__leave">
        <a href={`/evaluations/${series.id}/pause`}>Faire une pause ou m’arrêter là</a>
      </p>
    </>,
  );
}

function Given({ answer }: { answer: GivenAnswer }) {
  switch (answer.kind) {
    case 'one':
      return <p>{answer.text}</p>;
    case 'several':
      return (
        <ul>
          {answer.texts.map((text) => (
            <li>{text}</li>
          ))}
        </ul>
      );
    case 'in-order':
      return (
        <ol>
          {answer.texts.map((text) => (
            <li>{text}</li>
          ))}
        </ol>
      );
    case 'each':
      return (
        <dl>
          {answer.lines.map(({ text, given }) => (
            <div>
              <dt>{text}</dt>
              <dd>{given}</dd>
            </div>
          ))}
        </dl>
      );
  }
}
