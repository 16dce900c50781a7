import { schoolYearName } from '../../calendar/index.ts';
import { type Counts, countOf, countsUnder, monthNumber } from '../counts/place.ts';
import { type Precision, protectCounts, roundToFive } from '../protection/rounding.ts';
import { shareOf } from '../protection/share.ts';
import { type Report, type Section, shareSection, shareText } from '../report/report.ts';

/** What is read of the meetings that began. */
export const MEETING_MEASURES = ['preparation:'] as const;
/** A meeting is to be prepared in less than this. */
const SHORT_MINUTES = 5;

/** What is read for this part of the indicator. */
export const USE_MEASURES = ['followed', 'discussed', 'decision:'] as const;

export type Cohort = { year: number; people: number };

/** How the tool is used: young people followed each year, looked at again by the GPDS, decisions brought to an end. */
export function useReport(
  counts: Counts,
  meetings: Counts,
  cohorts: readonly Cohort[],
  today: string,
  precision: Precision,
): Report {
  const ended = (name: string) => countOf(counts, `decision:${name}`);
  const closed = ended('done') + ended('partly') + ended('not-done') + ended('dropped');
  const overdue = countsUnder(counts, 'decision:waiting:')
    .filter(({ rest }) => Number(rest) < monthNumber(today))
    .reduce((sum, { people }) => sum + people, 0);
  const seen = protectCounts(
    {
      followed: countOf(counts, 'followed'),
      discussed: countOf(counts, 'discussed'),
      again: countOf(counts, 'discussed-again'),
      due: closed + overdue,
      closed,
      done: ended('done') + ended('partly'),
    },
    precision,
  );
  const again = shareOf(seen.again, seen.discussed, precision);
  return {
    title: 'Satisfaction et usage',
    lede: 'Ce que les équipes font de l’outil, et ce que les personnels en pensent.',
    headlines:
      'none' in again ? [] : [`${shareText(again)} des situations vues en GPDS l’ont été une deuxième fois.`],
    sections: [
      shareSection('Ce que fait le GPDS', 'Usage', [
        {
          label: 'Jeunes suivis dont la situation a été vue en GPDS',
          share: shareOf(seen.discussed, seen.followed, precision),
        },
        { label: 'Situations vues une deuxième fois', share: again },
        {
          label: 'Décisions échues dont on sait ce qu’elles sont devenues',
          share: shareOf(seen.closed, seen.due, precision),
        },
        {
          label: 'Décisions échues faites, au moins en partie',
          share: shareOf(seen.done, seen.due, precision),
        },
      ]),
      preparationSection(meetings, precision),
      {
        title: 'Jeunes suivis, année par année',
        columns: [
          { title: 'Année', as: 'text' },
          { title: 'Suivis ouverts', as: 'count' },
        ],
        rows: cohorts.map(({ year, people }) => [
          schoolYearName(year),
          precision === 'rounded' ? roundToFive(people) : people,
        ]),
      },
    ],
    definition: [
      'Une décision est échue quand elle est close, ou quand le mois de sa date est passé : celles dont on ne sait rien restent dans le total.',
      'Les avis sont anonymes et sans établissement : ils sont dits pour tout le pays, où que vous regardiez, et arrondis pour tout le monde.',
      'La préparation d’une réunion est le temps passé sur son ordre du jour, de « Préparer » à la première situation abordée, les pauses de plus de dix minutes en moins. Une minute entamée est comptée entière.',
      'Une situation est vue quand elle a été abordée dans une réunion, pas seulement inscrite.',
    ],
  };
}

/** How long it takes to prepare a meeting: those ready in less than five minutes, and the middle one. */
function preparationSection(meetings: Counts, precision: Precision): Section {
  const lines = countsUnder(meetings, 'preparation:')
    .map(({ rest, people }) => ({ minutes: Number(rest), people }))
    .toSorted((a, b) => a.minutes - b.minutes);
  const all = lines.reduce((sum, { people }) => sum + people, 0);
  const short = lines
    .filter(({ minutes }) => minutes < SHORT_MINUTES)
    .reduce((sum, { people }) => sum + people, 0);
  const seen = protectCounts({ all, short }, precision);
  const share = shareOf(seen.short, seen.all, precision);
  const median = 'none' in share ? null : medianOf(lines, all);
  return shareSection(
    'Préparer le GPDS',
    'Réunions',
    [{ label: `Préparées en moins de ${SHORT_MINUTES} minutes`, share }],
    median === null
      ? {}
      : {
          note: `La moitié des réunions sont prêtes en ${median} ${median > 1 ? 'minutes' : 'minute'} ou moins.`,
        },
  );
}

function medianOf(lines: readonly { minutes: number; people: number }[], all: number): number | null {
  let total = 0;
  for (const { minutes, people } of lines) {
    total += people;
    if (total * 2 >= all) return minutes;
  }
  return null;
}
