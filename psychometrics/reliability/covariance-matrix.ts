import { type AnswerTable, completeRows, questionCount } from '../item-analysis/answer-table.ts';

/**
 * Covariances of the scores of questions (divisor n − 1), over the people who answered all of them; all 0 below two people.
 * Throws a RangeError on an uneven table.
 */
export function covarianceMatrix(answers: AnswerTable): { people: number; covariance: number[][] } {
  const count = questionCount(answers);
  const rows = completeRows(answers);
  const people = rows.length;
  const means = Array.from({ length: count }, (_, question) => {
    return rows.reduce((sum, row) => sum + row[question]!, 0) / Math.max(1, people);
  });
  const covariance = means.map((_, one) =>
    means.map((_, other) => {
      if (people < 2) return 0;
      const sum = rows.reduce(
        (total, row) => total + (row[one]! - means[one]!) * (row[other]! - means[other]!),
        0,
      );
      return sum / (people - 1);
    }),
  );
  return { people, covariance };
}
