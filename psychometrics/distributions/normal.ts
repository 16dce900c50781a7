import { upperGamma } from './gamma.ts';

/** Half-width of a central 90 % band, in standard errors. */
export const NINETY_PERCENT = 1.6448536269514722;

/**
 * Probability that a standard normal variable lies below z (any number). Within 2 of the mean by Hart's (1968)
 * rational approximation as given by West (2005), Wilmott Magazine; beyond, by the incomplete gamma function
 * Q(1/2, z²/2)/2 (Abramowitz & Stegun 1964, 26.4.19), so that 12 digits stay correct however small it is. Nothing but NaN
 * throws (a RangeError).
 */
export function normalBelow(z: number): number {
  const x = Math.abs(z);
  const beyond = x < 2 ? hart(x) : upperGamma(0.5, (x * x) / 2) / 2;
  return z > 0 ? 1 - beyond : beyond;
}

const NUMERATOR = [
  0.0352624965998911, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871,
  221.213596169931, 220.206867912376,
];
const DENOMINATOR = [
  0.0883883476483184, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831,
  793.826512519948, 440.413735824752,
];

function hart(x: number): number {
  return (Math.exp((-x * x) / 2) * polynomial(NUMERATOR, x)) / polynomial(DENOMINATOR, x);
}

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}

/**
 * Probability that a standard normal variable lies above z, any number, accurate far in the tail. Only NaN throws (a
 * RangeError).
 */
export function normalAbove(z: number): number {
  return normalBelow(-z);
}

/**
 * The z below which a standard normal variable lies with probability p, 0 < p < 1; 16 digits.
 * Wichura (1988), Algorithm AS 241 (PPND16), Applied Statistics 37(3), 477–484.
 * Throws a RangeError outside (0, 1).
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`a probability strictly between 0 and 1 is needed, not ${p}`);
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(CENTRE_ABOVE, r)) / polynomial(CENTRE_BELOW, r);
  }
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
  const size =
    r <= 5
      ? polynomial(MIDDLE_ABOVE, r - 1.6) / polynomial(MIDDLE_BELOW, r - 1.6)
      : polynomial(TAIL_ABOVE, r - 5) / polynomial(TAIL_BELOW, r - 5);
  return q < 0 ? -size : size;
}

const CENTRE_ABOVE = [
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
  1971.5909503065513, 133.14166789178438, 3.3871328727963665,
];
const CENTRE_BELOW = [
  5226.495278852546, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
  687.1870074920579, 42.31333070160091, 1,
];
const MIDDLE_ABOVE = [
  0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
  5.769497221460691, 4.630337846156546, 1.4234371107496835,
];
const MIDDLE_BELOW = [
  1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
  1.6763848301838038, 2.053191626637759, 1,
];
const TAIL_ABOVE = [
  2.0103343992922881e-7, 0.000027115555687434876, 0.0012426609473880784, 0.026532189526576124,
  0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
];
const TAIL_BELOW = [
  2.0442631033899397e-15, 1.421511758316446e-7, 0.000018463183175100548, 0.0007868691311456133,
  0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
];
