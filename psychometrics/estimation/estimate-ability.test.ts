import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type ItemParameters, maximumScore } from '../models/item-parameters.ts';
import { information, logLikelihood } from '../models/response.ts';
import bank200 from '../reference-data/bank200.json' with { type: 'json' };
import choiceCases from '../reference-data/catr_unit_2pl.json' with { type: 'json' };
import gradedCases from '../reference-data/catr_unit_gpcm.json' with { type: 'json' };
import lsat6 from '../reference-data/LSAT6_ref.json' with { type: 'json' };
import lsat7 from '../reference-data/LSAT7_ref.json' with { type: 'json' };
import science from '../reference-data/Science4_ref.json' with { type: 'json' };
import wirs from '../reference-data/WIRS_ref.json' with { type: 'json' };
import type { AnsweredItem } from './answered-item.ts';
import { type EstimationMethod, estimateAbility } from './estimate-ability.ts';
import { concaveMaximum, highestMaximum } from './maximum.ts';
import { logLikelihoodSlope, warmTerm } from './slopes.ts';

const METHODS = ['EAP', 'MAP', 'ML', 'WLE'] as const satisfies EstimationMethod[];
const CATR_NAMES = { EAP: 'EAP', MAP: 'BM', ML: 'ML', WLE: 'WL' } as const;

const choices = new Map<string, ItemParameters>(
  bank200.items.map(({ id, a, b }) => [
    id,
    { model: 'choice', discrimination: a, difficulty: b, guessing: 0 },
  ]),
);
const gradeds = gradedCases.bank.map(
  ([discrimination, ...steps]): ItemParameters => ({
    model: 'graded',
    discrimination: discrimination!,
    steps,
  }),
);

type Published = Record<'EAP' | 'BM' | 'ML' | 'WL', number[]>;

function agrees(answers: AnsweredItem[], published: Published): void {
  for (const method of METHODS) {
    const [ability, standardError] = published[CATR_NAMES[method]];
    const estimate = estimateAbility(method, answers);
    assert.ok(
      Math.abs(estimate.ability - ability!) < 1e-4,
      `${method}: ${estimate.ability} against ${ability}`,
    );
    assert.ok(
      Math.abs(estimate.standardError - standardError!) < 1e-4 * Math.max(1, standardError!),
      `${method}: standard error ${estimate.standardError} against ${standardError}`,
    );
  }
}

test('the four estimators and their standard errors agree with catR 3.17 on 60 patterns of choices', () => {
  assert.equal(choiceCases.cases.length, 60);
  for (const published of choiceCases.cases) {
    const answers = published.items.map((id, k) => ({ item: choices.get(id)!, score: published.x[k]! }));
    agrees(answers, published);
  }
});

test('… and on 40 patterns of ordered credits', () => {
  assert.equal(gradedCases.cases.length, 40);
  for (const published of gradedCases.cases) {
    const answers = published.items.map((number, k) => ({
      item: gradeds[number - 1]!,
      score: published.x[k]!,
    }));
    agrees(answers, published);
  }
});

const WIDE = { low: -20, high: 20 };
/** Tolerance asked of us. */
const near = (value: number, expected: number | null, name: string) =>
  assert.ok(expected === null || Math.abs(value - expected) < 1e-3, `${name}: ${value} is not ${expected}`);

test('every pattern of LSAT6, LSAT7 and WIRS has the EAP, MAP, ML and WLE of mirt 1.45', () => {
  let compared = 0;
  for (const { twoPL, scores } of [lsat6, lsat7, wirs]) {
    for (const published of scores) {
      const answers = [...published.pattern].map((score, index): AnsweredItem => {
        const [a, b] = [twoPL.a[index]!, twoPL.b[index]!];
        return {
          item: { model: 'choice', discrimination: a, difficulty: b, guessing: 0 },
          score: Number(score),
        };
      });
      const of = (method: EstimationMethod, range = WIDE) => estimateAbility(method, answers, { range });
      near(of('EAP', { low: -6, high: 6 }).ability, published.EAP, `EAP of ${published.pattern}`);
      near(of('EAP', { low: -6, high: 6 }).standardError, published.SE_EAP, `its error`);
      near(of('MAP').ability, published.MAP, `MAP of ${published.pattern}`);
      near(of('MAP').standardError, published.SE_MAP, `its error`);
      near(of('ML').ability, published.ML, `ML of ${published.pattern}`);
      near(of('WLE').ability, published.WLE, `WLE of ${published.pattern}`);
      compared += 1;
    }
  }
  assert.equal(compared, 119);
});

