import type { CaseStudy, Marks } from '../case-study.ts';

/** A colleague the person shows a study to, as the person sees it. */
export type Reader = {
  id: string;
  email: string;
  opened: boolean;
  declined: boolean;
  marks: Marks | null;
  word: string | null;
};

/** A study as the colleague sees it: the text, whose it is, and their own reading; nothing else of the person's. */
export type ShownStudy = {
  id: string;
  owner: string;
  study: Pick<CaseStudy, 'dossierId' | 'diagnosis' | 'proposals' | 'atTheHour' | 'finishedAt'>;
  marks: Marks;
  word: string | null;
  read: boolean;
};

export const LONGEST_WORD = 600;

/** A word as typed, null when there is none. */
export function readWord(typed: string): { word: string | null } | { problem: string } {
  const word = typed.replace(/\s+/g, ' ').trim();
  return word.length > LONGEST_WORD
    ? { problem: `${LONGEST_WORD} caractères au plus : il y en a ${word.length}.` }
    : { word: word === '' ? null : word };
}
