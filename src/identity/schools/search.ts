const SHORT_FORMS: Record<string, string> = { st: 'saint', ste: 'sainte', clg: 'college', lyc: 'lycee' };

/** A text as the search compares it: without accents, capitals or punctuation, usual short forms written out. */
export function searchText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .map((word) => SHORT_FORMS[word] ?? word)
    .join(' ');
}

/** What a person looks for: words that all begin a word of the school, or the beginning of an UAI. */
export type SchoolQuery = { words: string[]; uai: string | null };

const MOST_WORDS = 8;

/** Null when nothing usable was typed: two letters at least. */
export function parseSchoolQuery(typed: string): SchoolQuery | null {
  const compact = typed.replace(/\s/g, '').toUpperCase();
  if (/^\d{3,7}[A-Z]?$/.test(compact)) return { words: [], uai: compact };
  const words = searchText(typed.slice(0, 200)).split(' ').filter(Boolean).slice(0, MOST_WORDS);
  return words.join('').length >= 2 ? { words, uai: null } : null;
}

export const SCHOOL_KINDS: Record<string, string> = {
  ecole: 'École',
  college: 'Collège',
  lycee: 'Lycée',
  'lycee-professionnel': 'Lycée professionnel',
  'lycee-polyvalent': 'Lycée polyvalent',
  erea: 'EREA',
  autre: 'Établissement',
};
