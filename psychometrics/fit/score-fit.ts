import { chiSquareAbove } from '../distributions/chi-square.ts';
import { type AnswerTable, completeRows, questionCount, totalScore } from '../item-analysis/answer-table.ts';
import { assertUsable, type ItemParameters, maximumScore } from '../models/item-parameters.ts';
import { categoryProbabilities } from '../models/response.ts';
import { collapse, type ScoreGroup } from './collapse.ts';
import { POPULATION_GRID } from './population-grid.ts';
import { scoreDistribution } from './score-distribution.ts';

/**
 * S-X²: do people with the same total score answer the question as the model says? A small `p` says no. `rmsea` is the
 * misfit per degree of freedom (below .05 or so it hardly matters however small p). `p` and `rmsea` are null when no
 * degree of freedom is left. `groups` holds what is compared: for each total score the people observed and expected at
 * each score of the question.
 */
export type ScoreFit = {
  chiSquare: number;
  degreesOfFreedom: number;
  p: number | null;
  rmsea: number | null;
  groups: ScoreGroup[];
};

/**
 * S-X² of every question, from the people who answered all of them (others cannot be placed on the total score).
 *
 *   E_ik(s) = ∫ P(xᵢ = k) S₍₋ᵢ₎(s − k) φ(θ)dθ / ∫ S(s) φ(θ)dθ    S-X² = Σ_s Σ_k N_s (O − E)²/E
 *
 * with S the distribution of totals (Lord & Wingersky), S₍₋ᵢ₎ without question i, totals 0 and maximum left out, cells
 * collapsed to an expectation of at least 1 (see `collapse`), degrees of freedom Σ (cells − 1) of the groups minus
 * the parameters estimated for the question.
 *
 * Orlando & Thissen (2000), Applied Psychological Measurement 24(1), 50–64, and (2003), 27(4), 289–298; for ordered
 * credits Kang & Chen (2008), Journal of Educational Measurement 45(4), 391–406. Population N(0, 1) on 61 nodes.
 *
 * `items` gives the parameters of the questions in the order of the answers; `estimated` how many parameters of each
 * were estimated from these data (by default all but c). Throws a RangeError when they do not match the answers.
 */
export function scoreFit(input: {
  answers: AnswerTable;
  items: readonly ItemParameters[];
  estimated?: readonly number[];
}): { people: number; items: ScoreFit[] } {
  const { answers, items } = input;
  const estimated = input.estimated ?? items.map((item) => 1 + maximumScore(item));
  assertMatching(answers, items);
  if (estimated.length !== items.length)
    throw new RangeError('one number of estimated parameters an item is needed');
  const rows = completeRows(answers);
  const totals = rows.map((row) => totalScore(row));
  const curves = items.map((item) =>
    POPULATION_GRID.abilities.map((ability) => categoryProbabilities(item, ability)),
  );
  const all = marginalDistribution(curves);
  return {
    people: rows.length,
    items: items.map((item, index) => {
      const others = curves.filter((_, other) => other !== index);
      const expected = expectedShares(curves[index]!, others, all);
      const observed = countByTotal(rows, totals, index, maximumScore(item), all.length);
      return judge(scoreGroups(observed, expected), estimated[index]!, rows.length);
    }),
  };
}

/** Throws a RangeError unless every score is possible under the parameters of its question. */
export function assertMatching(answers: AnswerTable, items: readonly ItemParameters[]): void {
  for (const item of items) assertUsable(item);
  const count = questionCount(answers);
  if (answers.length > 0 && count !== items.length) {
    throw new RangeError(`${items.length} items do not match answers to ${count} questions`);
  }
  answers.forEach((row, person) => {
    const odd = row.findIndex((score, index) => score !== null && score > maximumScore(items[index]!));
    if (odd >= 0) {
      throw new RangeError(
        `score ${row[odd]} of person ${person + 1} on question ${odd + 1} is above its maximum`,
      );
    }
  });
}

/** Probability of each total in the population. */
function marginalDistribution(curves: readonly (readonly number[][])[]): Float64Array {
  const { shares } = POPULATION_GRID;
  let sum = new Float64Array(0);
  shares.forEach((share, node) => {
    const distribution = scoreDistribution(curves.map((curve) => curve[node]!));
    if (node === 0) sum = new Float64Array(distribution.length);
    for (let total = 0; total < sum.length; total += 1) sum[total]! += share * distribution[total]!;
  });
  return sum;
}

/** Share of people at each score of a question among those with each total: row total, column score. */
function expectedShares(
  curve: readonly number[][],
  others: readonly (readonly number[][])[],
  all: Float64Array,
): number[][] {
  const scores = curve[0]!.length;
  const shares = Array.from(all, () => new Array<number>(scores).fill(0));
  POPULATION_GRID.shares.forEach((share, node) => {
    const rest = scoreDistribution(others.map((other) => other[node]!));
    for (let score = 0; score < scores; score += 1) {
      const weight = share * curve[node]![score]!;
      for (let total = 0; total < rest.length; total += 1)
        shares[total + score]![score]! += weight * rest[total]!;
    }
  });
  return shares.map((row, total) => row.map((share) => (all[total]! > 0 ? share / all[total]! : 0)));
}

function countByTotal(
  rows: readonly (readonly number[])[],
  totals: readonly number[],
  question: number,
  highest: number,
  size: number,
): number[][] {
  const counts = Array.from({ length: size }, () => new Array<number>(highest + 1).fill(0));
  rows.forEach((row, person) => {
    counts[totals[person]!]![row[question]!]! += 1;
  });
  return counts;
}

function scoreGroups(observed: readonly number[][], expected: readonly number[][]): ScoreGroup[] {
  const groups: ScoreGroup[] = [];
  for (let total = 1; total < observed.length - 1; total += 1) {
    const people = observed[total]!.reduce((sum, count) => sum + count, 0);
    if (people === 0) continue;
    groups.push({
      lowest: total,
      highest: total,
      people,
      observed: observed[total]!,
      expected: expected[total]!.map((share) => people * share),
    });
  }
  return groups;
}

function judge(groups: ScoreGroup[], estimated: number, people: number): ScoreFit {
  let chiSquare = 0;
  let cells = 0;
  const kept = collapse(groups);
  for (const group of kept) {
    group.cells.forEach(({ observed, expected }) => {
      chiSquare += (observed - expected) ** 2 / expected;
    });
    cells += group.cells.length - 1;
  }
  const degreesOfFreedom = Math.max(0, cells - estimated);
  if (degreesOfFreedom === 0) return { chiSquare, degreesOfFreedom, p: null, rmsea: null, groups };
  const excess = Math.max(0, chiSquare - degreesOfFreedom);
  return {
    chiSquare,
    degreesOfFreedom,
    p: chiSquareAbove(chiSquare, degreesOfFreedom),
    rmsea: Math.sqrt(excess / (degreesOfFreedom * Math.max(1, people - 1))),
    groups,
  };
}
