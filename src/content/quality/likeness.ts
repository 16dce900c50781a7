/** Texts more alike than this are two versions of one question. In our bank two different questions reach .49 at most, and 130 questions
 * rewritten through and through still resemble their first version at .563 or more: the line is drawn between. */
export const TOO_ALIKE = 0.52;

export type Pair = { one: string; other: string; likeness: number };

/**
 * Pairs of texts at least this alike, the closest first: share of the groups of three letters they have in common (Jaccard),
 * as PostgreSQL's pg_trgm counts them.
 */
export function alikePairs(texts: readonly { id: string; text: string }[], atLeast: number): Pair[] {
  const numbers = new Map<string, number>();
  const sets = texts.map(({ text }) =>
    [...trigramsOf(text)].map((trigram) => {
      const known = numbers.get(trigram) ?? numbers.size;
      numbers.set(trigram, known);
      return known;
    }),
  );
  const marks = sets.map((members) => bitsOf(members, numbers.size));
  const pairs: Pair[] = [];
  for (let one = 0; one < texts.length; one += 1) {
    for (let other = one + 1; other < texts.length; other += 1) {
      const smaller = Math.min(sets[one]!.length, sets[other]!.length);
      const larger = Math.max(sets[one]!.length, sets[other]!.length);
      if (smaller < atLeast * larger) continue;
      const common = countCommon(marks[one]!, marks[other]!);
      const likeness = common / Math.max(1, smaller + larger - common);
      if (likeness >= atLeast) pairs.push({ one: texts[one]!.id, other: texts[other]!.id, likeness });
    }
  }
  return pairs.sort((a, b) => b.likeness - a.likeness);
}

const known = new Map<string, ReadonlySet<string>>();

/** Groups of three letters of the words of a text, without accents; two spaces stand before a word and one after. */
function trigramsOf(text: string): ReadonlySet<string> {
  const kept = known.get(text);
  if (kept) return kept;
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const trigrams = new Set<string>();
  for (const word of plain.match(/[a-z0-9]+/g) ?? []) {
    const padded = `  ${word} `;
    for (let start = 0; start + 3 <= padded.length; start += 1) trigrams.add(padded.slice(start, start + 3));
  }
  known.set(text, trigrams);
  return trigrams;
}

function bitsOf(members: readonly number[], size: number): Uint32Array {
  const bits = new Uint32Array(Math.ceil(size / 32));
  for (const member of members) bits[member >>> 5]! |= 1 << (member & 31);
  return bits;
}

function countCommon(one: Uint32Array, other: Uint32Array): number {
  let count = 0;
  for (let place = 0; place < one.length; place += 1) {
    let bits = one[place]! & other[place]!;
    bits -= (bits >>> 1) & 0x55555555;
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
    count += (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
  }
  return count;
}
