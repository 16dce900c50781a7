import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { drawBinomial } from '../distributions/binomial.ts';
import { createRandom } from '../random.ts';
import { differenceOfDifferences, proportionDifference } from './difference.ts';
import { wilsonInterval } from './wilson.ts';

const fourDecimals = (low: number, high: number) => [low.toFixed(4), high.toFixed(4)];

test('Wilson intervals are those of Newcombe (1998a), table I, method 3', () => {
  const published = [
    [81, 263, '0.2553', '0.3662'],
    [15, 148, '0.0624', '0.1605'],
    [0, 20, '0.0000', '0.1611'],
    [1, 29, '0.0061', '0.1718'],
  ] as const;
  for (const [successes, trials, low, high] of published) {
    const interval = wilsonInterval(successes, trials);
    assert.deepEqual(fourDecimals(interval.low, interval.high), [low, high]);
  }
});

test('differences are those of Newcombe (1998b), table II, method 10', () => {
  const published = [
    [56, 70, 48, 80, '0.0524', '0.3339'],
    [9, 10, 3, 10, '0.1705', '0.8090'],
  ] as const;
  for (const [x, n, y, m, low, high] of published) {
    const result = proportionDifference({ successes: x, trials: n }, { successes: y, trials: m });
    assert.deepEqual(fourDecimals(result.low, result.high), [low, high]);
  }
});

test('a bound is where the score test just rejects', () => {
  const { low, high } = wilsonInterval(12, 40);
  for (const bound of [low, high]) {
    assert.ok(
      Math.abs(Math.abs(12 / 40 - bound) / Math.sqrt((bound * (1 - bound)) / 40) - 1.959963984540054) < 1e-9,
    );
  }
});

test('intervals hold the share, stay in range, are symmetric and tighten as people come', () => {
  const group = fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 3000 }));
  fc.assert(
    fc.property(group, group, ([right, wrong], [otherRight, otherWrong]) => {
      const trials = right + wrong;
      const { share, low, high } = wilsonInterval(right, trials);
      assert.ok(low >= 0 && high <= 1 && low < high);
      if (share !== null) assert.ok(low <= share && share <= high);
      const mirror = wilsonInterval(wrong, trials);
      assert.ok(Math.abs(mirror.low - (1 - high)) < 1e-12);
      const more = wilsonInterval(right * 4, trials * 4);
      assert.ok(more.high - more.low <= high - low);
      const other = { successes: otherRight, trials: otherRight + otherWrong };
      const gap = proportionDifference({ successes: right, trials }, other);
      assert.ok(gap.low >= -1 - 1e-12 && gap.high <= 1 + 1e-12 && gap.low < gap.high);
    }),
  );
});

test('with nobody asked nothing is known, and impossible counts are refused', () => {
  assert.deepEqual(wilsonInterval(0, 0), { share: null, low: 0, high: 1 });
  const some = { successes: 1, trials: 2 };
  const nobody = { successes: 0, trials: 0 };
  const unknown = { difference: null, low: -1, high: 1 };
  assert.deepEqual(proportionDifference(some, nobody), unknown);
  assert.deepEqual(proportionDifference(nobody, some), unknown);
  assert.throws(() => wilsonInterval(3, 2), RangeError);
  assert.throws(() => wilsonInterval(-1, 2), RangeError);
  for (const confidence of [0, 1, -0.5, 1.5, Number.NaN]) {
    assert.throws(() => wilsonInterval(1, 2, confidence), /confidence must lie in \(0, 1\)/);
  }
});

test('the interval of a difference of differences holds the true one about 95 times in 100', () => {
  const random = createRandom('difference of differences');
  const drawn = (share: number, people: number) => ({
    successes: drawBinomial(random, people, share),
    trials: people,
  });
  const [runs, truth] = [2000, 0.08 - 0.11 - (0.1 - 0.1)];
  let held = 0;
  for (let run = 0; run < runs; run += 1) {
    const ours = proportionDifference(drawn(0.08, 600), drawn(0.11, 550));
    const theirs = proportionDifference(drawn(0.1, 900), drawn(0.1, 950));
    const { low, high, difference } = differenceOfDifferences(ours, theirs);
    assert.ok(low <= difference! && difference! <= high);
    if (low <= truth && truth <= high) held += 1;
  }
  assert.ok(held / runs > 0.935 && held / runs < 0.965, `${held / runs}`);
  const nobody = proportionDifference({ successes: 0, trials: 0 }, { successes: 1, trials: 2 });
  assert.deepEqual(differenceOfDifferences(nobody, nobody), { difference: null, low: -2, high: 2 });
});
