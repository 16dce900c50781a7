import assert from 'node:assert/strict';
import { test } from 'node:test';
import { covers, densityOf, evenQuadrature, refine } from './quadrature.ts';

const close = (value: number, expected: number, tolerance: number, what = '') =>
  assert.ok(Math.abs(value - expected) < tolerance, `${what} ${value} against ${expected}`);

test('nodes are even, symmetric around the population, and doubled without leaving it', () => {
  assert.deepEqual(Array.from(evenQuadrature(5, 2).nodes), [-2, -1, 0, 1, 2]);
  assert.deepEqual(Array.from(evenQuadrature(3, 2, { mean: 1, sd: 0.5 }).nodes), [0, 1, 2]);
  const { nodes } = evenQuadrature();
  assert.deepEqual([nodes.length, nodes[0], nodes[30], nodes[60]], [61, -6, 0, 6]);
  assert.deepEqual(Array.from(refine(evenQuadrature(3, 2)).nodes), [-2, -1, 0, 1, 2]);
  for (const count of [2, 2.5, 0]) assert.throws(() => evenQuadrature(count), /at least 3/);
  for (const reach of [0, -1, Number.POSITIVE_INFINITY, Number.NaN]) {
    assert.throws(() => evenQuadrature(5, reach), /reach/);
  }
  const grid = evenQuadrature(5, 4);
  assert.equal(covers(grid, { mean: 0, sd: 1 }, 4), true);
  assert.equal(covers(grid, { mean: 0.1, sd: 1 }, 4), false);
  assert.equal(covers(grid, { mean: -0.1, sd: 1 }, 4), false);
  assert.equal(covers(grid, { mean: 1, sd: 1 }, 3), true);
});

test('weights of nodes are a normal density that sums to 1, and those of the nearest node far outside', () => {
  const grid = evenQuadrature(9, 4);
  const weights = densityOf({ mean: 0.5, sd: 1.5 }, grid);
  close(
    weights.reduce((sum, value) => sum + value, 0),
    1,
    1e-12,
  );
  close(weights[5]! / weights[2]!, Math.exp(-0.5 * ((0.5 / 1.5) ** 2 - (2.5 / 1.5) ** 2)), 1e-12);
  const far = densityOf({ mean: 500, sd: 0.1 }, grid);
  close(far[8]!, 1, 1e-12);
});
