import { type CsvError, parse } from 'csv-parse/browser/esm/sync';
import { LONGEST_NAME, plainText } from '../names/correspondence.ts';
import type { AgeBand } from '../vocabulary.ts';
import { type Columns, type ColumnUse, columnsOf } from './columns.ts';

/** A pupil of a pasted table, as the browser reads them. Only the counts may leave it, and the age band. */
export type TableRow = {
  line: number;
  code: string;
  lastName: string;
  firstName: string;
  className: string;
  ageBand: AgeBand | null;
  halfDays: number | null;
  unjustified: number | null;
  sanctions: number | null;
  exclusions: number | null;
};
export type ReadTable = {
  rows: TableRow[];
  kept: string[];
  dropped: string[];
  /** Cells that should hold a number and hold something else. */
  unread: { line: number; column: string }[];
};

export const MOST_CHARACTERS = 2_000_000;
const MOST_ROWS = 3_000;
/** Exports begin with a few lines that say what they are. */
const LINES_BEFORE_TITLES = 10;
const MOST_COUNTED = 400;

export function readTable(text: string, today: string): ReadTable | { problem: string } {
  if (text.length > MOST_CHARACTERS)
    return {
      problem: 'Ce texte est trop long pour un tableau d’élèves : collez une classe ou un niveau à la fois.',
    };
  if (text.startsWith('PK\u0003\u0004') || text.includes('\0'))
    return {
      problem:
        'Ce n’est pas un tableau en texte. Dans le tableur, choisissez « Enregistrer sous », puis CSV.',
    };
  if (text.trim() === '') return { problem: 'Collez un tableau, ou choisissez un fichier.' };
  const lines = cells(text);
  if ('problem' in lines) return lines;
  const titles = lines.slice(0, LINES_BEFORE_TITLES).findIndex(({ record }) => columnsOf(record) !== null);
  if (titles < 0)
    return {
      problem:
        'Aucune ligne de titres n’est reconnue : il faut au moins « Nom » et « Prénom », ou « Élève », et une colonne de plus, comme « Demi-journées ».',
    };
  const body = lines.slice(titles + 1);
  if (body.length === 0) return { problem: 'Ce tableau n’a que ses titres : aucun élève n’y figure.' };
  if (body.length > MOST_ROWS)
    return {
      problem: `Ce tableau a ${body.length} lignes, plus que ${MOST_ROWS} : collez une classe ou un niveau à la fois.`,
    };
  return readRows(body, columnsOf(lines[titles]!.record)!, lines[titles]!.record, today);
}

type Line = { record: string[]; line: number };

function cells(text: string): Line[] | { problem: string } {
  try {
    const read = parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    }) as unknown as { info: { lines: number }; record: string[] }[];
    return read.map(({ record, info }) => ({ record, line: info.lines }));
  } catch (error) {
    const { lines } = error as CsvError & { lines?: number };
    return {
      problem: `Un guillemet n’est pas refermé, ou se trouve au milieu d’une case${lines ? `, vers la ligne ${lines}` : ''}. Corrigez-le dans le tableur, puis recommencez.`,
    };
  }
}

/** The one that cuts the first lines most, outside quotes. */
function separatorOf(text: string): string {
  const beginning = text.slice(0, 5_000).replace(/"[^"]*"/g, '');
  const counts = [';', '\t', ','].map((sign) => ({ sign, count: beginning.split(sign).length }));
  return counts.toSorted((a, b) => b.count - a.count)[0]!.sign;
}

function readRows(
  body: readonly Line[],
  columns: Columns,
  titles: readonly string[],
  today: string,
): ReadTable {
  const unread: ReadTable['unread'] = [];
  const rows = body.flatMap(({ record, line }): TableRow[] => {
    const text = (use: ColumnUse) => plainText(record[columns.uses.get(use)?.[0] ?? -1] ?? '');
    const number = (use: ColumnUse) => {
      const counts = (columns.uses.get(use) ?? []).flatMap((index) => {
        const count = readCount(record[index] ?? '');
        if (count === 'unread') unread.push({ line, column: titles[index]!.trim() });
        return typeof count === 'number' ? [count] : [];
      });
      return counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0);
    };
    const names = columns.uses.has('lastName')
      ? { lastName: text('lastName'), firstName: text('firstName') }
      : splitName(text('fullName'));
    const code = text('code');
    if (!names.lastName && !names.firstName && !code) return [];
    return [
      {
        line,
        code,
        ...names,
        className: text('className'),
        ageBand: ageBandOf(text('birthDate'), today),
        halfDays: number('halfDays'),
        unjustified: number('unjustified'),
        sanctions: number('sanctions'),
        exclusions: number('exclusions'),
      },
    ];
  });
  return { rows, kept: columns.kept, dropped: columns.dropped, unread };
}

/** An empty cell says nothing; a formula, a word or an impossible number is not read. */
export function readCount(cell: string): number | null | 'unread' {
  const plain = cell.trim();
  if (plain === '' || plain === '-' || plain === '–') return null;
  const [, whole] = /^(\d{1,4})(?:[.,]\d{1,2})?(?: ?(?:dj|d\.j\.|demi-journées?))?$/i.exec(plain) ?? [];
  const count = Number(whole);
  return whole !== undefined && count <= MOST_COUNTED ? count : 'unread';
}

/** « DUPONT-MOREL Léa »: family names in capitals, or else the first word. */
export function splitName(full: string): { lastName: string; firstName: string } {
  const words = full.slice(0, LONGEST_NAME).split(' ').filter(Boolean);
  const capital = (word: string) => word === word.toUpperCase() && /\p{Lu}{2}/u.test(word);
  const [last, first] = words.some(capital)
    ? [words.filter(capital), words.filter((word) => !capital(word))]
    : [words.slice(0, 1), words.slice(1)];
  return { lastName: last.join(' '), firstName: first.join(' ') };
}

/** The birth date stays here: a band is all that is kept of it. */
function ageBandOf(birthDate: string, today: string): AgeBand | null {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(birthDate) ?? [];
  const born = year ? `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}` : birthDate;
  if (!/^(19|20)\d\d-\d\d-\d\d$/.test(born)) return null;
  const birthdayPassed = today.slice(5) >= born.slice(5);
  const age = Number(today.slice(0, 4)) - Number(born.slice(0, 4)) - (birthdayPassed ? 0 : 1);
  if (age < 3 || age > 30) return null;
  return age < 16 ? 'under-16' : age < 18 ? '16-17' : '18-plus';
}

/** The text of a file, whatever a spreadsheet wrote it with. */
export function decodeTable(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
