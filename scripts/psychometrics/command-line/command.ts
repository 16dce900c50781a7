import { UsageError } from './arguments.ts';

/** One command of the measurement library. `run` reads its own options and writes its own result. */
export type Command = {
  name: string;
  /** One line for the list of commands. */
  summary: string;
  /** Everything one needs to use it: options, defaults, what is written. */
  help: string;
  run: (words: string[]) => void | Promise<void>;
};

export function unknownCommand(name: string | undefined, commands: readonly Command[]): UsageError {
  const known = commands.map((command) => command.name).join(', ');
  return new UsageError(
    name === undefined
      ? `Which command? One of: ${known}. See --help.`
      : `There is no command "${name}". One of: ${known}. See --help.`,
  );
}
