import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import gradedCases from '../reference-data/catr_unit_gpcm.json' with { type: 'json' };
import science from '../reference-data/Science4_ref.json' with { type: 'json' };
import { assertUsable, type ItemParameters, maximumScore } from './item-parameters.ts';
import { logistic, logLogistic } from './logistic.ts';
import {
  categoryProbabilities,
  expectedScore,
  information,
  logLikelihood,
  mostInformation,
} from './response.ts';

const choice = fc.record({
  model: fc.constant('choice' as const),
  discrimination: fc.double({ min: 0.05, max: 6, noNaN: true }),
  difficulty: fc.double({ min: -8, max: 8, noNaN: true }),
  guessing: fc.constantFrom(0, 0.2, 0.25, 1 / 3, 0.5),
});
const graded = fc.record({
  model: fc.constant('graded' as const),
  discrimination: fc.double({ min: 0.05, max: 6, noNaN: true }),
  steps: fc.array(fc.double({ min: -8, max: 8, noNaN: true }), { minLength: 1, maxLength: 6 }),
});
const gradedResponse = fc.record({
  model: fc.constant('graded-response' as const),
  discrimination: fc.double({ min: 0.05, max: 6, noNaN: true }),
  thresholds: fc
    .tuple(
      fc.double({ min: -8, max: 4, noNaN: true }),
      fc.array(fc.double({ min: 0.01, max: 2, noNaN: true }), { maxLength: 4 }),
    )
    .map(([first, gaps]) => [
      first,
      ...gaps.map((_, k) => gaps.slice(0, k + 1).reduce((sum, gap) => sum + gap, first)),
    ]),
});
const anyItem: fc.Arbitrary<ItemParameters> = fc.oneof(choice, graded, gradedResponse);
const ability = fc.double({ min: -40, max: 40, noNaN: true });

test('the probabilities of all scores are between 0 and 1 and sum to 1', () => {
  fc.assert(
    fc.property(anyItem, ability, (item, theta) => {
      const probabilities = categoryProbabilities(item, theta);
      assert.equal(probabilities.length, maximumScore(item) + 1);
      assert.ok(probabilities.every((p) => p >= 0 && p <= 1));
      assert.ok(Math.abs(probabilities.reduce((sum, p) => sum + p, 0) - 1) < 1e-12);
    }),
  );
});

test('the log-likelihood is the logarithm of the probability, and finite where that one underflows', () => {
  fc.assert(
    fc.property(anyItem, ability, (item, theta) => {
      categoryProbabilities(item, theta).forEach((probability, score) => {
        const value = logLikelihood(item, score, theta);
        assert.ok(Number.isFinite(value));
        if (probability > 1e-9) assert.ok(Math.abs(Math.exp(value) / probability - 1) < 1e-6);
      });
    }),
  );
});

test('a more able person expects at least as high a score', () => {
  fc.assert(
    fc.property(anyItem, ability, fc.double({ min: 0, max: 5, noNaN: true }), (item, theta, more) => {
      assert.ok(expectedScore(item, theta + more) >= expectedScore(item, theta) - 1e-12);
    }),
  );
});

test('information is the expected squared slope of the log-likelihood, lower asymptote included', () => {
  const narrow = fc.double({ min: -4, max: 4, noNaN: true });
  const step = 1e-4;
  fc.assert(
    fc.property(anyItem, narrow, (item, theta) => {
      const expected = categoryProbabilities(item, theta).reduce((sum, probability, score) => {
        const rise = logLikelihood(item, score, theta + step) - logLikelihood(item, score, theta - step);
        return sum + probability * (rise / (2 * step)) ** 2;
      }, 0);
      assert.ok(Math.abs(information(item, theta) - expected) < 1e-5 * (1 + expected));
    }),
  );
});

test('guessing takes information away: at a = 1, c = .25 and θ = b one choice tells .15 instead of .25', () => {
  const free = { model: 'choice', discrimination: 1, difficulty: 0, guessing: 0 } as const;
  assert.equal(information(free, 0), 0.25);
  // a²(1 − c) p²(1 − p) / P = .75 × .25 × .5 / .625
  assert.ok(Math.abs(information({ ...free, guessing: 0.25 }, 0) - 0.15) < 1e-12);
});

