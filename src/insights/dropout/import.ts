import { CsvError, parse } from 'csv-parse/sync';
import { FIGURE_FIELDS, type Figure, type NumberField, parseFigure } from './figure.ts';

/** What is wrong with a file, and on which of its lines; line 1 is that of the names. */
export type LineProblem = { line: number; message: string };
export type Imported<Line> = { lines: Line[] } | { problems: LineProblem[] };
export type SchoolFigure = Figure & { school: string };
export type ComparisonFigure = { year: number; enrolled: number; leftWithoutSolution: number };

/** So many problems are enough to correct a file. */
const MOST_PROBLEMS = 30;
const MOST_LINES = 5_000;

const COLUMNS = Object.fromEntries(
  Object.entries(FIGURE_FIELDS).map(([field, { column }]) => [column, field]),
) as Record<string, NumberField>;

/**
 * Reads the figures of many schools. Nothing is taken unless every line is right. `readUai` gives an UAI whose check
 * letter is right, or null; `schools` are those whose figures the reader may write.
 */
export function readSchoolFigures(
  text: string,
  {
    currentYear,
    readUai,
    schools,
  }: {
    currentYear: number;
    readUai: (typed: string) => string | null;
    schools: ReadonlySet<string>;
  },
): Imported<SchoolFigure> {
  const seen = new Map<string, number>();
  return readTable(text, ['uai', 'annee', 'inscrits', 'source'], (line, row) => {
    const typed = Object.fromEntries(
      Object.entries(row).flatMap(([column, value]) => (COLUMNS[column] ? [[COLUMNS[column], value]] : [])),
    );
    const school = readUai(row.uai ?? '');
    const parsed = parseFigure({ ...typed, year: row.annee ?? '', source: row.source ?? '' }, currentYear);
    const problems = 'problems' in parsed ? parsed.problems.map(({ message }) => message) : [];
    if (school === null) problems.unshift('UAI : sept chiffres et une lettre, celle qui convient.');
    else if (!schools.has(school)) problems.unshift(`L’établissement ${school} n’est pas de votre académie.`);
    if (problems.length > 0 || school === null || 'problems' in parsed) return { problems };
    const key = `${school} ${parsed.figure.year}`;
    const before = seen.get(key);
    seen.set(key, line);
    return before === undefined
      ? { read: { ...parsed.figure, school } }
      : { problems: [`Même établissement et même année qu’à la ligne ${before}.`] };
  });
}

/** Reads the yearly figures of a group of schools that do not take part. */
export function readComparison(text: string, currentYear: number): Imported<ComparisonFigure> {
  const seen = new Map<number, number>();
  return readTable(text, ['annee', 'inscrits', 'sortis_sans_solution'], (line, row) => {
    const parsed = parseFigure(
      {
        year: row.annee ?? '',
        enrolled: row.inscrits ?? '',
        leftWithoutSolution: row.sortis_sans_solution ?? '',
        source: '–',
      },
      currentYear,
    );
    if ('problems' in parsed) return { problems: parsed.problems.map(({ message }) => message) };
    const { year, enrolled, leftWithoutSolution } = parsed.figure;
    if (leftWithoutSolution === null)
      return { problems: ['Sortis sans solution : écrivez un nombre entier.'] };
    const before = seen.get(year);
    seen.set(year, line);
    return before === undefined
      ? { read: { year, enrolled, leftWithoutSolution } }
      : { problems: [`Même année qu’à la ligne ${before}.`] };
  });
}

function readTable<Line>(
  text: string,
  wanted: readonly string[],
  readLine: (line: number, row: Record<string, string>) => { read: Line } | { problems: string[] },
): Imported<Line> {
  if (/\0|\ufffd/.test(text)) {
    return {
      problems: [{ line: 1, message: 'Ce texte n’est pas lisible : enregistrez le fichier en CSV UTF-8.' }],
    };
  }
  const [names = ''] = text.split(/\r?\n/, 1);
  let records: { record: Record<string, string>; info: { lines: number } }[];
  try {
    records = parse(text, {
      bom: true,
      info: true,
      columns: (header: string[]) => header.map((name) => name.trim().toLowerCase()),
      delimiter: [';', ',', '\t'].find((mark) => names.includes(mark)) ?? ';',
      skip_empty_lines: true,
      trim: true,
      max_record_size: 2_000,
      to: MOST_LINES + 1,
    }) as unknown as typeof records;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : 1;
    return {
      problems: [
        {
          line,
          message:
            'Cette ligne n’a pas le même nombre de cases que la première, ou un guillemet n’est pas fermé.',
        },
      ],
    };
  }
  const [first] = records;
  if (!first) return { problems: [{ line: 1, message: 'Aucune ligne de chiffres sous celle des noms.' }] };
  const missing = wanted.filter((column) => !(column in first.record));
  if (missing.length > 0) {
    return { problems: [{ line: 1, message: `Il manque la colonne : ${missing.join(', ')}.` }] };
  }
  if (records.length > MOST_LINES) {
    return { problems: [{ line: MOST_LINES + 2, message: `Au plus ${MOST_LINES} lignes à la fois.` }] };
  }
  const lines: Line[] = [];
  const problems: LineProblem[] = [];
  for (const { record, info } of records) {
    const result = readLine(info.lines, record);
    if ('read' in result) lines.push(result.read);
    else problems.push(...result.problems.map((message) => ({ line: info.lines, message })));
  }
  return problems.length > 0 ? { problems: problems.slice(0, MOST_PROBLEMS) } : { lines };
}
