import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AnswerTable, completeRows, questionCount, totalScore } from './answer-table.ts';
import { classicalAnalysis, correlation, meanAndVariance } from './classical.ts';

const near = (found: number | null, expected: number) =>
  assert.ok(found !== null && Math.abs(found - expected) < 1e-12, `${found} where ${expected} is right`);

/** Totals 3, 1, 1, 3: mean 2, squares about it 4. */
const ANSWERS: AnswerTable = [
  [1, 2, 0],
  [0, 1, 0],
  [0, 0, 1],
  [1, 1, 1],
];

test('totals: their mean, and their deviation with divisor n − 1', () => {
  const { people, mean, deviation } = classicalAnalysis(ANSWERS);
  assert.deepEqual([people, mean], [4, 2]);
  near(deviation, Math.sqrt(4 / 3));
});

test('a question: mean, variance, correlation with the total and with the rest of it', () => {
  const [first, second, third] = classicalAnalysis(ANSWERS).items;
  assert.deepEqual([first!.people, first!.mean, second!.mean, third!.mean], [4, 0.5, 1, 0.5]);
  near(first!.variance, 1 / 3);
  near(second!.variance, 2 / 3);
  // Scores 1, 0, 0, 1 go with totals 3, 1, 1, 3; the rests are 2, 1, 1, 2.
  near(first!.totalCorrelation, 1);
  near(first!.restCorrelation, 1);
  // Scores 2, 1, 0, 1 (deviations 1, 0, −1, 0) against 3, 1, 1, 3 and against the rests 1, 0, 1, 2.
  near(second!.totalCorrelation, 2 / Math.sqrt(2 * 4));
  near(second!.restCorrelation, 0);
  // Scores 0, 0, 1, 1 against 3, 1, 1, 3 and against the rests 3, 1, 0, 2.
  near(third!.totalCorrelation, 0);
  near(third!.restCorrelation, -1 / Math.sqrt(5));
});

test('only people who were asked a question count for it; an answer not asked is nothing in the total', () => {
  const [first, second] = classicalAnalysis([
    [1, null],
    [0, 1],
    [1, 0],
    [null, 0],
  ]).items;
  assert.deepEqual([first!.people, second!.people], [3, 3]);
  near(first!.mean, 2 / 3);
  near(second!.mean, 1 / 3);
  // Of the three asked the first question, totals 1, 1, 1: nothing varies.
  assert.equal(first!.totalCorrelation, null);
  near(first!.restCorrelation, -1);
});

test('what cannot be known is null: nobody, one person, a question that everybody answers alike', () => {
  assert.deepEqual(classicalAnalysis([]), { people: 0, mean: null, deviation: null, items: [] });
  const alone = classicalAnalysis([[2]]);
  assert.deepEqual([alone.mean, alone.deviation, alone.items[0]!.variance], [2, null, null]);
  const [same] = classicalAnalysis([
    [1, 0],
    [1, 1],
  ]).items;
  assert.deepEqual([same!.variance, same!.totalCorrelation, same!.restCorrelation], [0, null, null]);
  const [, never] = classicalAnalysis([[1, null]]).items;
  assert.deepEqual(never, {
    people: 0,
    mean: null,
    variance: null,
    totalCorrelation: null,
    restCorrelation: null,
  });
});

test('a mean and a variance, with divisor n − 1', () => {
  assert.deepEqual(meanAndVariance([2, 4, 9]), { mean: 5, variance: 13 });
  assert.deepEqual(meanAndVariance([7]), { mean: 7, variance: null });
  assert.deepEqual(meanAndVariance([]), { mean: null, variance: null });
});

test('a correlation is Pearson’s, never beyond −1 and 1', () => {
  near(correlation([1, 2, 3], [1, 3, 2]), 0.5);
  assert.equal(correlation([1, 1], [1, 2]), null);
  assert.equal(correlation([1, 2], [3, 3]), null);
  for (const step of [0.1, 0.3, 1 / 3, 0.7]) {
    const values = Array.from({ length: 7 }, (_, index) => index * step);
    assert.ok(correlation(values, values)! <= 1);
    assert.ok(
      correlation(
        values,
        values.map((value) => -value),
      )! >= -1,
    );
  }
});

test('a table is refused when rows differ in length or a score is no whole number from 0', () => {
  assert.equal(questionCount([]), 0);
  assert.equal(questionCount([[0, null, 3]]), 3);
  assert.throws(() => questionCount([[1, 0], [1]]), /person 2/);
  for (const score of [-1, 0.5, Number.NaN]) {
    assert.throws(
      () =>
        questionCount([
          [0, 0],
          [0, score],
        ]),
      /person 2 on question 2/,
    );
  }
});

test('people who answered everything, and totals over some questions', () => {
  assert.deepEqual(completeRows([[1, null], [0, 2], []]), [[0, 2], []]);
  assert.equal(totalScore([1, null, 3]), 4);
  assert.equal(
    totalScore([1, null, 3], (question) => question > 0),
    3,
  );
});
