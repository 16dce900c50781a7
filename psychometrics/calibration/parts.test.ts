import assert from 'node:assert/strict';
import { test } from 'node:test';
import { once } from '../once.test-support.ts';
import { answersFromRows } from './answers.ts';
import { familyOf } from './calibration-item.ts';
import { choleskyFactor, diagonalOf, inverseOf, solveFactored } from './cholesky.ts';
import { stretchOf } from './curve-family.ts';
import { populationSlopes } from './curves-at.ts';
import type { Curves } from './expected-counts.ts';
import { needsPositiveSlope, priorAt } from './item-prior.ts';
import { type LogSlopes, missingInformation } from './missing-information.ts';
import { patternsOf, slicePatterns } from './patterns.ts';
import type { ItemBlock } from './plan.ts';
import { createPosterior } from './posterior-over-nodes.ts';
import { covers, densityOf, evenQuadrature, refine } from './quadrature.ts';
import { maximise, type Point } from './quasi-newton.ts';

const close = (value: number, expected: number, tolerance: number, what = '') =>
  assert.ok(Math.abs(value - expected) < tolerance, `${what} ${value} against ${expected}`);

test('Cholesky by hand: (4, 2, −2; 2, 10, 2; −2, 2, 6) is L Lᵀ with L = (2; 1, 3; −1, 1, 2)', () => {
  const matrix = Float64Array.of(4, 2, -2, 2, 10, 2, -2, 2, 6);
  const factor = choleskyFactor(matrix, 3)!;
  assert.deepEqual(Array.from(factor), [2, 0, 0, 1, 3, 0, -1, 1, 2]);
  assert.deepEqual(Array.from(diagonalOf(matrix, 3)), [4, 10, 6]);
  // A (1, −1, 2)ᵀ = (−2, −4, 8)ᵀ
  solveFactored(factor, 3, [-2, -4, 8]).forEach((value, k) => {
    close(value, [1, -1, 2][k]!, 1e-12);
  });
  const inverse = inverseOf(matrix, 3)!;
  for (let a = 0; a < 3; a += 1) {
    for (let b = 0; b < 3; b += 1) {
      let sum = 0;
      for (let k = 0; k < 3; k += 1) sum += matrix[a * 3 + k]! * inverse[k * 3 + b]!;
      close(sum, a === b ? 1 : 0, 1e-12);
    }
  }
});

test('singular and negative matrices have no factor, nor one whose pivots are below what is asked', () => {
  assert.equal(choleskyFactor(Float64Array.of(1, 1, 1, 1), 2), null);
  assert.equal(choleskyFactor(Float64Array.of(1, 2, 2, 1), 2), null);
  assert.equal(inverseOf(Float64Array.of(0), 1), null);
  assert.equal(
    choleskyFactor(Float64Array.of(1e10, 1e10, 1e10, 1e10 + 0.5), 2),
    null,
    'rounding of its size',
  );
  assert.ok(choleskyFactor(Float64Array.of(1e-12), 1));
  const matrix = Float64Array.of(1, 0.9, 0.9, 1); // second pivot .19
  assert.ok(choleskyFactor(matrix, 2, Float64Array.of(0.99, 0.189)));
  assert.equal(choleskyFactor(matrix, 2, Float64Array.of(0.99, 0.191)), null);
  assert.equal(inverseOf(matrix, 2, Float64Array.of(1.01, 0)), null);
});

test('nodes are even, symmetric around the population, and doubled without leaving it', () => {
  assert.deepEqual(Array.from(evenQuadrature(5, 2).nodes), [-2, -1, 0, 1, 2]);
  assert.deepEqual(Array.from(evenQuadrature(3, 2, { mean: 1, sd: 0.5 }).nodes), [0, 1, 2]);
  const { nodes } = evenQuadrature();
  assert.deepEqual([nodes.length, nodes[0], nodes[30], nodes[60]], [61, -6, 0, 6]);
  assert.deepEqual(Array.from(refine(evenQuadrature(3, 2)).nodes), [-2, -1, 0, 1, 2]);
  for (const count of [2, 2.5, 0]) assert.throws(() => evenQuadrature(count), /at least 3/);
  for (const reach of [0, -1, Number.POSITIVE_INFINITY, Number.NaN]) {
    assert.throws(() => evenQuadrature(5, reach), /reach/);
  }
  const grid = evenQuadrature(5, 4);
  assert.equal(covers(grid, { mean: 0, sd: 1 }, 4), true);
  assert.equal(covers(grid, { mean: 0.1, sd: 1 }, 4), false);
  assert.equal(covers(grid, { mean: -0.1, sd: 1 }, 4), false);
  assert.equal(covers(grid, { mean: 1, sd: 1 }, 3), true);
});

