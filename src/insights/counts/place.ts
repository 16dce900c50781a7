import type { AgeBand, Level } from '../../follow-up/index.ts';
import type { Precision } from '../protection/rounding.ts';

/** Where the young people counted are: a school (by UAI), an académie (by code) or the nation, as one viewer may see it. */
export type Place = {
  scope: 'school' | 'academie' | 'nation';
  code: string;
  name: string;
  precision: Precision;
  /** A school of the viewer, whose own figures they know. */
  own: boolean;
};

export const NATION: Place = {
  scope: 'nation',
  code: 'france',
  name: 'France',
  precision: 'rounded',
  own: false,
};

/** Which of them: null stands for all. `year` 2026 is the young people whose follow-up opened in 2026-2027. */
export type Filter = {
  year: number | null;
  level: Level | null;
  ageBand: AgeBand | null;
  /** A kind of support that began, or 'none' for those waiting for one. */
  kind: string | null;
};

export const EVERYBODY: Filter = { year: null, level: null, ageBand: null, kind: null };

/** How many there are of each thing counted, by its name in the database. */
export type Counts = ReadonlyMap<string, number>;

/** A count by its exact name, 0 when there is none. */
export function countOf(counts: Counts, measure: string): number {
  return counts.get(measure) ?? 0;
}

/** The counts whose names begin so, with the rest of their names. */
export function countsUnder(counts: Counts, prefix: string): { rest: string; people: number }[] {
  return [...counts].flatMap(([measure, people]) =>
    measure.startsWith(prefix) && people !== 0 ? [{ rest: measure.slice(prefix.length), people }] : [],
  );
}

/** Months since year 0, as the database numbers them. */
export function monthNumber(day: string): number {
  const [year, month] = day.split('-').map(Number);
  return year! * 12 + month!;
}
