import { type ItemParameters, maximumScore } from '../models/item-parameters.ts';

/** A question as it was answered: what is known of it, and a whole score in 0 … maximumScore(item). */
export type AnsweredItem = { item: ItemParameters; score: number };

/** An ability and its standard error (> 0), both in units of ability, both finite. */
export type AbilityEstimate = { ability: number; standardError: number };

/** Where abilities are looked for; both bounds finite, low < high. */
export type AbilityRange = { low: number; high: number };

/** What is believed of an ability before any answer: a normal law, sd > 0. */
export type AbilityPrior = { mean: number; sd: number };

export const DEFAULT_RANGE: AbilityRange = { low: -4, high: 4 };
export const STANDARD_PRIOR: AbilityPrior = { mean: 0, sd: 1 };

/** Below this nothing is known; a standard error is thus never above 10⁸, even without any answer. */
const LEAST_INFORMATION = 1e-16;

/** 1 / √I, kept finite where the information vanishes. */
export function standardErrorFrom(information: number): number {
  return 1 / Math.sqrt(Math.max(information, LEAST_INFORMATION));
}

/** Throws a RangeError naming the first answer whose score its question cannot have. */
export function assertScores(answers: readonly AnsweredItem[]): void {
  answers.forEach(({ item, score }, index) => {
    if (!Number.isInteger(score) || score < 0 || score > maximumScore(item)) {
      throw new RangeError(
        `the score of answer ${index} must be a whole number from 0 to ${maximumScore(item)}, not ${score}`,
      );
    }
  });
}

/**
 * The same answers sorted by their parameters. Sums taken over them are then the same to the last digit whatever
 * the order the answers came in, which matters where a likelihood without prior is all but flat.
 */
export function inFixedOrder(answers: readonly AnsweredItem[]): AnsweredItem[] {
  return answers
    .map((answer) => ({ answer, key: sortingKey(answer) }))
    .sort((one, other) => compareKeys(one.key, other.key))
    .map(({ answer }) => answer);
}

function sortingKey({ item, score }: AnsweredItem): number[] {
  if (item.model === 'choice') return [0, item.discrimination, item.difficulty, item.guessing, score];
  if (item.model === 'graded') return [1, item.discrimination, score, ...item.steps];
  return [2, item.discrimination, score, ...item.thresholds];
}

function compareKeys(one: readonly number[], other: readonly number[]): number {
  const length = Math.min(one.length, other.length);
  for (let index = 0; index < length; index += 1) {
    if (one[index] !== other[index]) return one[index]! - other[index]!;
  }
  return one.length - other.length;
}
