import { z } from 'zod';
import { sourceSchema } from './question.ts';

const text = z.string().trim().min(1);

/** `content/coaching/<competence>.yaml`: what a peer looks at for a quarter of an hour, and how they talk about it after. */
export const coachKitSchema = z.strictObject({
  competence: z.string().regex(/^\d\.\d$/),
  version: z.number().int().positive(),
  title: text,
  /** What the observed colleague chooses beforehand. */
  asks: text,
  /** What can be seen or read in a quarter of an hour. */
  occasion: text,
  /** Acts that can be seen or heard, never judgements; `skill` is the sub-skill of the framework, 1 to 6. */
  observe: z
    .array(z.strictObject({ act: text, sign: text, skill: z.number().int().min(1).max(6) }))
    .min(5)
    .max(7),
  /** What to look at on the side of the pupil or the family. */
  pupil: z.array(text).min(2).max(3),
  debrief: z
    .array(z.strictObject({ minutes: z.number().int().min(1).max(6), question: text }))
    .min(4)
    .max(6),
  /** Traps for the coach. */
  careful: z.array(text).min(2).max(3),
  /** Beginnings of a plan. */
  next: z
    .array(text.regex(/^Si .+ alors j(?:e |’)/su, 'il faut une phrase « Si … alors je … »'))
    .min(2)
    .max(3),
  levels: text,
  sources: z.array(sourceSchema).min(1),
  reviewBy: z.iso.date(),
  status: z.enum(['relu', 'à relire']),
});
export type CoachKit = z.infer<typeof coachKitSchema>;
