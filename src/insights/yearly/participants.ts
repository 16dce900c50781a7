import { schoolYearName } from '../../calendar/index.ts';
import { AGE_BANDS, type AgeBand, LEVELS, type Level, SITUATIONS } from '../../follow-up/index.ts';
import type { Counts, Place } from '../counts/place.ts';
import { funnelOf } from '../funnel/funnel.ts';
import { precisionText } from '../report/precision.ts';

/** What is counted of the young people of one level and one age band. */
export type ParticipantLine = { level: string; ageBand: string; counts: Counts };

const MOMENTS = { exit: 'à la sortie', 'six-months': 'six mois après' } as const;

/**
 * Participants by category of entry (level, age) and of exit (situation at the exit, six months after), as the reports of
 * the European Social Fund Plus ask for: numbers of people, rounded for whoever may not open the files.
 */
export function participantRows(
  lines: readonly ParticipantLine[],
  { place, year, today }: { place: Place; year: number; today: string },
): string[][] {
  const situations = Object.entries(SITUATIONS) as [keyof typeof SITUATIONS, string][];
  const moments = Object.entries(MOMENTS) as [keyof typeof MOMENTS, string][];
  return [
    [`Participants ${schoolYearName(year)}`, place.name],
    [precisionText(place)],
    [],
    [
      'Entrée : niveau',
      'Entrée : âge',
      'Participants',
      'Accompagnement commencé',
      'Accompagnement mené à son terme',
      ...moments.flatMap(([, when]) => situations.map(([, name]) => `${name}, ${when}`)),
    ],
    ...lines.map(({ level, ageBand, counts }) => {
      const { steps, moments: seen } = funnelOf(counts, today, place.precision);
      return [
        LEVELS[level as Level] ?? level,
        AGE_BANDS[ageBand as AgeBand] ?? ageBand,
        String(steps.followed),
        String(steps.engaged),
        String(steps.completed),
        ...moments.flatMap(([moment]) => situations.map(([name]) => String(seen[moment][name]))),
      ];
    }),
  ];
}
