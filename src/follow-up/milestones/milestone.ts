import { daysAfter, isDay, monthsAfter } from '../../calendar/index.ts';
import type { FieldError } from '../../web/index.ts';
import {
  CLOSE_REASONS,
  type CloseReason,
  MILESTONES,
  type Milestone,
  SITUATIONS,
  type Situation,
} from '../vocabulary.ts';

export type Reached = { kind: Milestone; on: string; situation: Situation | null };

/** Those that say where the young person is; the others only say a day. */
export const asksSituation = (kind: Milestone) =>
  kind === 'exit' || kind === 'six-months' || kind === 'twelve-months';

const MONTHS_BEFORE: Partial<Record<Milestone, number>> = { 'six-months': 5, 'twelve-months': 10 };

/** Reads a milestone as typed; fields are named after it, so that each form of the page has its own. */
export function parseMilestone(
  typed: { kind: string; on: string; situation: string },
  { openedOn, exitOn, today }: { openedOn: string; exitOn: string | null; today: string },
): { reached: Reached } | { problems: FieldError[] } {
  const kind = (Object.keys(MILESTONES) as Milestone[]).find((known) => known === typed.kind);
  if (!kind) return { problems: [{ field: 'etapes', message: 'Choisissez une étape de la liste.' }] };
  const problems: FieldError[] = [];
  const say = (message: string) => problems.push({ field: `on-${kind}`, message });
  const { on } = typed;
  const months = MONTHS_BEFORE[kind];
  if (!isDay(on)) say('Écrivez le jour : jour, mois et année.');
  else if (on > today) say('Une étape est déjà vécue : la date ne peut pas être à venir.');
  else if (on < daysAfter(openedOn, -366)) say('Cette date est trop ancienne pour ce suivi.');
  else if (months !== undefined && exitOn === null) say('Notez d’abord la sortie.');
  else if (months !== undefined && exitOn !== null && on < monthsAfter(exitOn, months))
    say(`C’est trop tôt : cette étape se note à partir du ${months}e mois après la sortie.`);
  const situation =
    (Object.keys(SITUATIONS) as Situation[]).find((known) => known === typed.situation) ?? null;
  if (asksSituation(kind) && situation === null)
    problems.push({
      field: `situation-${kind}`,
      message: 'Choisissez la situation ; « On ne sait pas » est une réponse.',
    });
  return problems.length > 0
    ? { problems }
    : { reached: { kind, on, situation: asksSituation(kind) ? situation : null } };
}

export type Closing = {
  reason: CloseReason;
  closedOn: string;
  /** Where the young person is, on the day of the exit; null when the exit was noted before, or in case of opposition. */
  exit: Situation | null;
};

/** Reads the form that closes a follow-up. */
export function parseClosing(
  typed: { reason: string; on: string; situation: string },
  { openedOn, exitKnown, today }: { openedOn: string; exitKnown: boolean; today: string },
): { closing: Closing } | { problems: FieldError[] } {
  const problems: FieldError[] = [];
  const reason = (Object.keys(CLOSE_REASONS) as CloseReason[]).find((known) => known === typed.reason);
  if (!reason) problems.push({ field: 'reason', message: 'Choisissez pourquoi le suivi se termine.' });
  if (!isDay(typed.on) || typed.on > today || typed.on < openedOn)
    problems.push({ field: 'on', message: 'Écrivez le jour de la fin, entre l’ouverture et aujourd’hui.' });
  const asks = !exitKnown && reason !== 'opposition';
  const situation =
    (Object.keys(SITUATIONS) as Situation[]).find((known) => known === typed.situation) ?? null;
  if (asks && situation === null)
    problems.push({
      field: 'situation',
      message: 'Choisissez où en est l’élève ; « On ne sait pas » est une réponse.',
    });
  return reason && problems.length === 0
    ? { closing: { reason, closedOn: typed.on, exit: asks ? situation : null } }
    : { problems };
}
