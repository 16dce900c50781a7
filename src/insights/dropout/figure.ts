import { schoolYearName } from '../../calendar/index.ts';
import type { FieldError } from '../../web/index.ts';

/** The figures of a school for one year; null: not known, or not asked of such a school. */
export type Figure = {
  year: number;
  enrolled: number;
  leftWithoutSolution: number | null;
  halfDaysDue: number | null;
  halfDaysMissed: number | null;
  finishedThird: number | null;
  continuedAfterThird: number | null;
  source: string;
};
export type FigureField = keyof Figure;

/** How each is asked for, and the name of its column in an imported file. */
export const FIGURE_FIELDS = {
  enrolled: { column: 'inscrits', label: 'Élèves inscrits', hint: 'Au 1er octobre.' },
  leftWithoutSolution: {
    column: 'sortis_sans_solution',
    label: 'Sortis sans solution',
    hint: 'Partis dans l’année ou à la fin, ni scolarisés, ni en formation, ni en emploi à votre connaissance.',
  },
  halfDaysDue: {
    column: 'demi_journees_dues',
    label: 'Demi-journées de cours dues',
    hint: 'Collèges : par tous les élèves, sur l’année.',
  },
  halfDaysMissed: {
    column: 'demi_journees_manquees',
    label: 'Demi-journées manquées',
    hint: 'Collèges : avec ou sans justification.',
  },
  finishedThird: { column: 'fin_de_3e', label: 'Élèves en fin de 3e', hint: 'Collèges.' },
  continuedAfterThird: {
    column: 'poursuite_apres_3e',
    label: 'Dont inscrits quelque part à la rentrée suivante',
    hint: 'Collèges.',
  },
} as const;
export type NumberField = keyof typeof FIGURE_FIELDS;
const NUMBER_FIELDS = Object.keys(FIGURE_FIELDS) as NumberField[];

/** What must not be more than what. */
const WITHIN: readonly (readonly [NumberField, NumberField])[] = [
  ['leftWithoutSolution', 'enrolled'],
  ['halfDaysMissed', 'halfDaysDue'],
  ['continuedAfterThird', 'finishedThird'],
];
const MOST: Record<NumberField, number> = {
  enrolled: 20_000,
  leftWithoutSolution: 20_000,
  halfDaysDue: 20_000_000,
  halfDaysMissed: 20_000_000,
  finishedThird: 20_000,
  continuedAfterThird: 20_000,
};
const LONGEST_SOURCE = 200;
const FIRST_YEAR = 2015;

/** Reads the figures of a year, as typed in a form or in a line of a file. */
export function parseFigure(
  typed: Readonly<Partial<Record<FigureField, string>>>,
  currentYear: number,
): { figure: Figure } | { problems: FieldError[] } {
  const problems: FieldError[] = [];
  const problem = (field: FigureField, message: string) => problems.push({ field, message });
  const numbers = Object.fromEntries(
    NUMBER_FIELDS.map((field) => {
      const said = (typed[field] ?? '').replace(/[\s\u00a0\u202f]/g, '');
      if (said === '') return [field, null];
      const value = /^\d{1,9}$/.test(said) ? Number(said) : Number.NaN;
      if (!(value <= MOST[field]))
        problem(field, `${FIGURE_FIELDS[field].label} : écrivez un nombre entier.`);
      return [field, value];
    }),
  ) as Record<NumberField, number | null>;
  const year = Number(/^\d{4}/.exec((typed.year ?? '').trim())?.[0]);
  if (!(year >= FIRST_YEAR && year <= currentYear)) {
    problem('year', `Année scolaire : de ${schoolYearName(FIRST_YEAR)} à ${schoolYearName(currentYear)}.`);
  }
  if (numbers.enrolled === null)
    problem('enrolled', `${FIGURE_FIELDS.enrolled.label} : écrivez un nombre entier.`);
  for (const [part, whole] of WITHIN) {
    const [few, many] = [numbers[part], numbers[whole]];
    if (few === null || Number.isNaN(few) || Number.isNaN(many)) continue;
    // Without pupils enrolled, that is what is said to be missing.
    if (many === null ? whole !== 'enrolled' : few > many) {
      problem(part, `${FIGURE_FIELDS[part].label} : pas plus que « ${FIGURE_FIELDS[whole].label} ».`);
    }
  }
  const source = (typed.source ?? '').trim();
  if (source === '') problem('source', 'Source : dites d’où viennent ces chiffres.');
  else if (source.length > LONGEST_SOURCE)
    problem('source', `Source : ${LONGEST_SOURCE} caractères au plus.`);
  const { enrolled } = numbers;
  return problems.length > 0 || enrolled === null
    ? { problems }
    : { figure: { ...numbers, enrolled, year, source } };
}
