import type { FieldError } from '../web/index.ts';
import { warnings } from './warnings.ts';

/** One text of a form of several. `what` completes « Écrivez … ». */
export type Written = { field: string; what: string; text: string; longest: number; asked: boolean };

/**
 * What is wrong with the texts of a form: their lengths, what would say who somebody is; and the words that may be the
 * name of somebody, kept only once `confirmed` is these very texts.
 */
export function checkWritten(
  written: readonly Written[],
  { confirmed, today }: { confirmed: string; today: string },
): { problems: FieldError[]; names: string[] } {
  const year = Number(today.slice(0, 4));
  const problems = written.flatMap(({ field, what, text, longest, asked }) => {
    const { length } = [...text];
    return [
      ...(asked && length === 0 ? [`Écrivez ${what}.`] : []),
      ...(length > longest ? [`Écrivez ${what} en ${longest} signes au plus : il y en a ${length}.`] : []),
      ...(warnings(text, year).refused.length > 0
        ? [`Retirez ce qui désigne une personne (adresse, téléphone, numéro, date de naissance) : ${what}.`]
        : []),
    ].map((message) => ({ field, message }));
  });
  const names =
    confirmed === confirmedBy(written)
      ? []
      : written
          .flatMap(({ text }) => text.split('\n'))
          .flatMap((line) =>
            warnings(line, year).doubts.flatMap(({ about, words }) => (about === 'name' ? words : [])),
          );
  return { problems, names: [...new Set(names)] };
}

/** What the box confirms: these texts, and no others. A browser sends line ends in its own way. */
export function confirmedBy(written: readonly { text: string }[]): string {
  return written.map(({ text }) => text.replace(/\s+/g, ' ')).join(' | ');
}
