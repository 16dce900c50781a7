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
