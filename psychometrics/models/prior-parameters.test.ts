import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChoiceItem, GradedItem } from './item-parameters.ts';
import { type Level, priorParameters } from './prior-parameters.ts';
import { information } from './response.ts';

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

test('finer marks on one situation do not count as more evidence: 10 credits inform like 3', () => {
  const at = (maximumScore: number) =>
    information(priorParameters({ level: 3, maximumScore, guessing: 0 }), 0);
  assert.ok(at(3) > at(2));
  assert.ok(Math.abs(at(10) / at(3) - 1) < 0.25);
});

test('what is no level, no score or no chance is refused', () => {
  assert.throws(() => priorParameters({ level: 6 as Level, maximumScore: 1, guessing: 0 }), RangeError);
  assert.throws(() => priorParameters({ level: 1, maximumScore: 0, guessing: 0 }), RangeError);
  assert.throws(() => priorParameters({ level: 1, maximumScore: 1, guessing: 1 }), RangeError);
});
