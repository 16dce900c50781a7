import assert from 'node:assert/strict';
import { test } from 'node:test';
import { densityOf, evenQuadrature } from '../expectation/quadrature.ts';
import { populationSlopes } from './curves-at.ts';

const close = (value: number, expected: number, tolerance: number, what = '') =>
  assert.ok(Math.abs(value - expected) < tolerance, `${what} ${value} against ${expected}`);

test('the slopes of the weights are their derivatives by the mean and by ln sd', () => {
  const grid = evenQuadrature(11, 4);
  const population = { mean: 0.3, sd: 1.2 };
  const slopes = populationSlopes(population, grid);
  const logAt = (mean: number, logSd: number) => densityOf({ mean, sd: Math.exp(logSd) }, grid).map(Math.log);
  const [m, s, h] = [0.3, Math.log(1.2), 1e-5];
  const byMean = logAt(m + h, s).map((value, node) => (value - logAt(m - h, s)[node]!) / (2 * h));
  const bySd = logAt(m, s + h).map((value, node) => (value - logAt(m, s - h)[node]!) / (2 * h));
  [...byMean, ...bySd].forEach((value, k) => {
    close(slopes[k]!, value, 1e-7);
  });
});
