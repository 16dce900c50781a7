import { logGamma } from './gamma.ts';

const SMALLEST = 1e-300;
const PRECISION = 4e-16;
const MOST_TERMS = 100_000;

/**
 * Regularised incomplete beta function I_x(a, b), between 0 and 1, for a, b > 0 and 0 ≤ x ≤ 1.
 *
 *   I_x(a, b) = xᵃ(1 − x)ᵇ / (a B(a, b)) · 1/(1 + d₁/(1 + d₂/(1 + …)))
 *   d₂ₘ = m(b − m)x / ((a + 2m − 1)(a + 2m))     d₂ₘ₊₁ = −(a + m)(a + b + m)x / ((a + 2m)(a + 2m + 1))
 *
 * NIST Digital Library of Mathematical Functions, 8.17.22–23, by Lentz's method; the symmetry
 * I_x(a, b) = 1 − I_{1−x}(b, a) (8.17.4) keeps it where it converges fast. Throws a RangeError outside that range.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (!(a > 0 && b > 0 && x >= 0 && x <= 1) || !Number.isFinite(a + b)) {
    throw new RangeError(`a, b > 0 and 0 ≤ x ≤ 1 are needed, not a = ${a}, b = ${b}, x = ${x}`);
  }
  return betaParts(x, 1 - x, a, b);
}

/**
 * The same from both parts x and y = 1 − x, each exact, so that nothing is lost when one of them is tiny.
 */
export function betaParts(x: number, y: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - fraction(y, x, b, a);
  return fraction(x, y, a, b);
}

function fraction(x: number, y: number, a: number, b: number): number {
  const logFront = a * Math.log(x) + b * Math.log(y) + logGamma(a + b) - logGamma(a) - logGamma(b);
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m < MOST_TERMS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    value *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    const change = c * d;
    value *= change;
    if (Math.abs(change - 1) < PRECISION) break;
  }
  return Math.min(1, Math.max(0, (value * Math.exp(logFront)) / a));
}

function awayFromZero(x: number): number {
  return Math.abs(x) < SMALLEST ? SMALLEST : x;
}
