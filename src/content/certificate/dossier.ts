import { z } from 'zod';
import { sourceSchema } from '../question.ts';

const text = z.string().trim().min(1);
const numbered = (letter: string) =>
  z.string().regex(new RegExp(`^${letter}\\d{1,2}$`), `il faut ${letter}1, ${letter}2…`);

export const DOCUMENT_TYPES = [
  'letter',
  'absence-table',
  'report',
  'minutes',
  'local-offer',
  'email',
  'note',
  'figures',
] as const;

export const GRID_PARTS = ['diagnosis', 'proposals', 'law', 'partners', 'effects', 'form'] as const;

/** `content/dossiers/<id>.yaml`: a case study for one hour, with what it is read with afterwards. */
export const dossierSchema = z.strictObject({
  id: z.string().regex(/^ec-[a-z0-9-]{2,60}$/, 'il faut ec- puis des mots sans accent'),
  version: z.number().int().positive(),
  title: text.max(70),
  /** Does not give the solution. */
  summary: text,
  /** Who the candidate is in the case. */
  position: text,
  /** What is asked, and by whom. */
  order: text,
  tasks: z.array(text).min(3).max(4),
  documents: z
    .array(
      z.strictObject({
        id: numbered('d'),
        kind: z.enum(DOCUMENT_TYPES),
        title: text,
        /** The function and the invented name of who wrote it. */
        from: text,
        date: z.iso.date(),
        /** Markdown. */
        text,
      }),
    )
    .min(6)
    .max(10),
  /** What a reading looks for; shown only after the hour. */
  grid: z
    .array(
      z.strictObject({
        id: numbered('g'),
        part: z.enum(GRID_PARTS),
        criterion: text,
        full: text,
        partly: text,
        missing: text,
        documents: z.array(numbered('d')),
        competences: z.array(z.string().regex(/^\d\.\d$/)).min(1),
      }),
    )
    .min(6)
    .max(8),
  overlooked: z
    .array(z.strictObject({ text, documents: z.array(numbered('d')).min(1) }))
    .min(3)
    .max(5),
  answer: z.strictObject({ diagnosis: text, proposals: text, limits: text }),
  presentation: z.array(text).min(4).max(6),
  questions: z.array(z.strictObject({ text, expects: text })).length(8),
  facts: z.array(z.string().regex(/^F\d{2}$/)),
  sources: z.array(sourceSchema),
  reviewBy: z.iso.date(),
  status: z.enum(['relu', 'à relire']),
});
export type Dossier = z.infer<typeof dossierSchema>;
