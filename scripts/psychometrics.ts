import { cat } from './psychometrics/adaptive/cat-command.ts';
import { estimate } from './psychometrics/adaptive/estimate-command.ts';
import { frontier } from './psychometrics/adaptive/frontier-command.ts';
import { arrival } from './psychometrics/arrival/arrival-command.ts';
import { calibrateResponses } from './psychometrics/calibrate/calibrate-command.ts';
import { UsageError } from './psychometrics/command-line/arguments.ts';
import { type Command, unknownCommand } from './psychometrics/command-line/command.ts';
import { correlations } from './psychometrics/correlations/correlations-command.ts';
import { dif } from './psychometrics/dif/dif-command.ts';
import { profile } from './psychometrics/profile/profile-command.ts';
import { report } from './psychometrics/report/report-command.ts';

const COMMANDS: readonly Command[] = [
  calibrateResponses,
  arrival,
  correlations,
  profile,
  estimate,
  cat,
  frontier,
  dif,
  report,
];

const HELP = `The measurement library on the command line.

  npm run --silent psychometrics -- <command> [options]
  npm run --silent psychometrics -- <command> --help

Commands
${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(12)} ${summary}`).join('\n')}
`;

try {
  await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

async function run([name, ...words]: string[]): Promise<void> {
  if (name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(HELP);
    return;
  }
  const command = COMMANDS.find((known) => known.name === name);
  if (!command) throw unknownCommand(name, COMMANDS);
  if (words.includes('--help') || words.includes('-h')) process.stdout.write(command.help);
  else await command.run(words);
}
