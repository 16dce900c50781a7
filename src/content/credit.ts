import type { Question, QuestionOf } from './question.ts';

/** What a person answers, by the kind of field it comes from. */
export type Response =
  | { kind: 'unknown' }
  | { kind: 'choice'; option: string }
  | { kind: 'selection'; options: string[] }
  | { kind: 'sequence'; items: string[] }
  | { kind: 'assignment'; values: Record<string, string> }
  | { kind: 'ratings'; values: Record<string, number> }
  | { kind: 'number'; value: number };

/** Highest credit of a question: 1 where an answer is right or wrong, 2 or 3 where it can be partly right. */
export function maximumCredit(question: Question): number {
  return CREDITS[question.format].maximum;
}

/** Chance of the right answer by a blind choice: 1/k for one choice among k, 0 elsewhere. */
export function guessing(question: Question): number {
  return 'options' in question && question.format !== 'multiple-choice' ? 1 / question.options.length : 0;
}

/**
 * Credit of an answer, from 0 to `maximumCredit`. « Je ne sais pas » is worth 0.
 * @throws when the response is not of the kind the format expects: `parseResponse` never lets that happen.
 */
export function creditOf(question: Question, response: Response): number {
  if (response.kind === 'unknown') return 0;
  const rule = CREDITS[question.format] as CreditRule;
  return rule.credit(question, response);
}

type CreditRule = { maximum: number; credit: (question: Question, response: Response) => number };

const CREDITS: Record<Question['format'], CreditRule> = {
  'single-choice': rule('single-choice', 'choice', 1, (question, { option }) =>
    rightOption(question, option),
  ),
  'dialogue-step': rule('dialogue-step', 'choice', 1, (question, { option }) =>
    rightOption(question, option),
  ),
  'multiple-choice': rule('multiple-choice', 'selection', 2, ({ options }, answer) => {
    const mistakes = options.filter((option) => option.correct !== answer.options.includes(option.id)).length;
    return Math.max(0, 2 - mistakes);
  }),
  order: rule('order', 'sequence', 2, ({ items }, answer) => {
    const inversions = invertedPairs(items.map((item) => answer.items.indexOf(item.id)));
    if (inversions === 0) return 2;
    return inversions <= items.length - 3 ? 1 : 0;
  }),
  match: rule('match', 'assignment', 2, ({ pairs }, answer) => {
    const right = pairs.filter((pair) => answer.values[pair.id] === pair.right).length;
    if (right === pairs.length) return 2;
    return right >= pairs.length - 2 ? 1 : 0;
  }),
  categories: rule('categories', 'assignment', 2, ({ items }, answer) => {
    const mistakes = items.filter((item) => answer.values[item.id] !== item.category).length;
    return Math.max(0, 2 - mistakes);
  }),
  judgement: rule('judgement', 'ratings', 3, (question, answer) => {
    const distance = sum(
      question.reactions.map((reaction) => Math.abs(reaction.rating - (answer.values[reaction.id] ?? 0))),
    );
    const worthless = worthlessDistance(question);
    return distance >= worthless ? 0 : Math.ceil(((worthless - distance) * 3) / worthless);
  }),
  number: rule('number', 'number', 1, (question, { value }) => (isRightNumber(question, value) ? 1 : 0)),
  document: rule('document', 'selection', 2, ({ passages }, answer) => {
    const mistakes = passages.filter(
      (passage) => passage.relevant !== answer.options.includes(passage.id),
    ).length;
    const allowance = passages.length >= 8 ? 1 : 0;
    if (mistakes <= allowance) return 2;
    return mistakes <= allowance + 1 ? 1 : 0;
  }),
};

/**
 * Distance to the key of a judgement from which an answer is worth nothing: what ratings at random earn on
 * average, and what always answering the same rating earns, are both at least that far.
 */
export function worthlessDistance({ reactions }: Pick<QuestionOf<'judgement'>, 'reactions'>): number {
  const ratings = [0, 1, 2, 3];
  const distanceOfAlways = (rating: number) => sum(reactions.map((r) => Math.abs(r.rating - rating)));
  const random = sum(ratings.map(distanceOfAlways)) / ratings.length;
  return Math.floor(Math.min(random, ...ratings.map(distanceOfAlways)));
}

/** Numbers are typed with four decimals at most: less than this is what binary fractions lose, 0.4 − 0.3 > 0.1. */
const ROUNDING = 1e-6;

/** Whether a number is the answer, give or take the tolerance. */
export function isRightNumber(
  { answer, tolerance }: Pick<QuestionOf<'number'>, 'answer' | 'tolerance'>,
  value: number,
): boolean {
  return Math.abs(value - answer) <= tolerance + ROUNDING;
}

/** Number of pairs out of order; each position is the rank a person gave to the item that belongs there. */
function invertedPairs(ranks: number[]): number {
  return sum(ranks.map((rank, index) => ranks.slice(index + 1).filter((later) => later < rank).length));
}

function rightOption({ options }: QuestionOf<'single-choice' | 'dialogue-step'>, id: string): number {
  return options.find((option) => option.id === id)?.correct ? 1 : 0;
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Binds a format to the kind of response it takes, so that each rule is written on its own types. */
function rule<F extends Question['format'], K extends Response['kind']>(
  format: F,
  kind: K,
  maximum: number,
  credit: (question: QuestionOf<F>, response: Extract<Response, { kind: K }>) => number,
): CreditRule {
  return {
    maximum,
    credit(question, response) {
      if (!isOf(question, format) || !isKind(response, kind)) {
        throw new Error(`A response of kind ${response.kind} does not answer a question ${question.format}`);
      }
      return credit(question, response);
    },
  };
}

function isOf<F extends Question['format']>(question: Question, format: F): question is QuestionOf<F> {
  return question.format === format;
}

function isKind<K extends Response['kind']>(
  response: Response,
  kind: K,
): response is Extract<Response, { kind: K }> {
  return response.kind === kind;
}
