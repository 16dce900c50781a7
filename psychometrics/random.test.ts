import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRandom, deriveSeed, uniformFrom, uniformsFrom } from './random.ts';

test('equal seeds give equal streams, and different seeds different ones', () => {
  const draws = (...seed: (number | string)[]) => {
    const random = createRandom(...seed);
    return Array.from({ length: 5 }, () => random.uniform());
  };
  assert.deepEqual(draws(7, 'a'), draws(7, 'a'));
  assert.notDeepEqual(draws(7, 'a'), draws(8, 'a'));
  assert.notDeepEqual(draws(7, 'a'), draws(7, 'b'));
});

test('the stream is pinned: a stored seed gives the same questions after an upgrade', () => {
  assert.deepEqual(
    [deriveSeed(1), deriveSeed(1, 'stage', 2), deriveSeed('q1-3')],
    [2645883271, 2568264939, 4032437268],
  );
  const random = createRandom(42);
  assert.deepEqual(
    Array.from({ length: 3 }, () => random.integer(1000)),
    [213, 565, 353],
  );
});

test('uniform draws have mean 1/2 and variance 1/12; normal draws mean 0 and variance 1', () => {
  const random = createRandom(3);
  const size = 40_000;
  const moments = (draw: () => number) => {
    const values = Array.from({ length: size }, draw);
    const mean = values.reduce((sum, value) => sum + value, 0) / size;
    return [mean, values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / size];
  };
  const [uniformMean, uniformVariance] = moments(random.uniform);
  assert.ok(Math.abs(uniformMean! - 0.5) < 0.006);
  assert.ok(Math.abs(uniformVariance! - 1 / 12) < 0.002);
  const [normalMean, normalVariance] = moments(random.normal);
  assert.ok(Math.abs(normalMean!) < 0.02);
  assert.ok(Math.abs(normalVariance! - 1) < 0.03);
});

test('numbers attached to neighbouring seeds spread evenly over [0, 1)', () => {
  const bins = new Array<number>(20).fill(0);
  for (let seed = 0; seed < 20_000; seed += 1) bins[Math.floor(uniformFrom(seed, 'open', 'q1') * 20)]! += 1;
  const chiSquare = bins.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
  assert.ok(chiSquare < 45, `χ² = ${chiSquare} on 19 degrees of freedom`);
});

test('numbers for many lists that begin alike are those of the whole lists', () => {
  for (const last of ['q1', 'é', '', 0, -3.5, 12]) {
    assert.equal(uniformsFrom(7, 'open')(last), uniformFrom(7, 'open', last));
    assert.equal(uniformsFrom()(last), uniformFrom(last));
  }
});
