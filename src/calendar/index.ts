// Days of the calendar in France, written YYYY-MM-DD: a day has no hour and no time zone.

const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' });

const LONG = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' });
const FULL = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeZone: 'Europe/Paris' });
const MOMENT = new Intl.DateTimeFormat('fr-FR', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/Paris',
});

/** French says « 1er mars » where Intl writes « 1 mars ». */
const withFirst = (text: string) => text.replace(/(?<!\d)1 (?=\p{L})/u, '1er ');

/** « 23 novembre 2026 », the day it was in France. */
export function longDate(moment: Date): string {
  return withFirst(LONG.format(moment));
}

/** « lundi 23 novembre 2026 », for what one has to be there for. */
export function fullDate(moment: Date): string {
  return withFirst(FULL.format(moment));
}

/** « 23 novembre 2026 à 09:20 », the hour it was in France. */
export function momentText(moment: Date): string {
  return withFirst(MOMENT.format(moment));
}

/** A day as « 23 novembre 2026 ». */
export function dayText(day: string): string {
  // Noon in Greenwich is the same day in France.
  return longDate(new Date(`${day}T12:00:00Z`));
}

/** The day it is in France. */
export function dayOf(moment: Date): string {
  return DAY.format(moment);
}

/** The day some days later, or earlier when negative. */
export function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The same day some months later; the last of the month when there is no such day. */
export function monthsAfter(day: string, months: number): string {
  const date = new Date(`${day}T12:00:00Z`);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, last));
  return date.toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative when the second comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000);
}

/** Whether the text is a day of the calendar. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && daysAfter(text, 0) === text;
}

/** The school year a day belongs to, named by its first year: it begins on 1 September. */
export function schoolYearOf(day: string): number {
  const [year, month] = day.split('-').map(Number);
  return month! >= 9 ? year! : year! - 1;
}

/** 2026 → « 2026-2027 » */
export function schoolYearName(year: number): string {
  return `${year}-${year + 1}`;
}

/** Days of the year on which nobody works, whatever the year, as MM-DD. */
const FIXED_HOLIDAYS = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];
/** Easter Monday, Ascension and Whit Monday, in days after Easter. */
const MOVABLE_HOLIDAYS = [1, 39, 50];

/** Whether the day is a public holiday in the whole of France. */
export function isPublicHoliday(day: string): boolean {
  const easter = easterOf(Number(day.slice(0, 4)));
  return (
    FIXED_HOLIDAYS.includes(day.slice(5)) ||
    MOVABLE_HOLIDAYS.some((after) => daysAfter(easter, after) === day)
  );
}

/** Easter Sunday of the Gregorian calendar: Meeus (1991), Astronomical Algorithms, ch. 8. */
function easterOf(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${year}-${two(Math.floor(n / 31))}-${two((n % 31) + 1)}`;
}
