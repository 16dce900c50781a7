import type { AnswerTable } from '../../../psychometrics/index.ts';
import { UsageError } from './arguments.ts';
import { MISSING, type Responses } from './responses.ts';

/** Some columns of a file of answers, as questions; `leftOut` names the columns that are none. */
export type Questions = { ids: string[]; answers: AnswerTable; leftOut: string[] };

/**
 * The questions answered right (1) or wrong (0). A column where fewer than half of the scores are 0 or 1 is no such
 * question (an age, a total, ordered credits) and is left out; another score in one that is, is a mistake: a UsageError
 * names its row and column.
 */
export function rightOrWrongQuestions(path: string, responses: Responses): Questions {
  return chosenQuestions(responses, (column) => {
    const scores = responses.rows.map((row) => row[column]!);
    const asked = scores.filter((score) => score !== MISSING);
    const binary = asked.filter((score) => score <= 1).length;
    if (asked.length > 0 && binary * 2 < asked.length) return false;
    const odd = scores.findIndex((score) => score > 1);
    if (odd < 0) return true;
    const place = `${path}, row ${odd + 2}, column "${responses.ids[column]}"`;
    throw new UsageError(`${place}: the score ${scores[odd]} is neither right (1) nor wrong (0).`);
  });
}

/** The questions with at most this many credits. A column with higher scores (an age, a total) is left out. */
export function creditQuestions(responses: Responses, mostCredits: number): Questions {
  return chosenQuestions(responses, (column) => responses.rows.every((row) => row[column]! <= mostCredits));
}

function chosenQuestions(responses: Responses, isQuestion: (column: number) => boolean): Questions {
  const columns = responses.ids.map((_, column) => column);
  const kept = columns.filter(isQuestion);
  return {
    ids: kept.map((column) => responses.ids[column]!),
    answers: responses.rows.map((row) =>
      kept.map((column) => (row[column] === MISSING ? null : row[column]!)),
    ),
    leftOut: columns.filter((column) => !kept.includes(column)).map((column) => responses.ids[column]!),
  };
}
