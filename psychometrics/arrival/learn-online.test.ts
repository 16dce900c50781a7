import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { choiceProbability } from '../models/choice.ts';
import { type ItemParameters, maximumScore } from '../models/item-parameters.ts';
import { priorParameters, shrinkDiscrimination } from '../models/prior-parameters.ts';
import { expertBelief, type ItemBelief } from './item-belief.ts';
import { difficultyOf } from './item-positions.ts';
import { learnOnline } from './learn-online.ts';

const expert = priorParameters({ level: 3, maximumScore: 1, guessing: 0.25 });
const fresh = expertBelief(0, expert);
const person = { mean: 0.5, variance: 0.4 };

test('experts’ parameters are unflattened once, and scored as before', () => {
  assert.ok(Math.abs(fresh.parameters.discrimination - 0.8) < 1e-12);
  assert.ok(Math.abs(shrinkDiscrimination(0.8) - fresh.scoring.discrimination) < 1e-12);
  const graded = expertBelief(0, priorParameters({ level: 2, maximumScore: 2, guessing: 0 }));
  assert.ok(Math.abs(graded.parameters.discrimination - 0.55) < 1e-12);
});

test('with a known discrimination it is v ← 1/(1/v + I), b ← b − v d (x − p̄)/(p̄(1 − p̄))', () => {
  const item = fresh.parameters;
  if (item.model !== 'choice') throw new Error('a choice was expected');
  let p = 0;
  let d = 0;
  for (let z = -7; z <= 7; z += 0.01) {
    const weight = (0.01 * Math.exp(-0.5 * z * z)) / Math.sqrt(2 * Math.PI);
    const ability = person.mean + Math.sqrt(person.variance) * z;
    p += weight * choiceProbability(item, ability);
    d +=
      (weight * (choiceProbability(item, ability + 1e-5) - choiceProbability(item, ability - 1e-5))) / 2e-5;
  }
  const v = 1 / (1 / 0.64 + (d * d) / (p * (1 - p)));
  for (const score of [0, 1]) {
    const learned = learnOnline({ ...fresh, logDiscriminationSd: 0 }, person, score);
    const b = item.difficulty - (v * d * (score - p)) / (p * (1 - p));
    assert.ok(Math.abs(difficultyOf(learned.parameters) - b) < 1e-5);
    assert.ok(Math.abs(learned.difficultySd ** 2 - v) < 1e-5);
    assert.equal(learned.answers, 1);
  }
});

test('asked of people far above it, a question of unknown discrimination has a difficulty less sure', () => {
  const fromAbove = (start: ItemBelief) => {
    let learned = start;
    for (let index = 0; index < 150; index += 1) {
      learned = learnOnline(learned, { mean: 2, variance: 0.3 }, index % 8 === 0 ? 0 : 1);
    }
    return learned.difficultySd;
  };
  const honest = fromAbove(fresh);
  const surer = fromAbove({ ...fresh, logDiscriminationSd: 0 });
  assert.ok(honest > surer * 1.2, `${honest} against ${surer}`);
});

test('a right answer lowers the difficulty, a wrong one raises it; every answer makes it surer', () => {
  const right = learnOnline(fresh, person, 1);
  const wrong = learnOnline(fresh, person, 0);
  assert.ok(difficultyOf(right.parameters) < 0 && difficultyOf(wrong.parameters) > 0);
  assert.ok(right.difficultySd < 0.8 && wrong.difficultySd < 0.8);
  assert.ok(right.scoring.discrimination > fresh.scoring.discrimination, 'less is flattened');
});

test('the discrimination stays at its prior until 200 answers', () => {
  const before = repeated(fresh, 199);
  assert.equal(before.parameters.discrimination, fresh.parameters.discrimination);
  const after = repeated(before, 1);
  assert.notEqual(after.parameters.discrimination, fresh.parameters.discrimination);
});

test('never NaN: any answer from anyone to any question', () => {
  const anyItem: fc.Arbitrary<ItemParameters> = fc.oneof(
    fc.record({
      model: fc.constant('choice' as const),
      discrimination: fc.constantFrom(0.05, 0.8, 6),
      difficulty: fc.constantFrom(-8, 0, 8),
      guessing: fc.constantFrom(0, 0.25),
    }),
    fc.record({
      model: fc.constant('graded' as const),
      discrimination: fc.constantFrom(0.05, 6),
      steps: fc.constantFrom<number[]>([-8, 0, 8], [8, -8]),
    }),
    fc.record({
      model: fc.constant('graded-response' as const),
      discrimination: fc.constantFrom(0.05, 6),
      thresholds: fc.constantFrom<number[]>([-8, 0, 8], [0, 0.01]),
    }),
  );
  const ability = fc.record({
    mean: fc.double({ min: -9, max: 9, noNaN: true }),
    variance: fc.constantFrom(1e-6, 0.5, 4),
  });
  const answers = fc.array(fc.tuple(ability, fc.boolean()), { maxLength: 40 });
  fc.assert(
    fc.property(anyItem, answers, fc.constantFrom(0, 300), (item, given, had) => {
      let belief: ItemBelief = { ...expertBelief(0, item), answers: had };
      for (const [without, high] of given)
        belief = learnOnline(belief, without, high ? maximumScore(item) : 0);
      const numbers = [
        difficultyOf(belief.parameters),
        belief.difficultySd,
        belief.logDiscriminationSd,
        belief.dependence,
      ];
      assert.ok(numbers.every(Number.isFinite), JSON.stringify(belief));
      assert.ok(
        belief.scoring.discrimination > 0 && Number.isFinite(belief.scoring.discrimination),
        JSON.stringify(belief),
      );
      assert.ok(belief.difficultySd > 0);
    }),
    { numRuns: 150 },
  );
});

/** The same number of right and wrong answers, from people around the difficulty. */
function repeated(belief: ItemBelief, times: number): ItemBelief {
  let learned = belief;
  for (let index = 0; index < times; index += 1) {
    const mean = ((index * 7) % 11) / 5 - 1;
    learned = learnOnline(learned, { mean, variance: 0.4 }, (index * 5) % 8 < 5 ? 1 : 0);
  }
  return learned;
}
