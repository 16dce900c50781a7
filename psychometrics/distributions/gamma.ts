const LANCZOS = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406,
  12.507343278686905, -0.13857109526572012, 0.000009984369578019572, 1.5056327351493116e-7,
];
const SMALLEST = 1e-300;
const PRECISION = 1e-16;
const MOST_TERMS = 100_000;

/**
 * ln Γ(x) for x > 0; 14 digits.
 * Lanczos (1964), SIAM Journal on Numerical Analysis 1, 86–96 (g = 7, nine coefficients of Godfrey, 2001).
 * Throws a RangeError unless x is positive and finite.
 */
export function logGamma(x: number): number {
  if (!(x > 0) || !Number.isFinite(x)) throw new RangeError(`a positive number is needed, not ${x}`);
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const z = x - 1;
  let sum = LANCZOS[0]!;
  for (let index = 1; index < LANCZOS.length; index += 1) sum += LANCZOS[index]! / (z + index);
  const base = z + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(base) - base + Math.log(sum);
}

/**
 * Regularised upper incomplete gamma function Q(a, x) = Γ(a, x)/Γ(a), between 0 and 1, for a > 0 and x ≥ 0.
 *
 *   x < a + 1   Q = 1 − xᵃ e⁻ˣ Σ xⁿ / Γ(a + n + 1)                                       (DLMF 8.7.1)
 *   otherwise   Q = xᵃ e⁻ˣ / Γ(a) · 1/(x + 1 − a − 1(1 − a)/(x + 3 − a − 2(2 − a)/(…)))    (DLMF 8.9.2)
 *
 * NIST Digital Library of Mathematical Functions, ch. 8; the continued fraction by Lentz's method as modified by
 * Thompson & Barnett (1986). Throws a RangeError outside that range.
 */
export function upperGamma(a: number, x: number): number {
  assertRange(a, x);
  if (x === 0) return 1;
  return x < a + 1 ? 1 - series(a, x) : continuedFraction(a, x);
}

/**
 * Regularised lower incomplete gamma function P(a, x) = 1 − Q(a, x), between 0 and 1, exact near 0 (DLMF 8.7.1). Throws a
 * RangeError unless a > 0 and x ≥ 0.
 */
export function lowerGamma(a: number, x: number): number {
  assertRange(a, x);
  if (x === 0) return 0;
  return x < a + 1 ? series(a, x) : 1 - continuedFraction(a, x);
}

function assertRange(a: number, x: number): void {
  if (!(a > 0) || !Number.isFinite(a) || !(x >= 0)) {
    throw new RangeError(`a > 0 and x ≥ 0 are needed, not a = ${a} and x = ${x}`);
  }
}

/** ln( xᵃ e⁻ˣ / Γ(a) ). */
function logFactor(a: number, x: number): number {
  return a * Math.log(x) - x - logGamma(a);
}

function series(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < MOST_TERMS && term > sum * PRECISION; n += 1) {
    term *= x / (a + n);
    sum += term;
  }
  return Math.min(1, sum * Math.exp(logFactor(a, x)));
}

function continuedFraction(a: number, x: number): number {
  if (x === Number.POSITIVE_INFINITY) return 0;
  let b = x + 1 - a;
  let c = 1 / SMALLEST;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < MOST_TERMS; n += 1) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / awayFromZero(numerator * d + b);
    c = awayFromZero(b + numerator / c);
    const change = c * d;
    value *= change;
    if (Math.abs(change - 1) < PRECISION * 4) break;
  }
  return Math.min(1, Math.max(0, value * Math.exp(logFactor(a, x))));
}

function awayFromZero(x: number): number {
  return Math.abs(x) < SMALLEST ? SMALLEST : x;
}
