import { PROFESSIONS, type Profession } from '../../content/index.ts';

/** The version of the information notice a person has read; changes with its text. */
export const NOTICE_VERSION = '2026-11-30.2';

const LONGEST_NAME = 100;

/** A first idea of a name, from the part of the address before the @; the person says theirs at the first visit. */
export function nameFromEmail(email: string): string {
  const words = email
    .slice(0, email.lastIndexOf('@'))
    .replace(/\+.*$/, '')
    .split(/[^\p{L}-]+/u)
    .filter(Boolean);
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
  return name.slice(0, LONGEST_NAME) || 'Vous';
}

export type NameReading = { name: string } | { refused: 'missing' | 'too-long' | 'unwritable' };

export const NAME_REFUSALS = {
  missing: 'Écrivez le nom ou le prénom à afficher.',
  'too-long': `Ce nom est trop long : ${LONGEST_NAME} caractères au plus.`,
  unwritable: 'Ce nom contient un caractère que nous ne savons pas enregistrer : retapez-le.',
} as const;

/** A name as the person writes it, kept as it is but for the spaces around. */
export function parseName(typed: string): NameReading {
  const name = typed.trim();
  if (name === '') return { refused: 'missing' };
  if ([...name].length > LONGEST_NAME) return { refused: 'too-long' };
  // U+FFFD is what is left of bytes that were no text.
  if (/[\p{Cc}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}\ufffd]/u.test(name)) return { refused: 'unwritable' };
  if (TURNS_AROUND.test(name)) return { refused: 'unwritable' };
  return INVISIBLE.test(name) ? { refused: 'unwritable' } : { name };
}

/** Would turn around what a page writes after the name, beside which others decide. Marks that names need are not of these. */
const TURNS_AROUND = /[\u202a-\u202e\u2066-\u2069]/;

/** Nothing but marks of direction, joiners and the like. */
const INVISIBLE = /^[\p{Default_Ignorable_Code_Point}\p{Z}]*$/u;

export function parseProfession(typed: string): Profession | null {
  return PROFESSIONS.find((profession) => profession === typed) ?? null;
}

/** The steps of the first visit, in order, by the word of the address. */
export const STEPS = ['vous', 'etablissement', 'information'] as const;
export type Step = (typeof STEPS)[number];

/** What is still to be done at the first visit. */
export function nextStep(person: { profession: string | null; schoolAnswered: boolean }): Step {
  if (person.profession === null) return 'vous';
  return person.schoolAnswered ? 'information' : 'etablissement';
}

/** The step asked for when it is already open, else the next one to do. */
export function openStep(asked: string | undefined, next: Step): Step {
  const step = STEPS.find((name) => name === asked);
  return step && STEPS.indexOf(step) <= STEPS.indexOf(next) ? step : next;
}
