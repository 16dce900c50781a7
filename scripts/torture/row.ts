import type { Random } from '../../psychometrics/index.ts';
import type { Content } from '../../src/content/index.ts';
import type { Db } from '../../src/database/connection.ts';
import type { Place } from './place.ts';

/** What a row of the battery works on. */
export type Ground = {
  place: Place;
  /** Its database, wherever it answers since the last start. */
  db: () => Db;
  content: Content;
  /** The short form: enough to see a row break, within seconds. */
  short: boolean;
  /** Draws of its own for each row, so that a row tried alone does the same. */
  random: Random;
  say: (line: string) => void;
  /** Called at the end, whatever happens, the last registered first. */
  beforeEnd: (close: () => Promise<void>) => void;
};

/** Rows that bring their own ground run line beside line, once the place has been through all the others. */
export const LINES = ['machines', 'tests'] as const;

export type Row = {
  number: number;
  title: string;
  /** What it counted stays counted when it stops half-way. */
  run: (ground: Ground, tally: Tally) => Promise<void>;
  longFormOnly?: boolean;
  line?: (typeof LINES)[number];
};

/** What a row tried, and what became of it. A loss is anything that did not end as promised. */
export class Tally {
  tried = 0;
  survived = 0;
  refused = 0;
  leaked = 0;
  readonly losses: string[] = [];
  /** Figures worth keeping, as sentences. */
  readonly notes: string[] = [];

  /** Something that had to hold, and whether it did. */
  survives(holds: boolean, otherwise: string): boolean {
    this.tried += 1;
    if (holds) this.survived += 1;
    else this.losses.push(otherwise);
    return holds;
  }

  /** Something that had to be refused, and whether it was. */
  refuses(wasRefused: boolean, otherwise: string): boolean {
    this.tried += 1;
    if (wasRefused) this.refused += 1;
    else {
      this.leaked += 1;
      this.losses.push(otherwise);
    }
    return wasRefused;
  }

  get passed(): boolean {
    return this.losses.length === 0 && this.leaked === 0 && this.tried > 0;
  }
}
