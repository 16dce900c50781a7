import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normalAbove } from '../distributions/normal.ts';
import type { ItemParameters } from '../models/item-parameters.ts';
import { answerCollector, answersFromRows } from './answers.ts';
import { simulateAnswers } from './simulated-answers.ts';

test('answers gathered one by one keep their order, however many, and the collector goes on afterwards', () => {
  const collector = answerCollector();
  for (let person = 0; person < 400; person += 1) {
    collector.person(person % 3);
    for (let item = 0; item < 7; item += 1) collector.answer(item, (person + item) % 4);
  }
  const { start, item, score, weight } = collector.collected();
  assert.deepEqual([start.length, item.length, score.length, weight.length], [401, 2800, 2800, 400]);
  start.forEach((at, person) => {
    assert.equal(at, 7 * person);
  });
  item.forEach((value, at) => {
    assert.equal(value, at % 7);
    assert.equal(score[at], (Math.floor(at / 7) + (at % 7)) % 4);
  });
  weight.forEach((value, person) => {
    assert.equal(value, person % 3);
  });
  collector.person();
  collector.answer(65_535, 255);
  collector.answer(0, 0);
  const more = collector.collected();
  assert.deepEqual([...more.start.slice(-2)], [2800, 2802]);
  assert.deepEqual([...more.item.slice(-2), ...more.score.slice(-2)], [65_535, 0, 255, 0]);
  assert.equal(more.weight.at(-1), 1);
  assert.equal(item.length, 2800);
});

test('a table is read row by row; what was not asked is not there', () => {
  const found = answersFromRows([[null, 1, 0], [], [2]], [0.5, 3, 1]);
  assert.deepEqual([...found.start], [0, 2, 2, 3]);
  assert.deepEqual([...found.item], [1, 2, 0]);
  assert.deepEqual([...found.score], [1, 0, 2]);
  assert.deepEqual([...found.weight], [0.5, 3, 1]);
  assert.deepEqual([...answersFromRows([[1], [0]]).weight], [1, 1]);
  const holed: (number | null)[] = [1];
  holed[2] = 0;
  assert.deepEqual([...answersFromRows([holed]).item], [0, 2]);
});

test('an item, a score or a weight that is none is refused by name', () => {
  const collector = answerCollector();
  assert.throws(() => collector.answer(0, 0), /call person\(\) first/);
  for (const weight of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
    assert.throws(() => collector.person(weight), /the weight of person 0/);
  }
  collector.person(0);
  for (const item of [-1, 65_536, 1.5]) assert.throws(() => collector.answer(item, 0), /item must be/);
  for (const score of [-1, 256, 0.5]) assert.throws(() => collector.answer(0, score), /score must be/);
  assert.equal(collector.collected().item.length, 0);
});

const step = (difficulty: number): ItemParameters => ({
  model: 'choice',
  discrimination: 500,
  difficulty,
  guessing: 0,
});

test('made-up people have the mean and sd asked for: the share above a steep question is that of the normal law', () => {
  const people = 3000;
  for (const [mean, sd] of [
    [undefined, undefined],
    [0.4, 2],
  ] as const) {
    const spec = { people, each: 1, seed: 3, ...(mean === undefined ? {} : { mean, sd }) };
    const right = simulateAnswers([step(1)], spec).score.reduce((sum, score) => sum + score, 0);
    const expected = normalAbove((1 - (mean ?? 0)) / (sd ?? 1));
    assert.ok(Math.abs(right / people - expected) < 4 * Math.sqrt(0.25 / people), `${right} ${expected}`);
  }
});

test('made-up people are asked different questions, each as often as the others, and all in order when all are asked', () => {
  const bank = [0, 1, 2, 3, 4].map(step);
  const { start, item, score } = simulateAnswers(bank, { people: 600, each: 3, seed: 9 });
  const asked = bank.map(() => 0);
  for (let person = 0; person < 600; person += 1) {
    const own = item.subarray(start[person], start[person + 1]);
    assert.equal(new Set(own).size, 3);
    // Who masters a steep question masters those below it.
    const right = own.filter((_, k) => score[start[person]! + k] === 1);
    const wrong = own.filter((_, k) => score[start[person]! + k] === 0);
    assert.ok(Math.max(-1, ...right) < Math.min(5, ...wrong));
    for (const one of own) asked[one]! += 1;
  }
  for (const count of asked) assert.ok(Math.abs(count - 360) < 50, `${asked}`);
  const all = simulateAnswers(bank, { people: 3, each: 5, seed: 9 });
  assert.deepEqual([...all.item], [0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0, 1, 2, 3, 4]);
  assert.deepEqual(all, simulateAnswers(bank, { people: 3, each: 5, seed: 9 }));
  for (const each of [0, 6, Number.NaN]) {
    assert.throws(() => simulateAnswers(bank, { people: 1, each, seed: 1 }), /each must lie in 1 … 5/);
  }
});

test('ordered credits are made up as often as the model says', () => {
  // At θ = 0 a partial credit question with steps (ln 2, −ln 3)/a has odds 1 : ½ : 3⁄2.
  const graded: ItemParameters = { model: 'graded', discrimination: 1, steps: [Math.log(2), -Math.log(3)] };
  const { score } = simulateAnswers([graded], { people: 3000, each: 1, seed: 4, mean: 0, sd: 0 });
  for (const [credit, share] of [1 / 3, 1 / 6, 1 / 2].entries()) {
    const found = score.filter((value) => value === credit).length / 3000;
    assert.ok(Math.abs(found - share) < 0.036, `${credit}: ${found}`);
  }
});
