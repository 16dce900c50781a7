import { studentBeyond, studentQuantile } from '../distributions/student.ts';
import { differencesOf, type Pairs } from './pairs.ts';

/**
 * Mean change of a group measured twice, in the units of the measure. `interval` holds the true mean change with
 * the asked confidence. When everybody changed by exactly the same amount (`deviation` 0) there is nothing to
 * divide by: `t` and `p` are null and the interval is that single value.
 */
export type PairedTest = {
  people: number;
  difference: number;
  deviation: number;
  standardError: number;
  degreesOfFreedom: number;
  t: number | null;
  p: number | null;
  interval: { low: number; high: number };
};

/**
 * Paired Student test on the differences D = after − before, two-sided.
 *
 *   t = D̄ / (s_D / √n)    n − 1 degrees of freedom    D̄ ± t_{1−α/2} s_D/√n
 *
 * Student (1908), The probable error of a mean, Biometrika 6(1), 1–25. At least two people; `confidence` in (0, 1),
 * 0.95 by default. Throws a RangeError otherwise, or when a score is not finite.
 */
export function pairedTest(pairs: Pairs, confidence = 0.95): PairedTest {
  if (!(confidence > 0 && confidence < 1))
    throw new RangeError(`confidence must lie in (0, 1), not ${confidence}`);
  const differences = differencesOf(pairs, 2);
  const { mean: difference, deviation } = meanAndDeviation(differences);
  const people = differences.length;
  const degreesOfFreedom = people - 1;
  const standardError = deviation / Math.sqrt(people);
  const margin = studentQuantile((1 + confidence) / 2, degreesOfFreedom) * standardError;
  const interval = { low: difference - margin, high: difference + margin };
  const t = standardError > 0 ? difference / standardError : null;
  const p = t === null ? null : studentBeyond(t, degreesOfFreedom);
  return { people, difference, deviation, standardError, degreesOfFreedom, t, p, interval };
}

/** Mean and standard deviation (divisor n − 1; 0 for one value or for equal values). At least one value. */
export function meanAndDeviation(values: readonly number[]): { mean: number; deviation: number } {
  const first = values[0]!;
  if (values.every((value) => value === first)) return { mean: first, deviation: 0 };
  const mean = values.reduce((sum, value) => sum + value / values.length, 0);
  // Divided by the largest first, so that the square of no legal score overflows or vanishes.
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value - mean)), 0);
  if (largest === 0) return { mean, deviation: 0 };
  const squares = values.reduce((sum, value) => sum + ((value - mean) / largest) ** 2, 0);
  return { mean, deviation: largest * Math.sqrt(squares / (values.length - 1)) };
}
