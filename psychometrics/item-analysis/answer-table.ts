/**
 * AnswerTable of people to questions: one row a person, one score a question (whole numbers from 0, in the order of the
 * questions), null where the question was not asked.
 */
export type AnswerTable = readonly (readonly (number | null)[])[];

/** Number of questions. Throws a RangeError when rows differ in length or hold a score that is not a whole number ≥ 0. */
export function questionCount(answers: AnswerTable): number {
  const count = answers[0]?.length ?? 0;
  answers.forEach((row, person) => {
    if (row.length !== count) {
      throw new RangeError(`person ${person + 1} has ${row.length} scores where others have ${count}`);
    }
    row.forEach((score, question) => {
      if (score !== null && !(Number.isInteger(score) && score >= 0)) {
        throw new RangeError(
          `score ${score} of person ${person + 1} on question ${question + 1} is not usable`,
        );
      }
    });
  });
  return count;
}

/** The people who answered every question. */
export function completeRows(answers: AnswerTable): (readonly number[])[] {
  return answers.filter((row): row is readonly number[] => row.every((score) => score !== null));
}

/** Sum of the scores a person got, over the questions kept (all by default); a question not asked counts 0. */
export function totalScore(row: readonly (number | null)[], keeps?: (question: number) => boolean): number {
  let total = 0;
  for (let question = 0; question < row.length; question += 1) {
    if (keeps === undefined || keeps(question)) total += row[question] ?? 0;
  }
  return total;
}
