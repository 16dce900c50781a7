import { type AnswerTable, questionCount, totalScore } from '../item-analysis/answer-table.ts';

/** AnswerTable of two groups, one flag a person: true for the focal group (the one feared to be at a disadvantage). */
export type TwoGroups = { answers: AnswerTable; focal: readonly boolean[] };

/** Right and wrong answers of both groups among people with the same matching score. */
export type Stratum = {
  referenceRight: number;
  referenceWrong: number;
  focalRight: number;
  focalWrong: number;
};

/**
 * Throws a RangeError unless there is a flag for each person and every score is 0, 1 or not asked. Gives the number
 * of questions.
 */
export function assertTwoGroups({ answers, focal }: TwoGroups): number {
  if (answers.length !== focal.length) {
    throw new RangeError(`${focal.length} group flags do not match ${answers.length} people`);
  }
  const count = questionCount(answers);
  answers.forEach((row, person) => {
    const odd = row.findIndex((score) => score !== null && score > 1);
    if (odd >= 0)
      throw new RangeError(`person ${person + 1}, question ${odd + 1}: only scores 0 and 1 can be compared`);
  });
  return count;
}

/**
 * Score on which people are matched when a question is studied: the sum over the anchor questions and the studied one
 * itself, which must be in it for the comparison to be fair (Holland & Thayer 1988).
 */
export function matchingScore(
  row: readonly (number | null)[],
  studied: number,
  anchors: ReadonlySet<number>,
): number {
  return totalScore(row, (question) => question === studied || anchors.has(question));
}

/** People who were asked the studied question, put together by matching score. */
export function strata(
  { answers, focal }: TwoGroups,
  studied: number,
  anchors: ReadonlySet<number>,
): Stratum[] {
  const byScore = new Map<number, Stratum>();
  answers.forEach((row, person) => {
    const score = row[studied];
    if (score === null || score === undefined) return;
    const key = matchingScore(row, studied, anchors);
    let stratum = byScore.get(key);
    if (!stratum) {
      stratum = { referenceRight: 0, referenceWrong: 0, focalRight: 0, focalWrong: 0 };
      byScore.set(key, stratum);
    }
    if (focal[person]) {
      if (score === 1) stratum.focalRight += 1;
      else stratum.focalWrong += 1;
    } else if (score === 1) stratum.referenceRight += 1;
    else stratum.referenceWrong += 1;
  });
  return [...byScore.values()];
}
