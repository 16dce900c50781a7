import { WORDS } from './words.ts';

/** Seven words of 512: 63 bits. With a million rounds a try, out of reach of whoever takes the file. */
const HOW_MANY = 7;
export const PASSPHRASE_BITS = HOW_MANY * Math.log2(WORDS.length);

/** Drawn by the browser, from as many random numbers as there are words. */
export function drawPassphrase(
  numbers: Uint16Array = crypto.getRandomValues(new Uint16Array(HOW_MANY)),
): string {
  // 512 divides 65,536: every word is as likely as any other.
  return [...numbers].map((number) => WORDS[number % WORDS.length]).join(' ');
}

const SHORTEST = 20;

/** What keeps a chosen passphrase from being taken, in French; null when nothing does. */
export function passphraseProblem(typed: string): string | null {
  const plain = typed.trim().replace(/\s+/g, ' ');
  if ([...plain].length < SHORTEST)
    return `Choisissez une phrase d’au moins ${SHORTEST} signes : quatre ou cinq mots sans lien entre eux, par exemple.`;
  if (new Set(plain.toLowerCase()).size < 8)
    return 'Choisissez une phrase plus variée : elle se devine trop vite.';
  return null;
}