test('parameters out of range are refused by name', () => {
  const item = { model: 'choice', discrimination: 1, difficulty: 0, guessing: 0 } as const;
  assert.throws(() => assertUsable({ ...item, discrimination: 0 }), /discrimination/);
  assert.throws(() => assertUsable({ ...item, difficulty: Number.NaN }), /difficulty/);
  assert.throws(() => assertUsable({ ...item, guessing: 1 }), /guessing/);
  assert.throws(() => assertUsable({ model: 'graded', discrimination: 1, steps: [] }), /steps/);
  for (const thresholds of [[], [0, 0], [1, 0], [Number.NaN]]) {
    assert.throws(
      () => assertUsable({ model: 'graded-response', discrimination: 1, thresholds }),
      /thresholds/,
    );
  }
});

test('parameters inside their ranges can be used, the ends that belong to them included', () => {
  const usable: ItemParameters[] = [
    { model: 'choice', discrimination: Number.MIN_VALUE, difficulty: -8, guessing: 0 },
    { model: 'choice', discrimination: 6, difficulty: 8, guessing: 0.999 },
    { model: 'graded', discrimination: 1, steps: [2, -1, 0] },
    { model: 'graded-response', discrimination: 1, thresholds: [0] },
    { model: 'graded-response', discrimination: 1, thresholds: [-1, 0, 1e-9] },
  ];
  for (const item of usable) assert.doesNotThrow(() => assertUsable(item));
  const item = { model: 'choice', discrimination: 1, difficulty: 0, guessing: 0 } as const;
  for (const guessing of [-0.01, Number.NaN]) {
    assert.throws(() => assertUsable({ ...item, guessing }), /guessing/);
  }
  for (const discrimination of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
    assert.throws(() => assertUsable({ ...item, discrimination }), /discrimination/);
  }
  for (const values of [
    [0, Number.NaN],
    [0, Number.POSITIVE_INFINITY],
  ]) {
    assert.throws(() => assertUsable({ model: 'graded', discrimination: 1, steps: values }), /steps/);
    const graded = { model: 'graded-response', discrimination: 1, thresholds: values } as const;
    assert.throws(() => assertUsable({ ...graded, thresholds: [...values] }), /thresholds/);
  }
});

test('far from every question the curves neither overflow nor underflow: a = 6, five credits, abilities of ± 300', () => {
  const steps = [-8, -4, 0, 4, 8];
  const items: ItemParameters[] = [
    { model: 'choice', discrimination: 6, difficulty: 0, guessing: 0 },
    { model: 'choice', discrimination: 6, difficulty: 0, guessing: 0.25 },
    { model: 'graded', discrimination: 6, steps },
    { model: 'graded-response', discrimination: 6, thresholds: steps },
  ];
  for (const item of items) {
    const top = maximumScore(item);
    assert.equal(expectedScore(item, 300), top);
    assert.equal(expectedScore(item, -300), item.model === 'choice' ? item.guessing : 0);
    for (const ability of [-300, 300]) {
      const told = information(item, ability);
      assert.ok(told >= 0 && told < 1e-9, `${told}`);
      for (let score = 0; score <= top; score += 1) {
        assert.ok(Number.isFinite(logLikelihood(item, score, ability)));
      }
    }
  }
  // Σ a(θ − δ_j) over the five steps, less that of all wrong: the exponent itself once nothing else is left
  assert.ok(Math.abs(logLikelihood(items[2]!, 0, 300) + 6 * 5 * 300) < 1e-9);
});

test('the logistic function and its logarithm are right to the last digits in both tails', () => {
  assert.deepEqual([logistic(0), logistic(1000), logistic(-1000)], [0.5, 1, 0]);
  assert.deepEqual([logLogistic(0), logLogistic(1000), logLogistic(-1000)], [-Math.LN2, -0, -1000]);
  assert.ok(Math.abs(logistic(-40) / Math.exp(-40) - 1) < 1e-15);
  assert.ok(Math.abs(logLogistic(40) / -Math.exp(-40) - 1) < 1e-15);
});

