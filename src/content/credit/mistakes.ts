import type { Format, Question, QuestionOf } from '../question.ts';
import type { Response } from './response.ts';

/** Formats of several decisions, where an answer can be partly right. */
export type DecisionFormat = Extract<
  Format,
  'multiple-choice' | 'document' | 'categories' | 'match' | 'order' | 'judgement'
>;

/**
 * Mistakes of an answer: proposals or lines wrongly marked or left, elements in a wrong place, pairs out of order,
 * steps between a rating and the key's.
 */
export function mistakesOf(question: QuestionOf<DecisionFormat>, response: Response): number {
  switch (question.format) {
    case 'multiple-choice': {
      const { options } = selection(question, response);
      return count(question.options, ({ id, correct }) => correct !== options.includes(id));
    }
    case 'document': {
      const { options } = selection(question, response);
      return count(question.passages, ({ id, relevant }) => relevant !== options.includes(id));
    }
    case 'categories': {
      const { values } = assignment(question, response);
      return count(question.items, ({ id, category }) => values[id] !== category);
    }
    case 'match': {
      const { values } = assignment(question, response);
      return pairMistakes(
        question,
        count(question.pairs, ({ id, right }) => values[id] !== right),
      );
    }
    case 'order': {
      const { items } = sequence(question, response);
      return invertedPairs(question.items.map(({ id }) => items.indexOf(id)));
    }
    case 'judgement': {
      const { values } = ratings(question, response);
      return sum(question.reactions.map(({ id, rating }) => Math.abs(rating - (values[id] ?? 0))));
    }
  }
}

/** Without a distractor no pair can be wrong alone: two answers exchanged are one mistake. */
export function pairMistakes({ distractors }: QuestionOf<'match'>, wrong: number): number {
  return distractors.length > 0 || wrong < 2 ? wrong : wrong - 1;
}

/** Number of pairs out of order; each position is the rank a person gave to the item that belongs there. */
function invertedPairs(ranks: number[]): number {
  return sum(ranks.map((rank, index) => count(ranks.slice(index + 1), (later) => later < rank)));
}

const selection = taking('selection');
const assignment = taking('assignment');
const sequence = taking('sequence');
const ratings = taking('ratings');

/** Narrows a response to the kind a format takes; another kind is a bug. */
export function taking<K extends Response['kind']>(kind: K) {
  return (question: Pick<Question, 'format'>, response: Response): Extract<Response, { kind: K }> => {
    if (isKind(response, kind)) return response;
    throw new Error(`A response of kind ${response.kind} does not answer a question ${question.format}`);
  };
}

function isKind<K extends Response['kind']>(
  response: Response,
  kind: K,
): response is Extract<Response, { kind: K }> {
  return response.kind === kind;
}

function count<T>(elements: readonly T[], counts: (element: T) => boolean): number {
  return elements.filter(counts).length;
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
