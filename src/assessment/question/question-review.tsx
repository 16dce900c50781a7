import type { Fact, Question, Response } from '../../content/index.ts';
import { SourceList } from '../../web/index.ts';
import { type Outcome, outcomeOf, type ReviewLine, reviewLines } from './review.ts';

const OUTCOMES: Record<Outcome, string> = {
  right: 'Réponse juste',
  partly: 'Réponse en partie juste',
  'to-review': 'À revoir',
  unknown: 'Vous avez répondu « je ne sais pas »',
  unanswered: 'Sans réponse',
};

type Reviewed = {
  question: Question;
  response: Response | null;
  credit: number | null;
  facts: ReadonlyMap<string, Fact>;
};

export function OutcomeTag({ question, response, credit }: Omit<Reviewed, 'facts'>) {
  const outcome = outcomeOf(question, response, credit);
  return <span class={`outcome outcome--${outcome}`}>{OUTCOMES[outcome]}</span>;
}

/** Feedback on every element of a question, what to remember, and where it comes from. */
export function QuestionReview({ question, response, facts }: Reviewed) {
  return (
    <div>
      <ul class="review__lines">
        {reviewLines(question, response).map((line) => (
          <Line line={line} />
        ))}
      </ul>
      <p class="review__takeaway">
        <strong>À retenir.</strong> {question.takeaway}
      </p>
      <SourceList sources={question.sources} facts={facts} />
    </div>
  );
}

function Line({ line }: { line: ReviewLine }) {
  const marks = [line.given, line.expected].filter((mark) => mark !== null);
  return (
    <li class={`review__line review__line--${line.verdict}`}>
      <p class="review__text">{line.text}</p>
      {marks.length > 0 && <p class="review__marks">{marks.join(' · ')}</p>}
      <p class="review__feedback">{line.feedback}</p>
    </li>
  );
}
