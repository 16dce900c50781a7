import type { Locator, Page } from 'playwright-core';
import { follows } from './answering.ts';

/** What a hand does: presses of the pointer, and keys. A choice in a list is two presses: open, choose. */
export type Effort = { clicks: number; keys: number };

/**
 * Seconds of hand and eye after the keystroke-level model (Card, Moran and Newell, « The keystroke-level model for user
 * performance time with interactive systems », Communications of the ACM 23, 1980): 1.1 s to point, 0.2 s to press,
 * 0.28 s a key. Thinking and talking are left out: they are the meeting itself.
 */
export function secondsOf({ clicks, keys }: Effort): number {
  return clicks * (1.1 + 0.2) + keys * 0.28;
}

/** Works on a page and counts. */
export class Hand {
  clicks = 0;
  keys = 0;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(target: Locator): Promise<void> {
    this.clicks += 1;
    await follows(this.#page, target);
  }

  async check(target: Locator): Promise<void> {
    this.clicks += 1;
    await target.check();
  }

  async chooses(target: Locator, option: { label: string } | { index: number }): Promise<void> {
    this.clicks += 2;
    await target.selectOption(option);
  }

  async writes(target: Locator, text: string): Promise<void> {
    this.clicks += 1;
    this.keys += text.length;
    await target.fill(text);
  }

  /** What was done since the last time this was asked. */
  takeCount(): Effort {
    const { clicks, keys } = this;
    this.clicks = 0;
    this.keys = 0;
    return { clicks, keys };
  }
}

/**
 * The same meeting in the spreadsheet it replaces, at its best: one line a pupil, lists for the outcome, the lever, the
 * decision and who, a sheet copied from the last meeting. Left out, in its favour: searching, scrolling, thinking whom one
 * forgot, telling each colleague what they have to do, counting anything afterwards.
 */
export function inASpreadsheet(meeting: { situations: number; overdue: number; acts: readonly string[] }): {
  preparation: Effort;
  meeting: Effort;
  minutes: Effort;
} {
  const { situations, overdue, acts } = meeting;
  const DATE = 10;
  const typed = acts.reduce((sum, act) => sum + act.length, 0);
  return {
    // Copy the last sheet (4) and name it; sort by date (3), filter what is late (3); mark each pupil to be seen.
    preparation: { clicks: 4 + 3 + 3 + situations, keys: DATE + situations },
    // A line: reach it (1), the lever (2), the decision (2), who (2), the date (1 and ten keys), the act (1 and its text).
    meeting: {
      clicks: overdue * 2 + acts.length * (1 + 2 + 2 + 2 + 1 + 1),
      keys: acts.length * DATE + typed,
    },
    // A document from a model (3), its date, the lines copied (4, two shortcuts of two keys), saved as PDF (4).
    minutes: { clicks: 3 + 4 + 4, keys: DATE + 4 },
  };
}
