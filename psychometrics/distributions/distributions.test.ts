import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { betaParts, incompleteBeta } from './beta.ts';
import { chiSquareAbove, chiSquareQuantile } from './chi-square.ts';
import { fisherAbove, fisherQuantile } from './fisher.ts';
import { logGamma, lowerGamma, upperGamma } from './gamma.ts';
import { invert } from './inversion.ts';
import { studentBelow, studentBeyond, studentQuantile } from './student.ts';

const near = (value: number, expected: number, relative = 1e-12) =>
  assert.ok(
    Math.abs(value - expected) <= relative * Math.max(Math.abs(expected), 1e-300),
    `${value}, ${expected}`,
  );
const rounded = (value: number, digits: number) => Number(value.toFixed(digits));

test('ln Γ is the logarithm of factorials, and of √π at one half', () => {
  let factorial = 1;
  for (let n = 1; n <= 20; n += 1) {
    near(Math.exp(logGamma(n)), factorial, 1e-13);
    factorial *= n;
  }
  near(logGamma(0.5), Math.log(Math.PI) / 2, 1e-14);
  near(logGamma(0.1), 2.252712651734206, 1e-13); // Abramowitz & Stegun, table 6.1
  near(logGamma(1000), 5905.220423209181, 1e-14);
  assert.throws(() => logGamma(0), RangeError);
});

test('the incomplete gamma function of a whole number is a sum of Poisson probabilities', () => {
  for (const [a, x] of [
    [1, 0.3],
    [3, 2],
    [10, 4],
    [10, 25],
    [40, 38],
    [5, 60],
  ] as const) {
    let term = Math.exp(-x);
    let sum = 0;
    for (let k = 0; k < a; k += 1) {
      sum += term;
      term *= x / (k + 1);
    }
    near(upperGamma(a, x), sum);
  }
});

test('the incomplete beta function of whole numbers is a sum of binomial probabilities', () => {
  for (const [x, a, b] of [
    [0.3, 2, 5],
    [0.5, 7, 7],
    [0.9, 3, 12],
    [0.02, 1, 40],
    [0.7, 30, 4],
  ] as const) {
    const n = a + b - 1;
    let sum = 0;
    for (let k = a; k <= n; k += 1) {
      const logChoices = logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
      sum += Math.exp(logChoices + k * Math.log(x) + (n - k) * Math.log(1 - x));
    }
    near(incompleteBeta(x, a, b), sum);
  }
});

test('χ² agrees with its closed forms and with the NIST/SEMATECH e-Handbook, table 1.3.6.7.4', () => {
  for (const x of [0.1, 1, 5, 40, 700]) near(chiSquareAbove(x, 2), Math.exp(-x / 2));
  for (const x of [0.1, 1, 5, 40]) near(chiSquareAbove(x, 4), Math.exp(-x / 2) * (1 + x / 2));
  const table = [
    [0.95, 1, 3.841],
    [0.95, 2, 5.991],
    [0.95, 10, 18.307],
    [0.95, 100, 124.342],
    [0.99, 5, 15.086],
    [0.999, 1, 10.828],
    [0.975, 30, 46.979],
  ] as const;
  for (const [p, freedom, value] of table) assert.equal(rounded(chiSquareQuantile(p, freedom), 3), value);
});

test('Student agrees with its closed forms and with the NIST/SEMATECH e-Handbook, table 1.3.6.7.2', () => {
  for (const t of [-30, -1, -0.1, 0, 0.5, 3, 1e5]) {
    near(studentBelow(t, 1), 0.5 + Math.atan(t) / Math.PI, 1e-10);
    near(studentBelow(t, 2), 0.5 + t / (2 * Math.sqrt(2 + t * t)), 1e-7);
  }
  const table = [
    [0.975, 1, 12.706],
    [0.975, 2, 4.303],
    [0.975, 9, 2.262],
    [0.95, 30, 1.697],
    [0.995, 5, 4.032],
    [0.999, 100, 3.174],
  ] as const;
  for (const [p, freedom, value] of table) {
    assert.equal(rounded(studentQuantile(p, freedom), 3), value);
    assert.equal(studentQuantile(1 - p, freedom) < 0, true);
  }
});

test('F agrees with its closed form and with the NIST/SEMATECH e-Handbook, table 1.3.6.7.3', () => {
  for (const [x, below] of [
    [0.2, 3],
    [1, 10],
    [9, 25],
  ] as const)
    near(fisherAbove(x, 2, below), (1 + (2 * x) / below) ** (-below / 2));
  const table = [
    [0.95, 1, 1, 161.448],
    [0.95, 5, 10, 3.326],
    [0.95, 10, 20, 2.348],
    [0.99, 3, 9, 6.992],
    [0.9, 4, 50, 2.061],
  ] as const;
  for (const [p, above, below, value] of table)
    assert.equal(rounded(fisherQuantile(p, above, below), 3), value);
});

test('every probability lies between 0 and 1, whatever the arguments', () => {
  const freedom = fc.double({ min: 1e-3, max: 1e6, noNaN: true });
  const anywhere = fc.double({ noNaN: true });
  fc.assert(
    fc.property(anywhere, freedom, freedom, fc.double({ min: 0, max: 1, noNaN: true }), (x, a, b, share) => {
      const positive = Math.abs(x);
      const probabilities = [
        chiSquareAbove(x, a),
        fisherAbove(x, a, b),
        studentBelow(x, a),
        studentBeyond(x, a),
        upperGamma(a, positive),
        lowerGamma(a, positive),
        incompleteBeta(share, a, b),
      ];
      for (const p of probabilities) assert.ok(p >= 0 && p <= 1, `${probabilities}`);
    }),
    { numRuns: 300 },
  );
});

