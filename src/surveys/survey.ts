import type { Instrument } from '../content/index.ts';

/** An occasion to ask: an instrument, and what it is about. */
export type Occasion = { instrument: Instrument; about: string; title: string | null };

/** The occasion of the questions after a month, asked once. */
export const MONTH_OCCASION = 'mois';
const MONTH_DAYS = 30;

/** After a month of use: since the first module was finished, not since the account was made. */
export function isAMonthOfUse(firstFinished: Date | null, now: Date): boolean {
  return firstFinished !== null && now.getTime() - firstFinished.getTime() >= MONTH_DAYS * 86_400_000;
}

export type Answers = Record<string, number>;

/** Answers as typed; an item may be left out, not all of them. Null when nothing was said or a value is none. */
export function parseAnswers(
  { items, scale }: Pick<Instrument, 'items' | 'scale'>,
  typed: (item: string) => string | undefined,
): Answers | null {
  const answers: Answers = {};
  for (const { id } of items) {
    const said = typed(id);
    if (said === undefined || said === '') continue;
    const value = scale.findIndex((_, index) => String(index + 1) === said) + 1;
    if (value === 0) return null;
    answers[id] = value;
  }
  return Object.keys(answers).length === 0 ? null : answers;
}

/** The first day of the month in France, YYYY-MM-DD. */
export function monthOf(now: Date): string {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(now);
  return `${day.slice(0, 7)}-01`;
}
