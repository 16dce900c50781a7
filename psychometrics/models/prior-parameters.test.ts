import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChoiceItem, GradedItem } from './item-parameters.ts';
import { type Level, priorParameters } from './prior-parameters.ts';
import { expectedScore, information } from './response.ts';

test('a choice of level 3 among four is expected at difficulty 0, a = .8 / √(1 + .22 × .8²), c = .25', () => {
  const item = priorParameters({ level: 3, maximumScore: 1, guessing: 0.25 }) as ChoiceItem;
  assert.equal(item.difficulty, 0);
  assert.equal(item.guessing, 0.25);
  assert.ok(Math.abs(item.discrimination - 0.8 / Math.sqrt(1 + 0.22 * 0.64)) < 1e-3);
});

test('levels stand .8 apart around level 3', () => {
  const difficulties = ([1, 2, 3, 4, 5] as Level[]).map(
    (level) => (priorParameters({ level, maximumScore: 1, guessing: 0 }) as ChoiceItem).difficulty,
  );
  assert.deepEqual(difficulties, [-1.6, -0.8, 0, 0.8, 1.6]);
});

test('the steps of ordered credits are spread symmetrically around the difficulty of the level', () => {
  for (const maximumScore of [2, 3, 5]) {
    const { steps } = priorParameters({ level: 4, maximumScore, guessing: 0 }) as GradedItem;
    assert.equal(steps.length, maximumScore);
    steps.forEach((step, index) => {
      assert.ok(Math.abs(step + steps[maximumScore - 1 - index]! - 1.6) < 1e-12);
    });
  }
});

test('m ordered credits answer as m independent decisions of equal difficulty, and tell no more than those', () => {
  const decision = priorParameters({ level: 4, maximumScore: 2, guessing: 0 }).discrimination;
  for (const maximumScore of [2, 3, 5]) {
    const item = priorParameters({ level: 4, maximumScore, guessing: 0 });
    for (const ability of [-2, 0.8, 3]) {
      const right = 1 / (1 + Math.exp(-decision * (ability - 0.8)));
      assert.ok(Math.abs(expectedScore(item, ability) - maximumScore * right) < 1e-12);
      const independent = maximumScore * decision ** 2 * right * (1 - right);
      assert.ok(Math.abs(information(item, ability) - independent) < 1e-12);
    }
  }
});

test('one decision among ordered credits is believed to tell less than a choice on its own', () => {
  const choice = priorParameters({ level: 3, maximumScore: 1, guessing: 0 });
  const graded = priorParameters({ level: 3, maximumScore: 4, guessing: 0 });
  assert.ok(information(graded, 0) / 4 < 0.6 * information(choice, 0));
});

test('what is no level, no score or no chance is refused', () => {
  assert.throws(() => priorParameters({ level: 6 as Level, maximumScore: 1, guessing: 0 }), RangeError);
  assert.throws(() => priorParameters({ level: 1, maximumScore: 0, guessing: 0 }), RangeError);
  assert.throws(() => priorParameters({ level: 1, maximumScore: 1, guessing: 1 }), RangeError);
});
