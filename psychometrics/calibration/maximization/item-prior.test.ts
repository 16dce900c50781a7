import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ItemBlock } from '../plan.ts';
import { needsPositiveSlope, priorAt } from './item-prior.ts';

const close = (value: number, expected: number, tolerance: number, what = '') =>
  assert.ok(Math.abs(value - expected) < tolerance, `${what} ${value} against ${expected}`);

const block = (prior: ItemBlock['item']['prior'], size: number) =>
  ({ size, item: { id: 'x', model: 'graded', prior } }) as unknown as ItemBlock;

test('a prior speaks of ln a and of b = −d/a; its gradient is the slope of that', () => {
  const native = Float64Array.of(1.4, 0.7, -1.1);
  const prior = { logDiscrimination: { mean: -0.2, sd: 0.5 }, difficulty: { mean: [0.1, 0.6], sd: 0.8 } };
  const value = (at: Float64Array, own: boolean) => {
    const b = [1, 2].map((k) => -at[k]! / at[0]!);
    const steps = -0.5 * (((b[0]! - 0.1) / 0.8) ** 2 + ((b[1]! - 0.6) / 0.8) ** 2);
    return steps - (own ? 0.5 * ((Math.log(at[0]!) + 0.2) / 0.5) ** 2 : 0);
  };
  for (const own of [true, false]) {
    const found = priorAt(block(prior, 3), native, own);
    close(found.value, value(native, own), 1e-12);
    for (let p = 0; p < 3; p += 1) {
      const at = (by: number) =>
        value(
          native.map((one, k) => (k === p ? one + by : one)),
          own,
        );
      close(found.gradient[p]!, (at(1e-6) - at(-1e-6)) / 2e-6, 1e-6, `slope ${p}`);
    }
    // Gauss–Newton: Σ ∂b ∂bᵀ / sd² (+ (1/a)² / sd² for ln a), with ∂b/∂a = d/a², ∂b/∂d = −1/a.
    const expected = [0, 0, 0, 0, 0, 0, 0, 0, 0];
    for (const k of [1, 2]) {
      const slopes = [0, 1, 2].map((p) => (p === 0 ? native[k]! / 1.4 ** 2 : p === k ? -1 / 1.4 : 0));
      expected.forEach((_, cell) => {
        expected[cell]! += (slopes[Math.floor(cell / 3)]! * slopes[cell % 3]!) / 0.64;
      });
    }
    if (own) expected[0]! += 1 / 1.4 ** 2 / 0.25;
    expected.forEach((one, cell) => {
      close(found.curvature[cell]!, one, 1e-12, `curvature ${cell}`);
    });
  }
  const common = priorAt(block({ difficulty: { mean: 0.3, sd: 0.8 } }, 3), native, true);
  close(common.value, -0.5 * (((-0.5 - 0.3) / 0.8) ** 2 + ((1.1 / 1.4 - 0.3) / 0.8) ** 2), 1e-12);
});

test('a prior on ln a or on b needs a positive slope; without one a slope may have any sign', () => {
  const sd = 1;
  assert.equal(needsPositiveSlope(block({ logDiscrimination: { mean: 0, sd } }, 2)), true);
  assert.equal(needsPositiveSlope(block({ difficulty: { mean: 0, sd } }, 2)), true);
  assert.equal(needsPositiveSlope(block({}, 2)), false);
  assert.equal(needsPositiveSlope(block(undefined, 2)), false);
  const none = priorAt(block(undefined, 2), Float64Array.of(-1, 2), true);
  assert.deepEqual(
    [none.value, Array.from(none.gradient), Array.from(none.curvature)],
    [0, [0, 0], [0, 0, 0, 0]],
  );
});
