import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ItemParameters } from '../models/item-parameters.ts';
import { answersFromRows } from './answers.ts';
import type { CalibrationItem } from './curves/calibration-item.ts';
import { stretchOf } from './curves/curve-family.ts';
import { type CalibrationOptions, planCalibration } from './plan.ts';

const KNOWN: ItemParameters = { model: 'graded-response', discrimination: 2, thresholds: [-0.5, 1] };
const ITEMS: CalibrationItem[] = [
  { id: 'a', model: 'choice' },
  { id: 'b', model: 'graded' },
  { id: 'c', model: 'graded', fixed: KNOWN },
  { id: 'd', model: 'choice' },
  { id: 'e', model: 'choice' },
];
const answers = () =>
  answersFromRows(
    [
      [1, 2, 0, null, 1],
      [0, 0, 1, null, 1],
      [1, null, 2, null, 1],
      [null, 5, null, null, null],
      [null, null, null, null, 1],
      [0, 0, 0, null, 1],
    ],
    [2, 1, 1, 0.5, 1, 0],
  );

const almost = (found: ArrayLike<number>, expected: readonly number[]) => {
  assert.equal(found.length, expected.length);
  for (const [index, value] of expected.entries()) {
    assert.ok(Math.abs(found[index]! - value) < 1e-12, `${index}: ${found[index]} against ${value}`);
  }
};

test('a plan by hand: what is estimated, where its curves are, and what it begins with', () => {
  const plan = planCalibration(answers(), ITEMS);
  assert.deepEqual(
    plan.blocks.map(({ item, index, row, size, scores, place, answers: given }) => [
      item.id,
      item.model,
      index,
      row,
      size,
      scores,
      [...place],
      given,
    ]),
    [
      ['a', 'choice', 0, 1, 2, [0, 1], [0, 1], 4],
      ['b', 'graded', 1, 3, 3, [0, 2, 5], [2, 3, 4], 3.5],
      ['c', 'graded-response', 2, 6, 3, [0, 1, 2], [], 4],
    ],
  );
  assert.deepEqual(
    plan.leftOut.map(({ item, index, reason, answers: given }) => [item.id, index, reason, given]),
    [
      ['d', 3, 'no-answers', 0],
      ['e', 4, 'one-score-only', 5],
    ],
  );
  assert.equal(plan.rows, 9);
  assert.equal(plan.hasCommonSlope, false);
  // Half an answer is added to each credit: 1.5 and 3.5; 1.5, 2.5 and 1.
  const stretch = stretchOf(1);
  const begin = [1, Math.log(3.5 / 1.5), 1, Math.log(2.5 / 1.5), Math.log(1 / 2.5)];
  almost(plan.begin, [...begin.map((value, k) => (k % 2 === 0 && k < 4 ? 1 : stretch * value)), 0, 0]);
  almost(plan.blocks[2]!.native, [2, 1, -2]);
  assert.equal(plan.populationAt, 5);
  assert.deepEqual(plan.population, { mean: 0, sd: 1 });
  assert.equal(plan.people, 4.5);
  assert.deepEqual([...plan.patterns.start], [0, 3, 6, 8, 9]);
  assert.deepEqual([...plan.patterns.row], [2, 4, 6, 1, 3, 7, 2, 8, 5]);
  assert.deepEqual([...plan.patterns.weight], [2, 1, 1, 0.5]);
});

test('under a common discrimination all slopes have the first place, and a prior on it says where to begin', () => {
  const free = ITEMS.slice(0, 2);
  const two = answersFromRows([
    [1, 0],
    [0, 1],
    [0, 2],
  ]);
  const plan = planCalibration(two, free, { discrimination: 'common' });
  assert.deepEqual(
    plan.blocks.map(({ place }) => [...place]),
    [
      [0, 1],
      [0, 2, 3],
    ],
  );
  assert.equal(plan.begin[0], 1);
  assert.equal(plan.populationAt, null);
  const commonLogDiscrimination = { mean: Math.log(2), sd: 1 };
  const steep = planCalibration(two, free, { discrimination: 'common', commonLogDiscrimination });
  almost(
    steep.begin,
    [2, Math.log(1.5 / 2.5), 0, 0].map((value, k) => (k === 0 ? value : stretchOf(2) * value)),
  );
  // It speaks of a common discrimination only.
  assert.equal(planCalibration(two, free, { commonLogDiscrimination }).begin[0], 1);
  const own = { ...free[0]!, prior: { logDiscrimination: { mean: Math.log(3), sd: 1 } } };
  assert.ok(Math.abs(planCalibration(two, [own, free[1]!]).begin[0]! - 3) < 1e-12);
});

