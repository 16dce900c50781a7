import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ItemParameters } from '../models/item-parameters.ts';
import { categoryProbabilities } from '../models/response.ts';
import { createRandom } from '../random.ts';
import { answerCollector, answersFromRows } from './answers.ts';
import { type Calibration, calibrate, calibrationSteps } from './calibrate.ts';
import { type CalibrationItem, difficultiesOf } from './curves/calibration-item.ts';
import { addReplies, runPass } from './expectation/pass.ts';
import { slicePatterns } from './expectation/patterns.ts';
import { planCalibration } from './plan.ts';
import { simulateAnswers } from './simulated-answers.ts';

const choices = (count: number): CalibrationItem[] =>
  Array.from({ length: count }, (_, index) => ({ id: `q${index}`, model: 'choice' }));

const MIXED: ItemParameters[] = Array.from({ length: 24 }, (_, index) => {
  const random = createRandom('mixed', index);
  const discrimination = Math.exp(0.1 + 0.25 * random.normal());
  const b = 1.2 * random.normal();
  if (index % 4 === 0) return { model: 'graded', discrimination, steps: [b - 0.6, b + 0.5] };
  if (index % 4 === 1) return { model: 'graded-response', discrimination, thresholds: [b - 0.6, b + 0.5] };
  return { model: 'choice', discrimination, difficulty: b, guessing: index % 4 === 2 ? 0.25 : 0 };
});
const mixedItems: CalibrationItem[] = MIXED.map((parameters, index) => ({
  id: `q${index}`,
  model: parameters.model,
  ...(parameters.model === 'choice' ? { guessing: parameters.guessing } : {}),
}));

/** Distance of every estimate from the truth, in its own standard errors. */
function standardised(result: Calibration, truth: readonly ItemParameters[]): number[] {
  return result.items.flatMap((item, index) => {
    if (item.status !== 'estimated') return [];
    assert.ok(item.standardErrors);
    const { discrimination, difficulties } = item.standardErrors;
    return [
      (item.parameters.discrimination - truth[index]!.discrimination) / discrimination,
      ...difficultiesOf(item.parameters).map(
        (b, step) => (b - difficultiesOf(truth[index]!)[step]!) / difficulties[step]!,
      ),
    ];
  });
}

const rootMeanSquare = (values: readonly number[]) =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);

test('all models together are recovered from half of the answers, as closely as standard errors say', () => {
  const answers = simulateAnswers(MIXED, { people: 1500, each: 12, seed: 11 });
  const result = calibrate(answers, mixedItems);
  assert.equal(result.converged, true);
  const errors = standardised(result, MIXED);
  assert.equal(errors.length, 60);
  assert.ok(rootMeanSquare(errors) > 0.75 && rootMeanSquare(errors) < 1.25, `${rootMeanSquare(errors)}`);
});

test('fixed questions keep their parameters and hold the scale: another population is found on it', () => {
  const answers = simulateAnswers(MIXED, { people: 1500, each: 16, seed: 5, mean: 1.5, sd: 1.4 });
  const items = mixedItems.map((item, index) => (index < 12 ? { ...item, fixed: MIXED[index]! } : item));
  const result = calibrate(answers, items);
  assert.equal(result.converged, true);
  assert.ok(Math.abs(result.population.mean - 1.5) < 0.15, `${result.population.mean}`);
  assert.ok(Math.abs(result.population.sd - 1.4) < 0.15, `${result.population.sd}`);
  for (const [index, item] of result.items.slice(0, 12).entries()) {
    assert.ok(item.status === 'fixed');
    assert.deepEqual(item.parameters, MIXED[index]);
  }
  const errors = standardised(result, MIXED);
  assert.ok(rootMeanSquare(errors) < 1.3, `${rootMeanSquare(errors)}`);
});

test('people known from elsewhere bring their own density: one answer each is enough', () => {
  const random = createRandom('beliefs');
  const truth = MIXED.slice(0, 4);
  const people = 2000;
  const abilities = Array.from({ length: people }, () => 0.8 + 1.2 * random.normal());
  const collector = answerCollector();
  const mean = abilities.map((ability) => ability + 0.4 * random.normal());
  for (const [person, ability] of abilities.entries()) {
    collector.person();
    const item = truth[person % truth.length]!;
    const chances = categoryProbabilities(item, ability);
    const luck = random.uniform();
    const score = chances.findIndex((_, k) => luck < chances.slice(0, k + 1).reduce((sum, p) => sum + p, 0));
    collector.answer(person % truth.length, score);
  }
  // What is known after the noisy look: N(0.8, 1.2²) combined with a look of sd 0.4.
  const share = 1.44 / (1.44 + 0.16);
  const belief = {
    mean: Float64Array.from(mean, (look) => 0.8 + share * (look - 0.8)),
    sd: new Float64Array(people).fill(Math.sqrt(share * 0.16)),
  };
  const result = calibrate({ ...collector.collected(), belief }, mixedItems.slice(0, 4));
  assert.equal(result.converged, true);
  assert.equal(result.information, 'positive-definite');
  const errors = standardised(result, truth);
  assert.ok(rootMeanSquare(errors) < 1.6, `${rootMeanSquare(errors)}`);
  assert.throws(
    () => calibrate({ ...collector.collected(), belief }, mixedItems, { population: 'estimated' }),
    /each person brings a belief/,
  );
});

