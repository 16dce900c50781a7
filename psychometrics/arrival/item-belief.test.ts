import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Estimate } from '../ability/posterior.ts';
import { priorState } from '../ability/state.ts';
import { updateAbility } from '../ability/update.ts';
import type { ItemParameters } from '../models/item-parameters.ts';
import { expectedScore } from '../models/response.ts';
import { expertBelief, type ItemBelief, revisedBelief } from './item-belief.ts';
import { positionsOf, withPositions } from './item-positions.ts';
import { learnOnline } from './learn-online.ts';
import { beliefIn, expertVersion, isCalibrated, nextVersion } from './parameter-version.ts';
import { recalibrate } from './recalibrate.ts';
import { answerAssessment, beginAssessment } from './running-assessment.ts';

const choice: ItemParameters = { model: 'choice', discrimination: 0.75, difficulty: 0.2, guessing: 0.25 };
const graded: ItemParameters = { model: 'graded', discrimination: 0.6, steps: [-0.7, 0.1, 0.8] };
const close = (value: number, expected: number, tolerance: number) =>
  assert.ok(Math.abs(value - expected) < tolerance, `${value} against ${expected}`);

test('a question is scored with a / √(1 + a² s² / 1.7²), the surer its difficulty the steeper', () => {
  const belief = expertBelief(4, choice);
  // a = a* / √(1 − (.8 a* / 1.7)²)
  close(belief.parameters.discrimination, 0.75 / Math.sqrt(1 - (0.6 / 1.7) ** 2), 1e-12);
  assert.deepEqual([belief.dimension, belief.answers, belief.dependence], [4, 0, 0]);
  assert.deepEqual([belief.difficultySd, belief.logDiscriminationSd], [0.8, 0.35]);
  assert.deepEqual(belief.scoring, choice);
  assert.deepEqual(belief.expert, belief.parameters);
  for (const difficultySd of [0, 0.2, 0.8]) {
    const parameters = { ...choice, discrimination: 1.4 };
    const { scoring, dimension, expert } = revisedBelief(belief, { ...belief, parameters, difficultySd });
    close(scoring.discrimination, 1.4 / Math.sqrt(1 + (1.4 * difficultySd) ** 2 / 1.7 ** 2), 1e-12);
    assert.deepEqual([dimension, expert], [4, belief.expert]);
  }
});

test('a discrimination given above the 2.125 that flattening allows is taken as close to it', () => {
  close(
    expertBelief(0, { ...choice, discrimination: 4 }).parameters.discrimination,
    4 / Math.sqrt(1 - 0.99 ** 2),
    1e-9,
  );
  close(
    expertBelief(0, { ...choice, discrimination: 2 }).parameters.discrimination,
    2 / Math.sqrt(1 - (1.6 / 1.7) ** 2),
    1e-9,
  );
});

/** Mean of the score over a normal ability, at a shift of all positions and of ln a. */
function meanScore(item: ItemParameters, without: Estimate, shift: number, logA: number, power = 1): number {
  const at = withPositions(
    { ...item, discrimination: item.discrimination * Math.exp(logA) },
    positionsOf(item).map((position) => position + shift),
  );
  let sum = 0;
  for (let z = -7; z <= 7; z += 0.1) {
    const density = (0.1 * Math.exp(-0.5 * z * z)) / Math.sqrt(2 * Math.PI);
    const ability = without.mean + z * Math.sqrt(without.variance);
    const mean = expectedScore(at, ability);
    if (power === 1) sum += density * mean;
    else sum += density * squareOfScore(at, ability);
  }
  return sum;
}

/** E X² from the information of ordered credits: a² Var X; for a choice X² = X. */
function squareOfScore(item: ItemParameters, ability: number): number {
  const mean = expectedScore(item, ability);
  if (item.model === 'choice') return mean;
  const up = expectedScore(item, ability + 1e-4);
  const down = expectedScore(item, ability - 1e-4);
  return (up - down) / 2e-4 / item.discrimination + mean * mean;
}