test('credits nobody earned count where priors hold slope and difficulties, up to the highest named', () => {
  const difficulty = { mean: 0, sd: 1 };
  const logDiscrimination = { mean: 0, sd: 1 };
  const scoresWith = (item: Partial<CalibrationItem>, options: CalibrationOptions = {}) => {
    const rows = [[0], [3], [3]];
    const plan = planCalibration(answersFromRows(rows), [{ id: 'x', model: 'graded', ...item }], options);
    return plan.blocks[0]!.scores;
  };
  assert.deepEqual(scoresWith({}), [0, 3]);
  assert.deepEqual(scoresWith({ maximumScore: 5 }), [0, 3]);
  assert.deepEqual(scoresWith({ prior: { difficulty } }), [0, 3]);
  assert.deepEqual(scoresWith({ prior: { logDiscrimination } }), [0, 3]);
  assert.deepEqual(scoresWith({ prior: { difficulty, logDiscrimination } }), [0, 1, 2, 3]);
  assert.deepEqual(scoresWith({ prior: { difficulty } }, { discrimination: 'common' }), [0, 1, 2, 3]);
  assert.deepEqual(
    scoresWith({ prior: { difficulty, logDiscrimination }, maximumScore: 5 }),
    [0, 1, 2, 3, 4, 5],
  );
  const unasked = (item: Partial<CalibrationItem>) =>
    planCalibration(answersFromRows([]), [
      { id: 'x', model: 'graded', prior: { difficulty, logDiscrimination }, ...item },
    ]);
  assert.deepEqual(unasked({ maximumScore: 2 }).blocks[0]!.scores, [0, 1, 2]);
  assert.deepEqual(unasked({ model: 'choice' }).blocks[0]!.scores, [0, 1]);
  assert.equal(unasked({}).leftOut[0]!.reason, 'no-answers');
});

test('the population is N(0, 1), the one given, or estimated where a fixed question holds the scale', () => {
  const fixed = ITEMS.slice(2, 3);
  const free = ITEMS.slice(0, 1);
  const one = () => answersFromRows([[1], [0]]);
  const at = (items: CalibrationItem[], options: CalibrationOptions, beliefs = false) => {
    const belief = { mean: Float64Array.of(0, 0), sd: Float64Array.of(1, 1) };
    const { population, populationAt } = planCalibration(
      { ...one(), ...(beliefs ? { belief } : {}) },
      items,
      options,
    );
    return [population.mean, population.sd, populationAt];
  };
  assert.deepEqual(at(free, {}), [0, 1, null]);
  assert.deepEqual(at(free, { population: { mean: 2, sd: 3 } }), [2, 3, null]);
  assert.deepEqual(at(fixed, {}), [0, 1, 0]);
  assert.deepEqual(at(fixed, { population: 'estimated' }), [0, 1, 0]);
  assert.deepEqual(at(fixed, { population: { mean: 2, sd: 3 } }), [2, 3, null]);
  assert.deepEqual(at(fixed, {}, true), [0, 1, null]);
  assert.throws(() => at(free, { population: 'estimated' }), /some question is fixed/);
  assert.throws(() => at(fixed, { population: 'estimated' }, true), /brings a belief/);
  for (const population of [
    { mean: Number.NaN, sd: 1 },
    { mean: 0, sd: 0 },
    { mean: 0, sd: Number.POSITIVE_INFINITY },
  ]) {
    assert.throws(() => at(free, { population }), /finite mean and a positive sd/);
  }
});

