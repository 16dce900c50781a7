import { z } from 'zod';
import { PROFESSIONS } from '../framework.ts';
import { sourceSchema } from '../question.ts';

/** Métiers with a reading of their own in every case; the others of the room read `others`. */
export const READERS = [
  'enseignant',
  'cpe',
  'psyen',
  'infirmier',
  'assistant-social',
  'direction',
  'coordonnateur-mlds',
] as const;

const text = z.string().trim().min(1);
const short = z.string().regex(/^[a-z][a-z0-9-]*$/);
const letter = z.string().regex(/^[a-z]$/);

const roundSchema = z.strictObject({
  id: short,
  title: text.max(60),
  question: text,
  choose: z.enum(['one', 'up-to-2']),
  /** What reasonable colleagues hold; `feedback` says what each gains, what it costs, and for whom it comes naturally. */
  options: z
    .array(z.strictObject({ id: letter, text, feedback: text }))
    .min(3)
    .max(5),
  /** What a split vote says of the professions' readings, and the question to put to the room. */
  disagreement: text,
  /** The options that the facts of the case can defend. */
  points: z.array(letter).min(1).max(3),
});
export type WorkshopRound = z.infer<typeof roundSchema>;

/** `content/workshops/<id>.yaml`: a GPDS situation that a team reads by métier and decides by vote, in 45 minutes. */
export const workshopSchema = z.strictObject({
  id: z.string().regex(/^at-[a-z0-9]+(-[a-z0-9]+)*$/, 'il faut « at- » puis un prénom, comme at-lina'),
  version: z.number().int().positive(),
  title: text.max(60),
  summary: text,
  setting: z.enum(['collège', 'lycée professionnel', 'lycée']),
  competences: z
    .array(z.string().regex(/^\d\.\d$/))
    .min(2)
    .max(4),
  opening: text,
  documents: z
    .array(z.strictObject({ id: short, title: text, text }))
    .min(1)
    .max(3),
  readings: z
    .array(z.strictObject({ profession: z.enum(PROFESSIONS).exclude(['autre']), knows: text }))
    .min(READERS.length),
  others: text,
  rounds: z.array(roundSchema).min(3).max(4),
  closing: text,
  /** Examples of « ce que nous ferons ». */
  commitments: z.array(text.max(120)).min(4).max(6),
  guide: z.strictObject({
    before: z.array(text).min(3).max(5),
    steps: z
      .array(
        z.strictObject({
          minutes: z.number().int().min(1).max(20),
          title: text,
          do: text,
          say: text,
          watch: text,
          round: short.optional(),
        }),
      )
      .min(6)
      .max(8),
    after: z.array(text).min(2).max(3),
    caution: text,
  }),
  facts: z.array(z.string().regex(/^F\d{2}$/, 'il faut l’identifiant d’un fait, comme F19')),
  sources: z.array(sourceSchema),
  reviewBy: z.iso.date(),
  status: z.enum(['relu', 'à relire']),
});
export type Workshop = z.infer<typeof workshopSchema>;
