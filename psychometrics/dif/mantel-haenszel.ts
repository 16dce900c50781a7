import { chiSquareAbove } from '../distributions/chi-square.ts';
import { normalBelow } from '../distributions/normal.ts';
import { purify } from './purify.ts';
import { assertTwoGroups, type Stratum, strata, type TwoGroups } from './strata.ts';

/**
 * Differential functioning of one question by Mantel–Haenszel. `chiSquare` has one degree of freedom.
 * `oddsRatio` α > 1 means that, at the same score, the reference group succeeds more; null when a group never
 * succeeds or never fails where both can be compared. `delta` = −2.35 ln α puts it on the ETS scale (negative:
 * against the focal group) with its standard error; both null with α. `size` is the ETS class: A negligible, B
 * moderate, C large.
 */
export type MantelHaenszel = {
  chiSquare: number;
  p: number;
  flagged: boolean;
  oddsRatio: number | null;
  delta: number | null;
  deltaError: number | null;
  size: 'A' | 'B' | 'C';
};

export type MantelHaenszelOptions = {
  /** Level of the test, 0.05 by default. */
  level?: number;
  /** ½ off the distance, so that the χ² is not too easily reached with few people. True by default. */
  corrected?: boolean;
};

const DELTA = 2.35;

/**
 * Mantel–Haenszel test of every question, people matched on the total score.
 *
 * In stratum k, right and wrong answers are A, B in the reference group and C, D in the focal group, T in all:
 *
 *   χ² = (|Σ A − Σ E A| − ½)² / Σ Var A    E A = (A+B)(A+C)/T    Var A = (A+B)(C+D)(A+C)(B+D)/(T²(T − 1))
 *   α = Σ AD/T / Σ BC/T    Var ln α = Σ (AD + αBC)(A + D + α(B + C))/T² / (2(Σ AD/T)²)
 *
 * Mantel & Haenszel (1959); Holland & Thayer (1988), in Wainer & Braun, Test Validity, ch. 9; the variance by Phillips
 * & Holland (1987), Biometrics 43, 425–431. Where |Σ A − Σ E A| is below ½ the corrected χ² turns around and grows again: it
 * is given as published, and as other programs give it, but such a question is never flagged.
 * One result a question, in their order. Scores 0, 1 or null; throws a RangeError otherwise, or when there is not one
 * group flag a person, or when `level` is outside (0, 1).
 */
export function mantelHaenszel(groups: TwoGroups, options: MantelHaenszelOptions = {}): MantelHaenszel[] {
  const count = assertTwoGroups(groups);
  return compareAll(groups, count, new Set(range(count)), withDefaults(options));
}

/** The same once the questions found to function differently have left the matching score. See `purify`. */
export type PurifiedMantelHaenszel = { items: MantelHaenszel[]; rounds: number; settled: boolean };

/**
 * Mantel–Haenszel with purification: flagged questions are taken out of the matching score and everything is computed
 * again until the same are flagged twice (at most `rounds`, 10 by default). Holland & Thayer (1988); as in difR.
 * Throws a RangeError as `mantelHaenszel`, and on fewer than one round.
 */
export function purifiedMantelHaenszel(
  groups: TwoGroups,
  options: MantelHaenszelOptions & { rounds?: number } = {},
): PurifiedMantelHaenszel {
  const count = assertTwoGroups(groups);
  const chosen = withDefaults(options);
  return purify(count, (anchors) => compareAll(groups, count, anchors, chosen), options.rounds);
}

function withDefaults({ level = 0.05, corrected = true }: MantelHaenszelOptions) {
  if (!(level > 0 && level < 1)) throw new RangeError(`the level must lie in (0, 1), not ${level}`);
  return { level, corrected };
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

function compareAll(
  groups: TwoGroups,
  count: number,
  anchors: ReadonlySet<number>,
  options: { level: number; corrected: boolean },
): MantelHaenszel[] {
  return range(count).map((studied) => compare(strata(groups, studied, anchors), options));
}

function compare(
  tables: readonly Stratum[],
  { level, corrected }: { level: number; corrected: boolean },
): MantelHaenszel {
  let distance = 0;
  let variance = 0;
  let agreeing = 0;
  let opposing = 0;
  for (const { referenceRight: a, referenceWrong: b, focalRight: c, focalWrong: d } of tables) {
    const total = a + b + c + d;
    if (total < 2) continue;
    distance += a - ((a + b) * (a + c)) / total;
    variance += ((a + b) * (c + d) * (a + c) * (b + d)) / (total * total * (total - 1));
    agreeing += (a * d) / total;
    opposing += (b * c) / total;
  }
  const correction = corrected ? 0.5 : 0;
  const reach = Math.abs(distance) - correction;
  const chiSquare = variance > 0 ? (reach * reach) / variance : 0;
  const p = chiSquareAbove(chiSquare, 1);
  const flagged = reach > 0 && p < level;
  if (!(agreeing > 0 && opposing > 0)) {
    return {
      chiSquare,
      p,
      flagged,
      oddsRatio: null,
      delta: null,
      deltaError: null,
      size: flagged ? 'C' : 'A',
    };
  }
  const oddsRatio = agreeing / opposing;
  const delta = -DELTA * Math.log(oddsRatio);
  const deltaError = DELTA * Math.sqrt(logOddsVariance(tables, oddsRatio, agreeing));
  return { chiSquare, p, flagged, oddsRatio, delta, deltaError, size: sizeOf(delta, deltaError, flagged) };
}

function logOddsVariance(tables: readonly Stratum[], oddsRatio: number, agreeing: number): number {
  let sum = 0;
  for (const { referenceRight: a, referenceWrong: b, focalRight: c, focalWrong: d } of tables) {
    const total = a + b + c + d;
    if (total < 2) continue;
    sum += ((a * d + oddsRatio * b * c) * (a + d + oddsRatio * (b + c))) / (total * total);
  }
  return sum / (2 * agreeing * agreeing);
}

/**
 * ETS classes: A when delta does not differ from 0 or |delta| < 1; C when |delta| ≥ 1.5 and |delta| is significantly
 * above 1 (one-sided, 5 %); B between. Zieky (1993), in Holland & Wainer, Differential Item Functioning, ch. 16.
 */
function sizeOf(delta: number, error: number, differs: boolean): 'A' | 'B' | 'C' {
  const size = Math.abs(delta);
  if (!differs || size < 1) return 'A';
  return size >= 1.5 && normalBelow((size - 1) / error) > 0.95 ? 'C' : 'B';
}
