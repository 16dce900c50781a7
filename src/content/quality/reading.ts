/** How easily a text is read: words a sentence, and the share of sentences that are too long to be read at one go. */
export type Reading = { sentences: number; wordsPerSentence: number; longShare: number; longest: number };

/** Beyond this, most readers go back to the beginning of the sentence. */
export const LONG_SENTENCE = 25;

export function readingOf(texts: readonly string[]): Reading {
  const lengths = texts.flatMap(sentencesOf).map((sentence) => wordsOf(sentence).length);
  const count = Math.max(1, lengths.length);
  return {
    sentences: lengths.length,
    wordsPerSentence: lengths.reduce((sum, length) => sum + length, 0) / count,
    longShare: lengths.filter((length) => length > LONG_SENTENCE).length / count,
    longest: Math.max(0, ...lengths),
  };
}

/** Sentences of a text: they end with . ! ? or …, before a space or the end, and lines of a list stand alone. */
function sentencesOf(text: string): string[] {
  return text
    .replace(/\s+»/g, '»')
    .split(/(?<=[.!?…]»?)\s+|\n\s*(?=\n|[-*]|\d+\.)/)
    .filter((sentence) => wordsOf(sentence).length > 0);
}

/** Words as they are counted in French: « l’élève » is two. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [];
}
