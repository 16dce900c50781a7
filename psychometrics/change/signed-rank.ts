import { normalAbove } from '../distributions/normal.ts';
import { differencesOf, type Pairs } from './pairs.ts';

/**
 * Wilcoxon signed-rank test, two-sided. `statistic` V is the sum of the ranks of the people who rose, among the
 * `changed` people whose score moved at all (others bring nothing). `exact` is null beyond 200 people.
 * `rankBiserial` goes from −1 (all fell) to 1 (all rose).
 */
export type SignedRankTest = {
  changed: number;
  statistic: number;
  exact: number | null;
  normal: number;
  normalCorrected: number;
  rankBiserial: number;
};

const MOST_EXACT = 200;

/**
 * Wilcoxon (1945), Individual comparisons by ranking methods, Biometrics Bulletin 1(6), 80–83; ties share their
 * mean rank and zeros are dropped. With n people who moved and ties of sizes t,
 *
 *   E V = n(n + 1)/4    Var V = n(n + 1)(2n + 1)/24 − Σ (t³ − t)/48    z = (V − E V − correction)/√Var V
 *
 * where the correction is ½ towards the mean (Hollander & Wolfe 1999, section 3.1). The exact probability is that
 * of the permutation distribution given the ranks as they are, ties included: every sign equally likely.
 * Rank-biserial correlation: (sum of ranks up − down)/total (Kerby 2014). Nobody moved: probabilities 1, correlation 0.
 * Throws a RangeError on lists that are no pairs (see `Pairs`).
 */
export function signedRankTest(pairs: Pairs): SignedRankTest {
  const moves = differencesOf(pairs, 0).filter((difference) => difference !== 0);
  const changed = moves.length;
  if (changed === 0) {
    return { changed, statistic: 0, exact: 1, normal: 1, normalCorrected: 1, rankBiserial: 0 };
  }
  const { ranks, tieTerm } = rank(moves.map(Math.abs));
  const statistic = ranks.reduce((sum, value, index) => sum + (moves[index]! > 0 ? value : 0), 0);
  const total = (changed * (changed + 1)) / 2;
  const deviation = Math.sqrt((total * (2 * changed + 1)) / 12 - tieTerm / 48);
  const distance = Math.abs(statistic - total / 2);
  return {
    changed,
    statistic,
    exact: changed > MOST_EXACT ? null : exactProbability(ranks, statistic),
    normal: twoSided(distance / deviation),
    normalCorrected: twoSided(Math.max(0, distance - 0.5) / deviation),
    rankBiserial: (2 * statistic - total) / total,
  };
}

function twoSided(z: number): number {
  return Math.min(1, 2 * normalAbove(z));
}

/** Ranks from 1, equal sizes sharing their mean rank, and Σ (t³ − t) over the groups of equal sizes. */
function rank(sizes: readonly number[]): { ranks: number[]; tieTerm: number } {
  const order = sizes.map((size, index) => ({ size, index })).sort((a, b) => a.size - b.size);
  const ranks = new Array<number>(sizes.length);
  let tieTerm = 0;
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && order[end]!.size === order[start]!.size) end += 1;
    for (let place = start; place < end; place += 1) ranks[order[place]!.index] = (start + 1 + end) / 2;
    tieTerm += (end - start) ** 3 - (end - start);
    start = end;
  }
  return { ranks, tieTerm };
}

/** Share of the 2ⁿ sign patterns at least as far from the middle. Ranks are doubled so that they are whole. */
function exactProbability(ranks: readonly number[], statistic: number): number {
  const doubled = ranks.map((value) => Math.round(2 * value));
  const highest = doubled.reduce((sum, value) => sum + value, 0);
  const share = new Float64Array(highest + 1);
  share[0] = 1;
  let reached = 0;
  for (const step of doubled) {
    for (let sum = reached; sum >= 0; sum -= 1) {
      const half = share[sum]! / 2;
      share[sum] = half;
      share[sum + step]! += half;
    }
    reached += step;
  }
  const least = Math.min(Math.round(2 * statistic), highest - Math.round(2 * statistic));
  let tail = 0;
  for (let sum = 0; sum <= least; sum += 1) tail += share[sum]!;
  return Math.min(1, 2 * tail);
}
