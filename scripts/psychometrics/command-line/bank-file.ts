import { readFileSync } from 'node:fs';
import { type AdaptiveItem, assertUsable, type ItemParameters } from '../../../psychometrics/index.ts';
import { UsageError } from './arguments.ts';

type BankModel = 'graded' | 'graded-response';

/**
 * Reads a bank: `{ model?, items: [{ id, a, b, c?, comp? }] }`, the form `calibrate` writes, or the list of items alone.
 * `b` is a number for one choice, a list of steps (model GPCM, the default for lists) or of thresholds (model GRM) for
 * ordered credits; `c` is 0 unless given; `comp` names the content area. Throws a UsageError naming the question.
 */
export function readBank(path: string): AdaptiveItem[] {
  const file = readJson(path);
  const items = Array.isArray(file) ? file : asRecord(file)?.items;
  if (!Array.isArray(items) || items.length === 0) {
    throw new UsageError(`${path}: no list of questions; expected {"items": [{"id", "a", "b"}, …]}.`);
  }
  const lists: BankModel =
    String(asRecord(file)?.model).toUpperCase() === 'GRM' ? 'graded-response' : 'graded';
  const ids = new Set<string>();
  return items.map((value, index) => {
    const item = asRecord(value) ?? {};
    const id = typeof item.id === 'string' || typeof item.id === 'number' ? String(item.id) : '';
    const place = `${path}, question ${index + 1}${id && ` (${id})`}`;
    if (id === '') throw new UsageError(`${place}: "id" is missing.`);
    if (ids.has(id)) throw new UsageError(`${place}: the id is used twice.`);
    ids.add(id);
    const area = item.comp ?? item.area;
    return {
      id,
      parameters: parametersOf(item, lists, place),
      ...(area === undefined || area === null ? {} : { area: String(area) }),
    };
  });
}

function parametersOf(item: Record<string, unknown>, lists: BankModel, place: string): ItemParameters {
  const { a: discrimination, b, c: guessing = 0 } = item;
  const isList = Array.isArray(b) && b.every((value) => typeof value === 'number');
  if (typeof discrimination !== 'number') throw new UsageError(`${place}: "a" must be a number.`);
  if (typeof b !== 'number' && !isList) {
    throw new UsageError(`${place}: "b" must be a number, or a list of numbers for ordered credits.`);
  }
  if (typeof guessing !== 'number') throw new UsageError(`${place}: "c" must be a number.`);
  const parameters = ((): ItemParameters => {
    if (!isList) return { model: 'choice', discrimination, difficulty: b as number, guessing };
    return lists === 'graded'
      ? { model: 'graded', discrimination, steps: b }
      : { model: 'graded-response', discrimination, thresholds: b };
  })();
  try {
    assertUsable(parameters);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UsageError(`${place}: ${error.message}.`);
  }
  return parameters;
}

/** The content of a JSON file. Throws a UsageError when it cannot be read or is none. */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const reason = error instanceof SyntaxError ? 'it is not JSON' : (error as Error).message;
    throw new UsageError(`Cannot read ${path}: ${reason}`);
  }
}

export function asRecord(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
}

/** The value of an option that must be given. */
export function required(value: string | undefined, name: string): string {
  if (value === undefined || value === '') throw new UsageError(`--${name} is missing. See --help.`);
  return value;
}
