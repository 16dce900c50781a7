import assert from 'node:assert/strict';
import { test } from 'node:test';
import { priorState } from './state.ts';
import { addLearning, driftAbility } from './time.ts';
import { updateAbility } from './update.ts';

const structure = {
  domains: [
    [0, 1],
    [2, 3],
  ],
};
const prior = priorState(structure);
const item = { model: 'choice', discrimination: 2, difficulty: 0, guessing: 0 } as const;
const known = [0, 1, 2, 3, 0, 2].reduce((state, d) => updateAbility(state, d, item, 1), prior);

test('the prior is where time leads: it stays there, and any state ends there', () => {
  const still = driftAbility(prior, prior, 24);
  still.covariance.forEach((value, index) => {
    assert.ok(Math.abs(value - prior.covariance[index]!) < 1e-12);
  });
  const old = driftAbility(known, prior, 5000);
  assert.ok(old.mean.every((mean) => Math.abs(mean) < 1e-9));
  assert.ok(old.covariance.every((value, index) => Math.abs(value - prior.covariance[index]!) < 1e-9));
});

test('a year keeps 89 % of a mean; variance grows and never passes the prior', () => {
  const year = driftAbility(known, prior, 12);
  assert.ok(Math.abs(year.mean[0]! / known.mean[0]! - Math.exp(-0.12)) < 1e-12);
  assert.ok(year.covariance[0]! > known.covariance[0]! && year.covariance[0]! < 1);
});

test('only the total time counts, however often the state is refreshed', () => {
  const once = driftAbility(known, prior, 6);
  const often = driftAbility(driftAbility(driftAbility(known, prior, 1), prior, 2), prior, 3);
  once.covariance.forEach((value, index) => {
    assert.ok(Math.abs(value - often.covariance[index]!) < 1e-12);
  });
  assert.deepEqual(driftAbility(known, prior, 0), known);
  assert.throws(() => driftAbility(known, prior, -1), RangeError);
});

test('a finished module adds .15 to one variance, up to 1, and moves no mean', () => {
  const learned = addLearning(known, 1);
  assert.ok(Math.abs(learned.covariance[5]! - known.covariance[5]! - 0.15) < 1e-12);
  assert.deepEqual(learned.mean, known.mean);
  assert.equal(addLearning(prior, 1).covariance[5], 1);
  const wide = { ...prior, covariance: prior.covariance.map((v, i) => (i === 5 ? 1.3 : v)) };
  assert.equal(addLearning(wide, 1).covariance[5], 1.3);
});

test('a mean goes back to that of the prior, wherever it is, and the prior must be as large as the state', () => {
  const elsewhere = { ...prior, mean: [1, -1, 2, 0.5] };
  const year = driftAbility(known, elsewhere, 12);
  year.mean.forEach((mean, d) => {
    const share = (mean - elsewhere.mean[d]!) / (known.mean[d]! - elsewhere.mean[d]!);
    assert.ok(Math.abs(share - Math.exp(-0.12)) < 1e-12);
  });
  assert.throws(() => driftAbility(known, priorState({ domains: [[0, 1]] }), 12), RangeError);
});
