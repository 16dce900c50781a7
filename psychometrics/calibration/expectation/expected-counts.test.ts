import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ItemParameters } from '../../models/item-parameters.ts';
import { categoryProbabilities } from '../../models/response.ts';
import { once } from '../../once.test-support.ts';
import { answersFromRows } from '../answers.ts';
import { type Curves, expectedCounts } from './expected-counts.ts';
import { addReplies, runPass } from './pass.ts';
import { patternsOf, slicePatterns } from './patterns.ts';
import { densityOf, evenQuadrature } from './quadrature.ts';

const BANK: ItemParameters[] = [
  { model: 'choice', discrimination: 1.2, difficulty: -0.5, guessing: 0.25 },
  { model: 'graded', discrimination: 0.8, steps: [-1, 1] },
  { model: 'graded-response', discrimination: 1.5, thresholds: [-0.3, 0.4] },
  { model: 'choice', discrimination: 0.7, difficulty: 0.4, guessing: 0 },
  { model: 'choice', discrimination: 2, difficulty: 1, guessing: 0 },
];
const FIRST_ROW = [1, 3, 6, 9, 11];
const quadrature = once(() => evenQuadrature(31, 5));
const curves = once((): Curves => ({ quadrature: quadrature(), probability: tableOf(BANK) }));

function tableOf(bank: readonly ItemParameters[]): Float64Array {
  const rows = [[...densityOf({ mean: 0, sd: 1 }, quadrature())]];
  for (const item of bank) {
    const columns = Array.from(quadrature().nodes, (node) => categoryProbabilities(item, node));
    for (let credit = 0; credit < columns[0]!.length; credit += 1)
      rows.push(columns.map((chances) => chances[credit]!));
  }
  return Float64Array.from(rows.flat());
}

const rowOf = (item: number, score: number) => FIRST_ROW[item]! + score;
const maybe = (highest: number) => fc.option(fc.integer({ min: 0, max: highest }), { freq: 3 });
const people = fc.array(fc.tuple(maybe(1), maybe(2), maybe(2), maybe(1), maybe(1)), {
  minLength: 1,
  maxLength: 30,
});

/** The definition, person by person, with plain products. */
function naive(rows: readonly (readonly (number | null)[])[]) {
  const size = quadrature().nodes.length;
  const counts = new Float64Array(curves().probability.length);
  let logLikelihood = 0;
  for (const row of rows) {
    const given = row.flatMap((score, item) => (score === null ? [] : [rowOf(item, score)]));
    if (given.length === 0) continue;
    const joint = Array.from({ length: size }, (_, node) =>
      [0, ...given].reduce((product, at) => product * curves().probability[at * size + node]!, 1),
    );
    const total = joint.reduce((sum, value) => sum + value, 0);
    logLikelihood += Math.log(total);
    for (const at of [0, ...given]) {
      for (const [node, value] of joint.entries()) counts[at * size + node]! += value / total;
    }
  }
  return { logLikelihood, counts };
}

test('counts and log-likelihood are those of the definition, whatever was not asked', () => {
  fc.assert(
    fc.property(people, (rows) => {
      const expected = naive(rows);
      const actual = expectedCounts(patternsOf(answersFromRows(rows), rowOf), curves());
      assert.ok(Math.abs(actual.logLikelihood - expected.logLikelihood) < 1e-9);
      actual.counts.forEach((count, at) => {
        assert.ok(Math.abs(count - expected.counts[at]!) < 1e-10);
      });
    }),
    { numRuns: 60 },
  );
});

test('slices of people counted apart add up to the whole', () => {
  fc.assert(
    fc.property(people, fc.integer({ min: 1, max: 5 }), (rows, parts) => {
      const patterns = patternsOf(answersFromRows(rows), rowOf);
      const request = { kind: 'counts', curves: curves() } as const;
      const whole = runPass(patterns, request);
      const slices = Array.from({ length: parts }, (_, part) => slicePatterns(patterns, part, parts));
      assert.equal(
        slices.reduce((sum, slice) => sum + slice.weight.length, 0),
        patterns.weight.length,
      );
      const added = addReplies(slices.map((slice) => runPass(slice, request)));
      assert.ok(Math.abs(added.logLikelihood - whole.logLikelihood) < 1e-9);
      added.sums.forEach((count, at) => {
        assert.ok(Math.abs(count - whole.sums[at]!) < 1e-9);
      });
    }),
    { numRuns: 60 },
  );
});

test('people who answered alike are one pattern with their number as weight', () => {
  const rows = [
    [1, 2, null, 0, 1],
    [1, 2, null, 0, 1],
    [null, null, null, null, null],
    [1, 2, null, 0, 0],
    [1, 2, null, 0, 1],
  ];
  const patterns = patternsOf(answersFromRows(rows, [1, 2, 9, 1, 0.5]), rowOf);
  assert.deepEqual([...patterns.weight], [3.5, 1]);
  assert.deepEqual([...patterns.start], [0, 4, 8]);
});

test('a question answered twice by one person is refused', () => {
  const answers = answersFromRows([[1, 0]]);
  answers.item[1] = 0;
  assert.throws(() => patternsOf(answers, rowOf), /person 0 answers item 0 twice/);
});

test('5,000 answers by one person do not underflow', () => {
  const many = Array.from({ length: 5000 }, (_, index) => BANK[index % 2 ? 3 : 4]!);
  const table: Curves = { quadrature: quadrature(), probability: tableOf(many) };
  for (const score of [0, 1]) {
    const answers = answersFromRows([many.map((_, index) => (index % 3 ? score : 1 - score))]);
    const { logLikelihood, counts } = expectedCounts(
      patternsOf(answers, (item, given) => 1 + 2 * item + given),
      table,
    );
    assert.ok(Number.isFinite(logLikelihood) && logLikelihood < -1000);
    assert.ok(counts.every(Number.isFinite));
    const everybody = counts.subarray(0, quadrature().nodes.length).reduce((sum, value) => sum + value, 0);
    assert.ok(Math.abs(everybody - 1) < 1e-9);
  }
});

test('a person known beforehand as N(0, 1) counts like one drawn from the population', () => {
  const rows = [
    [1, 2, null, 0, 1],
    [0, null, 1, 1, null],
  ];
  const answers = answersFromRows(rows);
  const drawn = expectedCounts(patternsOf(answers, rowOf), curves());
  const belief = { mean: new Float64Array(2), sd: Float64Array.of(1, 1) };
  const known = expectedCounts(patternsOf({ ...answers, belief }, rowOf), curves());
  assert.ok(Math.abs(drawn.logLikelihood - known.logLikelihood) < 1e-5);
  drawn.counts.forEach((count, at) => {
    assert.ok(Math.abs(count - known.counts[at]!) < 1e-9);
  });
});
