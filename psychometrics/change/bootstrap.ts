import { normalBelow, normalQuantile } from '../distributions/normal.ts';
import { createRandom } from '../random.ts';

/**
 * Bootstrap interval of a statistic. `bias` z₀ and `acceleration` a are what separates it from the plain percentile
 * interval (both 0 there).
 */
export type BootstrapInterval = {
  estimate: number;
  low: number;
  high: number;
  bias: number;
  acceleration: number;
};

/**
 * Bias-corrected and accelerated bootstrap interval (BCa) of any statistic of a list of observations, for instance the
 * mean difference between two occasions. With Φ the normal distribution, θ̂* the sorted replicates, B their number
 * and θ̂₍ᵢ₎ the statistic without observation i,
 *
 *   z₀ = Φ⁻¹( #{θ̂* < θ̂}/B, ties counting half )    a = Σ (θ̄ − θ̂₍ᵢ₎)³ / (6 (Σ (θ̄ − θ̂₍ᵢ₎)²)^{3/2})
 *   bounds: the quantiles of θ̂* of order Φ( z₀ + (z₀ ± z)/(1 − a(z₀ ± z)) )
 *
 * Efron (1987), Better bootstrap confidence intervals, JASA 82(397), 171–185; Efron & Tibshirani (1993), ch. 14.
 *
 * `statistic` must return a finite number on any sample drawn with replacement from the observations (at least two).
 * The same seed gives the same interval. `replicates` 2,000 by default, at least 100; `confidence` 0.95.
 * Throws a RangeError otherwise.
 */
export function bootstrapInterval<Observation>(
  observations: readonly Observation[],
  statistic: (sample: readonly Observation[]) => number,
  options: { seed: number | string; replicates?: number; confidence?: number },
): BootstrapInterval {
  const { seed, replicates = 2000, confidence = 0.95 } = options;
  if (observations.length < 2) throw new RangeError('at least two observations are needed');
  if (!Number.isInteger(replicates) || replicates < 100) {
    throw new RangeError(`at least 100 replicates are needed, not ${replicates}`);
  }
  if (!(confidence > 0 && confidence < 1))
    throw new RangeError(`confidence must lie in (0, 1), not ${confidence}`);
  const measure = (sample: readonly Observation[]) => {
    const value = statistic(sample);
    if (!Number.isFinite(value)) throw new RangeError(`the statistic of a sample is ${value}`);
    return value;
  };
  const estimate = measure(observations);
  const sorted = drawReplicates(observations, measure, replicates, seed);
  const without =
    observations.length < 3
      ? []
      : observations.map((_, left) => ({
          value: measure(observations.filter((_, index) => index !== left)),
          people: 1,
        }));
  return intervalFrom(estimate, sorted, without, confidence);
}

/** The statistic without one observation, for so many people who would give the same. */
export type LeftOut = { value: number; people: number };

/** The interval, once everything is drawn: `sorted` replicates, and the statistic without each observation. */
export function intervalFrom(
  estimate: number,
  sorted: Float64Array,
  without: readonly LeftOut[],
  confidence: number,
): BootstrapInterval {
  const bias = biasCorrection(sorted, estimate);
  const acceleration = accelerationOf(without);
  const z = normalQuantile((1 + confidence) / 2);
  const bound = (side: number) => quantile(sorted, shiftedOrder(bias, acceleration, side));
  return { estimate, low: bound(-z), high: bound(z), bias, acceleration };
}

function drawReplicates<Observation>(
  observations: readonly Observation[],
  measure: (sample: readonly Observation[]) => number,
  replicates: number,
  seed: number | string,
): Float64Array {
  const random = createRandom(seed, 'bootstrap');
  const size = observations.length;
  const sample = observations.slice();
  const values = new Float64Array(replicates);
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    for (let place = 0; place < size; place += 1) sample[place] = observations[random.integer(size)]!;
    values[replicate] = measure(sample);
  }
  return values.sort();
}

function biasCorrection(sorted: Float64Array, estimate: number): number {
  let below = 0;
  for (const value of sorted) below += value < estimate ? 1 : value === estimate ? 0.5 : 0;
  // A share of 0 or 1 would be infinite: half a replicate is left on the empty side.
  const share = Math.min(sorted.length - 0.5, Math.max(0.5, below)) / sorted.length;
  return normalQuantile(share);
}

function accelerationOf(without: readonly LeftOut[]): number {
  if (without.length === 0) return 0;
  const people = without.reduce((sum, left) => sum + left.people, 0);
  const mean = without.reduce((sum, left) => sum + (left.people * left.value) / people, 0);
  const largest = without.reduce((size, { value }) => Math.max(size, Math.abs(mean - value)), 0);
  if (largest <= 1e-12 * Math.abs(mean)) return 0;
  let squares = 0;
  let cubes = 0;
  for (const left of without) {
    const deviation = (mean - left.value) / largest;
    squares += left.people * deviation ** 2;
    cubes += left.people * deviation ** 3;
  }
  return cubes / (6 * squares ** 1.5);
}

function shiftedOrder(bias: number, acceleration: number, side: number): number {
  const shifted = bias + side;
  const shrink = 1 - acceleration * shifted;
  // Past its pole the formula turns back: the outermost replicate is then the bound.
  return shrink <= 0 ? (shifted > 0 ? 1 : 0) : normalBelow(bias + shifted / shrink);
}

/** Linear interpolation between replicates: (B + 1)·order-th in order (Davison & Hinkley 1997, eq. 5.8, on a line). */
function quantile(sorted: Float64Array, order: number): number {
  const place = Math.min(sorted.length, Math.max(1, (sorted.length + 1) * order));
  const below = sorted[Math.floor(place) - 1]!;
  const above = sorted[Math.min(sorted.length, Math.floor(place) + 1) - 1]!;
  const share = place - Math.floor(place);
  return below === above ? below : below * (1 - share) + above * share;
}