test('no ability tells more than the most information', () => {
  fc.assert(
    fc.property(anyItem, ability, (item, theta) => {
      assert.ok(information(item, theta) <= mostInformation(item) * (1 + 1e-12));
    }),
    { numRuns: 500 },
  );
});

test('one choice tells most at the ability, and as much, as Lord (1980) says', () => {
  const [a, b] = [1.3, 0.4];
  for (const c of [0, 0.2, 0.25, 0.5, 0.9]) {
    const item = { model: 'choice', discrimination: a, difficulty: b, guessing: c } as const;
    const root = Math.sqrt(1 + 8 * c);
    const lord = (a * a * (1 - 20 * c - 8 * c * c + root ** 3)) / (8 * (1 - c) ** 2);
    assert.ok(Math.abs(mostInformation(item) - lord) < 1e-12);
    assert.ok(Math.abs(information(item, b + Math.log((1 + root) / 2) / a) - lord) < 1e-12);
  }
  const guessed = { model: 'choice', discrimination: 1, difficulty: 0, guessing: 0.25 } as const;
  assert.ok(Math.abs(mostInformation(guessed) - 0.154701) < 1e-6, '(3√3 − 4.5) / 4.5');
});

test('ordered credits tell most when they are equally probable: a² m(m + 2) / 12; never a²/3 of a graded response', () => {
  for (const most of [1, 2, 3, 6]) {
    const steps = new Array<number>(most).fill(-0.5);
    const equal: ItemParameters = { model: 'graded', discrimination: 0.9, steps };
    const expected = (0.81 * most * (most + 2)) / 12;
    assert.ok(Math.abs(information(equal, -0.5) - expected) < 1e-12);
    assert.ok(Math.abs(mostInformation(equal) - expected) < 1e-12);
  }
  // Steps in disorder: credits 0 and 2 share everything, and the variance is that of 2 × a coin.
  const extreme = { model: 'graded', discrimination: 1, steps: [20, -20] } as ItemParameters;
  assert.ok(Math.abs(information(extreme, 0) - 1) < 1e-6);
  assert.ok(Math.abs(mostInformation(extreme) - 1) < 1e-12);
  const thresholds = Array.from({ length: 200 }, (_, k) => Math.log((k + 1) / (200 - k)));
  const fine = { model: 'graded-response', discrimination: 1, thresholds } as ItemParameters;
  assert.ok(information(fine, 0) > 0.999 / 3 && mostInformation(fine) === 1 / 3);
});

/** The references print six decimals; their parameters do too, which the steepest curves feel. */
const printed = (value: number, expected: number) =>
  assert.ok(Math.abs(value - expected) < 2e-6, `${value} is not ${expected}`);

test('partial credits have the probabilities and the information of catR 3.17 at seven abilities', () => {
  const items = gradedCases.bank.map(
    ([discrimination, ...steps]): ItemParameters => ({
      model: 'graded',
      discrimination: discrimination!,
      steps,
    }),
  );
  assert.equal(gradedCases.checks.length, 7);
  for (const { theta, P_item1, Ii } of gradedCases.checks) {
    categoryProbabilities(items[0]!, theta).forEach((value, score) => {
      printed(value, P_item1[score]!);
    });
    Ii.forEach((expected, index) => {
      printed(information(items[index]!, theta), expected);
    });
  }
});

test('graded responses and partial credits have the probabilities and the information of mirt 1.45 on Science', () => {
  for (const model of ['graded', 'gpcm'] as const) {
    const { a, b1, b2, b3 } = science[model].items[0]!;
    const item: ItemParameters =
      model === 'gpcm'
        ? { model: 'graded', discrimination: a, steps: [b1, b2, b3] }
        : { model: 'graded-response', discrimination: a, thresholds: [b1, b2, b3] };
    for (const { theta, ...probabilities } of science[model].item1_prob) {
      const expected = Object.values(probabilities);
      categoryProbabilities(item, theta).forEach((value, score) => {
        printed(value, expected[score]!);
      });
    }
    for (const { theta, info } of science[model].item1_info) printed(information(item, theta), info);
  }
});
