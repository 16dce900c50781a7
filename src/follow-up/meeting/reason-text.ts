import type { Reason } from './agenda.ts';

/** Why a situation is on the agenda, as it is read. `dayText` writes a day in French. */
export function reasonText(reason: Reason, dayText: (day: string) => string): string {
  switch (reason.kind) {
    case 'overdue':
      return reason.count === 1
        ? `une décision échue le ${dayText(reason.since)}`
        : `${reason.count} décisions échues, la première le ${dayText(reason.since)}`;
    case 'alert':
      return reason.count === 1 ? 'une nouvelle alerte' : `${reason.count} nouvelles alertes`;
    case 'never-discussed':
      return `jamais examinée, ouverte le ${dayText(reason.since)}`;
    case 'rated':
      return `signaux cotés le ${dayText(reason.on)}`;
    case 'six-months':
      return reason.raters.length === 0
        ? `point à six mois : première cotation le ${dayText(reason.since)}`
        : `point à six mois, à coter si possible par qui l’a fait le ${dayText(reason.since)} : ${reason.raters.join(', ')}`;
  }
}
