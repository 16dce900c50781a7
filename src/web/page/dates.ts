const LONG = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' });
const FULL = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeZone: 'Europe/Paris' });

/** « 23 novembre 2026 », the day it was in France. */
export function longDate(moment: Date): string {
  return LONG.format(moment);
}

/** « lundi 23 novembre 2026 », for what one has to be there for. */
export function fullDate(moment: Date): string {
  return FULL.format(moment);
}

/** A day of the calendar (YYYY-MM-DD) as « 23 novembre 2026 »: noon in Greenwich is the same day in France. */
export function dayText(day: string): string {
  return longDate(new Date(`${day}T12:00:00Z`));
}
