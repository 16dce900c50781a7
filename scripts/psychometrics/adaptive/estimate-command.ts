import { type AnsweredItem, estimateAbility, maximumScore } from '../../../psychometrics/index.ts';
import { oneOf, readOptions, UsageError, writeResult } from '../command-line/arguments.ts';
import { readBank, required } from '../command-line/bank-file.ts';
import type { Command } from '../command-line/command.ts';
import { readResponses } from '../command-line/responses.ts';

const HELP = `Estimates the ability of each person from answers to calibrated questions.

  npm run --silent psychometrics -- estimate --bank bank.json --in responses.csv --method EAP --out result.json

Options
  --bank    questions: {"items": [{"id", "a", "b", "c"}, …]}, as calibrate writes it. "b" is a number for one choice,
            a list for ordered credits (steps, or thresholds when the file says "model": "GRM"); "c" is 0 unless given
  --in      answers: a header of question ids, one row a person, empty for a question not asked. Columns that are no
            question of the bank are ignored, and named on the standard error
  --method  EAP (default), MAP, ML or WLE. Abilities are looked for in -4 … 4; EAP and MAP start from N(0, 1)
  --out     file for the result (default: the standard output)

Result (JSON): a list of {theta, se}, one for each row, in the order of the file. Without any answer EAP and MAP give
the prior, ML and WLE theta 0 with se 1e8.
`;

function run(words: string[]): void {
  const given = readOptions(words, ['bank', 'in', 'method', 'out']);
  const bank = readBank(required(given.bank, 'bank'));
  const path = required(given.in, 'in');
  const method = oneOf(given.method, 'method', ['EAP', 'MAP', 'ML', 'WLE']);
  const { ids, rows, extra } = readResponses(path, { itemIds: bank.map(({ id }) => id) });
  if (extra.size > 0) process.stderr.write(`Ignored, not in the bank: ${[...extra.keys()].join(', ')}\n`);
  const items = ids.map((id) => bank.find((item) => item.id === id)!.parameters);
  writeResult(
    rows.map((row, person) => {
      const answers: AnsweredItem[] = [];
      row.forEach((score, column) => {
        const item = items[column]!;
        if (score < 0) return;
        if (score > maximumScore(item)) {
          throw new UsageError(
            `${path}, row ${person + 2}, column "${ids[column]}": the score ${score} is above the greatest, ${maximumScore(item)}.`,
          );
        }
        answers.push({ item, score });
      });
      const { ability, standardError } = estimateAbility(method, answers);
      return { theta: ability, se: standardError };
    }),
    given.out,
  );
}

export const estimate: Command = {
  name: 'estimate',
  summary: 'abilities and standard errors from answers to calibrated questions (EAP, MAP, ML, WLE)',
  help: HELP,
  run,
};
