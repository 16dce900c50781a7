import { daysAfter } from '../../calendar/index.ts';

/** How often a person is reminded of what is due. */
export const RHYTHMS = {
  never: 'Jamais',
  weekly: 'Chaque semaine',
  'twice-monthly': 'Deux fois par mois',
  monthly: 'Chaque mois',
} as const;
export type Rhythm = keyof typeof RHYTHMS;

/** From 1, Monday, as PostgreSQL counts (`isodow`). */
export const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;
export const USUAL_WEEKDAY = 2;

export type Wish = { rhythm: Rhythm; weekday: number; plans: boolean };

/** Which weekdays of a month, counted from its first one. */
const WEEKS: Record<Exclude<Rhythm, 'never'>, readonly number[]> = {
  weekly: [1, 2, 3, 4, 5],
  'twice-monthly': [1, 3],
  monthly: [1],
};

/** The latest day of a rhythm that is not after today: there is one in any five weeks. Days are YYYY-MM-DD. */
export function latestReminderDay(rhythm: Exclude<Rhythm, 'never'>, weekday: number, today: string): string {
  for (let back = 0; ; back += 1) {
    const day = daysAfter(today, -back);
    const week = Math.ceil(Number(day.slice(8)) / 7);
    if (weekdayOf(day) === weekday && WEEKS[rhythm].includes(week)) return day;
  }
}

function weekdayOf(day: string): number {
  return new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
}

export type Calendar = { rhythm: string; weekday: number; day: string }[];

/** The latest day of every rhythm on every weekday. */
export function calendarOf(today: string): Calendar {
  return (Object.keys(WEEKS) as (keyof typeof WEEKS)[]).flatMap((rhythm) =>
    WEEKDAYS.map((_, index) => ({
      rhythm,
      weekday: index + 1,
      day: latestReminderDay(rhythm, index + 1, today),
    })),
  );
}

/** A wish as typed, or what is missing. */
export function parseWish(typed: {
  rhythm: string | undefined;
  weekday: string | undefined;
  plans: string | undefined;
}): Wish | null {
  const rhythm = (Object.keys(RHYTHMS) as Rhythm[]).find((known) => known === typed.rhythm);
  const weekday = WEEKDAYS.findIndex((_, index) => String(index + 1) === typed.weekday) + 1;
  if (!rhythm || weekday === 0) return null;
  return { rhythm, weekday, plans: typed.plans === 'oui' };
}
