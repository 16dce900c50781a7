import type { Content } from '../content/index.ts';
import type { Db, Trx } from '../database/index.ts';
import type { Viewer } from '../web/index.ts';

/** How long something stays, in French, and the job that ends it; no job when somebody’s own act does. */
export type Retention = { what: string; until: string; job: string | null };

/** What a room knows of a person, what it tells them of it, and what it erases with them. */
export type PersonalDataPart = {
  /**
   * The columns that say who somebody is, as « table.column »: a reference to `person`, or an address. What hangs on such a
   * table is its room’s too. A test reads the schema and refuses a column that no room answers for.
   */
  holds: readonly string[];
  /** How long what it holds stays: the schedule that a data protection officer reads. */
  retention: readonly Retention[];
  /** A line for each thing held, in French, for the page: « 3 plans ». */
  count: (db: Db, viewer: Viewer) => Promise<readonly string[]>;
  /** Everything held, under the French names people read. It is read as of one moment with the other parts. */
  download: (trx: Trx, viewer: Viewer, content: Content) => Promise<Record<string, unknown>>;
  /** Answers as rows for a spreadsheet, the first being that of the titles. One room at most has some. */
  spreadsheet?: (trx: Trx, viewer: Viewer) => Promise<readonly (readonly string[])[]>;
  /** What the foreign keys to the person do not take along: called before the person leaves, in the same transaction. */
  erase?: (trx: Trx, person: Leaving) => Promise<void>;
};

/** Somebody who leaves, and every address they were known under, that of the académie included. */
export type Leaving = { id: string; addresses: readonly string[] };

/** « 1 plan », « 3 plans ». */
export function counted(number: number, one: string, several: string): string {
  return `${number} ${number < 2 ? one : several}`;
}

/** The lines of what there is some of. */
export function countedLines(lines: readonly [number: number, one: string, several: string][]): string[] {
  return lines
    .filter(([number]) => number > 0)
    .map(([number, one, several]) => counted(number, one, several));
}
