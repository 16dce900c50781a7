import { UsageError } from './psychometrics/arguments.ts';
import { PROFILE_HELP, profileCommand } from './psychometrics/profile-command.ts';

const COMMANDS: Record<string, { help: string; run: (words: string[]) => void }> = {
  profile: { help: PROFILE_HELP, run: profileCommand },
};

const HELP = `Try the measurement on simulated people.

  npm run --silent psychometrics -- <command> [options]
  npm run --silent psychometrics -- <command> --help

Commands
  profile   simulated people take an adaptive positionnement on the bank; prints how well it measures
`;

try {
  run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

function run([name, ...words]: string[]): void {
  if (name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(HELP);
    return;
  }
  const known = Object.keys(COMMANDS).join(', ');
  if (name === undefined) throw new UsageError(`Which command? One of: ${known}. See --help.`);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new UsageError(`There is no command "${name}". One of: ${known}. See --help.`);
  if (words.includes('--help') || words.includes('-h')) process.stdout.write(command.help);
  else command.run(words);
}
