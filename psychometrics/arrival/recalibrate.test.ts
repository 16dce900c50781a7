import assert from 'node:assert/strict';
import { test } from 'node:test';
import { priorState } from '../ability/state.ts';
import { exampleBank } from '../example-bank.ts';
import { drawAbilities, drawScore } from '../joint-posterior/simulated-answers.test-support.ts';
import type { ItemParameters } from '../models/item-parameters.ts';
import { maximumScore } from '../models/item-parameters.ts';
import { categoryProbabilities } from '../models/response.ts';
import { once } from '../once.test-support.ts';
import { createRandom } from '../random.ts';
import { fitItem } from './fit-item.ts';
import { expertBelief } from './item-belief.ts';
import { difficultyOf, moved } from './item-positions.ts';
import { beliefIn, expertVersion, isCalibrated, type ParameterVersion } from './parameter-version.ts';
import { type GivenAnswer, recalibrate } from './recalibrate.ts';
import { answerAssessment, beginAssessment, recomputedState } from './running-assessment.ts';

const { structure, items: bank } = exampleBank(1);
const prior = priorState(structure);
/** Three questions a competence, one of them with ordered credits. */
const items = bank.filter((_, index) => index % 8 < 3);
const truth = new Map(
  items.map(({ id, parameters }) => {
    const random = createRandom(1, 'truth', id);
    const spread = parameters.discrimination * 1.05 * Math.exp(0.35 * random.normal());
    return [id, { ...moved(parameters, 0.8 * random.normal()), discrimination: spread } as ItemParameters];
  }),
);

function simulated(count: number, each: number): GivenAnswer[][] {
  const random = createRandom(3, 'people');
  return Array.from({ length: count }, () => {
    const abilities = drawAbilities(0.75, 0.6, random);
    const start = random.integer(items.length);
    return Array.from({ length: each }, (_, index) => {
      const { id, dimension } = items[(start + index * 5) % items.length]!;
      return {
        item: id,
        score: drawScore(categoryProbabilities(truth.get(id)!, abilities[dimension]!), random),
      };
    });
  });
}

function errorsOf(version: ParameterVersion) {
  const errors = items.map(
    ({ id }) => difficultyOf(beliefIn(version, id).parameters) - difficultyOf(truth.get(id)!),
  );
  const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
  return { mean, rmse: Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / errors.length) };
}

const experts = expertVersion(items);
const people = once(() => simulated(700, 16));
const learned = once(() => recalibrate({ version: experts, prior, people: people() }));

test('233 answers a question bring the error of difficulties from .8 down, without moving the scale', () => {
  const before = errorsOf(experts);
  const after = errorsOf(learned());
  assert.ok(before.rmse > 0.65, `${before.rmse}`);
  assert.ok(after.rmse < 0.36, `${after.rmse}`);
  // 48 questions known to ± .35 and 700 people leave ± .06 in one sample; over ten seeds the mean is −.02.
  assert.ok(Math.abs(after.mean) < 0.15, `${after.mean}`);
});

test('what it says of its own certainty holds: errors are of the size of the standard deviations', () => {
  const squares = items.map(({ id }) => {
    const belief = beliefIn(learned(), id);
    return ((difficultyOf(belief.parameters) - difficultyOf(truth.get(id)!)) / belief.difficultySd) ** 2;
  });
  const ratio = Math.sqrt(squares.reduce((sum, value) => sum + value, 0) / squares.length);
  assert.ok(ratio > 0.75 && ratio < 1.25, `${ratio}`);
});

test('a new version says what it was learned from, and leaves the old one as it was', () => {
  assert.deepEqual([experts.version, learned().version], [1, 2]);
  assert.deepEqual([learned().people, learned().answers], [700, 11_200]);
  assert.deepEqual(experts, expertVersion(items));
  assert.deepEqual(JSON.parse(JSON.stringify(learned())), learned());
});

test('below 200 answers a discrimination stays where experts put it, and steps keep their spacing', () => {
  const few = recalibrate({ version: experts, prior, people: people().slice(0, 200), cycles: 1 });
  for (const { id } of items) {
    const { answers, parameters, expert } = beliefIn(few, id);
    assert.ok(answers < 200 && !isCalibrated(beliefIn(few, id)));
    assert.equal(parameters.discrimination, expert.discrimination);
    if (parameters.model !== 'graded' || expert.model !== 'graded') continue;
    assert.ok(
      Math.abs(parameters.steps[1]! - parameters.steps[0]! - (expert.steps[1]! - expert.steps[0]!)) < 1e-12,
    );
  }
  const calibrated = items.filter(({ id }) => isCalibrated(beliefIn(learned(), id)));
  assert.ok(calibrated.length > 10);
  for (const { id } of calibrated) {
    const { parameters, expert } = beliefIn(learned(), id);
    assert.notEqual(parameters.discrimination, expert.discrimination);
  }
});

