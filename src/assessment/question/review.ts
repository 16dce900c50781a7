import {
  creditOf,
  isRightNumber,
  maximumCredit,
  type Question,
  type QuestionOf,
  type Response,
} from '../../content/index.ts';

export const RATING_NAMES = ['À éviter', 'Peu utile', 'Utile', 'Très utile'] as const;

/** One element of a question once answered: what was given, what was expected, and why. */
export type ReviewLine = {
  text: string;
  given: string | null;
  expected: string | null;
  verdict: 'right' | 'near' | 'wrong' | 'none';
  feedback: string;
};

export type Outcome = 'right' | 'partly' | 'to-review' | 'unknown' | 'unanswered';

/**
 * What is said of an answer as a whole. It is right when it would earn everything today; otherwise what it did earn counts,
 * by the rules of its day.
 */
export function outcomeOf(question: Question, response: Response | null, credit: number | null): Outcome {
  if (response === null || credit === null) return 'unanswered';
  if (response.kind === 'unknown') return 'unknown';
  if (creditOf(question, response) === maximumCredit(question)) return 'right';
  return credit > 0 ? 'partly' : 'to-review';
}

/** Every element of the question with its feedback, whatever the format. */
export function reviewLines(question: Question, response: Response | null): ReviewLine[] {
  switch (question.format) {
    case 'single-choice':
    case 'dialogue-step':
      return question.options.map((option) =>
        marked(option, option.correct, response?.kind === 'choice' ? response.option === option.id : null),
      );
    case 'multiple-choice':
      return question.options.map((option) =>
        marked(option, option.correct, isSelected(response, option.id)),
      );
    case 'document':
      return question.passages.map((passage) =>
        marked(
          { ...passage, text: passage.label ? `${passage.label} : ${passage.text}` : passage.text },
          passage.relevant,
          isSelected(response, passage.id),
        ),
      );
    case 'order':
      return orderLines(question, response);
    case 'match':
      return question.pairs.map((pair) =>
        compared(pair.left, assigned(response, pair.id), pair.right, pair.feedback),
      );
    case 'categories': {
      const labels = new Map(question.categories.map((category) => [category.id, category.label]));
      return question.items.map((item) => {
        const given = assigned(response, item.id);
        return compared(
          item.text,
          given === null ? null : (labels.get(given) ?? null),
          labels.get(item.category)!,
          item.feedback,
        );
      });
    }
    case 'judgement':
      return question.reactions.map((reaction) => ratingLine(reaction, response));
    case 'number':
      return [numberLine(question, response)];
  }
}

/** An element that was to be chosen or left: `given` is null when nothing was said. */
function marked(
  element: { text: string; feedback: string },
  expected: boolean,
  given: boolean | null,
): ReviewLine {
  return {
    text: element.text,
    given: given ? 'Votre réponse' : null,
    expected: expected ? 'Réponse attendue' : null,
    verdict: given === null || (!given && !expected) ? 'none' : given === expected ? 'right' : 'wrong',
    feedback: element.feedback,
  };
}

function compared(text: string, given: string | null, expected: string, feedback: string): ReviewLine {
  return {
    text,
    given: given === null ? null : `Vous : ${given}`,
    expected: `Attendu : ${expected}`,
    verdict: given === null ? 'none' : given === expected ? 'right' : 'wrong',
    feedback,
  };
}

function ratingLine(
  reaction: QuestionOf<'judgement'>['reactions'][number],
  response: Response | null,
): ReviewLine {
  const given = response?.kind === 'ratings' ? response.values[reaction.id] : undefined;
  const distance = given === undefined ? null : Math.abs(given - reaction.rating);
  return {
    text: reaction.text,
    given: given === undefined ? null : `Vous : ${RATING_NAMES[given]?.toLowerCase()}`,
    expected: `Attendu : ${RATING_NAMES[reaction.rating]?.toLowerCase()}`,
    verdict: distance === null ? 'none' : distance === 0 ? 'right' : distance === 1 ? 'near' : 'wrong',
    feedback: reaction.feedback,
  };
}

function orderLines(question: QuestionOf<'order'>, response: Response | null): ReviewLine[] {
  return question.items.map((item, index) => {
    const given = response?.kind === 'sequence' ? response.items.indexOf(item.id) : -1;
    return compared(item.text, given < 0 ? null : `place ${given + 1}`, `place ${index + 1}`, item.feedback);
  });
}

function numberLine(question: QuestionOf<'number'>, response: Response | null): ReviewLine {
  const { answer, unit, feedback, mistakes, otherFeedback } = question;
  const shown = (value: number) =>
    [value.toLocaleString('fr-FR'), unit].filter((part) => part !== undefined).join(' ');
  const given = response?.kind === 'number' ? response.value : null;
  const right = given !== null && isRightNumber(question, given);
  const mistake = mistakes.find(({ value }) => value === given);
  return {
    text: shown(answer),
    given: given === null ? null : `Vous : ${shown(given)}`,
    expected: 'Réponse attendue',
    verdict: given === null ? 'none' : right ? 'right' : 'wrong',
    feedback: right || given === null ? feedback : `${mistake?.feedback ?? otherFeedback} ${feedback}`,
  };
}

function isSelected(response: Response | null, id: string): boolean | null {
  return response?.kind === 'selection' ? response.options.includes(id) : null;
}

function assigned(response: Response | null, id: string): string | null {
  return response?.kind === 'assignment' ? (response.values[id] ?? null) : null;
}