test('a calibration computed in slices of people is the same', () => {
  const answers = simulateAnswers(MIXED, { people: 200, each: 10, seed: 2 });
  const plan = planCalibration(answers, mixedItems);
  const slices = [0, 1, 2].map((part) => slicePatterns(plan.patterns, part, 3));
  const steps = calibrationSteps(plan, mixedItems);
  let step = steps.next();
  while (!step.done) {
    const request = step.value;
    step = steps.next(addReplies(slices.map((slice) => runPass(slice, request))));
  }
  const whole = calibrate(answers, mixedItems);
  assert.ok(Math.abs(step.value.logLikelihood - whole.logLikelihood) < 1e-6);
  for (const [index, item] of step.value.items.entries()) {
    const other = whole.items[index]!;
    assert.ok(item.status === 'estimated' && other.status === 'estimated');
    assert.ok(Math.abs(item.parameters.discrimination - other.parameters.discrimination) < 1e-4);
  }
});

test('a question nobody was asked, or all answered alike, is named and left out', () => {
  const rows = simulateRows(300, 4).map((row) => [...row, null, 1]);
  const result = calibrate(answersFromRows(rows), choices(6));
  assert.equal(result.converged, true);
  assert.equal(result.parameters, 8);
  assert.deepEqual(result.items.slice(4), [
    { id: 'q4', status: 'left-out', reason: 'no-answers', answers: 0 },
    { id: 'q5', status: 'left-out', reason: 'one-score-only', answers: 300 },
  ]);
  const without = calibrate(answersFromRows(rows.map((row) => row.slice(0, 4))), choices(4));
  assert.ok(Math.abs(result.logLikelihood - without.logLikelihood) < 1e-6);
});

test('priors hold a question nobody was asked at their mode, and one all answered alike within reason', () => {
  const prior = { logDiscrimination: { mean: Math.log(0.8), sd: 0.35 }, difficulty: { mean: 0.8, sd: 0.8 } };
  const rows = simulateRows(300, 4).map((row) => [...row, null, 1]);
  const result = calibrate(
    answersFromRows(rows),
    choices(6).map((item) => ({ ...item, prior })),
  );
  assert.equal(result.converged, true);
  const [unasked, easy] = result.items.slice(4);
  assert.ok(
    unasked?.status === 'estimated' && unasked.parameters.model === 'choice' && unasked.standardErrors,
  );
  assert.ok(Math.abs(unasked.parameters.discrimination - 0.8) < 1e-4);
  assert.ok(Math.abs(unasked.parameters.difficulty - 0.8) < 1e-4);
  assert.ok(Math.abs(unasked.standardErrors.difficulties[0]! - 0.8) < 1e-3);
  assert.ok(easy?.status === 'estimated' && easy.parameters.model === 'choice');
  assert.ok(easy.parameters.difficulty < -1 && easy.parameters.difficulty > -6);
});

test('a score nobody earned is merged away, and named; a prior keeps it', () => {
  const rows = simulateRows(400, 4).map((row) => row.map((score) => (score === null ? null : 3 * score)));
  const items: CalibrationItem[] = choices(4).map(({ id }) => ({ id, model: 'graded' }));
  const merged = calibrate(answersFromRows(rows), items);
  for (const item of merged.items) assert.deepEqual(item.status === 'estimated' && item.scores, [0, 3]);
  const prior = { logDiscrimination: { mean: 0, sd: 0.5 }, difficulty: { mean: 0, sd: 1 } };
  const kept = calibrate(
    answersFromRows(rows),
    items.map((item) => ({ ...item, prior })),
  );
  assert.equal(kept.converged, true);
  for (const item of kept.items) {
    assert.ok(item.status === 'estimated' && item.parameters.model === 'graded');
    assert.equal(item.parameters.steps.length, 3);
  }
});

