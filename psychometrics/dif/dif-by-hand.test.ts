import assert from 'node:assert/strict';
import { test } from 'node:test';
import { logisticDif } from './logistic-dif.ts';
import { logisticRegression } from './logistic-regression.ts';
import { mantelHaenszel } from './mantel-haenszel.ts';
import { purify } from './purify.ts';
import { matchingScore, strata, type TwoGroups } from './strata.ts';

const close = (value: number, expected: number, tolerance: number, what = '') =>
  assert.ok(Math.abs(value - expected) < tolerance, `${what} ${value} against ${expected}`);

/** Everybody in one stratum: the second question makes up for the first. Counts of right and wrong, reference then focal. */
function oneStratum(a: number, b: number, c: number, d: number): TwoGroups {
  const rows = [
    ...new Array(a).fill([1, 0]),
    ...new Array(b).fill([0, 1]),
    ...new Array(c).fill([1, 0]),
    ...new Array(d).fill([0, 1]),
  ];
  return { answers: rows, focal: rows.map((_, person) => person >= a + b) };
}

test('on pairs matched one to one it is McNemar’s test: (b − c)² / (b + c), (|b − c| − 1)² / (b + c) when corrected', () => {
  // Five pairs with totals 1 … 5 of their own; in four only the reference person is right on the question, in one the other.
  const pair = (total: number, referenceRight: boolean) =>
    [referenceRight, !referenceRight].map((right) =>
      Array.from({ length: 7 }, (_, k) => (k === 0 ? Number(right) : Number(k <= total - Number(right)))),
    );
  const answers = [pair(1, true), pair(2, true), pair(3, true), pair(4, true), pair(5, false)].flat();
  const groups = { answers, focal: answers.map((_, person) => person % 2 === 1) };
  const [plain] = mantelHaenszel(groups, { corrected: false });
  close(plain!.chiSquare, 9 / 5, 1e-12);
  close(plain!.oddsRatio!, 4, 1e-12);
  close(plain!.delta!, -2.35 * Math.log(4), 1e-12);
  // Var ln α = 1/b + 1/c
  close(plain!.deltaError!, 2.35 * Math.sqrt(1 / 4 + 1), 1e-12);
  close(mantelHaenszel(groups)[0]!.chiSquare, 4 / 5, 1e-12);
});

test('one stratum by hand: hypergeometric mean and variance, odds ratio ad/bc, its logarithm’s variance', () => {
  const [item] = mantelHaenszel(oneStratum(30, 10, 18, 22));
  // E A = 40 × 48 / 80 = 24; Var A = 40 × 40 × 48 × 32 / (80² × 79)
  close(item!.chiSquare, 5.5 ** 2 / ((1600 * 1536) / (6400 * 79)), 1e-12);
  close(item!.oddsRatio!, (30 * 22) / (10 * 18), 1e-12);
  const [ad, bc] = [660, 180];
  const alpha = ad / bc;
  close(item!.deltaError!, 2.35 * Math.sqrt(((ad + alpha * bc) * (52 + alpha * 28)) / (2 * ad * ad)), 1e-12);
  assert.equal(item!.flagged, true);
});

test('a distance below the correction of ½ is never flagged, though the corrected χ² turns around and grows', () => {
  // E A = 20 × 20 / 21: A is .05 from it. (.05 − .5)² over a variance of .045 is 4.5.
  const [item] = mantelHaenszel(oneStratum(19, 1, 1, 0));
  assert.ok(item!.chiSquare > 4.4 && item!.p < 0.05);
  assert.deepEqual([item!.flagged, item!.size], [false, 'A']);
});

test('without an odds ratio a question is large when it differs and negligible when it does not', () => {
  const [apart] = mantelHaenszel(oneStratum(30, 0, 0, 30));
  assert.deepEqual([apart!.oddsRatio, apart!.delta, apart!.deltaError, apart!.size], [null, null, null, 'C']);
  const [alike] = mantelHaenszel(oneStratum(30, 0, 30, 0));
  assert.deepEqual([alike!.oddsRatio, alike!.flagged, alike!.size], [null, false, 'A']);
});

