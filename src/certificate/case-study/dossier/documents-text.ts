import type { Dossier } from '../../../content/index.ts';

/** « document 2 », « documents 2 et 5 » */
export function documentsText(dossier: Pick<Dossier, 'documents'>, ids: readonly string[]): string {
  const numbers = ids.map((id) => dossier.documents.findIndex((document) => document.id === id) + 1);
  if (numbers.length === 1) return `document ${numbers[0]}`;
  return `documents ${numbers.slice(0, -1).join(', ')} et ${numbers.at(-1)}`;
}
