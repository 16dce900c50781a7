import assert from 'node:assert/strict';
import { test } from 'node:test';
import { once } from '../../once.test-support.ts';
import { answersFromRows } from '../answers.ts';
import type { Curves } from './expected-counts.ts';
import { type LogSlopes, missingInformation } from './missing-information.ts';
import { patternsOf, slicePatterns } from './patterns.ts';
import { createPosterior } from './posterior-over-nodes.ts';
import { densityOf, evenQuadrature } from './quadrature.ts';

const close = (value: number, expected: number, tolerance: number, what = '') =>
  assert.ok(Math.abs(value - expected) < tolerance, `${what} ${value} against ${expected}`);

const rows = Array.from({ length: 9 }, (_, person) =>
  Array.from({ length: 6 }, (_, item) =>
    (person * 7 + item * 5) % 4 === 0 ? null : (person + item * item) % 2,
  ),
);
const patterns = once(() =>
  patternsOf(
    answersFromRows(
      rows,
      rows.map((_, k) => 1 + (k % 3)),
    ),
    (item, score) => 1 + 2 * item + score,
  ),
);
const grid = once(() => evenQuadrature(7, 3));
const curves = once(
  (): Curves => ({
    quadrature: grid(),
    probability: Float64Array.from([
      ...densityOf({ mean: 0, sd: 1 }, grid()),
      ...[0, 1, 2, 3, 4, 5].flatMap((item) => {
        const right = Array.from(grid().nodes, (node) => 1 / (1 + Math.exp(-node + 0.3 * item)));
        return [...right.map((p) => 1 - p), ...right];
      }),
    ]),
  }),
);

test('the posterior of a person over the nodes is prior times likelihood, whatever was answered', () => {
  const posterior = createPosterior(patterns(), curves());
  for (let pattern = 0; pattern < patterns().weight.length; pattern += 1) {
    const given = patterns().row.subarray(patterns().start[pattern], patterns().start[pattern + 1]);
    const joint = Array.from({ length: 7 }, (_, node) =>
      [0, ...given].reduce((product, row) => product * curves().probability[row * 7 + node]!, 1),
    );
    const total = joint.reduce((sum, value) => sum + value, 0);
    close(posterior.of(pattern), Math.log(total), 1e-12);
    assert.deepEqual([posterior.first, posterior.last], [0, 6]);
    joint.forEach((value, node) => {
      close(posterior.share[node]!, value / total, 1e-12);
    });
  }
});

test('somebody known beforehand brings their own normal density; nodes without a share are left out', () => {
  const belief = { mean: patterns().weight.map(() => 0.4), sd: patterns().weight.map(() => 0.05) };
  const fine = evenQuadrature(241, 3);
  const flat: Curves = { quadrature: fine, probability: new Float64Array(13 * 241).fill(1) };
  const posterior = createPosterior({ ...patterns(), belief }, flat);
  close(posterior.of(0), 0, 1e-9, 'a density integrates to 1');
  // Shares below e^−37 of the largest: beyond √74 standard deviations.
  const reach = Math.sqrt(74) * 0.05;
  const inside = Array.from(fine.nodes.keys()).filter((node) => Math.abs(fine.nodes[node]! - 0.4) <= reach);
  assert.deepEqual([posterior.first, posterior.last], [inside[0], inside.at(-1)]);
  close(posterior.share[136]! / posterior.share[134]!, Math.exp(0.5 * 1), 0.2);
});