test('nobody has answered: experts are still right', () => {
  const same = recalibrate({ version: experts, prior, people: [] });
  for (const { id } of items)
    assert.deepEqual(beliefIn(same, id).parameters, beliefIn(experts, id).parameters);
});

test('a running assessment keeps its parameters; the same answers can be read again under the new ones', () => {
  const [answers] = people();
  let running = beginAssessment(experts, prior);
  for (const given of answers!.slice(0, 8)) running = answerAssessment(running, given);
  const night = recalibrate({ version: experts, prior, people: people().slice(0, 100), cycles: 1 });
  for (const given of answers!.slice(8)) running = answerAssessment(running, given);
  assert.equal(running.parameters.version, 1);
  assert.deepEqual(running.state, recomputedState(experts, prior, answers!));
  assert.notDeepEqual(running.state, recomputedState(night, prior, answers!));
  assert.deepEqual(running.answers, answers);
});

test('choices, partial credits and graded responses are all found again from people of known ability', () => {
  const random = createRandom(8, 'known');
  const cases: [ItemParameters, ItemParameters][] = [
    [
      { model: 'choice', discrimination: 0.75, difficulty: 0, guessing: 0.25 },
      { model: 'choice', discrimination: 1.3, difficulty: 0.7, guessing: 0.25 },
    ],
    [
      { model: 'graded', discrimination: 0.53, steps: [-0.7, 0, 0.7] },
      { model: 'graded', discrimination: 0.8, steps: [0.4, -0.1, 1.4] },
    ],
    [
      { model: 'graded-response', discrimination: 0.53, thresholds: [-0.7, 0.7] },
      { model: 'graded-response', discrimination: 1, thresholds: [-1, 0.1] },
    ],
  ];
  for (const [expert, actual] of cases) {
    const observations = { scores: [] as number[], means: [] as number[], sds: [] as number[] };
    for (let index = 0; index < 3000; index += 1) {
      const mean = random.normal();
      observations.scores.push(
        drawScore(categoryProbabilities(actual, mean + 0.3 * random.normal()), random),
      );
      observations.means.push(mean);
      observations.sds.push(0.3);
    }
    const { parameters } = fitItem(expertBelief(0, expert), observations);
    assert.ok(
      Math.abs(Math.log(parameters.discrimination / actual.discrimination)) < 0.2,
      JSON.stringify(parameters),
    );
    assert.ok(Math.abs(difficultyOf(parameters) - difficultyOf(actual)) < 0.15, JSON.stringify(parameters));
  }
});

test('never NaN: everyone right or everyone wrong, on the most extreme questions', () => {
  const extremes: ItemParameters[] = [
    { model: 'choice', discrimination: 6, difficulty: 8, guessing: 0.25 },
    { model: 'choice', discrimination: 0.05, difficulty: -8, guessing: 0 },
    { model: 'graded', discrimination: 6, steps: [8, -8] },
    { model: 'graded-response', discrimination: 6, thresholds: [-8, 8] },
  ];
  for (const item of extremes) {
    for (const score of [0, maximumScore(item)]) {
      for (const count of [1, 199, 1200]) {
        const fill = (value: number) => new Array<number>(count).fill(value);
        const belief = fitItem(expertBelief(0, item), {
          scores: fill(score),
          means: fill(0.1),
          sds: fill(0.7),
        });
        const numbers = [
          difficultyOf(belief.parameters),
          belief.difficultySd,
          belief.scoring.discrimination,
          belief.dependence,
        ];
        assert.ok(numbers.every(Number.isFinite), JSON.stringify(belief));
      }
    }
  }
});

test('unknown questions, impossible scores and twins are refused', () => {
  const given = (item: string, score: number) => [[{ item, score }]];
  assert.throws(() => recalibrate({ version: experts, prior, people: given('nothing', 1) }), RangeError);
  assert.throws(() => recalibrate({ version: experts, prior, people: given(items[0]!.id, 9) }), RangeError);
  assert.throws(
    () => answerAssessment(beginAssessment(experts, prior), { item: 'toString', score: 1 }),
    RangeError,
  );
  assert.throws(() => expertVersion([items[0]!, items[0]!]), RangeError);
});
