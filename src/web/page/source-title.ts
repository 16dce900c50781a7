/** Words no French title has, by which a work in English is known. */
const ENGLISH = /\b(?:the|of|for|and|with|from|students?|tutoring|journal|review|educator|consortium)\b/i;
const FRENCH = /(?:\b(?:les?|la|des?|du|un|une|pour|dans|sur)\b|[ldn]’)/i;

/**
 * A reference, cut where its language changes: authors, then a title and a journal in English, then a number. All in French, it comes
 * back whole. Voices that read pages aloud change with the language (RGAA 8.7).
 */
export function languagesOf(reference: string): { text: string; english: boolean }[] {
  const parts = reference.split(/(?<=, )/);
  const isEnglish = (part: string) => ENGLISH.test(part) && !FRENCH.test(part);
  const last = parts.findLastIndex(isEnglish);
  if (last < 0) return [{ text: reference, english: false }];
  const lastAuthors = parts.findLastIndex((part, index) => index < last && / et /.test(part));
  const first = last === 0 ? 0 : Math.max(1, lastAuthors + 1);
  return [
    { text: parts.slice(0, first).join(''), english: false },
    {
      text: parts
        .slice(first, last + 1)
        .join('')
        .replace(/, $/, ''),
      english: true,
    },
    { text: parts.slice(last + 1).length > 0 ? `, ${parts.slice(last + 1).join('')}` : '', english: false },
  ].filter(({ text }) => text !== '');
}
