/** A series of a character, so many days ago; the answers given before stopping, when it is not over. */
export type PastSeries = { daysAgo: number; competence?: string; answersOnly?: number };

export type Past = {
  personId: string;
  /** Drawn answers are those of somebody of this ability, on the scale of the measurement. */
  ability: number;
  /** What is added to it in a domain, by its code: a habit of the school, for instance. */
  leaning?: Readonly<Record<string, number>>;
  series: readonly PastSeries[];
};

const person = (number: number) => `d0000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** What the characters of the demonstration have already done. The others have everything before them. */
export const PASTS: readonly Past[] = [
  { personId: person(2), ability: 0.2, series: [{ daysAgo: 12 }] },
  {
    personId: person(3),
    ability: 0.9,
    series: [{ daysAgo: 250 }, { daysAgo: 249 }, { daysAgo: 20 }, { daysAgo: 18, competence: '3.1' }],
  },
  { personId: person(4), ability: 1.1, series: [{ daysAgo: 40 }, { daysAgo: 33 }, { daysAgo: 5 }] },
  { personId: person(5), ability: 0.4, series: [{ daysAgo: 2, answersOnly: 3 }] },
  { personId: person(8), ability: 0.6, series: [{ daysAgo: 60 }, { daysAgo: 58 }] },
  { personId: person(11), ability: 0.8, series: [{ daysAgo: 9 }] },
  { personId: person(14), ability: -0.7, series: [{ daysAgo: 3 }] },
];
