import type { Estimate } from '../ability/posterior.ts';
import { type AbilityState, assertDimension } from '../ability/state.ts';
import type { Structure } from '../ability/structure.ts';
import { NINETY_PERCENT, normalBelow } from '../distributions/normal.ts';
import type { Level } from '../models/prior-parameters.ts';
import { combine, competenceWeights, contrastWeights, domainWeights, generalWeights } from './combination.ts';
import { CUT_SCORES, levelOf } from './cut-scores.ts';

/** Central 90 % of a belief, on the ability scale. */
export type Band = { low: number; high: number };

/** What may be said of an ability. `probabilities` holds those of levels 1 … 5 and sums to 1. */
export type LevelReading = {
  mean: number;
  standardError: number;
  band: Band;
  lowestLevel: Level;
  highestLevel: Level;
  mostProbableLevel: Level;
  probabilities: number[];
};

/** Fewest answers of its own before anything is said of a competence. */
export const MEASURED_ANSWERS = 3;
const MEASURED_LEVELS = 3;

/**
 * General ability: the mean over all competences (or weighted by `weights`, one number ≥ 0 each), with the
 * variance the covariances give it. Read on the same cuts as a competence; being a mean, it is less often
 * extreme than one. Throws a RangeError unless `weights` are as many as the competences, ≥ 0 and not all 0.
 */
export function readGeneral(
  state: AbilityState,
  structure: Structure,
  weights?: readonly number[],
): LevelReading {
  return readEstimate(combine(state, generalWeights(structure, weights)));
}

/** A domain: the mean of its competences. Throws a RangeError when the structure has no such domain. */
export function readDomain(state: AbilityState, structure: Structure, domainIndex: number): LevelReading {
  return readEstimate(combine(state, domainWeights(structure, domainIndex)));
}

/** One competence. Throws a RangeError when the state has no such dimension. */
export function readCompetence(state: AbilityState, dimension: number): LevelReading {
  assertDimension(state, dimension);
  return readEstimate(combine(state, competenceWeights(state.mean.length, dimension)));
}

/**
 * Reads any normal belief on the cut scores: band first (90 %), then the levels it touches, then the most probable. The
 * variance is ≥ 0 and finite, which is not checked; nothing throws.
 */
export function readEstimate(estimate: Estimate): LevelReading {
  const { mean } = estimate;
  const standardError = Math.sqrt(estimate.variance);
  const margin = NINETY_PERCENT * standardError;
  const band = { low: mean - margin, high: mean + margin };
  const probabilities = levelProbabilities(mean, standardError);
  return {
    mean,
    standardError,
    band,
    lowestLevel: levelOf(band.low),
    highestLevel: levelOf(band.high),
    mostProbableLevel: (1 + probabilities.indexOf(Math.max(...probabilities))) as Level,
    probabilities,
  };
}

/** A competence counts as measured with at least 3 answers of its own and a 90 % band of at most 3 levels. Nothing throws. */
export function isMeasured(reading: LevelReading, ownAnswers: number): boolean {
  const levels = reading.highestLevel - reading.lowestLevel + 1;
  return ownAnswers >= MEASURED_ANSWERS && levels <= MEASURED_LEVELS;
}

/**
 * Probability that a competence lies below the mean of the person's own competences, in [0, 1]. Throws a RangeError when the
 * state has no such dimension.
 */
export function probabilityBelowOwnMean(state: AbilityState, dimension: number): number {
  const { mean, variance } = combine(state, contrastWeights(state, dimension));
  if (variance === 0) return mean < 0 ? 1 : mean > 0 ? 0 : 0.5;
  return normalBelow(-mean / Math.sqrt(variance));
}

function levelProbabilities(mean: number, standardError: number): number[] {
  if (standardError === 0) {
    const level = levelOf(mean);
    return [1, 2, 3, 4, 5].map((candidate) => (candidate === level ? 1 : 0));
  }
  const below = CUT_SCORES.cuts.map((cut) => normalBelow((cut - mean) / standardError));
  return [...below, 1].map((upper, index) => Math.max(0, upper - (index === 0 ? 0 : below[index - 1]!)));
}
