import { z } from 'zod';
import { daysAfter, isDay } from '../../calendar/index.ts';
import type { FieldError } from '../../web/index.ts';
import { warnings } from '../../writing/index.ts';
import { AGE_BANDS, type AgeBand, LEVELS, type Level } from '../vocabulary.ts';
import { COUNTS, type Count, isOffered, MOST_OPENED } from './counts.ts';

/** What is said of one follow-up over four weeks: counts, and nothing of who it is. */
export type RegisterLine = {
  code: string;
  /** Said when the line opens a follow-up. */
  opens: { level: Level; ageBand: AgeBand } | null;
} & Record<Count, number | null>;
export type Register = { observedOn: string; due: number; lines: RegisterLine[] };

const COUNT_NAMES = Object.keys(COUNTS) as Count[];

/** As many follow-ups as a school may tell of at once. */
const MOST_LINES = 150;

const FIELD = new RegExp(`^(${COUNT_NAMES.join('|')}|niveau|age)-(.+)$`);

export type Form = Readonly<Record<string, readonly string[]>>;

const IDENTITY =
  'cette case dit ce qui ressemble à un nom, à une date de naissance, à un numéro ou à une adresse. Cela ne s’envoie pas, et rien n’a été enregistré.';

/**
 * Reads what a browser sends, by code. Whatever is not a count, a level or an age band of the lists is refused, and what looks
 * like somebody’s identity is called so: nothing of the form is kept then, and the page gives it back.
 */
export function parseRegister(
  form: Form,
  { today, known }: { today: string; known: ReadonlySet<string> },
): { register: Register } | { problems: FieldError[] } {
  const problems: FieldError[] = [];
  const year = Number(today.slice(0, 4));
  const lines = new Map<string, Map<string, string>>();
  for (const [field, values] of Object.entries(form)) {
    if (field === 'observedOn' || field === 'due') continue;
    const [, name, code = ''] = FIELD.exec(field) ?? [];
    if (!name || values.length !== 1 || !(known.has(code) || isOffered(code)))
      problems.push({ field: 'releve', message: `« ${field} » : ${IDENTITY}` });
    else if (values[0]!.trim() !== '')
      lines.set(code, (lines.get(code) ?? new Map()).set(name, values[0]!.trim()));
  }
  const read = [...lines].map(([code, typed]) => parseLine(code, typed, known.has(code), year));
  problems.push(...read.flatMap((line) => ('problems' in line ? line.problems : [])));
  const register = read.flatMap((line) => ('line' in line ? [line.line] : []));
  const observedOn = form.observedOn?.[0]?.trim() ?? '';
  if (!isDay(observedOn) || observedOn > today || observedOn < daysAfter(today, -92))
    problems.push({ field: 'observedOn', message: 'Choisissez un jour passé, depuis trois mois au plus.' });
  const due = dueSchema.safeParse(form.due?.[0]?.trim() ?? '');
  if (!due.success)
    problems.push({ field: 'due', message: 'Écrivez les demi-journées de cours en chiffres, de 4 à 60.' });
  if (problems.length === 0 && register.length === 0)
    problems.push({ field: 'releve', message: 'Écrivez au moins un nombre en face d’un code.' });
  if (register.length > MOST_LINES || register.filter(({ opens }) => opens).length > MOST_OPENED)
    problems.push({
      field: 'releve',
      message: `Envoyez ${MOST_LINES} lignes au plus, dont ${MOST_OPENED} nouvelles.`,
    });
  return problems.length > 0 || !due.success
    ? { problems }
    : { register: { observedOn, due: due.data, lines: register } };
}

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.int().min(least).max(most));
const dueSchema = wholeNumber(4, 60);
const openingSchema = z.strictObject({
  level: z.enum(Object.keys(LEVELS) as Level[]),
  ageBand: z.enum(Object.keys(AGE_BANDS) as AgeBand[]),
});

function parseLine(
  code: string,
  typed: ReadonlyMap<string, string>,
  known: boolean,
  year: number,
): { line: RegisterLine } | { problems: FieldError[] } {
  const problems: FieldError[] = [];
  const refuse = (name: string, message: string) =>
    problems.push({ field: `${name}-${code}`, message: `${code} : ${message}` });
  const count = (name: Count): number | null => {
    const value = typed.get(name);
    if (value === undefined) return null;
    const { title, most } = COUNTS[name];
    const read = wholeNumber(0, most).safeParse(value);
    if (read.success) return read.data;
    refuse(
      name,
      looksLikeIdentity(value, year) ? IDENTITY : `${title.toLowerCase()}, un nombre de 0 à ${most}.`,
    );
    return null;
  };
  const line: RegisterLine = {
    code,
    opens: null,
    absences: count('absences'),
    injustifiees: count('injustifiees'),
    sanctions: count('sanctions'),
    exclusions: count('exclusions'),
  };
  if (line.absences !== null && line.injustifiees !== null && line.injustifiees > line.absences)
    refuse('injustifiees', 'les absences non justifiées font partie des absences : il y en a trop.');
  const [level, ageBand] = [typed.get('niveau'), typed.get('age')];
  if (known) {
    if (level !== undefined || ageBand !== undefined) refuse('absences', 'ce suivi est déjà ouvert.');
  } else {
    const opening = openingSchema.safeParse({ level, ageBand });
    if (opening.success) line.opens = opening.data;
    else
      for (const { path } of opening.error.issues)
        refuse(
          path[0] === 'level' ? 'niveau' : 'age',
          path[0] === 'level' ? 'choisissez le niveau de classe.' : 'choisissez la tranche d’âge.',
        );
  }
  return problems.length > 0 ? { problems } : { line };
}

/** A cell that should hold a number of one or two digits: letters, a date, an address or many digits are somebody’s. */
function looksLikeIdentity(value: string, year: number): boolean {
  return (
    /\p{L}|@/u.test(value) ||
    /\d{5,}/.test(value.replace(/[ .-]/g, '')) ||
    warnings(value, year).refused.length > 0
  );
}

/** The levels these counts are of, signal by signal, on the scale the signals are rated with; nothing for what is not said. */
export function levelsOf(
  line: Pick<RegisterLine, Count>,
  due: number,
  school: { primary: boolean },
): Map<string, number> {
  const { absences, injustifiees, sanctions, exclusions } = line;
  const levels = new Map<string, number>();
  if (absences !== null) {
    const share = absences / due;
    levels.set('S01', share < 0.05 ? 0 : share < 0.1 ? 1 : share <= 0.2 ? 2 : 3);
  }
  if (injustifiees !== null) levels.set('S02', stepOf(injustifiees, [2, 4, 10]));
  if (!school.primary && (sanctions !== null || exclusions !== null))
    levels.set('S10', (exclusions ?? 0) > 0 ? 3 : stepOf(sanctions ?? 0, [1, 2, 4]));
  return levels;
}

const stepOf = (count: number, from: readonly number[]) => from.filter((least) => count >= least).length;