test('ETS: B above 1 but not 1.5 however certain, and B at 1.5 or more when not surely above 1', () => {
  // Odds ratio 1.74 on 4,000 people: |delta| 1.3 ± .15, surely above 1.
  const [certain] = mantelHaenszel(oneStratum(1137, 863, 863, 1137));
  assert.ok(Math.abs(certain!.delta!) < 1.5 && (Math.abs(certain!.delta!) - 1) / certain!.deltaError! > 1.7);
  assert.equal(certain!.size, 'B');
  // Odds ratio 1.97 on 400 people: |delta| 1.6 ± .48, surely not 0 but not surely above 1.
  const [unsure] = mantelHaenszel(oneStratum(117, 83, 83, 117));
  assert.ok(Math.abs(unsure!.delta!) > 1.5 && unsure!.flagged);
  assert.ok((Math.abs(unsure!.delta!) - 1) / unsure!.deltaError! < 1.6);
  assert.equal(unsure!.size, 'B');
});

test('the matching score counts the anchors and the studied question; people not asked it are in no stratum', () => {
  const row = [1, null, 1, 0, 1];
  assert.equal(matchingScore(row, 0, new Set([2, 3])), 2);
  assert.equal(matchingScore(row, 4, new Set([0, 2])), 3);
  assert.equal(matchingScore(row, 0, new Set()), 1);
  const answers = [row, [null, 1, 1, 1, 1], [0, 1, 1, 0, 0], [1, 1, 1, 0, 0]];
  const found = strata({ answers, focal: [false, true, false, true] }, 0, new Set([2]));
  assert.deepEqual(found, [
    { referenceRight: 1, referenceWrong: 0, focalRight: 1, focalWrong: 0 },
    { referenceRight: 0, referenceWrong: 1, focalRight: 0, focalWrong: 0 },
  ]);
});

test('logistic regression leaves people out who were not asked, and its R² is Nagelkerke’s', () => {
  const { answers, focal } = oneStratum(30, 10, 18, 22);
  const more = [...answers, [null, 1], [null, 0], [null, null]];
  const [before] = logisticDif({ answers, focal }, { kind: 'uniform' });
  const [after] = logisticDif({ answers: more, focal: [...focal, true, false, true] }, { kind: 'uniform' });
  assert.deepEqual(after, before);
  // All have the same score: the larger model has one share a group, the smaller one share in all.
  const entropy = (right: number, asked: number) =>
    -2 * (right * Math.log(right / asked) + (asked - right) * Math.log(1 - right / asked));
  const [alone, apart] = [entropy(48, 80), entropy(30, 40) + entropy(18, 40)];
  close(before!.chiSquare, alone - apart, 1e-7);
  close(before!.rSquareGain, (1 - Math.exp((apart - alone) / 80)) / (1 - Math.exp(-alone / 80)), 1e-8);
  assert.deepEqual([before!.degreesOfFreedom, before!.settled, before!.flagged], [1, true, true]);
});

test('where Newton’s step overshoots it is damped, and ends where the score equations hold', () => {
  // Undamped, the fifth step takes the deviance from 203 to 12,015: one far predictor against many near ones.
  const cells = [
    { predictors: [1, 3], asked: 17, right: 2 },
    { predictors: [1, 2], asked: 430, right: 407 },
    { predictors: [1, -57], asked: 3, right: 3 },
  ];
  const { coefficients, deviance, settled } = logisticRegression(cells);
  assert.equal(settled, true);
  for (const part of [0, 1]) {
    const score = cells.reduce((sum, { predictors, asked, right }) => {
      const logit = coefficients[0]! + coefficients[1]! * predictors[1]!;
      return sum + (right - asked / (1 + Math.exp(-logit))) * predictors[part]!;
    }, 0);
    close(score, 0, 1e-3, 'score');
  }
  close(deviance, 191.7637715, 1e-6);
});

test('nothing flagged at first is settled without a round; one round is enough when told so', () => {
  let asked = 0;
  const none = purify(3, () => {
    asked += 1;
    return [0, 1, 2].map((id) => ({ flagged: false, id }));
  });
  assert.deepEqual([none.rounds, none.settled, asked, none.items.length], [0, true, 1, 3]);
  const once = purify(2, (anchors) => [{ flagged: true }, { flagged: !anchors.has(0) }], 1);
  assert.deepEqual([once.rounds, once.settled], [1, false]);
  const same = purify(2, () => [{ flagged: true }, { flagged: false }], 1);
  assert.deepEqual([same.rounds, same.settled], [1, true]);
});
