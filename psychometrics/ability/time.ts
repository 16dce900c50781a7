import { type AbilityState, assertDimension, varianceOf } from './state.ts';

/** Rate at which what was known of a person fades, per month. */
const DRIFT_PER_MONTH = 0.01;
/** Variance added to a competence by a finished module, and the most a variance can reach that way. */
const LEARNING_VARIANCE = 0.15;
const HIGHEST_VARIANCE = 1;

/**
 * Belief after some months without an answer (mean-reverting, Ornstein-Uhlenbeck):
 *
 *   φ = exp(−0.01 · months)    μ ← μ₀ + φ(μ − μ₀)    Σ ← φ²Σ + (1 − φ²)Σ₀
 *
 * so that it returns to the prior (μ₀, Σ₀) and never beyond. `months` ≥ 0 may be fractional; the result depends
 * on the total only (two steps of 3 months equal one of 6). Throws a RangeError when negative or not finite, or
 * when the two states differ in size.
 */
export function driftAbility(state: AbilityState, prior: AbilityState, months: number): AbilityState {
  if (!(months >= 0) || !Number.isFinite(months)) {
    throw new RangeError(`months must be a number of at least 0, not ${months}`);
  }
  if (prior.mean.length !== state.mean.length) throw new RangeError('state and prior differ in size');
  const keep = Math.exp(-DRIFT_PER_MONTH * months);
  const keepSquared = keep * keep;
  return {
    mean: state.mean.map((mean, index) => prior.mean[index]! + keep * (mean - prior.mean[index]!)),
    covariance: state.covariance.map(
      (value, index) => keepSquared * value + (1 - keepSquared) * prior.covariance[index]!,
    ),
  };
}

/**
 * Belief after a finished module on one competence: it may have moved, so its variance grows by 0.15, up to 1.
 * The mean stays: a module is no evidence of ability. A variance already above 1 is left alone. Throws a RangeError when
 * the state has no such dimension.
 */
export function addLearning(state: AbilityState, dimension: number): AbilityState {
  assertDimension(state, dimension);
  const variance = varianceOf(state, dimension);
  const covariance = state.covariance.slice();
  covariance[dimension * state.mean.length + dimension] = Math.max(
    variance,
    Math.min(HIGHEST_VARIANCE, variance + LEARNING_VARIANCE),
  );
  return { mean: state.mean.slice(), covariance };
}
