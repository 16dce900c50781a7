import { UsageError } from './arguments.ts';
import type { Responses } from './responses.ts';

/** Who belongs to the focal group; null for people whose cell is empty. */
export type GroupColumn = { name: string; focal: string; flags: (boolean | null)[] };

/**
 * Reads the groups to compare: the people whose cell in `name` is `focal`, against everybody else. Throws a UsageError
 * when either group is empty, naming the values there are.
 */
export function groupColumn(path: string, responses: Responses, name: string, focal: string): GroupColumn {
  const cells = responses.extra.get(name)!;
  const flags = cells.map((cell) => (cell === '' ? null : cell === focal));
  const values = [...new Set(cells.filter((cell) => cell !== ''))].sort();
  const listed = values.length > 8 ? `${values.slice(0, 8).join(', ')}, …` : values.join(', ');
  if (!flags.includes(true)) {
    throw new UsageError(
      `${path}, column "${name}": nobody has the value "${focal}" (there are: ${listed || 'none'}).`,
    );
  }
  if (!flags.includes(false)) {
    throw new UsageError(
      `${path}, column "${name}": everybody has the value "${focal}", there is no one to compare with.`,
    );
  }
  return { name, focal, flags };
}
