import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { changeEffect } from './effect-size.ts';
import { pairedTest } from './paired-test.ts';
import type { Pairs } from './pairs.ts';
import { reliableChange } from './reliable-change.ts';
import { signedRankTest } from './signed-rank.ts';

// Student's sleep data and R 4's answers, printed with 8 decimals: the tolerance is half of the last one.
const reference = JSON.parse(
  readFileSync(new URL('../reference-data/change_ref.json', import.meta.url), 'utf8'),
);
const sleep: Pairs = { before: reference.pre, after: reference.post };
const printed = (value: number | null, expected: number) =>
  assert.ok(Math.abs(value! - expected) <= 5.1e-9, `${value} is not ${expected}`);

test('the paired t test gives the printed answers of R on Student’s sleep data', () => {
  const result = pairedTest(sleep);
  printed(result.difference, reference.mean_diff);
  printed(result.deviation, reference.sd_diff);
  printed(result.t, reference.t);
  assert.equal(result.degreesOfFreedom, reference.df);
  printed(result.p, reference.p);
  printed(result.interval.low, reference.ci[0]);
  printed(result.interval.high, reference.ci[1]);
});

test('effect sizes give the printed answers on Student’s sleep data', () => {
  const effect = changeEffect(sleep);
  printed(effect.ofChanges, reference.dz);
  printed(effect.ofScores, reference.d_av);
  printed(effect.repeated, reference.d_rm);
  printed(effect.ofChangesUnbiased, reference.hedges_gz);
  printed(effect.correlation, reference.r);
});

test('the signed-rank test gives the printed answers on Student’s sleep data, a tie and a zero included', () => {
  const result = signedRankTest(sleep);
  assert.equal(result.statistic, reference.wilcoxon.V);
  printed(result.normalCorrected, reference.wilcoxon.p_cc);
  printed(result.normal, reference.wilcoxon.p_nocc);
  assert.equal(result.rankBiserial, reference.rank_biserial);
  assert.equal(result.exact, 2 / 2 ** 9); // nine moved, all up: one pattern out of 2⁹ on each side
});

test('the exact signed-rank probabilities are those of the published table', () => {
  // Hollander & Wolfe (1999), table A.4: P(T⁺ ≥ 47 | n = 10) = .024, P(T⁺ ≥ 60 | n = 12) = .055
  const withSum = (n: number, sum: number): Pairs => {
    let left = sum;
    const after: number[] = [];
    for (let rank = n; rank >= 1; rank -= 1) {
      const up = rank <= left;
      after.push(up ? rank : -rank);
      if (up) left -= rank;
    }
    assert.equal(left, 0);
    return { before: after.map(() => 0), after };
  };
  const ten = signedRankTest(withSum(10, 47));
  assert.equal(ten.statistic, 47);
  assert.equal(ten.exact, (2 * 25) / 1024); // 25 subsets of 1 … 10 sum to 8 or less
  assert.equal(Number((signedRankTest(withSum(12, 60)).exact! / 2).toFixed(3)), 0.055);
});

test('the exact signed-rank probability is that of all sign patterns, counted one by one', () => {
  const moves = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(moves, (after) => {
      const { statistic, exact } = signedRankTest({ before: after.map(() => 0), after });
      const sizes = after.filter((move) => move !== 0).map(Math.abs);
      const ranks = sizes.map((size) => {
        const below = sizes.filter((other) => other < size).length;
        return below + (sizes.filter((other) => other === size).length + 1) / 2;
      });
      const middle = ranks.reduce((sum, rank) => sum + rank, 0) / 2;
      let asFar = 0;
      for (let pattern = 0; pattern < 2 ** ranks.length; pattern += 1) {
        const sum = ranks.reduce((total, rank, bit) => total + ((pattern >> bit) & 1 ? rank : 0), 0);
        if (Math.abs(sum - middle) >= Math.abs(statistic - middle) - 1e-9) asFar += 1;
      }
      assert.ok(Math.abs(exact! - asFar / 2 ** ranks.length) < 1e-12);
    }),
    { numRuns: 60 },
  );
});

test('the reliable change index gives the printed answers of the reference', () => {
  const { pre, post, sd_pre, rxx, SEM, Sdiff, RCI, min_raw_change_95 } = reference.RCI_example;
  const result = reliableChange({ before: pre, after: post, deviation: sd_pre, reliability: rxx });
  printed(result.standardErrorOfMeasurement, SEM);
  printed(result.standardErrorOfDifference, Sdiff);
  printed(result.index, RCI);
  // the reference rounds the normal quantile to 1.96, as Jacobson & Truax did
  printed((result.smallestChange / 1.959963984540054) * 1.96, min_raw_change_95);
  assert.equal(result.direction, 'up');
});

test('Jacobson & Truax (1991): 47.5 before, 32.5 after, s = 7.5, r = .80 is a reliable change of 3.16', () => {
  const result = reliableChange({ before: 47.5, after: 32.5, deviation: 7.5, reliability: 0.8 });
  assert.equal(result.index.toFixed(2), '-3.16');
  assert.equal(result.standardErrorOfDifference.toFixed(2), '4.74');
  assert.equal(result.direction, 'down');
  const small = reliableChange({ before: 40, after: 45, deviation: 7.5, reliability: 0.8 });
  assert.equal(small.direction, 'none');
});

