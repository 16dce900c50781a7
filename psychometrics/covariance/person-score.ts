import type { Propagation, Site } from '../joint-posterior/propagation.ts';
import type { CovariancePattern } from './covariance-pattern.ts';

/** Which parameters of the population are estimated beside the covariances. */
export type Freedom = { readonly means: boolean; readonly variance: boolean };

/** Number of parameters: covariance groups, then one variance, then one mean a competence. */
export function parameterCount({ groups, count }: CovariancePattern, { means, variance }: Freedom): number {
  return groups + (variance ? 1 : 0) + (means ? count : 0);
}

/**
 * Gradient of the log-likelihood of one person in the parameters of the population, written into `score`.
 *
 * With S = V + (μ − m₀)(μ − m₀)ᵀ from the posterior (μ, V) of the person (the E-step), Fisher's identity gives
 *
 *   ∂ ln L / ∂Σ_ab = [Σ⁻¹ (S − Σ) Σ⁻¹]_ab = r_a r_b + τ_a τ_b V_ab     (a ≠ b, both halves of Σ together)
 *   ∂ ln L / ∂s    = ½ Σ_a (r_a² − τ_a + τ_a² V_aa)        ∂ ln L / ∂m₀ = r
 *
 * where τ, ν sum the normal stand-ins of a competence and r = Σ⁻¹(μ − m₀) = ν − τμ: no inverse is needed.
 */
export function personScore(
  pattern: CovariancePattern,
  freedom: Freedom,
  sites: readonly Site[],
  { belief, precision, shift }: Propagation,
  score: Float64Array,
): void {
  const { count, group, groups } = pattern;
  score.fill(0);
  const pull = new Float64Array(count);
  const weight = new Float64Array(count);
  for (let index = 0; index < sites.length; index += 1) {
    weight[sites[index]!.dimension]! += precision[index]!;
    pull[sites[index]!.dimension]! += shift[index]!;
  }
  for (let a = 0; a < count; a += 1) pull[a]! -= weight[a]! * belief.mean[a]!;
  for (let a = 0; a < count; a += 1) {
    for (let b = 0; b < a; b += 1) {
      const link = weight[a]! * weight[b]! * belief.covariance[a * count + b]!;
      score[group[a * count + b]!]! += pull[a]! * pull[b]! + link;
    }
  }
  let next = groups;
  if (freedom.variance) {
    let sum = 0;
    for (let a = 0; a < count; a += 1) {
      sum += pull[a]! ** 2 - weight[a]! + weight[a]! ** 2 * belief.covariance[a * count + a]!;
    }
    score[next] = sum / 2;
    next += 1;
  }
  if (freedom.means) for (let a = 0; a < count; a += 1) score[next + a] = pull[a]!;
}