test('quantiles undo distributions', () => {
  const p = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
  const freedom = fc.double({ min: 0.5, max: 500, noNaN: true });
  fc.assert(
    fc.property(p, freedom, freedom, (share, a, b) => {
      assert.ok(Math.abs(1 - chiSquareAbove(chiSquareQuantile(share, a), a) - share) < 1e-9);
      assert.ok(Math.abs(studentBelow(studentQuantile(share, a), a) - share) < 1e-9);
      assert.ok(Math.abs(1 - fisherAbove(fisherQuantile(share, a, b), a, b) - share) < 1e-9);
    }),
    { numRuns: 60 },
  );
});

test('at the ends of their range distributions are 0 or 1, and quantiles of one half the middle', () => {
  assert.deepEqual([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)], [0, 1]);
  assert.deepEqual([upperGamma(2, 0), lowerGamma(2, 0)], [1, 0]);
  assert.deepEqual(
    [upperGamma(2, Number.POSITIVE_INFINITY), lowerGamma(2, Number.POSITIVE_INFINITY)],
    [0, 1],
  );
  assert.deepEqual([chiSquareAbove(0, 3), chiSquareAbove(-4, 3)], [1, 1]);
  assert.deepEqual([fisherAbove(0, 3, 4), fisherAbove(-2, 3, 4)], [1, 1]);
  assert.equal(fisherAbove(Number.POSITIVE_INFINITY, 3, 4), 0);
  assert.deepEqual([studentBeyond(0, 5), studentBeyond(-1e200, 5), studentBeyond(1e200, 5)], [1, 0, 0]);
  assert.deepEqual([studentBelow(0, 5), studentQuantile(0.5, 5)], [0.5, 0]);
});

test('what is outside their range is refused', () => {
  const { NaN: none, POSITIVE_INFINITY: endless } = Number;
  const outside: [string, () => number][] = [
    ...[-1, 0, none, endless].flatMap((wrong): [string, () => number][] => [
      [`logGamma ${wrong}`, () => logGamma(wrong)],
      [`upperGamma a ${wrong}`, () => upperGamma(wrong, 1)],
      [`lowerGamma a ${wrong}`, () => lowerGamma(wrong, 1)],
      [`incompleteBeta a ${wrong}`, () => incompleteBeta(0.5, wrong, 2)],
      [`incompleteBeta b ${wrong}`, () => incompleteBeta(0.5, 2, wrong)],
      [`chiSquareAbove ${wrong}`, () => chiSquareAbove(1, wrong)],
      [`fisherAbove above ${wrong}`, () => fisherAbove(1, wrong, 2)],
      [`fisherAbove below ${wrong}`, () => fisherAbove(1, 2, wrong)],
      [`studentBeyond ${wrong}`, () => studentBeyond(1, wrong)],
    ]),
    ...[-0.1, none].flatMap((wrong): [string, () => number][] => [
      [`upperGamma x ${wrong}`, () => upperGamma(1, wrong)],
      [`lowerGamma x ${wrong}`, () => lowerGamma(1, wrong)],
      [`incompleteBeta x ${wrong}`, () => incompleteBeta(wrong, 2, 3)],
    ]),
    ['incompleteBeta x 1.1', () => incompleteBeta(1.1, 2, 3)],
    ...[0, 1, -1, 2, none].map((p): [string, () => number] => [
      `studentQuantile ${p}`,
      () => studentQuantile(p, 5),
    ]),
    ['never reached', () => invert((x) => x / (1 + x), 2, { low: 0, high: 1 })],
  ];
  for (const [name, ask] of outside) assert.throws(ask, RangeError, name);
});

test('small probabilities keep their digits: lower gamma and beta near 0, upper ones far away', () => {
  for (const x of [1e-200, 1e-10, 0.5, 3]) near(lowerGamma(1, x), -Math.expm1(-x), 1e-13);
  for (const x of [50, 600]) near(upperGamma(1, x), Math.exp(-x), 1e-12);
  for (const x of [1e-200, 1e-9, 0.4]) near(incompleteBeta(x, 1, 3), -Math.expm1(3 * Math.log1p(-x)), 1e-13);
  for (const y of [1e-60, 1e-9]) near(betaParts(y, 1, 3, 1), y ** 3, 1e-8);
});

test('a beta variable and its complement share what is certain; so do the two tails of Student', () => {
  for (const [x, a, b] of [
    [0.1, 0.5, 0.5],
    [0.5, 3, 0.2],
    [0.8, 20, 4],
  ] as const)
    near(incompleteBeta(x, a, b) + incompleteBeta(1 - x, b, a), 1, 1e-13);
  for (const x of [0.1, 0.5, 0.97])
    near(incompleteBeta(x, 0.5, 0.5), (2 / Math.PI) * Math.asin(Math.sqrt(x)), 1e-12);
  for (const p of [0.001, 0.2, 0.49]) near(studentQuantile(1 - p, 7), -studentQuantile(p, 7), 1e-10);
});

test('the inverse of an increasing function is found wherever it is', () => {
  near(
    invert((x) => x * x, 2, { low: 0, high: 1 }),
    Math.SQRT2,
    1e-15,
  );
  near(
    invert((x) => x, 1e6 + 1 / 3, { low: 0, high: 1 }),
    1e6 + 1 / 3,
    1e-15,
  );
  near(
    invert((x) => x, 1e-5, { low: 0, high: 1 }),
    1e-5,
    1e-15,
  );
});
