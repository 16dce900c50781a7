import { z } from 'zod';
import type { Content } from './load.ts';
import { type Source, sourceSchema } from './question.ts';

/** The kinds of content, as they are counted and named; those not loaded are simply absent. */
export const KINDS = [
  'questions',
  'trial',
  'modules',
  'dialogues',
  'decisions',
  'coaching',
  'instruments',
  'dossiers',
] as const;
export type Kind = (typeof KINDS)[number];

/** What every content item says of itself, whatever its kind. */
export type Item = {
  kind: Kind;
  id: string;
  /** Null for a question: its text is never shown outside an evaluation. */
  title: string | null;
  competences: readonly string[];
  sources: readonly Source[];
  reviewBy: string;
  status: 'relu' | 'à relire';
};

const described = z.object({
  id: z.string().optional(),
  title: z.string().optional(),
  competence: z.string().optional(),
  competences: z.array(z.string()).optional(),
  sources: z.array(sourceSchema).default([]),
  reviewBy: z.string(),
  /** An exploratory instrument is still to be read. */
  status: z.string().transform((status) => (status === 'relu' ? 'relu' : 'à relire')),
});

/** Every item that is reviewed, in the order of the kinds. */
export function inventoryOf(content: Content): Item[] {
  const byKind: { readonly [kind: string]: unknown } = content;
  return KINDS.flatMap((kind) => {
    const items = byKind[kind];
    if (!Array.isArray(items)) return [];
    return items.map((item): Item => {
      const { id, title, competence, competences, sources, reviewBy, status } = described.parse(item);
      return {
        kind,
        id: id ?? competence ?? '',
        title: kind === 'questions' ? null : (title ?? null),
        competences: competences ?? (competence === undefined ? [] : [competence]),
        sources,
        reviewBy,
        status,
      };
    });
  });
}
