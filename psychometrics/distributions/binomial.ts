import type { Random } from '../random.ts';
import { logGamma } from './gamma.ts';

/** Below, counting up from 0 is faster; above, rejection is. Both are exact. */
const FEW = 10;

/**
 * Draws how many of `trials` succeed, each with the given `probability`. Counting up the distribution function while few
 * are expected; else the transformed rejection BTRS of Hörmann (1993), The generation of binomial random variates,
 * Journal of Statistical Computation and Simulation 46, 101–110. Throws a RangeError when `trials` is not a whole
 * number ≥ 0 or `probability` is outside [0, 1].
 */
export function drawBinomial(random: Random, trials: number, probability: number): number {
  if (!(Number.isSafeInteger(trials) && trials >= 0)) {
    throw new RangeError(`trials must be a whole number ≥ 0, not ${trials}`);
  }
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`probability must lie in [0, 1], not ${probability}`);
  }
  if (probability > 0.5) return trials - drawBinomial(random, trials, 1 - probability);
  if (trials === 0 || probability === 0) return 0;
  return trials * probability < FEW
    ? countUp(random, trials, probability)
    : reject(random, trials, probability);
}

function countUp(random: Random, trials: number, probability: number): number {
  const odds = probability / (1 - probability);
  const none = Math.exp(trials * Math.log1p(-probability));
  for (;;) {
    let left = random.uniform();
    let mass = none;
    for (let count = 0; count <= trials; count += 1) {
      if (left <= mass) return count;
      left -= mass;
      mass *= ((trials - count) / (count + 1)) * odds;
    }
    // Rounding left a sliver above the last value: another draw.
  }
}

function reject(random: Random, trials: number, probability: number): number {
  const deviation = Math.sqrt(trials * probability * (1 - probability));
  const b = 1.15 + 2.53 * deviation;
  const a = -0.0873 + 0.0248 * b + 0.01 * probability;
  const centre = trials * probability + 0.5;
  const inside = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * deviation;
  const mode = Math.floor((trials + 1) * probability);
  const logOdds = Math.log(probability / (1 - probability));
  const atMode = logGamma(mode + 1) + logGamma(trials - mode + 1);
  for (;;) {
    const u = random.uniform() - 0.5;
    const v = random.uniform();
    const edge = 0.5 - Math.abs(u);
    const count = Math.floor(((2 * a) / edge + b) * u + centre);
    if (edge >= 0.07 && v <= inside) return count;
    if (count < 0 || count > trials || edge === 0) continue;
    const height = Math.log((v * alpha) / (a / (edge * edge) + b));
    const mass = atMode - logGamma(count + 1) - logGamma(trials - count + 1) + (count - mode) * logOdds;
    if (height <= mass) return count;
  }
}
