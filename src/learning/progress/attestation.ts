import type { Finished } from './progress.ts';

/** What an attestation says: what was finished, when, and its length. Nothing of a level or of answers. */
export type Attestation = {
  code: string;
  initials: string;
  firstDay: string;
  lastDay: string;
  minutes: number;
  finished: Finished[];
  madeAt: Date;
};

/** Digits and capitals that no reader takes for one another (Crockford, base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;

/** A code from as many bytes drawn at random: 60 bits, so that nobody finds one by trying. */
export function codeFrom(bytes: Uint8Array): string {
  return [...bytes.subarray(0, LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
}
export const CODE_BYTES = LENGTH;

/** A code as it was typed, or null when it can be none. */
export function parseCode(typed: string): string | null {
  const code = typed
    .toUpperCase()
    .replace(/[\s\-–—.]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return code.length === LENGTH && [...code].every((sign) => ALPHABET.includes(sign)) ? code : null;
}

/** Easier to copy: AB12-CD34-EF56. */
export function codeText(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** « I. D. » : enough to recognise a paper, not to find a person. */
export function initialsOf(name: string): string {
  const letters = name
    .split(/[\s-]+/)
    .flatMap((word) => /\p{L}/u.exec(word)?.[0] ?? [])
    .slice(0, 3);
  return letters.length === 0 ? '–' : letters.map((letter) => `${letter.toLocaleUpperCase('fr')}.`).join(' ');
}
