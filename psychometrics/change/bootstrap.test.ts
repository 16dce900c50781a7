import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normalBelow, normalQuantile } from '../distributions/normal.ts';
import { createRandom } from '../random.ts';
import { bootstrapInterval } from './bootstrap.ts';

// The spatial test data, sample A (26 children): Efron & Tibshirani (1993), An Introduction to the Bootstrap, table 14.1.
const SPATIAL = [
  48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41,
];
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: readonly number[]) => {
  const centre = mean(values);
  return mean(values.map((value) => (value - centre) ** 2));
};

test('the worked example of Efron & Tibshirani (1993, ch. 14) is found again', () => {
  const result = bootstrapInterval(SPATIAL, variance, { seed: 1, replicates: 20_000, confidence: 0.9 });
  assert.equal(result.estimate.toFixed(1), '171.5');
  assert.equal(result.acceleration.toFixed(3), '0.061');
  // published from 2,000 random replicates: z₀ = .146 and (115.8, 259.6)
  assert.ok(Math.abs(result.bias - 0.146) < 0.06, `${result.bias}`);
  assert.ok(Math.abs(result.low - 115.8) < 4, `${result.low}`);
  assert.ok(Math.abs(result.high - 259.6) < 6, `${result.high}`);
});

test('the same seed gives the same interval, another seed another one', () => {
  const once = bootstrapInterval(SPATIAL, variance, { seed: 7, replicates: 200 });
  assert.deepEqual(bootstrapInterval(SPATIAL, variance, { seed: 7, replicates: 200 }), once);
  assert.notDeepEqual(bootstrapInterval(SPATIAL, variance, { seed: 8, replicates: 200 }), once);
});

test('an interval follows the units of the measure', () => {
  const options = { seed: 3, replicates: 500 };
  const plain = bootstrapInterval(SPATIAL, mean, options);
  const scaled = bootstrapInterval(
    SPATIAL.map((value) => 2 * value + 10),
    mean,
    options,
  );
  assert.ok(Math.abs(scaled.low - (2 * plain.low + 10)) < 1e-9);
  assert.ok(Math.abs(scaled.high - (2 * plain.high + 10)) < 1e-9);
});

test('95 % intervals of a mean hold the truth for about 95 % of skewed samples', () => {
  let covered = 0;
  const samples = 400;
  for (let seed = 0; seed < samples; seed += 1) {
    const random = createRandom(seed, 'skewed');
    const values = Array.from({ length: 40 }, () => -Math.log(1 - random.uniform()));
    const { low, high } = bootstrapInterval(values, mean, { seed, replicates: 400 });
    if (low <= 1 && 1 <= high) covered += 1;
  }
  assert.ok(covered / samples > 0.9 && covered / samples < 0.98, `${covered / samples}`);
});

test('equal observations give a point, and what cannot be computed is refused', () => {
  const { low, high, bias, acceleration } = bootstrapInterval([5, 5, 5], mean, { seed: 1 });
  assert.deepEqual([low, high, bias, acceleration], [5, 5, 0, 0]);
  assert.throws(() => bootstrapInterval([1], mean, { seed: 1 }), /two observations/);
  for (const replicates of [10, 99, 100.5]) {
    assert.throws(() => bootstrapInterval([1, 2], mean, { seed: 1, replicates }), /100 replicates/);
  }
  for (const confidence of [-0.5, 0, 1, 1.5, Number.NaN]) {
    assert.throws(() => bootstrapInterval([1, 2], mean, { seed: 1, confidence }), /confidence must lie/);
  }
  const two = bootstrapInterval([1, 2], mean, { seed: 1, replicates: 100 });
  assert.ok(two.acceleration === 0 && two.low >= 1 && two.high <= 2);
  assert.throws(() => bootstrapInterval([1, 2], () => Number.NaN, { seed: 1 }), /NaN/);
  const extreme = bootstrapInterval([0, 0, 0, 0, 1e9], (values) => Math.max(...values), { seed: 1 });
  assert.ok(Number.isFinite(extreme.low) && Number.isFinite(extreme.high));
});

test('the interval is that of the formula, applied plainly to the same replicates', () => {
  const options = { seed: 5, replicates: 199, confidence: 0.8 };
  const random = createRandom(options.seed, 'bootstrap');
  const replicates = Array.from({ length: options.replicates }, () =>
    variance(SPATIAL.map(() => SPATIAL[random.integer(SPATIAL.length)]!)),
  ).sort((one, other) => one - other);
  const estimate = variance(SPATIAL);
  const bias = normalQuantile(replicates.filter((value) => value < estimate).length / replicates.length);
  const jackknife = SPATIAL.map((_, left) => variance(SPATIAL.filter((_, index) => index !== left)));
  const deviations = jackknife.map((value) => mean(jackknife) - value);
  const sum = (power: number) => deviations.reduce((total, value) => total + value ** power, 0);
  const acceleration = sum(3) / (6 * sum(2) ** 1.5);
  const bound = (z: number) => {
    const place = 200 * normalBelow(bias + (bias + z) / (1 - acceleration * (bias + z)));
    const before = replicates[Math.floor(place) - 1]!;
    return before + (place - Math.floor(place)) * (replicates[Math.floor(place)]! - before);
  };
  const found = bootstrapInterval(SPATIAL, variance, options);
  const z = normalQuantile(0.9);
  assert.ok(Math.abs(found.bias - bias) < 1e-12 && Math.abs(found.acceleration - acceleration) < 1e-12);
  assert.ok(Math.abs(found.low - bound(-z)) < 1e-9 && Math.abs(found.high - bound(z)) < 1e-9);
});

test('past the pole of the formula the outermost replicate is the bound', () => {
  const largest = (values: readonly number[]) => Math.max(...values);
  const oneAlone = Array.from({ length: 40 }, (_, index) => (index === 0 ? 1 : 0));
  const result = bootstrapInterval(oneAlone, largest, { seed: 1, replicates: 200, confidence: 1 - 1e-12 });
  assert.ok(Math.abs(result.acceleration) * (normalQuantile(1 - 5e-13) - Math.abs(result.bias)) > 0.9);
  assert.deepEqual([result.low, result.high], [0, 1]);
});
