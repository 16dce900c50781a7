import type { Instrument } from '../../content/index.ts';
import { type Counts, countOf, countsUnder } from '../counts/place.ts';
import { protectCounts, roundToFive } from '../protection/rounding.ts';
import { shareOf } from '../protection/share.ts';
import { type Section, shareSection } from '../report/report.ts';

// Opinions carry neither a person nor a school: they are told for the country alone, rounded for everybody.

/** What is read for this part of the indicator. */
export const OPINION_MEASURES = ['opinion:', 'invited:'] as const;

/** « Plutôt » and « tout à fait » : the two highest of five. */
const HIGH = 4;
const SHOWN_MONTHS = 12;

const monthName = new Intl.DateTimeFormat('fr-FR', { month: 'short', year: 'numeric', timeZone: 'UTC' });

export function satisfactionSections(opinions: Counts, instruments: readonly Instrument[]): Section[] {
  return instruments
    .filter(({ moment }) => moment !== 'change')
    .flatMap((instrument) => [
      answeredSection(opinions, instrument),
      ...(countsUnder(opinions, `opinion:${instrument.id}:`).length > 0
        ? [distributionSection(opinions, instrument), trendSection(opinions, instrument)]
        : []),
    ]);
}

function answeredSection(opinions: Counts, { id, title }: Instrument): Section {
  const seen = protectCounts(
    {
      answered: countOf(opinions, `invited:${id}:answered`),
      invited: countOf(opinions, `invited:${id}:answered`) + countOf(opinions, `invited:${id}:passed`),
    },
    'rounded',
  );
  return shareSection(
    `${title} : qui a répondu`,
    'Dans tout le pays',
    [
      {
        label: 'Ont répondu, parmi ceux à qui on a demandé',
        share: shareOf(seen.answered, seen.invited, 'rounded'),
      },
    ],
    { note: 'Répondre est libre et anonyme. Qui n’a ni répondu ni passé n’est pas compté.' },
  );
}

/** How many said each value of an item, over all months. */
function valuesOf(opinions: Counts, { id, scale }: Instrument, item: string): number[] {
  const values = scale.map(() => 0);
  for (const { rest, people } of countsUnder(opinions, `opinion:${id}:${item}:`)) {
    const value = Number(rest.split(':')[1]);
    values[value - 1] = (values[value - 1] ?? 0) + people;
  }
  return values;
}

function distributionSection(opinions: Counts, instrument: Instrument): Section {
  const { title, scale, items } = instrument;
  return {
    title: `${title} : les avis`,
    columns: [
      { title: 'Phrase', as: 'text' },
      ...scale.map((label) => ({ title: label, as: 'count' as const })),
      { title: 'Réponses', as: 'count' },
    ],
    rows: items.map(({ id, text }) => {
      const values = valuesOf(opinions, instrument, id);
      const all = values.reduce((sum, people) => sum + people, 0);
      return [text, ...values.map(roundToFive), roundToFive(all)];
    }),
    drawing: {
      kind: 'shares',
      rows: items.map(({ id, text }) => {
        const values = valuesOf(opinions, instrument, id);
        const seen = protectCounts(
          {
            high: values.slice(HIGH - 1).reduce((sum, people) => sum + people, 0),
            all: values.reduce((sum, people) => sum + people, 0),
          },
          'rounded',
        );
        return { label: text, share: shareOf(seen.high, seen.all, 'rounded') };
      }),
    },
    note: `Le dessin montre la part de « ${scale[HIGH - 1]} » et « ${scale[HIGH]} ».`,
  };
}

/** Month by month, over all items of the instrument. */
function trendSection(opinions: Counts, { id, title }: Instrument): Section {
  const months = new Map<number, { high: number; all: number }>();
  for (const { rest, people } of countsUnder(opinions, `opinion:${id}:`)) {
    const [, month, value] = rest.split(':').map(Number) as [number, number, number];
    const known = months.get(month) ?? { high: 0, all: 0 };
    months.set(month, known);
    known.all += people;
    if (value >= HIGH) known.high += people;
  }
  const rows = [...months]
    .sort(([a], [b]) => a - b)
    .slice(-SHOWN_MONTHS)
    .map(([month, counts]) => {
      const seen = protectCounts(counts, 'rounded');
      return { label: monthText(month), share: shareOf(seen.high, seen.all, 'rounded') };
    });
  const section = shareSection(`${title} : mois par mois`, 'Mois', rows, {
    intro: 'Part des réponses favorables, toutes phrases confondues.',
  });
  return {
    ...section,
    drawing: {
      kind: 'line',
      points: rows,
      aim: null,
    },
  };
}

/** The month the database numbers so: « nov. 2026 ». */
function monthText(month: number): string {
  const [year, index] = [Math.floor((month - 1) / 12), (month - 1) % 12];
  return monthName.format(new Date(Date.UTC(year, index, 1)));
}
