import type { AnswerTable } from '../item-analysis/answer-table.ts';
import type { ItemParameters } from '../models/item-parameters.ts';
import { categoryProbabilities } from '../models/response.ts';
import { assertMatching } from './score-fit.ts';

/**
 * How surprising the answers to a question are: 1 as the model expects, above 1 noisier, below 1 more regular than
 * chance allows. `outfit` counts every answer alike and sees lucky guesses and slips far from the question's difficulty;
 * `infit` weighs answers by what they tell. `infitZ`, `outfitZ` are about N(0, 1) when the model holds. Over `people`
 * answers; all null without any.
 */
export type MeanSquares = {
  people: number;
  infit: number | null;
  infitZ: number | null;
  outfit: number | null;
  outfitZ: number | null;
};

/** Below this an answer is certain to the last digit, and a variance would be rounding error. */
const LEAST_VARIANCE = 1e-10;
const MOST_DEVIATION = Math.SQRT2;

/**
 * Weighted (infit) and unweighted (outfit) mean squares of residuals. With y = x − E x, W = Var x, C = E(x − E x)⁴ at each
 * person's ability:
 *
 *   outfit = Σ y²/W / N     q² = Σ (C/W²)/N² − 1/N
 *   infit = Σ y² / Σ W      q² = Σ (C − W²)/(Σ W)²      z = (MS^{1/3} − 1)(3/q) + q/3
 *
 * Wright & Masters (1982), Rating Scale Analysis, ch. 5; z by Wilson & Hilferty's cube root, q at most √2 as in Winsteps
 * and mirt. `abilities` holds one estimate a person, finite. Throws a RangeError when sizes do not match.
 */
export function meanSquares(input: {
  answers: AnswerTable;
  items: readonly ItemParameters[];
  abilities: readonly number[];
}): MeanSquares[] {
  const { answers, items, abilities } = input;
  assertMatching(answers, items);
  if (abilities.length !== answers.length || !abilities.every(Number.isFinite)) {
    throw new RangeError(
      `one finite ability a person is needed: ${abilities.length} for ${answers.length} people`,
    );
  }
  return items.map((item, question) => {
    const sums = { people: 0, standard: 0, squares: 0, weights: 0, kurtosis: 0, spread: 0 };
    answers.forEach((row, person) => {
      const score = row[question];
      if (score === null || score === undefined) return;
      const { mean, variance, fourth } = moments(categoryProbabilities(item, abilities[person]!));
      const square = (score - mean) ** 2;
      sums.people += 1;
      sums.standard += square / variance;
      sums.squares += square;
      sums.weights += variance;
      sums.kurtosis += Math.max(1, fourth / variance ** 2);
      sums.spread += Math.max(0, fourth - variance ** 2);
    });
    return summary(sums);
  });
}

function moments(probabilities: readonly number[]): { mean: number; variance: number; fourth: number } {
  const mean = probabilities.reduce((sum, p, score) => sum + p * score, 0);
  const variance = probabilities.reduce((sum, p, score) => sum + p * (score - mean) ** 2, 0);
  const fourth = probabilities.reduce((sum, p, score) => sum + p * (score - mean) ** 4, 0);
  return { mean, variance: Math.max(LEAST_VARIANCE, variance), fourth };
}

function summary(sums: {
  people: number;
  standard: number;
  squares: number;
  weights: number;
  kurtosis: number;
  spread: number;
}): MeanSquares {
  const { people, standard, squares, weights, kurtosis, spread } = sums;
  if (people === 0) return { people, infit: null, infitZ: null, outfit: null, outfitZ: null };
  const infit = squares / weights;
  const outfit = standard / people;
  return {
    people,
    infit,
    infitZ: cubeRootZ(infit, Math.sqrt(spread) / weights),
    outfit,
    outfitZ: cubeRootZ(outfit, Math.sqrt(Math.max(0, kurtosis / people - 1) / people)),
  };
}

function cubeRootZ(meanSquare: number, deviation: number): number {
  const q = Math.min(MOST_DEVIATION, deviation);
  return q < 1e-9 ? 0 : (Math.cbrt(meanSquare) - 1) * (3 / q) + q / 3;
}
