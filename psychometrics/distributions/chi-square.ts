import { upperGamma } from './gamma.ts';
import { invert } from './inversion.ts';

/**
 * Probability that a χ² variable with `freedom` degrees of freedom exceeds x: Q(freedom/2, x/2).
 * Abramowitz & Stegun (1964), 26.4.19. 1 for x ≤ 0. Throws a RangeError unless `freedom` is positive.
 */
export function chiSquareAbove(x: number, freedom: number): number {
  return upperGamma(freedom / 2, Math.max(0, x) / 2);
}

/**
 * The x ≥ 0 that a χ² variable exceeds with probability 1 − p, 0 < p < 1: the inverse of 1 − `chiSquareAbove`, by bisection.
 * Throws a RangeError when p is above 1, or unless `freedom` is positive.
 */
export function chiSquareQuantile(p: number, freedom: number): number {
  return invert((x) => -chiSquareAbove(x, freedom), p - 1, { low: 0, high: Math.max(1, freedom) });
}
