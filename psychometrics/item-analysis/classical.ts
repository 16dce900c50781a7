import { type AnswerTable, questionCount } from './answer-table.ts';

/**
 * A question in classical terms, over the `people` who were asked it. `mean` score (for right or wrong, the share of right
 * answers), `variance` (divisor n − 1), correlation of its score with the total and with the rest of the total (the
 * question taken out), −1 … 1; null where something does not vary or nobody was asked. A `rest` correlation near 0 or
 * negative says that the question does not measure what the others do.
 */
export type ClassicalItem = {
  people: number;
  mean: number | null;
  variance: number | null;
  totalCorrelation: number | null;
  restCorrelation: number | null;
};

/** Totals over people: the sum of the scores of the questions they were asked. */
export type ClassicalTest = {
  people: number;
  mean: number | null;
  deviation: number | null;
  items: ClassicalItem[];
};

/**
 * Classical item analysis: Lord & Novick (1968), Statistical Theories of Mental Test Scores, ch. 15; correlations are
 * Pearson's (point-biserial for right or wrong). Questions not asked are left out of totals, so correlations only make
 * sense when people were asked about the same number of questions. Throws a RangeError on an uneven table.
 */
export function classicalAnalysis(answers: AnswerTable): ClassicalTest {
  const count = questionCount(answers);
  const totals = answers.map((row) => row.reduce<number>((sum, score) => sum + (score ?? 0), 0));
  const { mean, variance } = meanAndVariance(totals);
  return {
    people: answers.length,
    mean,
    deviation: variance === null ? null : Math.sqrt(variance),
    items: Array.from({ length: count }, (_, question) => {
      const asked = answers.flatMap((row, person) => {
        const score = row[question];
        return score === null || score === undefined ? [] : [{ score, total: totals[person]! }];
      });
      const scores = asked.map(({ score }) => score);
      return {
        people: asked.length,
        ...meanAndVariance(scores),
        totalCorrelation: correlation(
          scores,
          asked.map(({ total }) => total),
        ),
        restCorrelation: correlation(
          scores,
          asked.map(({ score, total }) => total - score),
        ),
      };
    }),
  };
}

/** Mean (null without values) and variance with divisor n − 1 (null below two values). */
export function meanAndVariance(values: readonly number[]): { mean: number | null; variance: number | null } {
  if (values.length === 0) return { mean: null, variance: null };
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  if (values.length === 1) return { mean, variance: null };
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, variance: squares / (values.length - 1) };
}

/** Pearson's correlation of two lists of the same length; null when either does not vary. */
export function correlation(left: readonly number[], right: readonly number[]): number | null {
  const one = meanAndVariance(left);
  const other = meanAndVariance(right);
  if (!(one.variance! > 0 && other.variance! > 0)) return null;
  const together = left.reduce(
    (sum, value, index) => sum + (value - one.mean!) * (right[index]! - other.mean!),
    0,
  );
  const value = together / ((left.length - 1) * Math.sqrt(one.variance! * other.variance!));
  return Math.max(-1, Math.min(1, value));
}
