import { mantelHaenszel, purifiedMantelHaenszel, type TwoGroups } from '../../../psychometrics/index.ts';
import { readOptions, UsageError, writeResult } from '../command-line/arguments.ts';
import { required } from '../command-line/bank-file.ts';
import type { Command } from '../command-line/command.ts';
import { type GroupColumn, groupColumn } from '../command-line/group-column.ts';
import { type Questions, rightOrWrongQuestions } from '../command-line/question-columns.ts';
import { readResponses } from '../command-line/responses.ts';

const HELP = `Do some questions treat two groups of people of the same ability differently (DIF)?

  npm run --silent psychometrics -- dif --in responses.csv --group Gender --focal 1 --out result.json

Continuity-corrected Mantel-Haenszel test of every question answered right (1) or wrong (0), at 5 %, people being
matched on their total score.

Options
  --in      answers: a header of question ids, one row a person, 0 or 1, empty for a question not asked. A column that
            holds mostly other numbers (an age, a total) is left out, and named on the standard error
  --group   the column that holds the groups
  --focal   the value, in that column, of the group feared to be at a disadvantage; it is compared with everybody
            else. People without a value are left out
  --purify  take questions found to differ out of the total score, and start again until the same ones are found
  --out     file for the result (default: the standard output)

Result (JSON)
  items     for each question: id, chi2 (one degree of freedom), p, flagged (p < 0.05), alpha (common odds ratio; above 1
            the question favours the others against the focal group; null when it cannot be computed), delta (the same on
            the ETS scale, -2.35 ln alpha) and size (ETS class: A negligible, B moderate, C large)
  people    how many were compared, in the focal group and among the others
  rounds    rounds of purification, and settled: whether they ended by finding the same questions
`;

function run(words: string[]): void {
  const purify = words.includes('--purify');
  const given = readOptions(
    words.filter((word) => word !== '--purify'),
    ['in', 'group', 'focal', 'out'],
  );
  const path = required(given.in, 'in');
  const name = required(given.group, 'group');
  const focal = required(given.focal, 'focal');
  const responses = readResponses(path, { textColumns: [name] });
  const questions = rightOrWrongQuestions(path, responses);
  if (questions.leftOut.length > 0) {
    process.stderr.write(`Left out, not answered by 0 or 1: ${questions.leftOut.join(', ')}\n`);
  }
  if (questions.ids.length === 0) throw new UsageError(`${path}: no column holds answers 0 or 1.`);
  const groups = comparedPeople(questions, groupColumn(path, responses, name, focal));
  const { items, rounds, settled } = purify
    ? purifiedMantelHaenszel(groups)
    : { items: mantelHaenszel(groups), rounds: 0, settled: true };
  const inFocal = groups.focal.filter(Boolean).length;
  writeResult(
    {
      items: items.map(({ chiSquare, p, flagged, oddsRatio, delta, size }, index) => ({
        id: questions.ids[index]!,
        chi2: chiSquare,
        alpha: oddsRatio,
        p,
        flagged,
        delta,
        size,
      })),
      people: { focal: inFocal, others: groups.focal.length - inFocal },
      rounds,
      settled,
    },
    given.out,
  );
}

/** The people who have a group. */
export function comparedPeople({ answers }: Questions, { flags }: GroupColumn): TwoGroups {
  const people = flags.flatMap((flag, person) => (flag === null ? [] : [{ row: answers[person]!, flag }]));
  return { answers: people.map(({ row }) => row), focal: people.map(({ flag }) => flag) };
}

export const dif: Command = {
  name: 'dif',
  summary: 'do questions treat two groups differently? (Mantel-Haenszel, with or without purification)',
  help: HELP,
  run,
};
