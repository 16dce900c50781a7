import type { Outcome } from '../plans/plan.ts';

/** What the owner of a plan sees of having shown it. */
export type Companion = {
  planId: string;
  email: string;
  outcomeShown: boolean;
  opened: boolean;
  declined: boolean;
  word: string | null;
};

/** What the colleague sees: the plan, who wrote it, and nothing else of theirs. */
export type AccompaniedPlan = {
  planId: string;
  owner: string;
  situation: string;
  act: string;
  due: string;
  /** Only when the owner shows it. */
  outcome: Outcome | null;
  word: string | null;
};

export const LONGEST_WORD = 300;

/** A word as typed, or what is wrong with it. */
export function parseWord(typed: string): { word: string } | { problem: string } {
  const word = typed.replace(/\s+/g, ' ').trim();
  if (word === '') return { problem: 'Écrivez un encouragement ou une question.' };
  if (word.length > LONGEST_WORD) {
    return { problem: `${LONGEST_WORD} caractères au plus : il y en a ${word.length}.` };
  }
  return { word };
}

/** An address in the form it is compared in, or null when it cannot be one. */
export function parseAddress(typed: string): string | null {
  const address = typed.trim().toLowerCase();
  return /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/.test(address) && address.length <= 254 ? address : null;
}