test('one answer is the Kalman step on (b, ln a) written with matrices, ln a held below 200 answers', () => {
  const without = { mean: 1.1, variance: 0.35 };
  for (const item of [choice, graded]) {
    for (const answers of [20, 198, 199, 500]) {
      const start: ItemBelief = {
        ...expertBelief(0, item),
        parameters: item,
        difficultySd: 0.4,
        logDiscriminationSd: 0.3,
        dependence: 0.05,
        answers,
      };
      const score = item === graded ? 3 : 0;
      const learned = learnOnline(start, without, score);
      const slope = (shift: number, logA: number) =>
        (meanScore(item, without, shift, logA) - meanScore(item, without, -shift, -logA)) / 2e-4;
      const h = [slope(1e-4, 0), slope(0, 1e-4)];
      const mean = meanScore(item, without, 0, 0);
      const noise = meanScore(item, without, 0, 0, 2) - mean * mean;
      const c = [
        [0.16, 0.05],
        [0.05, 0.09],
      ];
      const link = c.map((row) => row[0]! * h[0]! + row[1]! * h[1]!);
      const total = link[0]! * h[0]! + link[1]! * h[1]! + noise;
      const gain = [link[0]! / total, answers + 1 >= 200 ? link[1]! / total : 0];
      const rest = [0, 1].map((a) => [0, 1].map((b) => (a === b ? 1 : 0) - gain[a]! * h[b]!));
      const after = [0, 1].map((a) =>
        [0, 1].map((b) => {
          let sum = gain[a]! * noise * gain[b]!;
          for (const k of [0, 1]) for (const l of [0, 1]) sum += rest[a]![k]! * c[k]![l]! * rest[b]![l]!;
          return sum;
        }),
      );
      positionsOf(learned.parameters).forEach((position, k) => {
        close(position, positionsOf(item)[k]! + gain[0]! * (score - mean), 1e-5);
      });
      close(
        Math.log(learned.parameters.discrimination / item.discrimination),
        gain[1]! * (score - mean),
        1e-5,
      );
      close(learned.difficultySd, Math.sqrt(after[0]![0]!), 1e-5);
      close(learned.logDiscriminationSd, Math.sqrt(after[1]![1]!), 1e-5);
      close(learned.dependence, after[0]![1]!, 1e-5);
      assert.equal(learned.answers, answers + 1);
    }
  }
});

const questions = [
  { id: 'one', dimension: 0, parameters: choice },
  { id: 'two', dimension: 1, parameters: graded },
];
const experts = expertVersion(questions);

test('version 1 is the experts’; the next ones count up and say what they were learned from', () => {
  assert.deepEqual([experts.version, experts.people, experts.answers], [1, 0, 0]);
  assert.deepEqual(beliefIn(experts, 'two'), expertBelief(1, graded));
  const next = nextVersion(nextVersion(experts, { ...experts, people: 3 }), {
    ...experts,
    people: 7,
    answers: 50,
  });
  assert.deepEqual([next.version, next.people, next.answers, next.items], [3, 7, 50, experts.items]);
  for (const id of ['three', 'toString', '__proto__']) {
    assert.throws(() => beliefIn(next, id), /version 3 knows no question/);
  }
  assert.throws(() => expertVersion([questions[0]!, questions[0]!]), /same id/);
});

test('parameters are called estimated from 200 answers on', () => {
  const belief = beliefIn(experts, 'one');
  assert.deepEqual(
    [0, 199, 200, 201].map((answers) => isCalibrated({ ...belief, answers })),
    [false, false, true, true],
  );
});

test('a night without a cycle learns nothing, and counts people and answers all the same', () => {
  const prior = priorState({ domains: [[0, 1]] });
  const people = [
    [{ item: 'one', score: 1 }],
    [
      { item: 'two', score: 3 },
      { item: 'one', score: 0 },
    ],
    [],
  ];
  const night = recalibrate({ version: experts, prior, people, cycles: 0 });
  assert.deepEqual([night.version, night.people, night.answers, night.items], [2, 3, 3, experts.items]);
  const learned = recalibrate({ version: experts, prior, people, cycles: 1 });
  assert.deepEqual([beliefIn(learned, 'one').answers, beliefIn(learned, 'two').answers], [2, 1]);
  // One answer of three credits by somebody: the question is easier than experts thought.
  assert.ok(positionsOf(beliefIn(learned, 'two').parameters)[0]! < -0.7);
  const twice = recalibrate({ version: experts, prior, people });
  const again = recalibrate({ version: learned, prior, people, cycles: 1 });
  assert.deepEqual(twice.items, again.items, 'two cycles unless told otherwise');
});

test('an assessment is its answers one after the other, read with what its version scores with', () => {
  const prior = priorState({ domains: [[0, 1]] });
  const begun = beginAssessment(experts, prior);
  assert.deepEqual(begun, { parameters: experts, state: prior, answers: [] });
  const once = answerAssessment(begun, { item: 'two', score: 2 });
  assert.deepEqual(once.state, updateAbility(prior, 1, beliefIn(experts, 'two').scoring, 2));
  assert.deepEqual(once.answers, [{ item: 'two', score: 2 }]);
  assert.throws(() => answerAssessment(begun, { item: 'two', score: 4 }), RangeError);
});