test('weights of nodes are a normal density that sums to 1, and those of the nearest node far outside', () => {
  const grid = evenQuadrature(9, 4);
  const weights = densityOf({ mean: 0.5, sd: 1.5 }, grid);
  close(
    weights.reduce((sum, value) => sum + value, 0),
    1,
    1e-12,
  );
  close(weights[5]! / weights[2]!, Math.exp(-0.5 * ((0.5 / 1.5) ** 2 - (2.5 / 1.5) ** 2)), 1e-12);
  const far = densityOf({ mean: 500, sd: 0.1 }, grid);
  close(far[8]!, 1, 1e-12);
});

test('the slopes of the weights are their derivatives by the mean and by ln sd', () => {
  const grid = evenQuadrature(11, 4);
  const population = { mean: 0.3, sd: 1.2 };
  const slopes = populationSlopes(population, grid);
  const logAt = (mean: number, logSd: number) => densityOf({ mean, sd: Math.exp(logSd) }, grid).map(Math.log);
  const [m, s, h] = [0.3, Math.log(1.2), 1e-5];
  const byMean = logAt(m + h, s).map((value, node) => (value - logAt(m - h, s)[node]!) / (2 * h));
  const bySd = logAt(m, s + h).map((value, node) => (value - logAt(m, s - h)[node]!) / (2 * h));
  [...byMean, ...bySd].forEach((value, k) => {
    close(slopes[k]!, value, 1e-7);
  });
});

const block = (prior: ItemBlock['item']['prior'], size: number) =>
  ({ size, item: { id: 'x', model: 'graded', prior } }) as unknown as ItemBlock;

test('a prior speaks of ln a and of b = −d/a; its gradient is the slope of that', () => {
  const native = Float64Array.of(1.4, 0.7, -1.1);
  const prior = { logDiscrimination: { mean: -0.2, sd: 0.5 }, difficulty: { mean: [0.1, 0.6], sd: 0.8 } };
  const value = (at: Float64Array, own: boolean) => {
    const b = [1, 2].map((k) => -at[k]! / at[0]!);
    const steps = -0.5 * (((b[0]! - 0.1) / 0.8) ** 2 + ((b[1]! - 0.6) / 0.8) ** 2);
    return steps - (own ? 0.5 * ((Math.log(at[0]!) + 0.2) / 0.5) ** 2 : 0);
  };
  for (const own of [true, false]) {
    const found = priorAt(block(prior, 3), native, own);
    close(found.value, value(native, own), 1e-12);
    for (let p = 0; p < 3; p += 1) {
      const at = (by: number) =>
        value(
          native.map((one, k) => (k === p ? one + by : one)),
          own,
        );
      close(found.gradient[p]!, (at(1e-6) - at(-1e-6)) / 2e-6, 1e-6, `slope ${p}`);
    }
    // Gauss–Newton: Σ ∂b ∂bᵀ / sd² (+ (1/a)² / sd² for ln a), with ∂b/∂a = d/a², ∂b/∂d = −1/a.
    const expected = [0, 0, 0, 0, 0, 0, 0, 0, 0];
    for (const k of [1, 2]) {
      const slopes = [0, 1, 2].map((p) => (p === 0 ? native[k]! / 1.4 ** 2 : p === k ? -1 / 1.4 : 0));
      expected.forEach((_, cell) => {
        expected[cell]! += (slopes[Math.floor(cell / 3)]! * slopes[cell % 3]!) / 0.64;
      });
    }
    if (own) expected[0]! += 1 / 1.4 ** 2 / 0.25;
    expected.forEach((one, cell) => {
      close(found.curvature[cell]!, one, 1e-12, `curvature ${cell}`);
    });
  }
  const common = priorAt(block({ difficulty: { mean: 0.3, sd: 0.8 } }, 3), native, true);
  close(common.value, -0.5 * (((-0.5 - 0.3) / 0.8) ** 2 + ((1.1 / 1.4 - 0.3) / 0.8) ** 2), 1e-12);
});

test('a prior on ln a or on b needs a positive slope; without one a slope may have any sign', () => {
  const sd = 1;
  assert.equal(needsPositiveSlope(block({ logDiscrimination: { mean: 0, sd } }, 2)), true);
  assert.equal(needsPositiveSlope(block({ difficulty: { mean: 0, sd } }, 2)), true);
  assert.equal(needsPositiveSlope(block({}, 2)), false);
  assert.equal(needsPositiveSlope(block(undefined, 2)), false);
  const none = priorAt(block(undefined, 2), Float64Array.of(-1, 2), true);
  assert.deepEqual(
    [none.value, Array.from(none.gradient), Array.from(none.curvature)],
    [0, [0, 0], [0, 0, 0, 0]],
  );
});

