import { assertUsable } from '../models/item-parameters.ts';
import type { Answers } from './answers.ts';
import {
  assertItem,
  type CalibrationItem,
  familyOf,
  type NormalPrior,
  slopeAndIntercepts,
} from './curves/calibration-item.ts';
import type { CurveFamily } from './curves/curve-family.ts';
import { type Patterns, patternsOf } from './expectation/patterns.ts';
import type { Population } from './expectation/quadrature.ts';

export type CalibrationOptions = {
  /** `common`: all questions not fixed share one discrimination (1PL, Rasch scaled to N(0, 1)). Default `free`. */
  discrimination?: 'free' | 'common';
  /** ln a ~ N(mean, sd²) of the common discrimination. */
  commonLogDiscrimination?: NormalPrior;
  /**
   * Distribution of ability. Default N(0, 1), or, when some question is fixed, `estimated`: the fixed questions hold
   * the scale, and the mean and sd of these people are found on it.
   */
  population?: Population | 'estimated';
  /** Quadrature nodes, default 61, spread evenly over the population's mean ± reach (default 6) of its sd. */
  nodes?: number;
  reach?: number;
  /**
   * Doubles the nodes and goes on when more nodes would change the log-likelihood by more than 0.005 (people with
   * hundreds of answers). Default true.
   */
  adaptive?: boolean;
  /** Most steps of the maximisation. Default 500. */
  maximumIterations?: number;
  /** It has converged when the next step would move no slope or intercept by more than this. Default 1e-5. */
  tolerance?: number;
  /** `observed`: from the observed information (Louis 1982). Default; `none` saves about five E-steps or more. */
  standardErrors?: 'observed' | 'none';
};

/** One question as it is estimated or held. */
export type ItemBlock = {
  item: CalibrationItem;
  /** Index in the list of items given. */
  index: number;
  family: CurveFamily;
  /** Number of credits, which is also the number of parameters (slope, intercepts). */
  size: number;
  /** First row of its curves; credit k is row + k. */
  row: number;
  /** Index of each parameter among those estimated; empty when fixed. */
  place: Uint32Array;
  /** Held values when fixed, values to begin with otherwise. */
  native: Float64Array;
  /** The scores its credits 0 … stand for: not 0, 1, 2 … when scores nobody earned were merged away. */
  scores: number[];
  /** Sum of weights of its answers. */
  answers: number;
};

export type LeftOut = {
  item: CalibrationItem;
  index: number;
  reason: 'no-answers' | 'one-score-only';
  answers: number;
};

export type CalibrationPlan = {
  patterns: Patterns;
  blocks: ItemBlock[];
  leftOut: LeftOut[];
  rows: number;
  /** Estimated parameters to begin with: the common slope if any, each question's, then mean and ln sd if estimated. */
  begin: Float64Array;
  hasCommonSlope: boolean;
  /** Index of the population's mean among the parameters (its ln sd follows), or null when it is given. */
  populationAt: number | null;
  population: Population;
  /** Sum of weights of people with an answer that counts. */
  people: number;
  options: CalibrationOptions;
};

/**
 * Decides what is estimated and translates the answers. Throws a RangeError that names the question on options,
 * priors, fixed parameters or scores out of range, and on an estimated population without a fixed question.
 */
export function planCalibration(
  answers: Answers,
  items: readonly CalibrationItem[],
  options: CalibrationOptions = {},
): CalibrationPlan {
  for (const item of items) assertItem(item);
  assertAnswers(answers);
  const tallies = tally(answers, items);
  const hasCommonSlope = options.discrimination === 'common';
  const blocks: ItemBlock[] = [];
  const leftOut: LeftOut[] = [];
  const begin: number[] = [];
  let rows = 1;
  for (const [index, item] of items.entries()) {
    const seen = tallies[index]!;
    const scores = scoresOf(item, seen, hasCommonSlope);
    const total = seen.reduce((sum, value) => sum + value, 0);
    if (scores.length < 2) {
      leftOut.push({ item, index, reason: total === 0 ? 'no-answers' : 'one-score-only', answers: total });
      continue;
    }
    const block = blockOf({ item, index, scores, seen, row: rows, hasCommonSlope, options });
    rows += block.size;
    blocks.push(block);
    if (!item.fixed) place(block, begin, hasCommonSlope);
  }
  if (rows > 65_535) throw new RangeError(`too many questions: ${rows} credits in all, at most 65,534`);
  const { population, isEstimated } = populationOf(items, options, answers.belief !== undefined);
  const populationAt = isEstimated ? begin.length : null;
  if (isEstimated) begin.push(population.mean, Math.log(population.sd));
  const patterns = patternsOf(answers, rowLookup(items.length, blocks));
  return {
    patterns,
    blocks,
    leftOut,
    rows,
    begin: Float64Array.from(begin),
    hasCommonSlope,
    populationAt,
    population,
    people: patterns.weight.reduce((sum, value) => sum + value, 0),
    options,
  };
}

