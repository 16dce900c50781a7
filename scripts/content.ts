import { ContentError } from '../src/content/index.ts';
import { check } from './content/check.ts';
import { type Command, WriterError } from './content/command.ts';
import { dialogues } from './content/dialogues-command.ts';
import { guess } from './content/guess.ts';
import { create } from './content/new.ts';
import { preview } from './content/preview.ts';

const COMMANDS: readonly Command[] = [check, guess, dialogues, create, preview];

const HELP = `Le contenu : questions, modules, cas et faits, sous content/.

  npm run content                 vérifie tout
  npm run content -- <commande>
  npm run content -- <commande> --help

Commandes
${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`).join('\n')}
`;

const [name = 'check', ...words] = process.argv.slice(2);
const command = COMMANDS.find((known) => known.name === name);
try {
  if (name === '--help' || name === '-h') process.stdout.write(HELP);
  else if (!command) throw new WriterError(`« ${name} » n’est pas une commande.\n\n${HELP}`);
  else if (words.includes('--help') || words.includes('-h')) process.stdout.write(command.help);
  else await command.run(words);
} catch (error) {
  if (!(error instanceof ContentError || error instanceof WriterError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
