import { inverse, logDeterminant } from '../linear-algebra/positive-definite.ts';
import type { CovariancePattern } from './covariance-pattern.ts';
import type { Freedom } from './person-score.ts';

/**
 * What is believed before the answers: covariances lie around those of `target` (n × n), give or take `spread`
 * (one standard deviation; Infinity when nothing is believed of them).
 */
export type PopulationPrior = { readonly target: Float64Array; readonly spread: number };

/**
 * The target also counts like this many people known without error. It is next to nothing, but −∞ where Σ is
 * singular: estimates stay positive definite whatever the answers, and there is one without any answer.
 */
const BARRIER = 0.02;

/**
 * Adds the prior to gradient and information (lower half), and returns its log-density, up to a constant:
 *
 *   −w/2 ( ln|Σ| + tr(Σ⁻¹T) + m₀ᵀm₀ ) − ½ Σ_g (p_g − t_g)² / spread²
 *
 * the first part being the log-likelihood of w people whose abilities would be known and have covariance T:
 * ∂/∂Σ_ab = w [Σ⁻¹(T − Σ)Σ⁻¹]_ab; information ½ w tr(Σ⁻¹ D_g Σ⁻¹ D_h) (Anderson 1973).
 */
export function addPopulationPrior(input: {
  pattern: CovariancePattern;
  freedom: Freedom;
  prior: PopulationPrior;
  mean: Float64Array;
  covariance: Float64Array;
  /** Cholesky factor of Σ. */
  factor: Float64Array;
  gradient: Float64Array;
  information: Float64Array;
}): number {
  const { pattern, freedom, mean, covariance, factor, gradient, information } = input;
  const { target, spread } = input.prior;
  const weight = BARRIER;
  const { count, groups } = pattern;
  const size = gradient.length;
  const precision = inverse(factor, count);
  const square = product(precision, precision, count);
  const pull = product(product(precision, target, count), precision, count);
  let trace = 0;
  for (let cell = 0; cell < precision.length; cell += 1) trace += precision[cell]! * target[cell]!;
  let meanSquares = 0;

  const pairs = pairsOf(pattern);
  for (const { a, b, group } of pairs) {
    const cell = a * count + b;
    gradient[group]! += weight * (pull[cell]! - precision[cell]!);
    if (freedom.variance) information[groups * size + group]! += weight * square[cell]!;
    for (const other of pairs) {
      if (other.group > group) continue;
      const straight = precision[a * count + other.a]! * precision[b * count + other.b]!;
      const crossed = precision[a * count + other.b]! * precision[b * count + other.a]!;
      information[group * size + other.group]! += weight * (straight + crossed);
    }
  }
  if (freedom.variance) {
    for (let a = 0; a < count; a += 1) {
      const cell = a * count + a;
      gradient[groups]! += (weight / 2) * (pull[cell]! - precision[cell]!);
      information[groups * size + groups]! += (weight / 2) * square[cell]!;
    }
  }
  if (freedom.means) {
    const first = size - count;
    for (let a = 0; a < count; a += 1) {
      meanSquares += mean[a]! ** 2;
      gradient[first + a]! -= weight * mean[a]!;
      information[(first + a) * size + first + a]! += weight;
    }
  }
  let distance = 0;
  const seen = new Set<number>();
  for (const { a, b, group } of pairs) {
    if (seen.has(group)) continue;
    seen.add(group);
    const deviation = (covariance[a * count + b]! - target[a * count + b]!) / spread;
    distance += deviation * deviation;
    gradient[group]! -= deviation / spread;
    information[group * size + group]! += 1 / (spread * spread);
  }
  return (-weight / 2) * (logDeterminant(factor, count) + trace + meanSquares) - distance / 2;
}

function pairsOf({ count, group }: CovariancePattern): { a: number; b: number; group: number }[] {
  const pairs: { a: number; b: number; group: number }[] = [];
  for (let a = 0; a < count; a += 1) {
    for (let b = 0; b < a; b += 1) pairs.push({ a, b, group: group[a * count + b]! });
  }
  return pairs;
}

function product(left: Float64Array, right: Float64Array, count: number): Float64Array {
  const result = new Float64Array(count * count);
  for (let row = 0; row < count; row += 1) {
    for (let k = 0; k < count; k += 1) {
      const value = left[row * count + k]!;
      for (let column = 0; column < count; column += 1) {
        result[row * count + column]! += value * right[k * count + column]!;
      }
    }
  }
  return result;
}
