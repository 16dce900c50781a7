import type { Estimate } from '../ability/posterior.ts';
import { type AbilityState, assertDimension } from '../ability/state.ts';
import { dimensionCount, type Structure } from '../ability/structure.ts';

/**
 * Mean and variance of a weighted sum of competences: wᵀμ and wᵀΣw.
 * `weights` has one finite number per competence; throws a RangeError when they are not as many. The variance, in squared
 * units of ability, is never negative.
 */
export function combine(state: AbilityState, weights: readonly number[]): Estimate {
  const count = state.mean.length;
  if (weights.length !== count) throw new RangeError(`expected ${count} weights, not ${weights.length}`);
  let mean = 0;
  let variance = 0;
  for (let row = 0; row < count; row += 1) {
    const weight = weights[row]!;
    if (weight === 0) continue;
    mean += weight * state.mean[row]!;
    for (let column = 0; column < count; column += 1) {
      variance += weight * weights[column]! * state.covariance[row * count + column]!;
    }
  }
  return { mean, variance: Math.max(0, variance) };
}

/**
 * Weights of the general ability: the same for every competence, or proportional to `relative`
 * (one number ≥ 0 per competence, not all 0; throws a RangeError otherwise). They sum to 1.
 */
export function generalWeights(structure: Structure, relative?: readonly number[]): number[] {
  const count = dimensionCount(structure);
  const parts = relative ?? new Array<number>(count).fill(1);
  const total = parts.reduce((sum, part) => sum + part, 0);
  if (parts.length !== count || !(total > 0) || parts.some((part) => !(part >= 0))) {
    throw new RangeError(`general weights must be ${count} numbers of at least 0, not all 0`);
  }
  return parts.map((part) => part / total);
}

/** Weights of one domain: the mean of its competences. Throws a RangeError when there is no such domain. */
export function domainWeights(structure: Structure, domainIndex: number): number[] {
  const members = structure.domains[domainIndex];
  if (!members || members.length === 0) throw new RangeError(`there is no domain ${domainIndex}`);
  const weights = new Array<number>(dimensionCount(structure)).fill(0);
  for (const dimension of members) weights[dimension] = 1 / members.length;
  return weights;
}

/** Weights of one competence alone, among `count`: all 0 when there is no such competence. Nothing throws. */
export function competenceWeights(count: number, dimension: number): number[] {
  return Array.from({ length: count }, (_, index) => (index === dimension ? 1 : 0));
}

/**
 * Weights of one competence minus the mean of all: what sets it apart from the rest of the person's profile.
 * Throws a RangeError when the state has no such dimension.
 */
export function contrastWeights(state: AbilityState, dimension: number): number[] {
  assertDimension(state, dimension);
  const share = 1 / state.mean.length;
  return state.mean.map((_, index) => (index === dimension ? 1 - share : -share));
}
