import { betaParts } from './beta.ts';
import { invert } from './inversion.ts';

/**
 * Probability that a Student variable with `freedom` degrees of freedom lies further from 0 than t, on either
 * side: I_x(ν/2, 1/2) with x = ν/(ν + t²). Abramowitz & Stegun (1964), 26.7.1 and 26.5.27.
 * `freedom` is any positive number; throws a RangeError otherwise.
 */
export function studentBeyond(t: number, freedom: number): number {
  if (!(freedom > 0) || !Number.isFinite(freedom)) {
    throw new RangeError(`positive degrees of freedom are needed, not ${freedom}`);
  }
  if (!Number.isFinite(t * t)) return 0;
  const total = freedom + t * t;
  return betaParts(freedom / total, (t * t) / total, freedom / 2, 0.5);
}

/** Probability that a Student variable lies below t, any number. Throws a RangeError unless `freedom` is positive. */
export function studentBelow(t: number, freedom: number): number {
  const half = studentBeyond(t, freedom) / 2;
  return t > 0 ? 1 - half : half;
}

/**
 * The t below which a Student variable lies with probability p: the inverse of `studentBelow`, by bisection. Throws a
 * RangeError unless 0 < p < 1 and `freedom` is positive.
 */
export function studentQuantile(p: number, freedom: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`a probability strictly between 0 and 1 is needed, not ${p}`);
  if (p === 0.5) return 0;
  const beyond = 2 * Math.min(p, 1 - p);
  const size = invert((t) => -studentBeyond(t, freedom), -beyond, { low: 0, high: 2 });
  return p < 0.5 ? -size : size;
}
