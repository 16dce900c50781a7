import { z } from 'zod';
import type { Examination } from './certificate/examination.ts';
import type { SchoolPolicy } from './group/self-diagnosis.ts';
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
  'workshops',
  'dossiers',
  'policy',
  'examination',
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
  facts: z.array(sourceSchema).default([]),
  sources: z.array(sourceSchema).default([]),
  reviewBy: z.string(),
  /** An exploratory instrument is still to be read. */
  status: z.string().transform((status) => (status === 'relu' ? 'relu' : 'à relire')),
});

/** Every item that is reviewed, in the order of the kinds. */
export function inventoryOf(content: Content): Item[] {
  const byKind: { readonly [kind: string]: unknown } = content;
  const { policy, examination } = content;
  const items = KINDS.flatMap((kind) => {
    const some = byKind[kind];
    if (!Array.isArray(some)) return [];
    return some.map((item): Item => {
      const { id, title, competence, competences, facts, sources, reviewBy, status } = described.parse(item);
      return {
        kind,
        id: id ?? competence ?? '',
        title: kind === 'questions' ? null : (title ?? null),
        competences: competences ?? (competence === undefined ? [] : [competence]),
        sources: [...facts, ...sources],
        reviewBy,
        status,
      };
    });
  });
  return [...items, policyItem(policy), ...(examination ? [examinationItem(examination)] : [])];
}

function policyItem({ statements, source, reviewBy, status }: SchoolPolicy): Item {
  return {
    kind: 'policy',
    id: 'policy',
    title: 'Les 21 lignes de l’auto-diagnostic',
    competences: [...new Set(statements.flatMap(({ competences }) => competences))].sort(),
    sources: [source],
    reviewBy,
    status,
  };
}

function examinationItem({ sections, reviewBy, status }: Examination): Item {
  const sources = sections.flatMap(({ lines }) => lines.map(({ source }) => source));
  return {
    kind: 'examination',
    id: 'examination',
    title: 'Ce qu’est le CPLDS, et ce que ses textes ne disent pas',
    competences: [],
    // Each once, however many lines it stands behind.
    sources: [...new Map(sources.map((source) => [JSON.stringify(source), source])).values()],
    reviewBy,
    status,
  };
}
