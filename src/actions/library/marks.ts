/** A piece of text, and whether it is a word that was looked for. */
export type Piece = { text: string; found: boolean };

/** Around what was found. */
export const MARKS = { before: '\u0001', after: '\u0002' } as const;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const IN_MARKED = new RegExp(`${MARKS.before}|${MARKS.after}|${WORD.source}`, 'gu');

/**
 * Marks in a text the words that PostgreSQL found in the same text without its accents: there, what was found stands
 * between two marks. Both have the same words in the same order, so that a word is known by its place.
 */
export function markWords(text: string, plainMarked: string): Piece[] {
  const found = new Set<number>();
  let place = 0;
  let within = false;
  for (const { 0: word } of plainMarked.matchAll(IN_MARKED)) {
    if (word === MARKS.before || word === MARKS.after) {
      within = word === MARKS.before;
      continue;
    }
    if (within) found.add(place);
    place += 1;
  }
  const pieces: Piece[] = [];
  const add = (piece: string, isFound: boolean) => {
    const last = pieces.at(-1);
    if (piece === '') return;
    if (last && last.found === isFound) last.text += piece;
    else pieces.push({ text: piece, found: isFound });
  };
  let from = 0;
  place = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    add(text.slice(from, index), false);
    add(word, found.has(place));
    from = index + word.length;
    place += 1;
  }
  add(text.slice(from), false);
  return pieces;
}
