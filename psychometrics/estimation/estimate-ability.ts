import { information } from '../models/response.ts';
import {
  type AbilityEstimate,
  type AbilityPrior,
  type AbilityRange,
  type AnsweredItem,
  assertScores,
  DEFAULT_RANGE,
  inFixedOrder,
  STANDARD_PRIOR,
  standardErrorFrom,
} from './answered-item.ts';
import { concaveMaximum, highestMaximum } from './maximum.ts';
import { posteriorMean } from './posterior-mean.ts';
import { logLikelihoodSlope, warmTerm } from './slopes.ts';

/** EAP: posterior mean. MAP: posterior mode. ML: maximum likelihood, bounded. WLE: weighted likelihood, bounded. */
export type EstimationMethod = 'EAP' | 'MAP' | 'ML' | 'WLE';

export type EstimationOptions = {
  /** Where the ability is looked for; −4 … 4 by default. */
  range?: AbilityRange;
  /** Used by EAP and MAP; N(0, 1) by default. */
  prior?: AbilityPrior;
};

/**
 * The ability behind some answers, with its standard error, by one of four estimators. Agrees with `thetaEst` and
 * `semTheta` of catR 3.17 (Magis & Raîche 2012, Journal of Statistical Software 48(8)) to 10⁻⁶.
 *
 * The result is always finite and within the range: a pattern all right or all wrong gives a bound under ML.
 * Without answers EAP and MAP give the prior; ML and WLE the middle of the range with a standard error of 10⁸. The
 * order of the answers does not matter. Throws a RangeError for a score its question cannot have, or a range or
 * prior that is none.
 */
export function estimateAbility(
  method: EstimationMethod,
  answers: readonly AnsweredItem[],
  options: EstimationOptions = {},
): AbilityEstimate {
  const { range = DEFAULT_RANGE, prior = STANDARD_PRIOR } = options;
  assertScores(answers);
  if (!Number.isFinite(range.high - range.low) || range.low >= range.high) {
    throw new RangeError(
      `the range must go from a lower to a higher number, not ${range.low} to ${range.high}`,
    );
  }
  if (!Number.isFinite(prior.mean) || !Number.isFinite(prior.sd) || prior.sd <= 0) {
    throw new RangeError(`the prior must have a finite mean and sd > 0, not ${prior.mean} and ${prior.sd}`);
  }
  return ESTIMATORS[method](answers, range, prior);
}

type Estimator = (
  answers: readonly AnsweredItem[],
  range: AbilityRange,
  prior: AbilityPrior,
) => AbilityEstimate;

const ESTIMATORS: Record<EstimationMethod, Estimator> = {
  EAP: posteriorMean,
  MAP: posteriorMode,
  ML: maximumLikelihood,
  WLE: weightedLikelihood,
};

/**
 * Posterior mode, Σ d ln P(x_i | θ)/dθ − (θ − m)/s² = 0, with standard error 1 / √(I(θ) + 1/s²).
 * Birnbaum (1969), Journal of Mathematical Psychology 6(2); « BM » in catR.
 */
function posteriorMode(
  answers: readonly AnsweredItem[],
  range: AbilityRange,
  prior: AbilityPrior,
): AbilityEstimate {
  const precision = 1 / prior.sd ** 2;
  const slope = (ability: number) => totalSlope(answers, ability) - (ability - prior.mean) * precision;
  const ability = maximumFor(answers)(slope, range);
  return { ability, standardError: standardErrorFrom(totalInformation(answers, ability) + precision) };
}

/** Σ d ln P(x_i | θ)/dθ = 0 within the range, standard error 1 / √I(θ). Lord (1980), ch. 4 and 5. */
function maximumLikelihood(given: readonly AnsweredItem[], range: AbilityRange): AbilityEstimate {
  const answers = inFixedOrder(given);
  const ability = maximumFor(answers)((at) => totalSlope(answers, at), range);
  return { ability, standardError: standardErrorFrom(totalInformation(answers, ability)) };
}

/**
 * Σ d ln P(x_i | θ)/dθ + J(θ) / 2I(θ) = 0 within the range, which removes the first-order bias of maximum
 * likelihood; standard error 1 / √I(θ). Warm (1989), Psychometrika 54(3).
 */
function weightedLikelihood(given: readonly AnsweredItem[], range: AbilityRange): AbilityEstimate {
  const answers = inFixedOrder(given);
  const slope = (at: number) => {
    const total = totalInformation(answers, at);
    const correction = total > 0 ? totalWarmTerm(answers, at) / (2 * total) : 0;
    return totalSlope(answers, at) + (Number.isFinite(correction) ? correction : 0);
  };
  const ability = highestMaximum(slope, range);
  return { ability, standardError: standardErrorFrom(totalInformation(answers, ability)) };
}

/** Only a lower asymptote can give a likelihood several maxima. */
function maximumFor(answers: readonly AnsweredItem[]) {
  const guessed = answers.some(({ item }) => item.model === 'choice' && item.guessing > 0);
  return guessed ? highestMaximum : concaveMaximum;
}

function totalSlope(answers: readonly AnsweredItem[], ability: number): number {
  let sum = 0;
  for (const { item, score } of answers) sum += logLikelihoodSlope(item, score, ability);
  return sum;
}

function totalInformation(answers: readonly AnsweredItem[], ability: number): number {
  let sum = 0;
  for (const { item } of answers) sum += information(item, ability);
  return sum;
}

function totalWarmTerm(answers: readonly AnsweredItem[], ability: number): number {
  let sum = 0;
  for (const { item } of answers) sum += warmTerm(item, ability);
  return sum;
}