test('swapping the occasions turns the sign of every effect and leaves probabilities', () => {
  const swapped = { before: sleep.after, after: sleep.before };
  assert.ok(Math.abs(pairedTest(swapped).t! + pairedTest(sleep).t!) < 1e-12);
  assert.ok(Math.abs(signedRankTest(swapped).normal - signedRankTest(sleep).normal) < 1e-12);
  assert.equal(signedRankTest(swapped).rankBiserial, -1);
  assert.ok(Math.abs(changeEffect(swapped).ofScores! + changeEffect(sleep).ofScores!) < 1e-12);
});

test('nothing is ever NaN or infinite: equal scores, equal changes, two people, huge values', () => {
  const score = fc.oneof(
    fc.integer({ min: -3, max: 3 }),
    fc.double({ min: -1e300, max: 1e300, noNaN: true }),
  );
  const people = fc.array(fc.tuple(score, score), { minLength: 2, maxLength: 30 });
  fc.assert(
    fc.property(people, (list) => {
      const pairs = { before: list.map(([before]) => before), after: list.map(([, after]) => after) };
      const numbers = JSON.stringify(
        [pairedTest(pairs), signedRankTest(pairs), changeEffect(pairs)],
        (_, value) => {
          if (typeof value === 'number') assert.ok(Number.isFinite(value));
          return value;
        },
      );
      assert.ok(numbers.length > 0);
    }),
  );
  const equal = { before: [1, 2, 3], after: [2, 3, 4] };
  assert.deepEqual(
    [pairedTest(equal).t, pairedTest(equal).p, changeEffect(equal).ofChanges],
    [null, null, null],
  );
  assert.equal(signedRankTest({ before: [], after: [] }).exact, 1);
  assert.throws(() => pairedTest({ before: [1], after: [2] }), /at least 2/);
  for (const confidence of [-0.5, 0, 1, 1.5, Number.NaN]) {
    assert.throws(() => pairedTest(sleep, confidence), /confidence must lie/);
  }
  assert.throws(() => pairedTest({ before: [1, 2], after: [2] }), /not pairs/);
  assert.throws(() => signedRankTest({ before: [1], after: [Number.NaN] }), /person 1/);
  assert.throws(() => reliableChange({ before: 1, after: 2, deviation: 1, reliability: 1 }), /reliability/);
});

test('an effect that would be divided by nothing is null, the others remain', () => {
  const sameChange = changeEffect({ before: [1, 2, 4], after: [2, 3, 5] });
  assert.deepEqual(
    [sameChange.ofChanges, sameChange.ofChangesUnbiased, sameChange.repeated],
    [null, null, null],
  );
  assert.ok(sameChange.ofScores! > 0.6 && Math.abs(sameChange.correlation! - 1) < 1e-12);
  const fromOneScore = changeEffect({ before: [3, 3, 3], after: [3, 4, 5] });
  assert.deepEqual([fromOneScore.correlation, fromOneScore.repeated], [null, null]);
  assert.deepEqual([fromOneScore.ofChanges, fromOneScore.ofScores], [1, 2]);
  const toOneScore = changeEffect({ before: [3, 4, 5], after: [3, 3, 3] });
  assert.deepEqual([toOneScore.correlation, toOneScore.ofScores], [null, -2]);
  const still = changeEffect({ before: [2, 2], after: [3, 3] });
  assert.deepEqual([still.ofScores, still.ofScoresUnbiased, still.ofChanges], [null, null, null]);
});

test('the unbiased effects are the plain ones times 1 − 3/(4(n − 1) − 1)', () => {
  const { ofScores, ofScoresUnbiased, ofChanges, ofChangesUnbiased } = changeEffect(sleep);
  const factor = 1 - 3 / (4 * 9 - 1);
  assert.ok(Math.abs(ofScoresUnbiased! - factor * ofScores!) < 1e-12);
  assert.ok(Math.abs(ofChangesUnbiased! - factor * ofChanges!) < 1e-12);
});

test('equal changes have no spread, though their mean is not a number a computer can hold', () => {
  const { deviation, t, interval } = pairedTest({ before: [0, 0, 0, 0, 0, 0], after: Array(6).fill(0.1) });
  assert.deepEqual([deviation, t, interval], [0, null, { low: 0.1, high: 0.1 }]);
});

test('the exact signed-rank probability is given up to 200 people, not beyond', () => {
  const people = (count: number) => ({
    before: Array.from({ length: count }, () => 0),
    after: Array.from({ length: count }, (_, person) => (person % 3 === 0 ? -1 - person : 1 + person)),
  });
  const { exact, normalCorrected } = signedRankTest(people(200));
  assert.ok(Math.abs(exact! - normalCorrected) < 1e-3);
  assert.equal(signedRankTest(people(201)).exact, null);
});

test('a reliable change is refused by name outside its ranges, and a reliability of 0 is within', () => {
  const input = { before: 10, after: 12, deviation: 2, reliability: 0 };
  assert.ok(Math.abs(reliableChange(input).index - 2 / (Math.SQRT2 * 2)) < 1e-12);
  assert.throws(() => reliableChange({ ...input, before: Number.NaN }), /scores must be finite/);
  assert.throws(() => reliableChange({ ...input, after: Number.POSITIVE_INFINITY }), /scores must be finite/);
  for (const deviation of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
    assert.throws(() => reliableChange({ ...input, deviation }), /standard deviation/);
  }
  for (const reliability of [-0.1, 1, Number.NaN]) {
    assert.throws(() => reliableChange({ ...input, reliability }), /reliability/);
  }
  for (const confidence of [-0.5, 0, 1, 1.5]) {
    assert.throws(() => reliableChange({ ...input, confidence }), /confidence/);
  }
});
