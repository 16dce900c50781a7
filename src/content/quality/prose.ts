/** Fields nobody reads as prose: names, keys, sources, what reviewers alone read. */
const NOT_PROSE = new Set([
  'id',
  'sources',
  'defence',
  'case',
  'label',
  'story',
  'reviewBy',
  'status',
  'format',
]);

/** Every text of a content item that somebody reads, whatever its kind: values that are more than a word. */
export function proseOf(item: unknown): string[] {
  if (typeof item === 'string') return item.trim().includes(' ') ? [item] : [];
  if (Array.isArray(item)) return item.flatMap(proseOf);
  if (typeof item !== 'object' || item === null) return [];
  return Object.entries(item).flatMap(([field, value]) => (NOT_PROSE.has(field) ? [] : proseOf(value)));
}
