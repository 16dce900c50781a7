import { isDay } from '../../calendar/index.ts';
import type { FieldError } from '../../web/index.ts';

/** How long what is kept stays open once the secret was typed. */
export const OPEN_MINUTES = 30;

/** Who asks: the pupil and the family have the same sheet. */
export const ASKERS = { pupil: 'L’élève', family: 'La famille' } as const;
export type Asker = keyof typeof ASKERS;

/** What is kept, by the names it is read under; what somebody says is wrong. */
export const KEPT = {
  class: 'La classe ou l’âge',
  milestones: 'Les étapes',
  signals: 'Les signes regardés',
  interviews: 'Les entretiens et le but',
  decisions: 'Les décisions',
  supports: 'Les accompagnements',
  questionnaires: 'Les questionnaires',
  end: 'La fin du suivi',
} as const;
export type Kept = keyof typeof KEPT;
const ALL_KEPT = Object.keys(KEPT) as Kept[];

export const REQUESTS = {
  opposition: 'Opposition',
  correction: 'Correction demandée',
  readings: 'Question sur les lectures',
} as const;
export type RequestKind = keyof typeof REQUESTS;

const askerOf = (typed: string) => (Object.keys(ASKERS) as Asker[]).find((known) => known === typed);
const WHO = { field: 'asked-by', message: 'Dites qui fait la demande.' };

/** Who asks, when that is all there is to say. */
export function parseAsker(typed: { askedBy: string }): { askedBy: Asker } | { problems: FieldError[] } {
  const askedBy = askerOf(typed.askedBy);
  return askedBy ? { askedBy } : { problems: [WHO] };
}

export type Correction = { askedBy: Asker; about: Kept[] };

/** From a list: nobody writes a name, and nothing has to be read into a sentence. */
export function parseCorrection(typed: {
  askedBy: string;
  about: readonly string[];
}): { correction: Correction } | { problems: FieldError[] } {
  const askedBy = askerOf(typed.askedBy);
  const about = ALL_KEPT.filter((known) => typed.about.includes(known));
  const problems = [
    ...(about.length === 0 ? [{ field: 'about-class', message: 'Cochez ce qui est faux.' }] : []),
    ...(askedBy ? [] : [WHO]),
  ];
  return askedBy && problems.length === 0 ? { correction: { askedBy, about } } : { problems };
}

/** The day the pupil and the family were told. */
export function parseInformedOn(
  typed: string,
  today: string,
): { informedOn: string } | { problems: FieldError[] } {
  const field = 'informed-on';
  if (!isDay(typed)) return { problems: [{ field, message: 'Écrivez la date, jour, mois et année.' }] };
  return typed > today
    ? { problems: [{ field, message: 'La date ne peut pas être à venir.' }] }
    : { informedOn: typed };
}
