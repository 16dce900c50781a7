/** Half-width of a central 90 % band, in standard errors. */
export const NINETY_PERCENT = 1.6448536269514722;

/**
 * Probability that a standard normal variable lies below z.
 * Hart (1968) rational approximation as given by West (2005), Wilmott Magazine: 14 correct digits.
 */
export function normalBelow(z: number): number {
  const x = Math.abs(z);
  if (x > 37) return z > 0 ? 1 : 0;
  const upper = x < 7.07106781186547 ? hart(x) : continuedFraction(x);
  return z > 0 ? 1 - upper : upper;
}

const NUMERATOR = [
  3.52624965998911e-2, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871,
  221.213596169931, 220.206867912376,
];
const DENOMINATOR = [
  8.83883476483184e-2, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674,
  637.333633378831, 793.826512519948, 440.413735824752,
];

function hart(x: number): number {
  return (Math.exp((-x * x) / 2) * polynomial(NUMERATOR, x)) / polynomial(DENOMINATOR, x);
}

function continuedFraction(x: number): number {
  const tail = x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))));
  return Math.exp((-x * x) / 2) / (tail * 2.506628274631);
}

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}