test('intercepts begin at the logits of the shares, stretched as a slope flattens a population', () => {
  close(stretchOf(1.7), Math.sqrt(1 + (0.588 * 1.7) ** 2), 1e-12);
  const stretch = stretchOf(1);
  const choice = familyOf({ model: 'choice', guessing: 0.25 });
  close(choice.begin([0.25, 0.75], 1)[0]!, stretch * Math.log(2), 1e-12); // (.75 − .25) / .75 = 2/3
  close(choice.begin([0.9, 0.1], 1)[0]!, stretch * Math.log(0.01 / 0.99), 1e-12);
  close(choice.begin([1e-9, 1], 1)[0]!, stretch * Math.log(99), 1e-9);
  const partial = familyOf({ model: 'graded' }).begin([0.2, 0.5, 0.3], 1);
  assert.equal(partial.length, 2);
  close(partial[0]!, stretch * Math.log(2.5), 1e-12);
  close(partial[1]!, stretch * Math.log(0.6), 1e-12);
  const response = familyOf({ model: 'graded-response' });
  const begun = response.begin([0.2, 0.5, 0.3], 1);
  assert.equal(begun.length, 2);
  close(begun[0]!, stretch * Math.log(4), 1e-12);
  close(begun[1]!, stretch * Math.log(3 / 7), 1e-12);
});

test('the intercepts of a graded response must fall by more than 1e-6; those of others may be anything', () => {
  const response = familyOf({ model: 'graded-response' });
  const possible = (...values: number[]) => response.isPossible(Float64Array.from(values));
  assert.equal(possible(1, 0.5, 0.4, -2), true);
  assert.equal(possible(-1, 0.5), true);
  assert.equal(possible(1, 0.5, 0.5), false);
  assert.equal(possible(1, 0.5, 0.4, 0.45), false);
  assert.equal(possible(1, 2e-6, 0), true);
  assert.equal(possible(1, 0.5e-6, 0), false);
  assert.equal(possible(1, Number.NaN, 0), false);
  assert.equal(familyOf({ model: 'graded' }).isPossible(Float64Array.of(-1, 0, 5)), true);
  assert.equal(familyOf({ model: 'choice' }).isPossible(Float64Array.of(-1, 0)), true);
});

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

/** A paraboloid of curvatures 1 and 50, with the identity for a preconditioner. */
function bowl(
  center: number[],
  limits: { tolerance: number; maximumIterations: number; memory?: number },
  scale = 1,
) {
  const curvature = [1, 50];
  let evaluations = 0;
  function* evaluate(parameters: Float64Array): Generator<never, Point, void> {
    evaluations += 1;
    const away = parameters.map((value, k) => value - center[k]!);
    return {
      parameters,
      value: -0.5 * away.reduce((sum, value, k) => sum + curvature[k]! * value * value, 0),
      gradient: away.map((value, k) => -curvature[k]! * value),
      precondition: (vector) => vector.map((value) => scale * value),
    };
  }
  const last = maximise(Float64Array.of(0, 0), { evaluate, isPossible: () => true }, limits).next();
  assert.ok(last.done);
  return { ...last.value, counted: evaluations };
}

test('on a paraboloid a memory of two steps ends the search in a dozen, and every look is counted', () => {
  const limits = { tolerance: 1e-8, maximumIterations: 200 };
  const found = bowl([0.4, -0.3], limits);
  assert.equal(found.stopped, null);
  assert.ok(found.iterations < 16, `${found.iterations}`);
  close(found.point.parameters[0]!, 0.4, 1e-7);
  close(found.point.parameters[1]!, -0.3, 1e-7);
  assert.equal(found.evaluations, found.counted);
  assert.ok(found.largestStep <= 1e-8);
  assert.ok(bowl([0.4, -0.3], { ...limits, memory: 0 }).iterations > 3 * found.iterations);
  assert.ok(bowl([0.4, -0.3], { ...limits, memory: 2 }).iterations < 20);
});

test('no parameter moves by more than 1.5 at once, and a preconditioner that points downhill is not followed', () => {
  const far = bowl([40, 0], { tolerance: 1e-6, maximumIterations: 1 });
  close(far.point.parameters[0]!, 1.5, 1e-12);
  assert.equal(far.stopped, 'iteration-limit');
  const downhill = bowl([0.4, -0.3], { tolerance: 1e-6, maximumIterations: 50 }, -1);
  assert.equal(downhill.stopped, 'no-further-increase');
});
