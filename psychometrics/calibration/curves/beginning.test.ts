import assert from 'node:assert/strict';
import { test } from 'node:test';
import { familyOf } from './calibration-item.ts';
import { stretchOf } from './curve-family.ts';

const close = (value: number, expected: number, tolerance: number, what = '') =>
  assert.ok(Math.abs(value - expected) < tolerance, `${what} ${value} against ${expected}`);

test('intercepts begin at the logits of the shares, stretched as a slope flattens a population', () => {
  close(stretchOf(1.7), Math.sqrt(1 + (0.588 * 1.7) ** 2), 1e-12);
  const stretch = stretchOf(1);
  const choice = familyOf({ model: 'choice', guessing: 0.25 });
  close(choice.begin([0.25, 0.75], 1)[0]!, stretch * Math.log(2), 1e-12); // (.75 − .25) / .75 = 2/3
  close(choice.begin([0.9, 0.1], 1)[0]!, stretch * Math.log(0.01 / 0.99), 1e-12);
  close(choice.begin([1e-9, 1], 1)[0]!, stretch * Math.log(99), 1e-9);
  const partial = familyOf({ model: 'graded' }).begin([0.2, 0.5, 0.3], 1);
  assert.equal(partial.length, 2);
  close(partial[0]!, stretch * Math.log(2.5), 1e-12);
  close(partial[1]!, stretch * Math.log(0.6), 1e-12);
  const response = familyOf({ model: 'graded-response' });
  const begun = response.begin([0.2, 0.5, 0.3], 1);
  assert.equal(begun.length, 2);
  close(begun[0]!, stretch * Math.log(4), 1e-12);
  close(begun[1]!, stretch * Math.log(3 / 7), 1e-12);
});

test('the intercepts of a graded response must fall by more than 1e-6; those of others may be anything', () => {
  const response = familyOf({ model: 'graded-response' });
  const possible = (...values: number[]) => response.isPossible(Float64Array.from(values));
  assert.equal(possible(1, 0.5, 0.4, -2), true);
  assert.equal(possible(-1, 0.5), true);
  assert.equal(possible(1, 0.5, 0.5), false);
  assert.equal(possible(1, 0.5, 0.4, 0.45), false);
  assert.equal(possible(1, 2e-6, 0), true);
  assert.equal(possible(1, 0.5e-6, 0), false);
  assert.equal(possible(1, Number.NaN, 0), false);
  assert.equal(familyOf({ model: 'graded' }).isPossible(Float64Array.of(-1, 0, 5)), true);
  assert.equal(familyOf({ model: 'choice' }).isPossible(Float64Array.of(-1, 0)), true);
});
