import { assertUsable, type ItemParameters, maximumScore } from '../models/item-parameters.ts';
import { posteriorAfter } from './posterior.ts';
import { type AbilityState, assertDimension, varianceOf } from './state.ts';

/** Below this variance a competence is known for good: further answers would only add rounding errors. */
const SMALLEST_VARIANCE = 1e-6;

/**
 * Belief after one answer to a question on one competence d (assumed-density filtering). The posterior along d
 * is integrated exactly, then every competence follows by regression on d:
 *
 *   μ ← μ + Σ_d · Δm / v        Σ ← Σ + Σ_d Σ_dᵀ · Δv / v²
 *
 * with m, v the mean and variance of d before the answer and Δ their change; Σ_d is column d of Σ.
 * Opper (1998), A Bayesian approach to on-line learning; Minka (2001), Expectation propagation, § 3.
 * For one question the first two moments are exact whatever n; the approximation is to keep only these.
 *
 * `score` is a whole number 0 … maximumScore(item). Returns a new state, always finite, symmetric and positive
 * semi-definite. Throws a RangeError on a dimension, a score or parameters out of range.
 */
export function updateAbility(
  state: AbilityState,
  dimension: number,
  item: ItemParameters,
  score: number,
): AbilityState {
  assertDimension(state, dimension);
  assertUsable(item);
  if (!Number.isInteger(score) || score < 0 || score > maximumScore(item)) {
    throw new RangeError(`score must be a whole number from 0 to ${maximumScore(item)}, not ${score}`);
  }
  const variance = varianceOf(state, dimension);
  if (variance < SMALLEST_VARIANCE) return state;

  const mean = state.mean[dimension]!;
  const posterior = posteriorAfter({ mean, variance }, item, score);
  const newVariance = Math.max(posterior.variance, SMALLEST_VARIANCE);
  const meanGain = (posterior.mean - mean) / variance;
  const varianceGain = (newVariance - variance) / (variance * variance);
  return regress(state, dimension, meanGain, varianceGain);
}

function regress(
  state: AbilityState,
  dimension: number,
  meanGain: number,
  varianceGain: number,
): AbilityState {
  const count = state.mean.length;
  const mean = state.mean.slice();
  const covariance = state.covariance.slice();
  const column = dimension * count;
  for (let row = 0; row < count; row += 1) {
    const rowCovariance = state.covariance[column + row]!;
    mean[row] = mean[row]! + rowCovariance * meanGain;
    for (let other = row; other < count; other += 1) {
      const change = rowCovariance * state.covariance[column + other]! * varianceGain;
      const value = state.covariance[row * count + other]! + change;
      covariance[row * count + other] = value;
      covariance[other * count + row] = value;
    }
  }
  return { mean, covariance };
}
