import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

/**
 * A command asked for in a way that cannot be answered; the message is one line for the person who typed it.
 */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** Values of the options of a command, all given as `--name value`. Refuses what is not in `names`. */
export function readOptions(words: string[], names: readonly string[]): Partial<Record<string, string>> {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  try {
    return parseArgs({ args: words, options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0]!.split('. ')[0]! : String(error);
    throw new UsageError(`${reason}. See --help.`);
  }
}

/** A whole number between two bounds, or the default when the option is absent. */
export function wholeNumber(
  text: string | undefined,
  spec: { name: string; low: number; high: number; otherwise: number },
): number {
  const value = decimal(text, spec);
  if (!Number.isInteger(value)) throw new UsageError(`--${spec.name} must be a whole number, not "${text}".`);
  return value;
}

/** A number between two bounds, or the default when the option is absent. */
export function decimal(
  text: string | undefined,
  spec: { name: string; low: number; high: number; otherwise: number },
): number {
  if (text === undefined) return spec.otherwise;
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (!(value >= spec.low && value <= spec.high)) {
    throw new UsageError(`--${spec.name} must be a number from ${spec.low} to ${spec.high}, not "${text}".`);
  }
  return value;
}

/** One of a list of words, the first being the default. */
export function oneOf<Word extends string>(
  text: string | undefined,
  name: string,
  words: readonly [Word, ...Word[]],
): Word {
  const found = text === undefined ? words[0] : words.find((word) => word === text);
  if (found === undefined) throw new UsageError(`--${name} must be ${words.join(' or ')}, not "${text}".`);
  return found;
}

/** Writes a result as JSON to a file, or to the standard output when no file is given. */
export function writeResult(result: unknown, file: string | undefined): void {
  const text = `${JSON.stringify(result, null, 2)}\n`;
  if (file === undefined) {
    process.stdout.write(text);
    return;
  }
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new UsageError(`Cannot write ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
