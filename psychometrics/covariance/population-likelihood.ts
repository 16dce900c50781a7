import { type Answer, sitesByDimension } from '../joint-posterior/joint-posterior.ts';
import { propagate, type Site } from '../joint-posterior/propagation.ts';
import { choleskyFactor } from '../linear-algebra/positive-definite.ts';
import { type CovariancePattern, covarianceOf } from './covariance-pattern.ts';
import { type Freedom, parameterCount, personScore } from './person-score.ts';
import { addPopulationPrior, type PopulationPrior } from './population-prior.ts';

/** Log-posterior of the parameters of a population, its gradient, and its information matrix. */
export type Evaluation = { value: number; gradient: Float64Array; information: Float64Array };

/** Stand-ins are refreshed until nothing moves by more than this: the value is then good to about 1e-6. */
const PRECISE = { tolerance: 1e-5, sweeps: 60 } as const;

/** Evaluates parameters (covariance groups, variance, means); null when Σ is not positive definite. */
export type PopulationLikelihood = (parameters: ArrayLike<number>) => Evaluation | null;

/**
 * Likelihood of the parameters of a population, given the answers of people to questions of known parameters.
 * The information is the sum of the outer products of the people's gradients (Berndt, Hall, Hall & Hausman
 * 1974, Annals of Economic and Social Measurement 3/4), plus that of the prior.
 */
export function populationLikelihood(
  pattern: CovariancePattern,
  freedom: Freedom,
  prior: PopulationPrior,
  people: readonly (readonly Answer[])[],
): PopulationLikelihood {
  const everyone: Site[][] = people.map(sitesByDimension);
  const size = parameterCount(pattern, freedom);
  const score = new Float64Array(size);

  return (parameters) => {
    const { covariance, mean } = populationOf(pattern, freedom, parameters);
    const factor = choleskyFactor(covariance, pattern.count);
    if (!factor) return null;
    const gradient = new Float64Array(size);
    const information = new Float64Array(size * size);
    let value = addPopulationPrior({
      pattern,
      freedom,
      prior,
      mean,
      covariance,
      factor,
      gradient,
      information,
    });
    for (const sites of everyone) {
      const result = propagate({ mean, covariance }, sites, PRECISE);
      personScore(pattern, freedom, sites, result, score);
      value += result.logEvidence;
      for (let row = 0; row < size; row += 1) {
        const own = score[row]!;
        if (own === 0) continue;
        gradient[row]! += own;
        for (let column = 0; column <= row; column += 1) {
          information[row * size + column]! += own * score[column]!;
        }
      }
    }
    for (let row = 0; row < size; row += 1) {
      for (let column = 0; column < row; column += 1) {
        information[column * size + row] = information[row * size + column]!;
      }
    }
    return { value, gradient, information };
  };
}

/** Mean and covariance of the population that parameters describe. */
export function populationOf(
  pattern: CovariancePattern,
  freedom: Freedom,
  parameters: ArrayLike<number>,
): { mean: Float64Array; covariance: Float64Array; variance: number } {
  const { count, groups } = pattern;
  const variance = freedom.variance ? parameters[groups]! : 1;
  const firstMean = groups + (freedom.variance ? 1 : 0);
  return {
    mean: Float64Array.from({ length: count }, (_, a) => (freedom.means ? parameters[firstMean + a]! : 0)),
    covariance: covarianceOf(pattern, parameters, variance),
    variance,
  };
}
