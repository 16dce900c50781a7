import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readOptions, UsageError } from '../command-line/arguments.ts';
import { required } from '../command-line/bank-file.ts';
import type { Command } from '../command-line/command.ts';
import { groupColumn } from '../command-line/group-column.ts';
import { creditQuestions } from '../command-line/question-columns.ts';
import { type Responses, readResponses } from '../command-line/responses.ts';
import { itemReport } from './item-report.ts';
import { reportPage } from './page.ts';

const MOST_CREDITS = 10;
const MOST_PEOPLE = 1_000_000;

const HELP = `Writes an item analysis that can be read: one HTML file with pictures and tables, which needs nothing else.

  npm run --silent psychometrics -- report --in responses.csv --out report.html
  npm run --silent psychometrics -- report --in responses.csv --group Gender --focal 1 --out report.html

Difficulty, discrimination, fit (infit, outfit, S-X2), fairness between two groups (Mantel-Haenszel with purification),
reliability, information curve and Wright map. Questions answered 0 or 1 follow the two-parameter model, ordered credits
the generalised partial credit model.

Options
  --in       answers: a header of question ids, one row a person, whole scores, empty for a question not asked. A
             column with scores above ${MOST_CREDITS} (an age, a total) is left out, and named
  --group    the column that holds the groups to compare (with --focal)
  --focal    the value, in that column, of the group feared to be at a disadvantage
  --weights  the column that says how many people answered so (whole numbers)
  --out      file for the report (default: the standard output)
`;

function run(words: string[]): void {
  const given = readOptions(words, ['in', 'group', 'focal', 'weights', 'out']);
  const path = required(given.in, 'in');
  if ((given.group === undefined) !== (given.focal === undefined)) {
    throw new UsageError('--group and --focal go together. See --help.');
  }
  const texts = [given.group, given.weights].filter((name) => name !== undefined);
  const responses = readResponses(path, { textColumns: texts });
  const questions = creditQuestions(responses, MOST_CREDITS);
  if (questions.ids.length === 0) throw new UsageError(`${path}: no column holds answers to a question.`);
  const group = given.group === undefined ? null : groupColumn(path, responses, given.group, given.focal!);
  const counts = given.weights === undefined ? null : countsOf(path, responses, given.weights);
  const repeated = responses.rows.flatMap((_, person) =>
    Array.from({ length: counts === null ? 1 : counts[person]! }, () => person),
  );
  process.stderr.write(`${repeated.length} people, ${questions.ids.length} questions\n`);
  const report = itemReport(
    questions.ids,
    repeated.map((person) => questions.answers[person]!),
    group && { ...group, flags: repeated.map((person) => group.flags[person]!) },
  );
  if (!report.calibration.converged) {
    process.stderr.write(`The parameters could not be estimated: ${report.calibration.reason}.\n`);
  }
  writePage(reportPage(report, basename(path), questions.leftOut), given.out);
}

function countsOf(path: string, responses: Responses, column: string): number[] {
  const counts = responses.extra.get(column)!.map((cell, person) => {
    if (/^\d{1,7}$/.test(cell)) return Number(cell);
    throw new UsageError(
      `${path}, row ${person + 2}, column "${column}": "${cell}" is not a whole number of people.`,
    );
  });
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total > MOST_PEOPLE)
    throw new UsageError(`${path}, column "${column}": more than ${MOST_PEOPLE} people.`);
  return counts;
}

function writePage(page: string, file: string | undefined): void {
  if (file === undefined) {
    process.stdout.write(page);
    return;
  }
  try {
    writeFileSync(file, page);
  } catch (error) {
    throw new UsageError(`Cannot write ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

export const report: Command = {
  name: 'report',
  summary:
    'item analysis as a readable page: difficulty, discrimination, fit, fairness, information, Wright map',
  help: HELP,
  run,
};
