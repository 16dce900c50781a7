import type { Estimate } from '../ability/posterior.ts';

/**
 * Two-sided test at 3 % (normal quantile of 0.985). Beliefs are not quite normal and difficulties not quite known, so
 * that at 1.96 simulated false alarms lie at 5 %, and above as often as below; at 2.17 they stay under 5 %.
 */
const CRITICAL = 2.1700903775845606;
/** New answers must bring at least this share of the precision there was, or there is nothing to compare. */
const SMALLEST_GAIN = 1e-9;

/**
 * Whether an ability has changed between two occasions. `newEvidence` is what the new answers say alone (null
 * when they say nothing); `difference` is its mean minus the first mean, in units of ability.
 */
export type Change = {
  difference: number;
  standardError: number;
  z: number;
  established: boolean;
  direction: 'up' | 'down' | 'none';
  newEvidence: Estimate | null;
};

/**
 * Change across occasions, on any linear combination of competences (general, domain, one competence).
 *
 * The second result leans on the first, so comparing them would hide change and count evidence twice. The
 * belief just before the new answers (μ⁻, V⁻) is therefore taken out of the belief after them (μ₂, V₂), which
 * leaves the new answers alone:
 *
 *   V_L = 1 / (1/V₂ − 1/V⁻)    m_L = V_L (μ₂/V₂ − μ⁻/V⁻)    z = (m_L − μ₁) / √(V_L + V₁)
 *
 * `first` is the result of the first occasion (μ₁, V₁), `before` the same after drift and learning. Only
 * questions the person had not seen may have been served between `before` and `after`. Established when |z| ≥
 * 2.17; `direction` is 'none' until then. Without information in the new answers (V₂ ≥ V⁻) nothing is
 * established. Throws a RangeError unless all means are finite and all variances positive.
 */
export function changeBetween(input: { first: Estimate; before: Estimate; after: Estimate }): Change {
  const { first, before, after } = input;
  for (const { mean, variance } of [first, before, after]) {
    if (!Number.isFinite(mean) || !(variance > 0) || !Number.isFinite(variance)) {
      throw new RangeError(`expected a finite mean and a positive variance, not ${mean} and ${variance}`);
    }
  }
  const newEvidence = takeOut(before, after);
  if (newEvidence === null) {
    const standardError = Number.MAX_VALUE;
    return { difference: 0, standardError, z: 0, established: false, direction: 'none', newEvidence };
  }
  const difference = newEvidence.mean - first.mean;
  const standardError = Math.sqrt(newEvidence.variance + first.variance);
  const z = difference / standardError;
  const established = Math.abs(z) >= CRITICAL;
  const direction = !established ? 'none' : z > 0 ? 'up' : 'down';
  return { difference, standardError, z, established, direction, newEvidence };
}

function takeOut(before: Estimate, after: Estimate): Estimate | null {
  const precision = 1 / after.variance - 1 / before.variance;
  if (!(precision > SMALLEST_GAIN / before.variance)) return null;
  const variance = 1 / precision;
  return { mean: variance * (after.mean / after.variance - before.mean / before.variance), variance };
}
