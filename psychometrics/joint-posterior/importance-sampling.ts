import type { AbilityState } from '../ability/state.ts';
import { choleskyFactor, logDeterminant, solve } from '../linear-algebra/positive-definite.ts';
import { logLikelihood } from '../models/response.ts';
import type { Random } from '../random.ts';
import { type Answer, assertAnswer, jointPosterior } from './joint-posterior.ts';

/** What sampling says of a posterior. */
export type SampledPosterior = {
  /** Means and covariances of the exact posterior, up to the noise of sampling. */
  state: AbilityState;
  logEvidence: number;
  /** Number of independent draws the weighted ones are worth. */
  effectiveDraws: number;
};

/** The proposal is this much wider than the approximate posterior, so that weights stay bounded in its tails. */
const WIDENING = 1.05;

/**
 * The exact posterior of one person by importance sampling: slow, and true in any number of dimensions. It is how
 * the approximations of this library are judged.
 *
 * Draws θ come in pairs around the mean of the joint posterior, which takes odd errors out (antithetic variates),
 * from N(μ, 1.05² V); each counts for P(answers | θ) N(θ; μ₀, Σ₀) / proposal. Owen (2013), Monte Carlo theory,
 * methods and examples, ch. 8–9. `pairs` ≥ 1. Throws a RangeError when the prior covariance is not positive definite
 * or an answer cannot be one.
 */
export function sampledPosterior(
  prior: AbilityState,
  answers: readonly Answer[],
  { pairs, random }: { pairs: number; random: Random },
): SampledPosterior {
  for (const answer of answers) assertAnswer(prior, answer);
  const { state: center } = jointPosterior(prior, answers);
  const count = prior.mean.length;
  const priorFactor = choleskyFactor(prior.covariance, count);
  const factor = choleskyFactor(
    center.covariance.map((value) => value * WIDENING ** 2),
    count,
  );
  if (!priorFactor || !factor) throw new RangeError('the covariance of the prior is not positive definite');
  const halfRatio = (logDeterminant(factor, count) - logDeterminant(priorFactor, count)) / 2;

  const draws: { offset: Float64Array; logWeight: number }[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const normals = Float64Array.from({ length: count }, () => random.normal());
    const offset = times(factor, normals);
    const proposal = -0.5 * dot(normals, normals);
    for (const sign of [1, -1]) {
      const signed = offset.map((value) => sign * value);
      const ability = signed.map((value, d) => center.mean[d]! + value);
      const fromPrior = ability.map((value, d) => value - prior.mean[d]!);
      let logWeight = halfRatio - proposal - 0.5 * dot(fromPrior, solve(priorFactor, fromPrior));
      for (const { dimension, item, score } of answers) {
        logWeight += logLikelihood(item, score, ability[dimension]!);
      }
      draws.push({ offset: signed, logWeight });
    }
  }
  return summary(center.mean, draws);
}

function summary(
  center: readonly number[],
  draws: readonly { offset: Float64Array; logWeight: number }[],
): SampledPosterior {
  const count = center.length;
  const highest = draws.reduce((most, { logWeight }) => Math.max(most, logWeight), Number.NEGATIVE_INFINITY);
  let total = 0;
  let squares = 0;
  const first = new Float64Array(count);
  const second = new Float64Array(count * count);
  for (const { offset, logWeight } of draws) {
    const weight = Math.exp(logWeight - highest);
    total += weight;
    squares += weight * weight;
    for (let a = 0; a < count; a += 1) {
      first[a]! += weight * offset[a]!;
      for (let b = 0; b < count; b += 1) second[a * count + b]! += weight * offset[a]! * offset[b]!;
    }
  }
  const shift = Array.from(first, (sum) => sum / total);
  return {
    state: {
      mean: center.map((mean, d) => mean + shift[d]!),
      covariance: Array.from(
        second,
        (sum, cell) => sum / total - shift[Math.floor(cell / count)]! * shift[cell % count]!,
      ),
    },
    logEvidence: highest + Math.log(total / draws.length),
    effectiveDraws: (total * total) / squares,
  };
}

function times(factor: Float64Array, vector: Float64Array): Float64Array {
  const count = vector.length;
  return vector.map((_, row) => {
    let sum = 0;
    for (let k = 0; k <= row; k += 1) sum += factor[row * count + k]! * vector[k]!;
    return sum;
  });
}

function dot(left: Float64Array, right: Float64Array): number {
  return left.reduce((sum, value, index) => sum + value * right[index]!, 0);
}