function assertAnswers({ start, item, score, weight, belief }: Answers): void {
  if (start.length !== weight.length + 1 || start.at(-1) !== item.length || item.length !== score.length) {
    throw new RangeError('answers: start, item, score and weight do not fit together');
  }
  if (!weight.every((value) => value >= 0 && Number.isFinite(value))) {
    throw new RangeError('answers: every weight must be a finite number of at least 0');
  }
  if (!belief) return;
  const { mean, sd } = belief;
  const isSound = mean.length === weight.length && sd.length === weight.length && mean.every(Number.isFinite);
  if (!isSound || !sd.every((value) => value > 0 && Number.isFinite(value))) {
    throw new RangeError('answers: a belief needs a finite mean and a positive sd for each person');
  }
}

/** Weight of each score of each question. */
function tally({ item, score, start, weight }: Answers, items: readonly CalibrationItem[]): number[][] {
  const tallies: number[][] = items.map(() => []);
  for (let person = 0; person < weight.length; person += 1) {
    for (let answer = start[person]!; answer < start[person + 1]!; answer += 1) {
      const seen = tallies[item[answer]!];
      if (seen === undefined)
        throw new RangeError(`an answer to item ${item[answer]}, of ${items.length} items`);
      while (seen.length <= score[answer]!) seen.push(0);
      seen[score[answer]!]! += weight[person]!;
    }
  }
  return tallies;
}

/** The scores that are credits of the question: those earned, or all where parameters are fixed or held by priors. */
function scoresOf(item: CalibrationItem, seen: readonly number[], hasCommonSlope: boolean): number[] {
  const { fixed, prior, model, id } = item;
  if (fixed) assertUsable(fixed);
  const highest = fixed ? slopeAndIntercepts(fixed).length - 1 : model === 'choice' ? 1 : item.maximumScore;
  if (highest !== undefined && seen.length > highest + 1) {
    throw new RangeError(`item ${id}: score ${seen.length - 1}, but its highest is ${highest}`);
  }
  const isHeld = fixed || (prior?.difficulty && (hasCommonSlope || prior.logDiscrimination));
  const all = Array.from({ length: Math.max(seen.length, (highest ?? 0) + 1) }, (_, score) => score);
  return isHeld ? all : all.filter((score) => (seen[score] ?? 0) > 0);
}

function blockOf(spec: {
  item: CalibrationItem;
  index: number;
  scores: number[];
  seen: readonly number[];
  row: number;
  hasCommonSlope: boolean;
  options: CalibrationOptions;
}): ItemBlock {
  const { item, index, scores, seen, row, hasCommonSlope, options } = spec;
  const size = scores.length;
  const counts = scores.map((score) => (seen[score] ?? 0) + 0.5);
  const total = counts.reduce((sum, value) => sum + value, 0);
  const belief = hasCommonSlope ? options.commonLogDiscrimination : item.prior?.logDiscrimination;
  const slope = belief ? Math.exp(belief.mean) : 1;
  const family = familyOf(item.fixed ?? item);
  const means = item.prior?.difficulty?.mean;
  if (typeof means === 'object' && means.length !== size - 1) {
    throw new RangeError(`item ${item.id}: ${means.length} prior difficulties for ${size - 1} steps`);
  }
  const native = item.fixed
    ? slopeAndIntercepts(item.fixed)
    : Float64Array.from([
        slope,
        ...family.begin(
          counts.map((count) => count / total),
          slope,
        ),
      ]);
  return {
    item: item.fixed ? { ...item, model: item.fixed.model } : item,
    index,
    family,
    size,
    row,
    place: new Uint32Array(0),
    native,
    scores,
    answers: seen.reduce((sum, value) => sum + value, 0),
  };
}

/** Gives the parameters of a question their places among those estimated. */
function place(block: ItemBlock, begin: number[], hasCommonSlope: boolean): void {
  block.place = Uint32Array.from(block.native, (value, parameter) => {
    if (hasCommonSlope && parameter === 0 && begin.length > 0) return 0;
    begin.push(value);
    return begin.length - 1;
  });
}

function populationOf(
  items: readonly CalibrationItem[],
  { population }: CalibrationOptions,
  hasBeliefs: boolean,
) {
  const isAnchored = items.some(({ fixed }) => fixed);
  if (population === 'estimated' && hasBeliefs) {
    throw new RangeError('there is no population to estimate when each person brings a belief');
  }
  if (population === 'estimated' && !isAnchored) {
    throw new RangeError(
      'the population can only be estimated when some question is fixed: nothing else holds the scale',
    );
  }
  const isEstimated = !hasBeliefs && (population === 'estimated' || (population === undefined && isAnchored));
  const given = typeof population === 'object' ? population : { mean: 0, sd: 1 };
  if (!Number.isFinite(given.mean) || !(given.sd > 0) || !Number.isFinite(given.sd)) {
    throw new RangeError(
      `the population needs a finite mean and a positive sd, not ${given.mean} and ${given.sd}`,
    );
  }
  return { population: given, isEstimated };
}

function rowLookup(count: number, blocks: readonly ItemBlock[]): (item: number, score: number) => number {
  const rows: number[][] = Array.from({ length: count }, () => []);
  for (const { index, row, scores } of blocks) {
    for (const [credit, score] of scores.entries()) rows[index]![score] = row + credit;
  }
  return (item, score) => rows[item]![score] ?? 0;
}