test('what does not converge says so: too few steps, or questions that separate people perfectly', () => {
  const answers = answersFromRows(simulateRows(300, 5));
  const hurried = calibrate(answers, choices(5), { maximumIterations: 2 });
  assert.equal(hurried.converged, false);
  assert.equal(hurried.reason, 'iteration-limit');
  assert.ok(hurried.largestScore > 0.01);

  const ladder = Array.from({ length: 80 }, (_, person) =>
    Array.from({ length: 7 }, (_, item) => (person % 8 > item ? 1 : 0)),
  );
  const guttman = calibrate(answersFromRows(ladder), choices(7));
  assert.equal(guttman.converged, false);
  assert.ok(guttman.items.every(({ status }) => status === 'estimated'));

  const nobody = calibrate(answersFromRows([]), choices(2));
  assert.equal(nobody.reason, 'no-answers');
  assert.equal(nobody.items[0]!.status, 'left-out');
});

test('parameters the answers do not identify have no standard errors', () => {
  const result = calibrate(answersFromRows(simulateRows(300, 2)), choices(2));
  assert.equal(result.information, 'not-identified');
  assert.ok(result.items.every((item) => item.status === 'estimated' && item.standardErrors === null));
});

test('people with hundreds of answers get as many nodes as they need', () => {
  const bank = Array.from(
    { length: 400 },
    (_, index): ItemParameters => ({
      ...MIXED[3]!,
      model: 'choice',
      discrimination: 2,
      difficulty: (index % 41) / 10 - 2,
      guessing: 0,
    }),
  );
  const answers = simulateAnswers(bank, { people: 60, each: 400, seed: 8 });
  const items = choices(400).map((item, index) => ({ ...item, fixed: bank[index]! }));
  const rough = calibrate(answers, items, { nodes: 31, adaptive: false });
  const fine = calibrate(answers, items, { nodes: 31 });
  assert.equal(rough.nodes, 31);
  assert.ok(fine.nodes > 61);
  assert.ok(Math.abs(fine.quadratureError!) <= 0.005);
  assert.ok(Math.abs(rough.logLikelihood - fine.logLikelihood) > 1);
});

test('never NaN or infinite, whatever the answers', () => {
  const answer = fc.option(fc.integer({ min: 0, max: 2 }), { freq: 4 });
  const table = fc.array(fc.array(answer, { minLength: 4, maxLength: 4 }), { maxLength: 25 });
  const model = fc.constantFrom('graded' as const, 'graded-response' as const);
  const options = fc.record({
    discrimination: fc.constantFrom('free' as const, 'common' as const),
    maximumIterations: fc.constant(60),
  });
  const prior = fc.constantFrom(undefined, {
    logDiscrimination: { mean: 0, sd: 0.5 },
    difficulty: { mean: 0, sd: 1 },
  });
  fc.assert(
    fc.property(table, model, options, prior, (rows, kind, asked, belief) => {
      const items = choices(4).map(({ id }) => ({ id, model: kind, ...(belief ? { prior: belief } : {}) }));
      const result = calibrate(answersFromRows(rows), items, asked);
      assert.deepEqual(notFinite(result), []);
      assert.equal(result.converged, result.reason === null);
    }),
    { numRuns: 40 },
  );
});

test('input out of range is refused by name', () => {
  const answers = answersFromRows([[0, 1, 2]]);
  assert.throws(() => calibrate(answers, choices(3)), /item q2: score 2, but its highest is 1/);
  assert.throws(() => calibrate(answers, choices(2)), /item 2, of 2 items/);
  const two = answersFromRows([[0, 1]]);
  assert.throws(() => calibrate(two, [{ id: 'x', model: 'choice', guessing: 1 }]), /item x: guessing/);
  const prior = { difficulty: { mean: 0, sd: 0 } };
  assert.throws(() => calibrate(two, [{ id: 'x', model: 'choice', prior }]), /item x: the sd of a prior/);
  assert.throws(() => calibrate(two, choices(2), { population: 'estimated' }), /some question is fixed/);
  assert.throws(() => calibrate(two, choices(2), { nodes: 2 }), /at least 3 nodes/);
  assert.throws(() => answersFromRows([[0.5]]), /score must be a whole number/);
  assert.throws(() => answersFromRows([[1]], [-1]), /weight of person 0/);
});

function simulateRows(people: number, items: number): (number | null)[][] {
  const bank = Array.from(
    { length: items },
    (_, index): ItemParameters => ({
      model: 'choice',
      discrimination: 1 + 0.1 * index,
      difficulty: index / 2 - 1,
      guessing: 0,
    }),
  );
  const { score } = simulateAnswers(bank, { people, each: items, seed: 4 });
  return Array.from({ length: people }, (_, person) => [
    ...score.subarray(person * items, (person + 1) * items),
  ]);
}

/** Paths of numbers that are not finite. */
function notFinite(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => notFinite(inner, `${path}.${key}`));
}
