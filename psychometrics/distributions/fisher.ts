import { betaParts } from './beta.ts';
import { invert } from './inversion.ts';

/**
 * Probability that an F variable with `above` and `below` degrees of freedom exceeds x:
 * I_y(below/2, above/2) with y = below/(below + above·x). Abramowitz & Stegun (1964), 26.6.2.
 * 1 for x ≤ 0. Throws a RangeError unless both degrees of freedom are positive.
 */
export function fisherAbove(x: number, above: number, below: number): number {
  if (!(above > 0 && below > 0) || !Number.isFinite(above + below)) {
    throw new RangeError(`positive degrees of freedom are needed, not ${above} and ${below}`);
  }
  if (x <= 0) return 1;
  if (!Number.isFinite(above * x)) return 0;
  const total = below + above * x;
  return betaParts(below / total, (above * x) / total, below / 2, above / 2);
}

/**
 * The x ≥ 0 below which an F variable lies with probability p, 0 < p < 1: the inverse of 1 − `fisherAbove`, by bisection.
 * Throws a RangeError when p is above 1, or unless both degrees of freedom are positive.
 */
export function fisherQuantile(p: number, above: number, below: number): number {
  return invert((x) => -fisherAbove(x, above, below), p - 1, { low: 0, high: 2 });
}
