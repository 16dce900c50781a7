import { chiSquareAbove } from '../distributions/chi-square.ts';
import { type Cell, logisticRegression } from './logistic-regression.ts';
import { purify } from './purify.ts';
import { assertTwoGroups, matchingScore, type TwoGroups } from './strata.ts';

/**
 * What is looked for: a constant disadvantage (`uniform`), one that changes with the score (`nonUniform`), or either
 * (`both`).
 */
export type LogisticDifKind = 'uniform' | 'nonUniform' | 'both';

/**
 * Differential functioning of one question by logistic regression. `chiSquare` has `degreesOfFreedom` 1, or 2 for
 * `both`; `rSquareGain` in [0, 1) is the rise of Nagelkerke's R². `settled` is false when a regression did not
 * converge: nothing is claimed then.
 */
export type LogisticDif = {
  chiSquare: number;
  degreesOfFreedom: number;
  p: number;
  flagged: boolean;
  rSquareGain: number;
  settled: boolean;
};

export type LogisticDifOptions = { kind?: LogisticDifKind; level?: number };

/** Columns (constant, score, group, score × group) of the larger and of the smaller model. */
const MODELS: Record<LogisticDifKind, { larger: number; smaller: number }> = {
  uniform: { larger: 3, smaller: 2 },
  nonUniform: { larger: 4, smaller: 3 },
  both: { larger: 4, smaller: 2 },
};

/**
 * Likelihood-ratio test between logistic regressions of the answer on matching score S and group G (1 for focal):
 *
 *   logit P = β₀ + β₁S + β₂G + β₃SG    χ² = D(smaller) − D(larger)
 *   R² = (1 − exp((D − D₀)/n)) / (1 − exp(−D₀/n)),  D₀ the deviance of the constant alone
 *
 * Swaminathan & Rogers (1990), Journal of Educational Measurement 27(4), 361–370; effect size by Nagelkerke (1991),
 * Biometrika 78, 691–692, read after Zumbo & Thomas (1997: .13 moderate, .26 large) or Jodoin & Gierl (2001: .035,
 * .070). One result a question. Ranges as in `mantelHaenszel`, and throws a RangeError as it does; `kind` is `both` and `level`
 * 0.05 by default.
 */
export function logisticDif(groups: TwoGroups, options: LogisticDifOptions = {}): LogisticDif[] {
  const count = assertTwoGroups(groups);
  return compareAll(groups, count, new Set(Array.from({ length: count }, (_, index) => index)), options);
}

/**
 * The same with purification of the matching score, at most `rounds` times (10 by default): see `purify`. Throws a RangeError
 * as `logisticDif`, and on fewer than one round.
 */
export function purifiedLogisticDif(
  groups: TwoGroups,
  options: LogisticDifOptions & { rounds?: number } = {},
): { items: LogisticDif[]; rounds: number; settled: boolean } {
  const count = assertTwoGroups(groups);
  return purify(count, (anchors) => compareAll(groups, count, anchors, options), options.rounds);
}

function compareAll(
  groups: TwoGroups,
  count: number,
  anchors: ReadonlySet<number>,
  { kind = 'both', level = 0.05 }: LogisticDifOptions,
): LogisticDif[] {
  if (!(level > 0 && level < 1)) throw new RangeError(`the level must lie in (0, 1), not ${level}`);
  return Array.from({ length: count }, (_, studied) => compare(groups, studied, anchors, kind, level));
}

function compare(
  { answers, focal }: TwoGroups,
  studied: number,
  anchors: ReadonlySet<number>,
  kind: LogisticDifKind,
  level: number,
): LogisticDif {
  const cells = cellsOf({ answers, focal }, studied, anchors);
  const fit = (columns: number) =>
    logisticRegression(cells.map((cell) => ({ ...cell, predictors: cell.predictors.slice(0, columns) })));
  const { larger, smaller } = MODELS[kind];
  const [most, least] = [fit(larger), fit(smaller)];
  const settled = most.settled && least.settled;
  const chiSquare = Math.max(0, least.deviance - most.deviance);
  const degreesOfFreedom = larger - smaller;
  const p = chiSquareAbove(chiSquare, degreesOfFreedom);
  const people = cells.reduce((sum, { asked }) => sum + asked, 0);
  const alone = fit(1).deviance;
  const gain = nagelkerke(most.deviance, alone, people) - nagelkerke(least.deviance, alone, people);
  return {
    chiSquare,
    degreesOfFreedom,
    p,
    flagged: settled && p < level,
    rSquareGain: Math.max(0, gain),
    settled,
  };
}

/**
 * People put together by score and group. Scores are put on mean 0 and standard deviation 1: it changes neither deviance
 * nor test, and keeps the arithmetic sound.
 */
function cellsOf({ answers, focal }: TwoGroups, studied: number, anchors: ReadonlySet<number>): Cell[] {
  const counts = new Map<string, { score: number; group: number; asked: number; right: number }>();
  answers.forEach((row, person) => {
    const outcome = row[studied];
    if (outcome === null || outcome === undefined) return;
    const score = matchingScore(row, studied, anchors);
    const group = focal[person] ? 1 : 0;
    const key = `${score} ${group}`;
    const cell = counts.get(key) ?? { score, group, asked: 0, right: 0 };
    counts.set(key, cell);
    cell.asked += 1;
    cell.right += outcome;
  });
  const all = [...counts.values()];
  const people = Math.max(
    1,
    all.reduce((sum, { asked }) => sum + asked, 0),
  );
  const mean = all.reduce((sum, { score, asked }) => sum + score * asked, 0) / people;
  const variance = all.reduce((sum, { score, asked }) => sum + asked * (score - mean) ** 2, 0) / people;
  const deviation = variance > 0 ? Math.sqrt(variance) : 1;
  return all.map(({ score, group, asked, right }) => {
    const standard = (score - mean) / deviation;
    return { predictors: [1, standard, group, standard * group], asked, right };
  });
}

function nagelkerke(deviance: number, alone: number, people: number): number {
  const most = people > 0 ? -Math.expm1(-alone / people) : 0;
  return most > 1e-12 ? Math.max(0, -Math.expm1((deviance - alone) / people) / most) : 0;
}