test('answers that do not fit together, weights and beliefs out of range are refused', () => {
  const sound = answersFromRows([[1], [0]]);
  const refused = (change: Partial<typeof sound>, reason: RegExp) =>
    assert.throws(() => planCalibration({ ...sound, ...change }, ITEMS.slice(0, 1)), reason);
  refused({ start: Uint32Array.of(0, 2) }, /do not fit together/);
  refused({ start: Uint32Array.of(0, 1, 1) }, /do not fit together/);
  refused({ score: Uint8Array.of(1) }, /do not fit together/);
  for (const weight of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
    refused({ weight: Float64Array.of(1, weight) }, /every weight/);
  }
  const belief = (mean: number[], sd: number[]) => ({
    belief: { mean: Float64Array.from(mean), sd: Float64Array.from(sd) },
  });
  for (const [mean, sd] of [
    [[0], [1, 1]],
    [[0, 0], [1]],
    [
      [0, Number.NaN],
      [1, 1],
    ],
    [
      [0, 0],
      [1, 0],
    ],
    [
      [0, 0],
      [1, Number.POSITIVE_INFINITY],
    ],
  ] as const) {
    refused(belief([...mean], [...sd]), /a belief needs/);
  }
  planCalibration({ ...sound, ...belief([0, 0], [1, 1]) }, ITEMS.slice(0, 1));
  assert.throws(() => planCalibration(sound, []), /an answer to item 0, of 0 items/);
});

test('a question out of range is refused by its name', () => {
  const refused = (item: Partial<CalibrationItem>, reason: RegExp, score = 1) =>
    assert.throws(
      () => planCalibration(answersFromRows([[score], [0]]), [{ id: 'x', model: 'graded', ...item }]),
      reason,
    );
  for (const guessing of [-0.1, 1, Number.NaN]) refused({ guessing }, /item x: guessing/);
  for (const maximumScore of [0, 256, 1.5]) refused({ maximumScore }, /item x: maximumScore/);
  refused({ maximumScore: 2 }, /item x: score 3, but its highest is 2/, 3);
  refused({ model: 'choice' }, /item x: score 2, but its highest is 1/, 2);
  refused({ fixed: KNOWN }, /item x: score 3, but its highest is 2/, 3);
  refused({ fixed: { ...KNOWN, discrimination: Number.NaN } as ItemParameters }, /discrimination/);
  const sd = 1;
  for (const mean of [Number.NaN, Number.POSITIVE_INFINITY]) {
    refused({ prior: { logDiscrimination: { mean, sd } } }, /the mean of a prior/);
    refused({ prior: { difficulty: { mean: [0, mean], sd } } }, /the mean of a prior/);
  }
  for (const wrong of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
    refused({ prior: { difficulty: { mean: 0, sd: wrong } } }, /the sd of a prior/);
    refused({ prior: { logDiscrimination: { mean: 0, sd: wrong } } }, /the sd of a prior/);
  }
  refused({ prior: { difficulty: { mean: [0, 1], sd } } }, /2 prior difficulties for 1 steps/);
  const fine = { id: 'x', model: 'graded', guessing: 0, maximumScore: 255 } as const;
  assert.equal(planCalibration(answersFromRows([[255], [0]]), [fine]).blocks[0]!.size, 2);
  const three = { ...fine, prior: { difficulty: { mean: [0, 1], sd } } };
  assert.equal(planCalibration(answersFromRows([[0], [1], [2]]), [three]).blocks[0]!.size, 3);
});

test('65,534 credits fit, one more does not', () => {
  const item = (steps: number, index: number): CalibrationItem => ({
    id: `${index}`,
    model: 'graded',
    fixed: { model: 'graded', discrimination: 1, steps: new Array(steps).fill(0) },
  });
  const sizes = new Array(255).fill(255);
  const plan = (last: number) => planCalibration(answersFromRows([]), [...sizes, last].map(item));
  assert.equal(plan(253).rows, 65_535);
  assert.throws(() => plan(254), /too many questions/);
});