test('… and every pattern of Science that was published, its EAP under both models', () => {
  for (const model of ['graded', 'gpcm'] as const) {
    const items = science[model].items.map(({ a, b1, b2, b3 }): ItemParameters => {
      const places = [b1, b2, b3];
      return model === 'gpcm'
        ? { model: 'graded', discrimination: a, steps: places }
        : { model: 'graded-response', discrimination: a, thresholds: places };
    });
    assert.equal(science[model].scores.length, 40);
    for (const { pattern, EAP, SE } of science[model].scores) {
      const answers = items.map((item, index) => ({ item, score: Number(pattern[index]) - 1 }));
      const { ability, standardError } = estimateAbility('EAP', answers, { range: { low: -6, high: 6 } });
      near(ability, EAP, pattern);
      near(standardError, SE, `error of ${pattern}`);
    }
  }
});

const discrimination = fc.constantFrom(0.05, 0.4, 1, 2.5, 6);
const location = fc.oneof(
  fc.constantFrom(-8, 8),
  fc.double({ min: -8, max: 8, noNaN: true, noDefaultInfinity: true }),
);
const anyItem: fc.Arbitrary<ItemParameters> = fc.oneof(
  fc.record({
    model: fc.constant('choice' as const),
    discrimination,
    difficulty: location,
    guessing: fc.constantFrom(0, 0, 0.25, 0.5),
  }),
  fc.record({
    model: fc.constant('graded' as const),
    discrimination,
    steps: fc.array(location, { minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    model: fc.constant('graded-response' as const),
    discrimination,
    thresholds: fc
      .uniqueArray(fc.integer({ min: -80, max: 80 }), { minLength: 1, maxLength: 4 })
      .map((values) => values.sort((one, other) => one - other).map((value) => value / 10)),
  }),
);
const anyAnswer: fc.Arbitrary<AnsweredItem> = anyItem.chain((item) =>
  fc.integer({ min: 0, max: maximumScore(item) }).map((score) => ({ item, score })),
);
const anyAnswers = fc.array(anyAnswer, { maxLength: 25 });

test('every estimate is finite and in range, whatever the questions and answers', () => {
  fc.assert(
    fc.property(anyAnswers, fc.constantFrom(...METHODS), (answers, method) => {
      const { ability, standardError } = estimateAbility(method, answers);
      assert.ok(ability >= -4 && ability <= 4, `${ability}`);
      assert.ok(standardError > 0 && standardError <= 1e8, `${standardError}`);
    }),
    { numRuns: 300 },
  );
});

test('1,200 answers, all right, all wrong, mixed or all against expectation, leave every estimate finite', () => {
  const items = Array.from(
    { length: 1200 },
    (_, k): ItemParameters => ({
      model: 'choice',
      discrimination: [0.05, 1, 6][k % 3]!,
      difficulty: [-8, -1, 0, 1, 8][k % 5]!,
      guessing: k % 7 === 0 ? 0.25 : 0,
    }),
  );
  const patterns = [() => 1, () => 0, (k: number) => k % 2, (k: number) => (k % 5 === 4 ? 1 : 0)];
  for (const score of patterns) {
    const answers = items.map((item, k) => ({ item, score: score(k) }));
    for (const method of METHODS) {
      const { ability, standardError } = estimateAbility(method, answers);
      assert.ok(Math.abs(ability) <= 4 && standardError > 0 && standardError < 10, method);
    }
  }
});

test('without answers EAP and MAP give the prior, ML and WLE say that nothing is known', () => {
  assert.deepEqual(estimateAbility('MAP', []), { ability: 0, standardError: 1 });
  const { ability, standardError } = estimateAbility('EAP', []);
  assert.ok(Math.abs(ability) < 1e-12 && standardError > 0.998 && standardError < 1);
  for (const method of ['ML', 'WLE'] as const) {
    assert.deepEqual(estimateAbility(method, []), { ability: 0, standardError: 1e8 });
  }
  const wide = { range: { low: -40, high: 40 }, prior: { mean: 3, sd: 0.01 } };
  const narrow = estimateAbility('EAP', [], wide);
  assert.ok(Math.abs(narrow.ability - 3) < 1e-9 && Math.abs(narrow.standardError - 0.01) < 1e-9);
});

test('the order of the answers does not change an estimate by more than 1e-9', () => {
  const shuffled = anyAnswers.chain((answers) =>
    fc.tuple(
      fc.constant(answers),
      fc.shuffledSubarray(answers, { minLength: answers.length, maxLength: answers.length }),
    ),
  );
  fc.assert(
    fc.property(shuffled, fc.constantFrom(...METHODS), ([answers, other], method) => {
      const one = estimateAbility(method, answers);
      const two = estimateAbility(method, other);
      assert.ok(Math.abs(one.ability - two.ability) < 1e-9, `${method}: ${one.ability} ${two.ability}`);
      assert.ok(Math.abs(one.standardError / two.standardError - 1) < 1e-9);
    }),
    { numRuns: 300 },
  );
});

test('without a prior, where a likelihood may be all but flat, the order does not change the last digit either', () => {
  const many = fc.array(anyAnswer, { minLength: 5, maxLength: 25 });
  fc.assert(
    fc.property(many, fc.constantFrom('ML' as const, 'WLE' as const), (answers, method) => {
      assert.deepEqual(estimateAbility(method, answers.toReversed()), estimateAbility(method, answers));
    }),
    { numRuns: 200 },
  );
});

test('a better answer never lowers an estimate when nobody can guess', () => {
  const one = { model: 'choice', discrimination: 1.3, difficulty: 0.4, guessing: 0 } as const;
  fc.assert(
    fc.property(
      fc.array(
        anyAnswer.filter(({ item }) => item.model !== 'choice' || item.guessing === 0),
        { maxLength: 12 },
      ),
      (answers) => {
        for (const method of ['EAP', 'MAP', 'ML'] as const) {
          const wrong = estimateAbility(method, [...answers, { item: one, score: 0 }]);
          const right = estimateAbility(method, [...answers, { item: one, score: 1 }]);
          assert.ok(right.ability >= wrong.ability - 1e-9, method);
        }
      },
    ),
    { numRuns: 100 },
  );
});

const inner = fc.double({ min: -4, max: 4, noNaN: true });

test('the slope of an answer is the derivative of its log-likelihood', () => {
  const step = 1e-5;
  fc.assert(
    fc.property(anyAnswer, inner, ({ item, score }, at) => {
      const rise = logLikelihood(item, score, at + step) - logLikelihood(item, score, at - step);
      assert.ok(Math.abs(logLikelihoodSlope(item, score, at) - rise / (2 * step)) < 1e-5);
    }),
  );
});

test('the term of Warm is Σ P′P″/P, by differences of the probabilities', () => {
  const step = 1e-3;
  const moderate = anyItem.filter((item) => item.discrimination <= 2.5);
  fc.assert(
    fc.property(moderate, inner, (item, at) => {
      let expected = 0;
      for (let score = 0; score <= maximumScore(item); score += 1) {
        const p = (ability: number) => Math.exp(logLikelihood(item, score, ability));
        const middle = p(at);
        if (middle < 1e-6) continue;
        const first = (p(at + step) - p(at - step)) / (2 * step);
        const second = (p(at + step) - 2 * middle + p(at - step)) / step ** 2;
        expected += (first * second) / middle;
      }
      assert.ok(Math.abs(warmTerm(item, at) - expected) < 1e-3 * (1 + Math.abs(expected)));
    }),
  );
});

test('maximum likelihood with guessing takes the higher of two modes', () => {
  const item = (difficulty: number, guessing: number, slope: number): ItemParameters => ({
    model: 'choice',
    discrimination: slope,
    difficulty,
    guessing,
  });
  const answers = [
    { item: item(-2, 0, 2.5), score: 0 },
    { item: item(2, 0.25, 2.5), score: 1 },
    { item: item(1.5, 0.25, 2.5), score: 1 },
    { item: item(-3.5, 0, 2.5), score: 1 },
  ];
  const height = (at: number) =>
    answers.reduce((sum, { item, score }) => sum + logLikelihood(item, score, at), 0);
  const { ability } = estimateAbility('ML', answers);
  for (let at = -4; at <= 4; at += 0.01) assert.ok(height(ability) >= height(at) - 1e-9);
});

test('what is no score, no range or no prior is refused', () => {
  const item = { model: 'choice', discrimination: 1, difficulty: 0, guessing: 0 } as const;
  assert.throws(() => estimateAbility('ML', [{ item, score: 2 }]), /answer 0 .* 0 to 1, not 2/);
  assert.throws(() => estimateAbility('ML', [{ item, score: 0.5 }]), RangeError);
  assert.throws(() => estimateAbility('ML', [], { range: { low: 1, high: 1 } }), RangeError);
  assert.throws(() => estimateAbility('ML', [{ item, score: -1 }]), /answer 0/);
  for (const range of [
    { low: 2, high: 1 },
    { low: -4, high: Number.POSITIVE_INFINITY },
    { low: Number.NaN, high: 4 },
  ]) {
    assert.throws(() => estimateAbility('ML', [], { range }), /the range/);
  }
  for (const prior of [
    { mean: 0, sd: 0 },
    { mean: 0, sd: -1 },
    { mean: 0, sd: Number.POSITIVE_INFINITY },
    { mean: Number.NaN, sd: 1 },
  ]) {
    assert.throws(() => estimateAbility('EAP', [], { prior }), /the prior/);
  }
});

test('information is never negative', () => {
  fc.assert(fc.property(anyItem, inner, (item, at) => assert.ok(information(item, at) >= 0)));
});

test('any prior is used: the mode is where likelihood times prior is highest, its error the curvature there', () => {
  const answers: AnsweredItem[] = [0.6, -0.4, 1.1].map((difficulty, k) => ({
    item: { model: 'choice', discrimination: 1 + k / 2, difficulty, guessing: k === 2 ? 0.25 : 0 },
    score: k % 2,
  }));
  for (const prior of [
    { mean: 1.5, sd: 0.5 },
    { mean: -1, sd: 2 },
  ]) {
    const height = (at: number) =>
      answers.reduce((sum, { item, score }) => sum + logLikelihood(item, score, at), 0) -
      0.5 * ((at - prior.mean) / prior.sd) ** 2;
    const { ability, standardError } = estimateAbility('MAP', answers, { prior });
    for (let at = -4; at <= 4; at += 0.01) assert.ok(height(ability) >= height(at) - 1e-12);
    const told = answers.reduce((sum, { item }) => sum + information(item, ability), 0);
    assert.ok(Math.abs(standardError - 1 / Math.sqrt(told + 1 / prior.sd ** 2)) < 1e-12);
    const mean = weightedMean((at) => Math.exp(height(at)));
    assert.ok(Math.abs(estimateAbility('EAP', answers, { prior }).ability - mean) < 1e-3);
  }
});

function weightedMean(weight: (at: number) => number): number {
  let total = 0;
  let first = 0;
  for (let at = -4; at <= 4; at += 1e-3) {
    total += weight(at);
    first += weight(at) * at;
  }
  return first / total;
}

test('after hundreds of answers, EAP is the mean on a grid a thousand times finer', () => {
  const answers: AnsweredItem[] = Array.from({ length: 700 }, (_, k) => ({
    item: { model: 'choice', discrimination: 2, difficulty: (k % 41) / 10 - 2, guessing: 0 },
    score: (k % 41) / 10 - 2 < 0.7 ? 1 : 0,
  }));
  const { ability, standardError } = estimateAbility('EAP', answers);
  let total = 0;
  const moments = [0, 0];
  const height = (at: number) =>
    answers.reduce((sum, { item, score }) => sum + logLikelihood(item, score, at), 0) - (at * at) / 2;
  const highest = height(ability);
  for (let at = ability - 0.4; at <= ability + 0.4; at += 0.001) {
    const weight = Math.exp(height(at) - highest);
    total += weight;
    moments[0]! += weight * at;
    moments[1]! += weight * at * at;
  }
  const mean = moments[0]! / total;
  assert.ok(Math.abs(ability - mean) < 1e-6, `${ability} ${mean}`);
  assert.ok(Math.abs(standardError - Math.sqrt(moments[1]! / total - mean * mean)) < 1e-6);
});

test('without information ML and WLE give the middle of any range', () => {
  const range = { low: 1, high: 4 };
  for (const method of ['ML', 'WLE'] as const) {
    assert.deepEqual(estimateAbility(method, [], { range }), { ability: 2.5, standardError: 1e8 });
  }
});

test('one question answered by luck is enough for several modes: ML and MAP still take the highest', () => {
  // one easy question wrong, five hard ones right among four options: the likelihood falls, then rises to 1.77
  const easy: AnsweredItem = {
    item: { model: 'choice', discrimination: 1, difficulty: -3, guessing: 0 },
    score: 0,
  };
  const hard: AnsweredItem = {
    item: { model: 'choice', discrimination: 3, difficulty: 1, guessing: 0.25 },
    score: 1,
  };
  const credits: AnsweredItem = { item: { model: 'graded', discrimination: 0.05, steps: [0, 0] }, score: 1 };
  const answers = [easy, hard, hard, credits, hard, hard, hard];
  const height = (at: number) =>
    answers.reduce((sum, { item, score }) => sum + logLikelihood(item, score, at), 0);
  assert.ok(height(-4) > height(-1) && height(-1) < height(1.77), 'two modes');
  const { ability } = estimateAbility('ML', answers);
  assert.ok(Math.abs(ability - 1.77) < 0.01, `${ability}`);
  const wide = { prior: { mean: 0, sd: 20 } };
  assert.ok(Math.abs(estimateAbility('MAP', answers, wide).ability - 1.77) < 0.02);
});

test('the term of Warm under guessing, by hand: a³ (1 − c) p² (1 − p)(1 − 2p) / P', () => {
  for (const guessing of [0, 0.25, 0.5]) {
    const p = 1 / (1 + Math.exp(-1.5 * (0.2 + 0.6)));
    const chance = guessing + (1 - guessing) * p;
    const expected = (1.5 ** 3 * (1 - guessing) * p ** 2 * (1 - p) * (1 - 2 * p)) / chance;
    const found = warmTerm({ model: 'choice', discrimination: 1.5, difficulty: -0.6, guessing }, 0.2);
    assert.ok(Math.abs(found - expected) < 1e-12);
  }
});

test('a concave function is highest where its slope crosses 0, or at a bound it still rises to', () => {
  const range = { low: 1, high: 5 };
  assert.ok(Math.abs(concaveMaximum((at) => Math.exp(-at) - Math.exp(-3), range) - 3) < 1e-12);
  assert.equal(
    concaveMaximum(() => 1, range),
    5,
  );
  assert.equal(
    concaveMaximum(() => -1, range),
    1,
  );
  assert.equal(
    concaveMaximum(() => 0, range),
    3,
  );
  assert.equal(
    concaveMaximum((at) => (at < 2 ? 1 : 0), range),
    5,
    'flat at the top: the far end',
  );
  assert.equal(
    concaveMaximum((at) => (at > 2 ? -1 : 0), range),
    1,
    'flat from the beginning: the near end',
  );
});

test('it is found in few looks, however steep on one side', () => {
  for (const steep of [1, 10, 100]) {
    let looks = 0;
    const slope = (at: number) => {
      looks += 1;
      return Math.exp(-steep * (at - 0.3)) - 1;
    };
    assert.ok(Math.abs(concaveMaximum(slope, { low: -4, high: 4 }) - 0.3) < 1e-9);
    assert.ok(looks < 60, `${looks} looks at ${steep}`);
  }
});

test('of several maxima the highest is taken, bounds included, wherever the range lies', () => {
  const range = { low: 10, high: 18 };
  // maxima at 12 and 16 with a dip at 14; the second is higher when `tilt` is positive
  const two = (tilt: number) => (at: number) => -(at - 12) * (at - 14) * (at - 16) + tilt;
  assert.ok(Math.abs(highestMaximum(two(1), range) - 16.1) < 0.05);
  assert.ok(Math.abs(highestMaximum(two(-1), range) - 11.9) < 0.05);
  assert.equal(
    highestMaximum(() => 1, range),
    18,
  );
  assert.equal(
    highestMaximum(() => -1, range),
    10,
  );
  assert.equal(
    highestMaximum(() => 0, range),
    14,
  );
  assert.equal(
    highestMaximum((at) => 14 - at, range),
    14,
  );
});
