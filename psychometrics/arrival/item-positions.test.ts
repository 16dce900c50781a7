import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ItemParameters } from '../models/item-parameters.ts';
import { difficultyOf, inOrder, moved, positionsOf, withPositions } from './item-positions.ts';

const choice: ItemParameters = { model: 'choice', discrimination: 1.1, difficulty: 0.4, guessing: 0.25 };
const graded: ItemParameters = { model: 'graded', discrimination: 0.7, steps: [-0.8, 1.4, 0.3] };
const response: ItemParameters = {
  model: 'graded-response',
  discrimination: 0.9,
  thresholds: [-1, 0.2, 1.4],
};

test('the difficulty of ordered credits is the mean of their positions; of a choice it is b', () => {
  assert.deepEqual([choice, graded, response].map(positionsOf), [[0.4], [-0.8, 1.4, 0.3], [-1, 0.2, 1.4]]);
  assert.equal(difficultyOf(choice), 0.4);
  assert.ok(Math.abs(difficultyOf(graded) - 0.3) < 1e-12);
  assert.ok(Math.abs(difficultyOf(response) - 0.2) < 1e-12);
});

test('a question moved is as much harder, its discrimination, guessing and spacing kept', () => {
  assert.deepEqual(moved(choice, 0.5), { ...choice, difficulty: 0.9 });
  assert.deepEqual(moved(graded, 1), { ...graded, steps: [0.19999999999999996, 2.4, 1.3] });
  assert.deepEqual(moved(response, -1), { ...response, thresholds: [-2, -0.8, 0.3999999999999999] });
  assert.deepEqual(withPositions(graded, [1, 2, 3]), { ...graded, steps: [1, 2, 3] });
  assert.deepEqual(withPositions(response, [1, 2, 3]), { ...response, thresholds: [1, 2, 3] });
});

test('thresholds must increase strictly; steps and a difficulty may lie anywhere', () => {
  assert.ok(inOrder(choice) && inOrder(graded) && inOrder(response));
  assert.equal(inOrder(withPositions(response, [0, 0, 1])), false);
  assert.equal(inOrder(withPositions(response, [0, 1, 0.5])), false);
  assert.equal(inOrder(withPositions(response, [-3, -2, -1])), true);
});
