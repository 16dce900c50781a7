import { daysAfter, daysBetween, isDay } from '../../calendar/index.ts';
import type { Procedure } from '../../content/index.ts';
import type { FieldError } from '../../web/index.ts';
import { STOP_REASONS, type StopReason, SUPPORT_KINDS, type SupportKind } from '../vocabulary.ts';

export type Session = { id: string; on: string; hours: number };
export type Support = {
  id: string;
  kind: string;
  plannedFrom: string;
  plannedUntil: string;
  plannedHours: number | null;
  startedOn: string | null;
  endedOn: string | null;
  stopReason: string | null;
  tutor: string | null;
  sessions: Session[];
  /** The lines of its procedure that are checked, and since when. */
  checked: ReadonlyMap<string, string>;
};

export type Plan = {
  kind: SupportKind;
  from: string;
  until: string;
  hours: number | null;
  tutorId: string | null;
};
export type TypedPlan = { kind: string; from: string; until: string; hours: string; tutor: string };

export const hoursDone = ({ sessions }: Support) => sessions.reduce((sum, { hours }) => sum + hours, 0);

/** « 1,5 » or « 1.5 » → 1.5; NaN when it is no number of hours. */
export function readHours(typed: string): number {
  const text = typed.trim().replace(',', '.');
  return /^\d{1,3}(\.\d{1,2})?$/.test(text) ? Number(text) : Number.NaN;
}

/** « 1 h », « 1,5 h » */
export const hoursText = (hours: number) => `${String(hours).replace('.', ',')} h`;

/** Reads the form that plans a support. A procedure may cap its hours. */
export function parsePlan(
  typed: TypedPlan,
  {
    tutors,
    procedures,
    today,
  }: { tutors: readonly string[]; procedures: readonly Procedure[]; today: string },
): { plan: Plan } | { problems: FieldError[] } {
  const problems: FieldError[] = [];
  const kind = (Object.keys(SUPPORT_KINDS) as SupportKind[]).find((known) => known === typed.kind);
  if (!kind) problems.push({ field: 'kind', message: 'Choisissez ce qui est proposé à l’élève.' });
  const { from, until } = typed;
  if (!isDay(from) || from < daysAfter(today, -366) || from > daysAfter(today, 366))
    problems.push({ field: 'from', message: 'Écrivez le jour du début, à un an d’aujourd’hui au plus.' });
  if (!isDay(until)) problems.push({ field: 'until', message: 'Écrivez le jour où vous ferez le bilan.' });
  else if (isDay(from) && (until < from || daysBetween(from, until) > 366))
    problems.push({ field: 'until', message: 'Le bilan vient après le début, un an après au plus.' });
  const hours = typed.hours.trim() === '' ? null : readHours(typed.hours);
  const most = procedures.find(({ id }) => id === kind)?.maxHours;
  if (hours !== null && Number.isNaN(hours))
    problems.push({ field: 'hours', message: 'Écrivez un nombre d’heures, comme 6 ou 7,5.' });
  else if (hours !== null && most !== undefined && hours > most)
    problems.push({ field: 'hours', message: `La règle fixe ${most} heures au plus.` });
  const tutorId = tutors.find((id) => id === typed.tutor) ?? null;
  return kind && problems.length === 0 ? { plan: { kind, from, until, hours, tutorId } } : { problems };
}

/** Reads a session; a capped support cannot be given more hours than its rule allows. */
export function parseSession(
  typed: { on: string; hours: string },
  support: Support,
  { maxHours, today }: { maxHours: number | undefined; today: string },
): { session: { on: string; hours: number } } | { problems: FieldError[] } {
  const problems: FieldError[] = [];
  const { on } = typed;
  if (!isDay(on) || on > today || on < daysAfter(support.plannedFrom, -31))
    problems.push({ field: 'session-on', message: 'Écrivez le jour de la séance, déjà passé.' });
  const hours = readHours(typed.hours);
  if (Number.isNaN(hours) || hours <= 0 || hours > 12)
    problems.push({ field: 'session-hours', message: 'Écrivez la durée en heures, comme 1 ou 0,5.' });
  else if (maxHours !== undefined && hoursDone(support) + hours > maxHours)
    problems.push({
      field: 'session-hours',
      message: `La règle fixe ${maxHours} heures au plus : ${hoursText(hoursDone(support))} sont déjà faites.`,
    });
  return problems.length > 0 ? { problems } : { session: { on, hours } };
}

/** Reads the form that ends a support. What never began has that reason, and no other. */
export function parseStop(
  typed: { on: string; reason: string },
  support: Support,
  today: string,
): { stop: { on: string; reason: StopReason } } | { problems: FieldError[] } {
  const problems: FieldError[] = [];
  const begun = support.startedOn !== null;
  const reason = (Object.keys(STOP_REASONS) as StopReason[]).find((known) => known === typed.reason);
  if (!reason) problems.push({ field: 'reason', message: 'Choisissez comment cela s’est terminé.' });
  else if (begun !== (reason !== 'never-begun'))
    problems.push({
      field: 'reason',
      message: begun
        ? 'Des séances sont notées : choisissez comment cela s’est terminé.'
        : 'Aucune séance n’est notée : notez-en une, ou choisissez « N’a jamais commencé ».',
    });
  const earliest = support.startedOn ?? daysAfter(support.plannedFrom, -366);
  if (!isDay(typed.on) || typed.on > today || typed.on < earliest)
    problems.push({ field: 'stop-on', message: 'Écrivez le jour de la fin, déjà passé.' });
  return reason && problems.length === 0 ? { stop: { on: typed.on, reason } } : { problems };
}
