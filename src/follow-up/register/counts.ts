import { CODE_PATTERN } from '../situations/code.ts';

/** What a register counts, over four weeks. */
export const COUNTS = {
  absences: { title: 'Demi-journées d’absence', most: 60 },
  injustifiees: { title: 'Dont non justifiées', most: 60 },
  sanctions: { title: 'Exclusions de cours et sanctions', most: 50 },
  exclusions: { title: 'Exclusions temporaires', most: 20 },
} as const;
export type Count = keyof typeof COUNTS;

/** Nine half-days a week, four weeks. */
export const USUAL_DUE = 36;
/** As many as a register may open at once. */
export const MOST_OPENED = 10;

/** A code proposed to a browser holds a digit: no word can be written with it. */
export function isOffered(code: string): boolean {
  return CODE_PATTERN.test(code) && /\d/.test(code);
}
