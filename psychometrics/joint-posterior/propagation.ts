import { type Evidence, type TiltedMoments, tiltedMoments } from './tilted-moments.ts';

/** A piece of evidence and the competence it bears on. */
export type Site = Evidence & { readonly dimension: number };

/** A normal belief over n competences in working memory: n means and n × n covariances, row by row. */
export type Belief = { readonly mean: Float64Array; readonly covariance: Float64Array };

/**
 * Normal stand-in of every site, exp(shift · θ − precision · θ² / 2); of its cavity, the belief without that
 * site: mean and variance; and what the sites are worth.
 */
export type Propagation = {
  readonly belief: Belief;
  readonly precision: Float64Array;
  readonly shift: Float64Array;
  readonly cavityMean: Float64Array;
  readonly cavityVariance: Float64Array;
  /** ln of the probability of all answers together (expectation-propagation estimate). */
  logEvidence: number;
  /** Largest change of a mean or a standard deviation in the last sweep. */
  lastChange: number;
  sweeps: number;
};

const moments: TiltedMoments = { logMass: 0, mean: 0, variance: 1 };

/**
 * Expectation propagation: the belief about all competences from all answers together.
 *
 * Each site is replaced by a normal stand-in such that, next to all the others, it gives the mean and variance
 * the true likelihood gives. For site k on competence d, with the belief (m, v) along d:
 *
 *   cavity      v₋ = 1 / (1/v − τ_k)     m₋ = v₋ (m/v − ν_k)
 *   moments     (m̂, v̂) of N(θ; m₋, v₋) · P(x_k | θ)
 *   stand-in    τ_k = 1/v̂ − 1/v₋         ν_k = m̂/v̂ − m₋/v₋
 *
 * and the belief follows as in `updateAbility`. The first sweep is exactly the assumed-density filtering of
 * `updateAbility`; further sweeps take away its dependence on the order of the answers. The evidence is
 *
 *   ln Z = ½ ln|V|/|Σ| + ½ (μᵀV⁻¹μ − m₀ᵀΣ⁻¹m₀) + Σ_k [ln Ẑ_k − ½ ln(v̂/v₋) − m̂²/2v̂ + m₋²/2v₋]
 *
 * Minka (2001), A family of algorithms for approximate Bayesian inference, ch. 3; Seeger (2005), Expectation
 * propagation for exponential families, § 4.
 *
 * Stops when no mean or standard deviation moves by more than `tolerance` in a sweep, or after `sweeps`.
 */
export function propagate(
  prior: Belief,
  sites: readonly Site[],
  { tolerance, sweeps }: { tolerance: number; sweeps: number },
): Propagation {
  const size = sites.length;
  const result: Propagation = {
    belief: { mean: prior.mean.slice(), covariance: prior.covariance.slice() },
    precision: new Float64Array(size),
    shift: new Float64Array(size),
    cavityMean: new Float64Array(size),
    cavityVariance: new Float64Array(size),
    logEvidence: 0,
    lastChange: 0,
    sweeps: 0,
  };
  if (size === 0) return result;
  const masses = new Float64Array(size);
  let logDeterminant = 0;
  do {
    result.lastChange = 0;
    for (let index = 0; index < size; index += 1) {
      logDeterminant += refresh(result, sites[index]!, index, masses);
    }
    result.sweeps += 1;
  } while (result.lastChange > tolerance && result.sweeps < sweeps);
  result.logEvidence = logDeterminant / 2 + evidenceOf(prior, sites, result, masses);
  return result;
}

/** Refreshes one stand-in and the belief; returns the change of ln|V|. */
function refresh(result: Propagation, site: Site, index: number, masses: Float64Array): number {
  const { belief, precision, shift } = result;
  const count = belief.mean.length;
  const d = site.dimension;
  const mean = belief.mean[d]!;
  const variance = belief.covariance[d * count + d]!;
  const cavityPrecision = 1 / variance - precision[index]!;
  // Rounding can leave nothing once a site dwarfs all the rest: what it says is then already in the belief.
  if (!(cavityPrecision > 1e-9 / variance)) return 0;
  const cavityVariance = 1 / cavityPrecision;
  const cavityMean = cavityVariance * (mean / variance - shift[index]!);
  tiltedMoments(cavityMean, cavityVariance, site, moments);

  result.cavityMean[index] = cavityMean;
  result.cavityVariance[index] = cavityVariance;
  masses[index] =
    moments.logMass -
    0.5 * Math.log(moments.variance / cavityVariance) -
    (0.5 * moments.mean ** 2) / moments.variance +
    0.5 * cavityMean * cavityMean * cavityPrecision;
  precision[index] = 1 / moments.variance - cavityPrecision;
  shift[index] = moments.mean / moments.variance - cavityMean * cavityPrecision;
  const moved = Math.abs(moments.mean - mean);
  const widened = Math.abs(Math.sqrt(moments.variance) - Math.sqrt(variance));
  result.lastChange = Math.max(result.lastChange, moved, widened);
  regress(belief, d, (moments.mean - mean) / variance, (moments.variance - variance) / (variance * variance));
  return Math.log(moments.variance / variance);
}

/** μ ← μ + Σ_d · meanGain, Σ ← Σ + Σ_d Σ_dᵀ · varianceGain, in place. */
function regress({ mean, covariance }: Belief, d: number, meanGain: number, varianceGain: number): void {
  const count = mean.length;
  const column = covariance.slice(d * count, (d + 1) * count);
  for (let row = 0; row < count; row += 1) {
    const link = column[row]!;
    mean[row]! += link * meanGain;
    const gain = link * varianceGain;
    for (let other = row; other < count; other += 1) {
      const value = covariance[row * count + other]! + gain * column[other]!;
      covariance[row * count + other] = value;
      covariance[other * count + row] = value;
    }
  }
}

/** ½ (μᵀV⁻¹μ − m₀ᵀΣ⁻¹m₀) = ½ Σ_d (ν_d μ_d + m₀_d (ν_d − τ_d μ_d)), plus the worth of each site. */
function evidenceOf(
  prior: Belief,
  sites: readonly Site[],
  { belief, precision, shift }: Propagation,
  masses: Float64Array,
): number {
  let sum = 0;
  for (let index = 0; index < sites.length; index += 1) {
    const d = sites[index]!.dimension;
    const mean = belief.mean[d]!;
    sum += masses[index]! + 0.5 * shift[index]! * mean;
    sum += 0.5 * prior.mean[d]! * (shift[index]! - precision[index]! * mean);
  }
  return sum;
}
