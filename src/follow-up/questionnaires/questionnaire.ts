import { daysAfter, monthsAfter } from '../../calendar/index.ts';

/** When a young person is asked the same questions. */
export const OCCASIONS = {
  before: 'Au début',
  after: 'Après l’accompagnement',
  'six-months': 'Six mois plus tard',
} as const;
export type Occasion = keyof typeof OCCASIONS;
const ORDER = Object.keys(OCCASIONS) as Occasion[];

export const isOccasion = (text: string): text is Occasion => ORDER.some((known) => known === text);

/** How long a code can be typed. */
export const CODE_DAYS = 21;
/** How long a device remembers that the code was typed. */
export const SESSION_MINUTES = 90;
/** A second time says something once there was time for a change. */
const DAYS_BETWEEN = 90;
const MONTHS_LATER = 6;

/** A questionnaire given, as the team knows it: never what was answered. */
export type Given = {
  id: string;
  instrument: string;
  occasion: Occasion;
  /** The last day its code can be typed. */
  until: string;
  answeredOn: string | null;
};

/**
 * Which time it is, or the day the next one comes: first before anything, then once a support has ended or after three months,
 * then six months later. Null when all three were answered.
 */
export function occasionDue(
  given: readonly Pick<Given, 'occasion' | 'answeredOn'>[],
  supportEndedOn: string | null,
  today: string,
): { occasion: Occasion; from: string } | null {
  const answered = (occasion: Occasion) => given.find((one) => one.occasion === occasion)?.answeredOn ?? null;
  const [before, after] = [answered('before'), answered('after')];
  if (before === null) return { occasion: 'before', from: today };
  if (after === null) {
    const later = daysAfter(before, DAYS_BETWEEN);
    const ended = supportEndedOn !== null && supportEndedOn > before ? supportEndedOn : later;
    return { occasion: 'after', from: ended < later ? ended : later };
  }
  return answered('six-months') === null
    ? { occasion: 'six-months', from: monthsAfter(after, MONTHS_LATER) }
    : null;
}

/** Answers on their way: null is not asked yet, 0 is passed or « je ne sais pas ». */
export type Draft = (number | null)[];

/** What was chosen on a screen; null when it is no answer of the scale. */
export function parseAnswer(typed: string, scale: readonly string[]): number | null {
  const value = Number(typed);
  return /^\d$/.test(typed) && value <= scale.length ? value : null;
}

/** The number of the first question not asked yet; null when all were. */
export function nextQuestion(draft: Draft): number | null {
  const index = draft.indexOf(null);
  return index < 0 ? null : index + 1;
}

/** Nothing is sent before every screen was seen, nor when nothing at all was said. */
export function isReady(draft: Draft): draft is number[] {
  return draft.every((answer) => answer !== null) && draft.some((answer) => answer !== 0);
}
