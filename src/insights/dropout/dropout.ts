import {
  differenceOfDifferences,
  type ProportionDifference,
  proportionDifference,
} from '../../../psychometrics/index.ts';
import { schoolYearName } from '../../calendar/index.ts';
import type { Place } from '../counts/place.ts';
import { protectCounts } from '../protection/rounding.ts';
import { type Share, shareOf } from '../protection/share.ts';
import { type Cell, type Column, percentText, type Report, type Section } from '../report/report.ts';

/** One year of a place: sums over the schools that gave the figure. */
export type YearFigures = {
  year: number;
  /** How many schools gave each figure. */
  schools: { left: number; halfDays: number; afterThird: number };
  enrolled: number;
  left: number;
  halfDaysDue: number;
  halfDaysMissed: number;
  finishedThird: number;
  continuedAfterThird: number;
};
type Rate = { successes: number; trials: number };
/** The same schools in the first year and in the last one they gave. */
export type Matched = { schools: number; first: number; last: number; before: Rate; after: Rate };

export type Dropout = {
  years: YearFigures[];
  matched: Matched | null;
  comparison: { before: Rate; after: Rate; source: string; licence: string } | null;
};

/** What the plan aims at over three years: a tenth less. */
const AIM = 0.9;
/** With fewer leavers in a year, one family moving house would be a trend. */
const FEWEST_LEAVERS = 5;

/** What somebody may see of the figures. */
export function protectDropout(
  { years, matched, comparison }: Dropout,
  { precision }: Pick<Place, 'precision'>,
): Dropout {
  const rate = (counts: Rate) => protectCounts(counts, precision);
  return {
    years: years.map(({ year, schools, ...counts }) => ({
      year,
      schools,
      ...protectCounts(counts, precision),
    })),
    matched: matched && { ...matched, before: rate(matched.before), after: rate(matched.after) },
    // Others' figures are as their file has them: its licence lets anybody read them.
    comparison,
  };
}

/** From figures as the reader may see them. */
export function dropoutReport(seen: Dropout, place: Place): Report {
  const { years, matched, comparison } = seen;
  const change = matched && changeOf(matched.before, matched.after);
  const wide = place.scope !== 'school';
  return {
    title: 'Les sorties sans solution',
    lede: 'La part des élèves inscrits qui quittent l’établissement sans solution, année après année, d’après les chiffres qu’il donne.',
    headlines: matched && change ? [headline(matched, change)] : [],
    sections: [
      rateSection(seen, place),
      ...collegeSections(years, place),
      ...(matched ? [changeSection(matched, change, comparison)] : []),
    ],
    definition: [
      'Sortis sans solution : partis dans l’année ou à la fin, ni scolarisés, ni en formation, ni en emploi à la connaissance de l’établissement.',
      'L’évolution compare les mêmes établissements, la première et la dernière année qu’ils ont données.',
      'Elle n’est pas donnée sous cinq sortis par an : « effectifs trop faibles ». Intervalles à 95 % (Wilson, Newcombe).',
      'Une évolution ne dit pas sa cause. Un écart à des établissements comparables en dit davantage ; il n’est calculé qu’avec un fichier dont la licence permet l’usage.',
      ...(wide
        ? [
            'L’objectif d’un dixième de sorties en moins en trois ans vaut pour une académie et le pays, jamais pour un établissement.',
          ]
        : []),
    ],
  };
}

function changeOf(before: Rate, after: Rate): ProportionDifference | null {
  if (Math.min(before.successes, after.successes) < FEWEST_LEAVERS) return null;
  const { difference, low, high } = proportionDifference(after, before);
  return { difference: difference && asRead(after) - asRead(before), low, high };
}

/** A share to the tenth of a percent, as it is written: 4.6 % and 4.1 % are .5 point apart for whoever reads them, not .6. */
function asRead({ successes, trials }: Rate): number {
  return Math.round((successes / trials) * 1000) / 1000;
}

function headline({ before, after, first, last, schools }: Matched, change: ProportionDifference): string {
  const relative = after.successes / after.trials / (before.successes / before.trials) - 1;
  const where = schools > 1 ? `, dans les ${schools} mêmes établissements` : '';
  const years = `De ${schoolYearName(first)} à ${schoolYearName(last)}${where}`;
  const rates = `la part de sortis sans solution est passée de ${percentText(before.successes / before.trials)} à ${percentText(after.successes / after.trials)}`;
  const established = change.low! > 0 || change.high! < 0;
  return established
    ? `${years}, ${rates} : ${points(change)}, soit ${percentText(relative)}.`
    : `${years}, ${rates} : ${points(change)}. Le hasard suffit à expliquer cet écart.`;
}

