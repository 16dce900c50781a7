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

/** Written once for all, and so without a name of their own. */
const TITLES: Partial<Record<Kind, string>> = {
  policy: 'Les 21 lignes de l’auto-diagnostic',
  examination: 'Ce qu’est le CPLDS, et ce que ses textes ne disent pas',
};

const sectionSchema = z.object({ lines: z.array(z.object({ source: sourceSchema })) });

const described = z.object({
  id: z.string().optional(),
  title: z.string().optional(),
  competence: z.string().optional(),
  competences: z.array(z.string()).optional(),
  facts: z.array(sourceSchema).default([]),
  sources: z.array(sourceSchema).default([]),
  source: sourceSchema.optional(),
  sections: z.array(sectionSchema).default([]),
  statements: z.array(z.object({ competences: z.array(z.string()) })).default([]),
  reviewBy: z.string(),
  /** An exploratory instrument is still to be read. */
  status: z.string().transform((status) => (status === 'relu' ? 'relu' : 'à relire')),
});

/** Every item that is reviewed, in the order of the kinds. */
export function inventoryOf(content: Content): Item[] {
  const byKind: { readonly [kind: string]: unknown } = content;
  return KINDS.flatMap((kind) => {
    const items = byKind[kind];
    if (!items) return [];
    return [items].flat().map((item) => asItem(kind, described.parse(item)));
  });
}

function asItem(kind: Kind, item: z.infer<typeof described>): Item {
  const { id, title, competence, competences, facts, sources, source, sections, statements } = item;
  const ofLines = sections.flatMap(({ lines }) => lines.map((line) => line.source));
  const ofStatements = [...new Set(statements.flatMap((statement) => statement.competences))].sort();
  return {
    kind,
    id: id ?? competence ?? kind,
    title: kind === 'questions' ? null : (title ?? TITLES[kind] ?? null),
    competences: competences ?? (competence === undefined ? ofStatements : [competence]),
    sources: [...facts, ...sources, ...(source ? [source] : []), ...withoutTwins(ofLines)],
    reviewBy: item.reviewBy,
    status: item.status,
  };
}

/** Each source once, however many lines it stands behind. */
function withoutTwins(sources: readonly Source[]): Source[] {
  return [...new Map(sources.map((source) => [JSON.stringify(source), source])).values()];
}