test('the information that is missing is the covariance of the slopes under each person’s posterior', () => {
  // One slope parameter a question on both credits, the first two questions sharing theirs.
  const parameterOf = [0, 0, 1, 2, 3, 4];
  const first = Uint32Array.from([0, ...Array.from({ length: 14 }, (_, k) => k)]).subarray(0, 14);
  const slope = new Float64Array(12 * 7).map((_, k) => Math.sin(1 + k * k));
  const slopes: LogSlopes = {
    parameters: 5,
    first: Uint32Array.from(first, (_, row) => Math.max(0, row - 1)),
    parameter: Uint32Array.from({ length: 12 }, (_, k) => parameterOf[Math.floor(k / 2)]!),
    slope,
  };
  const found = missingInformation(patterns(), curves(), slopes);
  const expected = new Float64Array(25);
  const posterior = createPosterior(patterns(), curves());
  for (let pattern = 0; pattern < patterns().weight.length; pattern += 1) {
    posterior.of(pattern);
    const share = posterior.share.slice();
    const total = Array.from({ length: 5 }, () => new Float64Array(7));
    for (const row of patterns().row.subarray(patterns().start[pattern], patterns().start[pattern + 1])) {
      const own = total[parameterOf[Math.floor((row - 1) / 2)]!]!;
      own.forEach((_, node) => {
        own[node]! += slope[(row - 1) * 7 + node]!;
      });
    }
    const mean = (values: Float64Array) => values.reduce((sum, value, node) => sum + share[node]! * value, 0);
    for (let p = 0; p < 5; p += 1) {
      for (let q = 0; q < 5; q += 1) {
        const both = mean(total[p]!.map((value, node) => value * total[q]![node]!));
        expected[p * 5 + q]! += patterns().weight[pattern]! * (both - mean(total[p]!) * mean(total[q]!));
      }
    }
  }
  expected.forEach((value, cell) => {
    close(found[cell]!, value, 1e-10, `cell ${cell}`);
  });
});

test('slices have about as many answers each, nobody is lost, and beliefs go along', () => {
  const belief = { mean: patterns().weight.map((_, k) => k), sd: patterns().weight.map((_, k) => 1 + k) };
  const whole = { ...patterns(), belief };
  for (const parts of [1, 2, 3, 9, 20]) {
    const slices = Array.from({ length: parts }, (_, part) => slicePatterns(whole, part, parts));
    assert.deepEqual(
      slices.flatMap(({ row }) => [...row]),
      [...whole.row],
    );
    assert.deepEqual(
      slices.flatMap(({ weight }) => [...weight]),
      [...whole.weight],
    );
    assert.deepEqual(
      slices.flatMap((slice) => [...slice.belief!.mean]),
      [...belief.mean],
    );
    assert.deepEqual(
      slices.flatMap((slice) => [...slice.belief!.sd]),
      [...belief.sd],
    );
    for (const { start, row, weight } of slices) {
      assert.deepEqual([start[0], start.at(-1), start.length], [0, row.length, weight.length + 1]);
      assert.ok(row.length <= whole.row.length / parts + 6);
    }
  }
  assert.equal(slicePatterns(patterns(), 0, 2).belief, undefined);
});

test('people of weight 0 or without an answer that counts are left out; answers are put in order of their rows', () => {
  const found = patternsOf(
    answersFromRows(
      [
        [1, 0, 1],
        [0, 0, 0],
        [null, 1, null],
        [1, 1, 0],
      ],
      [1, 0, 2, 3],
    ),
    (item, score) => (item === 1 ? 0 : 10 - 3 * item + score),
  );
  assert.deepEqual([...found.weight], [1, 3]);
  assert.deepEqual([...found.start], [0, 2, 4]);
  assert.deepEqual([...found.row], [5, 11, 4, 11]);
});

test('many patterns alike in part are told apart, in the order in which they first came', () => {
  const many = Array.from({ length: 600 }, (_, k) =>
    Array.from({ length: 8 }, (_, item) => ((k % 300) >> item) & 1),
  );
  const found = patternsOf(answersFromRows(many), (item, score) => 1 + 2 * item + score);
  assert.equal(found.weight.length, 256);
  found.weight.forEach((weight, k) => {
    assert.equal(weight, k < 44 ? 4 : 2);
    const bits = [...found.row.subarray(found.start[k], found.start[k + 1])].map(
      (row, item) => row - 1 - 2 * item,
    );
    assert.equal(
      bits.reduce((sum, bit, item) => sum + (bit << item), 0),
      k,
    );
  });
});
