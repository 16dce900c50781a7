import type { GradedItem } from './item-parameters.ts';

/**
 * Probability of each credit 0 … m.
 *
 *   P(k | θ) ∝ exp( Σ_{j ≤ k} a(θ − δ_j) ),  the empty sum for k = 0
 *
 * Muraki (1992), A generalized partial credit model, Applied Psychological Measurement 16(2), eq. 5.
 */
export function gradedProbabilities(item: GradedItem, ability: number): number[] {
  const weights = logWeights(item, ability);
  const highest = maximumOf(weights);
  let total = 0;
  for (let credit = 0; credit < weights.length; credit += 1) {
    const weight = Math.exp(weights[credit]! - highest);
    weights[credit] = weight;
    total += weight;
  }
  for (let credit = 0; credit < weights.length; credit += 1) weights[credit] = weights[credit]! / total;
  return weights;
}

/** ln P(score | θ), by log-sum-exp, without underflow. */
export function gradedLogLikelihood(item: GradedItem, score: number, ability: number): number {
  const weights = logWeights(item, ability);
  const highest = maximumOf(weights);
  let total = 0;
  for (const weight of weights) total += Math.exp(weight - highest);
  return weights[score]! - highest - Math.log(total);
}

/**
 * Fisher information: squared discrimination times the variance of the credit.
 *
 *   I(θ) = a² ( Σ k² P(k) − (Σ k P(k))² )
 *
 * Donoghue (1994), Journal of Educational Measurement 31(4), eq. 4 (credits spaced by one, D = 1).
 */
export function gradedInformation(item: GradedItem, ability: number): number {
  const { discrimination, steps } = item;
  let exponent = 0;
  let highest = 0;
  for (const step of steps) {
    exponent += discrimination * (ability - step);
    if (exponent > highest) highest = exponent;
  }
  exponent = 0;
  let total = Math.exp(-highest);
  let first = 0;
  let second = 0;
  for (let index = 0; index < steps.length; index += 1) {
    exponent += discrimination * (ability - steps[index]!);
    const weight = Math.exp(exponent - highest);
    const credit = index + 1;
    total += weight;
    first += credit * weight;
    second += credit * credit * weight;
  }
  const mean = first / total;
  return discrimination * discrimination * Math.max(0, second / total - mean * mean);
}

/**
 * A bound on the information at any ability: a² times the greatest variance credits 0 … m can have.
 *
 * When steps do not decrease, credits are log-concave: next to the truncated geometric distribution of the same mean,
 * ln P is a concave function above, so P is smaller in convex order and has no greater variance; and of those the uniform
 * one, m(m + 2)/12, has the greatest. It is reached by equal steps δ at θ = δ. In general a variable between 0 and m has
 * a variance of m²/4 at most (Popoviciu 1935).
 */
export function gradedMostInformation({ discrimination, steps }: GradedItem): number {
  const most = steps.length;
  let ordered = true;
  for (let step = 1; step < most; step += 1) if (steps[step]! < steps[step - 1]!) ordered = false;
  const variance = ordered ? (most * (most + 2)) / 12 : (most * most) / 4;
  return discrimination * discrimination * variance;
}

function logWeights(item: GradedItem, ability: number): number[] {
  const weights = [0];
  let exponent = 0;
  for (const step of item.steps) {
    exponent += item.discrimination * (ability - step);
    weights.push(exponent);
  }
  return weights;
}

function maximumOf(values: readonly number[]): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (const value of values) if (value > highest) highest = value;
  return highest;
}
