import type { FieldError } from '../web/index.ts';
import { type Doubt, type Identifier, warnings } from './warnings.ts';

const REFUSALS: Record<Identifier, string> = {
  'birth-date': 'ce qui ressemble à une date de naissance',
  'national-number': 'ce qui ressemble à un numéro national',
  email: 'une adresse électronique',
  phone: 'un numéro de téléphone',
};

/** A short text about a young person: its length, what is refused, and what is to be confirmed. */
export function checkText(
  text: string,
  { field, what, longest, today }: { field: string; what: string; longest: number; today: string },
): { problems: FieldError[]; doubts: Doubt[] } {
  const length = [...text].length;
  const { refused, doubts } = warnings(text, Number(today.slice(0, 4)));
  const problems = [
    ...(text === '' ? [`Écrivez ${what}.`] : []),
    ...(length > longest ? [`Écrivez ${what} en ${longest} signes au plus : il y en a ${length}.`] : []),
    ...(refused.length > 0
      ? [`Retirez ${refused.map((found) => REFUSALS[found]).join(' et ')} : cela ne s’écrit pas ici.`]
      : []),
  ].map((message) => ({ field, message }));
  return { problems, doubts };
}
