import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { normalAbove, normalBelow, normalQuantile } from './normal.ts';

const near = (value: number, expected: number, relative: number) =>
  assert.ok(Math.abs(value - expected) <= relative * Math.abs(expected), `${value} is not ${expected}`);

test('the normal distribution agrees with Abramowitz & Stegun (1964), tables 26.1 and 26.2', () => {
  near(normalBelow(0.5), 0.691462461274013, 1e-14);
  near(normalBelow(1), 0.841344746068543, 1e-14);
  near(normalBelow(2), 0.97724986805182, 1e-13);
  near(normalBelow(3), 0.998650101968369, 1e-13);
  // table 26.2 gives −log₁₀ Q(x)
  for (const [x, minusLog] of [
    [5, 6.54265],
    [10, 23.11805],
    [20, 88.5601],
    [30, 197.30921],
  ] as const) {
    assert.ok(Math.abs(-Math.log10(normalAbove(x)) - minusLog) < 6e-6);
  }
});

test('the quantile gives the check values of Wichura (1988), AS 241', () => {
  near(normalQuantile(0.25), -0.6744897501960817, 1e-15);
  near(normalQuantile(0.001), -3.090232306167814, 1e-15);
  near(normalQuantile(1e-20), -9.262340089798409, 1e-15);
  assert.equal(normalQuantile(0.5), 0);
  for (const p of [0, 1, -1, 2, Number.NaN]) assert.throws(() => normalQuantile(p), RangeError);
});

test('the quantile undoes the distribution', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-300, max: 1 - 1e-12, noNaN: true }), (p) => {
      assert.ok(Math.abs(normalBelow(normalQuantile(p)) - p) <= 1e-11 * p);
    }),
  );
});