function points({ difference, low, high }: ProportionDifference): string {
  const text = (value: number) => percentText(value).replace(' %', '');
  // French counts in the plural from two on.
  const unit = Math.abs(difference!) >= 0.02 ? 'points' : 'point';
  return `${text(difference!)} ${unit} (entre ${text(low)} et ${text(high)})`;
}

const rateColumns = (counted: string): readonly Column[] => [
  { title: 'Année', as: 'text' },
  { title: 'Établissements', as: 'count' },
  { title: counted, as: 'count' },
  { title: 'Sur', as: 'count' },
  { title: 'Part', as: 'share' },
  { title: 'Au moins', as: 'share' },
  { title: 'Au plus', as: 'share' },
];

function rateRow(year: number, schools: number, share: Share): Cell[] {
  const name = schoolYearName(year);
  return 'none' in share
    ? [
        name,
        schools,
        null,
        null,
        share.none === 'too-few' ? 'effectifs trop faibles' : 'pas donné',
        null,
        null,
      ]
    : [name, schools, share.people, share.among, share.share, share.low, share.high];
}

function rateSection({ years, matched }: Dropout, { scope, precision }: Place): Section {
  const rows = years.map((year) => ({ year, share: shareOf(year.left, year.enrolled, precision) }));
  const base = matched && matched.before.trials > 0 ? matched.before.successes / matched.before.trials : null;
  const aim = scope === 'school' || base === null ? null : base * AIM;
  return {
    title: 'Sortis sans solution, année par année',
    columns: rateColumns('Sortis'),
    rows: rows.map(({ year: { year, schools }, share }) => rateRow(year, schools.left, share)),
    drawing: {
      kind: 'line',
      points: rows.map(({ year: { year }, share }) => ({
        label: schoolYearName(year),
        share,
      })),
      aim,
    },
    ...(rows.length === 0 ? { note: 'Aucun chiffre donné encore.' } : {}),
    ...(aim === null
      ? {}
      : { note: `Objectif : ${percentText(aim)}, un dixième de moins que la première année.` }),
  };
}

function collegeSections(years: readonly YearFigures[], { precision }: Place): Section[] {
  const tables = [
    {
      title: 'Collèges : demi-journées suivies',
      counted: 'Suivies',
      given: 'halfDays',
      part: ({ halfDaysDue, halfDaysMissed }: YearFigures) =>
        [halfDaysDue - halfDaysMissed, halfDaysDue] as const,
    },
    {
      title: 'Collèges : poursuite après la 3e',
      counted: 'Poursuivent',
      given: 'afterThird',
      part: ({ finishedThird, continuedAfterThird }: YearFigures) =>
        [continuedAfterThird, finishedThird] as const,
    },
  ] as const;
  return tables.flatMap(({ title, counted, given, part }) => {
    const known = years.filter((year) => part(year)[1] > 0);
    return known.length === 0
      ? []
      : [
          {
            title,
            columns: rateColumns(counted),
            rows: known.map((year) =>
              rateRow(year.year, year.schools[given], shareOf(...part(year), precision)),
            ),
          },
        ];
  });
}

function changeSection(
  matched: Matched,
  change: ProportionDifference | null,
  comparison: Dropout['comparison'],
): Section {
  const columns: readonly Column[] = [
    { title: 'Évolution', as: 'text' },
    { title: 'Écart', as: 'points' },
    { title: 'Au moins', as: 'points' },
    { title: 'Au plus', as: 'points' },
  ];
  const title = `De ${schoolYearName(matched.first)} à ${schoolYearName(matched.last)}`;
  if (!change) return { title, columns, rows: [], note: 'Effectifs trop faibles pour donner une évolution.' };
  const row = (label: string, { difference, low, high }: ProportionDifference): Cell[] => [
    label,
    difference,
    low,
    high,
  ];
  const theirs = comparison && changeOf(comparison.before, comparison.after);
  return {
    title,
    columns,
    rows: [
      row('Ici', change),
      ...(theirs
        ? [
            row('Établissements de comparaison', theirs),
            row('Écart entre les deux', differenceOfDifferences(change, theirs)),
          ]
        : []),
    ],
    note: comparison
      ? `En points de pourcentage (pt). Comparaison : ${comparison.source} (licence ${comparison.licence}). Elle suppose que les deux groupes auraient évolué de même.`
      : 'En points de pourcentage (pt). Pas de fichier de comparaison : on ne peut pas dire ce qui se serait passé sans accompagnement.',
  };
}
