import { MOST_READ } from './warnings.ts';

/** Beginnings of words, without accents, that tell of a danger; those that end with « = » are whole words, plural or not. */
const STEMS =
  'abus= agress arme= frapp attouch battu= battue= coups= couteau fugue harcel inceste maltrait menac mourir mort= poignard racket scarif suicid tuer= viol= viole= violen'.split(
    ' ',
  );

/** The words of a short text that tell of a danger: somebody is to be called, nothing is to be written. */
export function worryingWords(text: string): string[] {
  const found = new Set<string>();
  for (const [word] of text
    .slice(0, MOST_READ)
    .normalize('NFC')
    .matchAll(/\p{L}+/gu)) {
    const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    if (STEMS.some((stem) => begins(plain, stem))) found.add(word);
  }
  return [...found];
}

function begins(word: string, stem: string): boolean {
  if (!stem.endsWith('=')) return word.startsWith(stem);
  const whole = stem.slice(0, -1);
  return word.startsWith(whole) && ['', 's', 'e', 'es'].includes(word.slice(whole.length));
}
