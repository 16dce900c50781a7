import { randomMistakes, worthlessMistakes } from '../credit/blind-answers.ts';
import { creditOf, maximumCredit, type Response } from '../credit/credit.ts';
import type { Question, QuestionOf } from '../question.ts';
import { careOf } from './care.ts';

/** Ways of answering without knowing anything, as test-wise people do. */
export const STRATEGIES = ['longest', 'first', 'careful', 'middle'] as const;
export type Strategy = (typeof STRATEGIES)[number];

/** Share of the highest credit that a strategy earns; where it hesitates between answers, their mean. */
export function shareOf(strategy: Strategy, question: Question): number {
  const answers = answersOf(strategy, question);
  if (answers.length === 0) return chanceShare(question);
  const credits = answers.map((answer) => creditOf(question, answer));
  return mean(credits) / maximumCredit(question);
}

/** Share of the highest credit that an answer given at random earns, exactly. */
export function chanceShare(question: Question): number {
  switch (question.format) {
    case 'single-choice':
    case 'dialogue-step':
      return 1 / question.options.length;
    case 'number':
      return 0;
    default: {
      const most = worthlessMistakes(question);
      return randomMistakes(question).reduce(
        (sum, chance, mistakes) => sum + chance * Math.max(0, 1 - mistakes / most),
        0,
      );
    }
  }
}

/** The answers a strategy leaves possible; none where it says nothing of the format. */
function answersOf(strategy: Strategy, question: Question): Response[] {
  switch (question.format) {
    case 'single-choice':
    case 'dialogue-step':
      return best(scores(strategy, question.options)).map((index) => ({
        kind: 'choice',
        option: question.options[index]!.id,
      }));
    case 'multiple-choice':
      return [marking(strategy, question.options, question.options.length / 2)];
    case 'document':
      return [marking(strategy, question.passages, question.passages.length / 3)];
    case 'judgement':
      return [rating(strategy, question)];
    case 'order':
      return ordering(strategy, question);
    case 'categories':
      return sorting(strategy, question);
    case 'match':
      return pairing(strategy, question);
    case 'number':
      return [];
  }
}

/** How much each element draws somebody who follows the strategy. */
function scores(strategy: Strategy, elements: readonly { text: string }[]): number[] {
  switch (strategy) {
    case 'longest':
      return elements.map(({ text }) => text.length);
    case 'first':
      return elements.map((_, index) => -index);
    case 'careful':
      return elements.map(({ text }) => careOf(text));
    case 'middle':
      return elements.map((_, index) => -Math.abs(index - (elements.length - 1) / 2));
  }
}

/** Marks the elements that draw most; as many as a test-wise person expects. */
function marking(
  strategy: Strategy,
  elements: readonly { id: string; text: string }[],
  expected: number,
): Response {
  const drawn = ranked(scores(strategy, elements)).slice(0, Math.max(1, Math.round(expected)));
  return { kind: 'selection', options: drawn.map((index) => elements[index]!.id) };
}

/** « Très utile » for what draws most, « À éviter » for what draws least, the others between; always « Utile » for the middle. */
function rating(strategy: Strategy, { reactions }: QuestionOf<'judgement'>): Response {
  const drawn = scores(strategy, reactions);
  const steps = reactions.length - 1;
  const rate = (index: number): number => {
    if (strategy === 'middle') return 2;
    if (strategy === 'first') return 0;
    const below = drawn.filter((other) => other < drawn[index]!).length;
    const same = drawn.filter((other) => other === drawn[index]!).length - 1;
    return Math.round((3 * (below + same / 2)) / steps);
  };
  return { kind: 'ratings', values: Object.fromEntries(reactions.map(({ id }, index) => [id, rate(index)])) };
}

/** What draws most comes first. The order shown is drawn at random: « first » and « middle » say nothing of it. */
function ordering(strategy: Strategy, question: QuestionOf<'order'>): Response[] {
  if (strategy === 'first' || strategy === 'middle') return [];
  const items = byText(question.items, ({ text }) => text);
  return [{ kind: 'sequence', items: ranked(scores(strategy, items)).map((index) => items[index]!.id) }];
}

/** Everything in one category, the first or that of the middle; or what draws most in the last one. */
function sorting(strategy: Strategy, { categories, items }: QuestionOf<'categories'>): Response[] {
  const all = (place: number): Response => ({
    kind: 'assignment',
    values: Object.fromEntries(items.map(({ id }) => [id, categories[place]!.id])),
  });
  if (strategy === 'first') return [all(0)];
  if (strategy === 'middle') return [all(Math.floor((categories.length - 1) / 2))];
  // Which category what draws goes to, nothing tells: each in turn.
  const drawn = ranked(scores(strategy, items));
  return categories.map((_, turn) => ({
    kind: 'assignment',
    values: Object.fromEntries(
      drawn.map((index, rank) => [
        items[index]!.id,
        categories[(Math.floor((rank * categories.length) / drawn.length) + turn) % categories.length]!.id,
      ]),
    ),
  }));
}

/** The longest with the longest; otherwise nothing to go by. */
function pairing(strategy: Strategy, { pairs, distractors }: QuestionOf<'match'>): Response[] {
  if (strategy === 'first' || strategy === 'middle') return [];
  const lefts = byText(pairs, ({ left }) => left);
  const rights = byText([...pairs.map(({ right }) => right), ...distractors], (right) => right);
  const drawnLefts = ranked(
    scores(
      strategy,
      lefts.map(({ left }) => ({ text: left })),
    ),
  );
  const drawnRights = ranked(
    scores(
      strategy,
      rights.map((text) => ({ text })),
    ),
  );
  const values = drawnLefts.map((left, rank) => [lefts[left]!.id, rights[drawnRights[rank]!]!]);
  return [{ kind: 'assignment', values: Object.fromEntries(values) }];
}

/** Elements written in the right order, put in one that tells nothing. */
function byText<T>(elements: readonly T[], textOf: (element: T) => string): T[] {
  return elements.toSorted((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
}

/** Places of the highest scores. */
function best(values: readonly number[]): number[] {
  const highest = Math.max(...values);
  return values.flatMap((value, index) => (value === highest ? [index] : []));
}

/** Places from the highest score to the lowest; where equal, as shown. */
function ranked(values: readonly number[]): number[] {
  return values.map((_, index) => index).sort((a, b) => values[b]! - values[a]!);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
