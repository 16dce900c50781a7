import { readFileSync } from 'node:fs';
import { UsageError } from './arguments.ts';

/**
 * Answers read from a CSV file. `rows` has one array for each person, with a whole score for each question in the order
 * of `ids` and MISSING for a question not asked. `extra` holds the other columns by name, as text, one value a person.
 */
export type Responses = { ids: string[]; rows: Int8Array[]; extra: Map<string, string[]> };

export const MISSING = -1;
const GREATEST_SCORE = 100;
/** One cell and what ends it. */
const QUOTED_CELL = {
  ',': /\s*(?:"((?:[^"]|"")*)"|([^,"]*))\s*(,|$)/y,
  ';': /\s*(?:"((?:[^"]|"")*)"|([^;"]*))\s*(;|$)/y,
};

/**
 * Reads a CSV file: a header of question ids, one row for each person, an empty cell for a question not asked. With
 * `itemIds` only these columns are questions; `textColumns` are never questions; what is not a question goes to `extra`.
 * Throws a UsageError naming the row (1 is the header) and the column of what cannot be read.
 */
export function readResponses(
  path: string,
  options: { itemIds?: readonly string[]; textColumns?: readonly string[] } = {},
): Responses {
  const lines = linesOf(path);
  const separator = separatorOf(lines[0]!);
  const header = cellsOf(lines[0]!, separator, path, 1);
  header.forEach((name, column) => {
    if (name === '') throw new UsageError(`${path}, row 1, column ${column + 1}: the column has no name.`);
    if (header.indexOf(name) !== column)
      throw new UsageError(`${path}, row 1: two columns are named "${name}".`);
  });
  for (const name of options.textColumns ?? []) {
    if (!header.includes(name)) throw new UsageError(`${path}, row 1: there is no column "${name}".`);
  }
  const known = options.itemIds && new Set(options.itemIds);
  const texts = new Set(options.textColumns);
  const isItem = header.map((name) => !texts.has(name) && (known === undefined || known.has(name)));
  const responses: Responses = {
    ids: header.filter((_, column) => isItem[column]),
    rows: [],
    extra: new Map(header.filter((_, column) => !isItem[column]).map((name) => [name, []])),
  };
  if (responses.ids.length === 0) throw new UsageError(`${path}, row 1: no column is a question.`);
  for (let line = 1; line < lines.length; line += 1) {
    const cells = cellsOf(lines[line]!, separator, path, line + 1);
    if (cells.length !== header.length) {
      throw new UsageError(`${path}, row ${line + 1}: ${cells.length} cells instead of ${header.length}.`);
    }
    const scores: number[] = [];
    cells.forEach((cell, column) => {
      const name = header[column]!;
      if (isItem[column]) scores.push(scoreOf(cell, () => `${path}, row ${line + 1}, column "${name}"`));
      else responses.extra.get(name)!.push(cell);
    });
    responses.rows.push(Int8Array.from(scores));
  }
  return responses;
}

function scoreOf(cell: string, place: () => string): number {
  if (cell === '') return MISSING;
  const score = /^\d{1,3}$/.test(cell) ? Number(cell) : Number.NaN;
  if (score <= GREATEST_SCORE) return score;
  throw new UsageError(
    `${place()}: "${cell}" is not a whole score from 0 to ${GREATEST_SCORE} (empty: not asked).`,
  );
}

function linesOf(path: string): string[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new UsageError(`Cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  while (lines.length > 1 && lines.at(-1) === '') lines.pop();
  if (lines[0]!.trim() === '') throw new UsageError(`${path}, row 1: there is no header of question ids.`);
  return lines;
}

/** Cells are separated by semicolons when the header has some outside quotes and no comma there, as spreadsheets in French write. */
function separatorOf(header: string): ',' | ';' {
  const bare = header.replace(/"(?:[^"]|"")*"/g, '');
  return bare.includes(';') && !bare.includes(',') ? ';' : ',';
}

/** The cells of one line; a cell may be quoted, a quote inside being doubled (RFC 4180, without line breaks). */
function cellsOf(line: string, separator: ',' | ';', path: string, row: number): string[] {
  if (!line.includes('"')) return line.split(separator).map((cell) => cell.trim());
  const cells: string[] = [];
  const pattern = QUOTED_CELL[separator];
  pattern.lastIndex = 0;
  for (;;) {
    const found = pattern.exec(line);
    if (!found)
      throw new UsageError(`${path}, row ${row}, column ${cells.length + 1}: a quote is misplaced.`);
    cells.push((found[1]?.replaceAll('""', '"') ?? found[2] ?? '').trim());
    if (found[3] === '') return cells;
  }
}
