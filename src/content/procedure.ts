import { z } from 'zod';
import { sourceSchema } from './question.ts';

const text = z
  .string()
  .trim()
  .min(1)
  .regex(/^[^']*$/, 'a straight apostrophe');

/** `content/procedures/<id>.yaml`: what to check for a kind of support, each line with the rule it comes from. */
export const procedureSchema = z
  .strictObject({
    /** A kind of support. */
    id: z.string().regex(/^[a-z-]+$/),
    version: z.number().int().positive(),
    title: text,
    about: text,
    /** Hours that may neither be planned nor done beyond. */
    maxHours: z.number().positive().optional(),
    lines: z
      .array(z.strictObject({ id: z.string().regex(/^[a-z-]{1,60}$/), text, source: sourceSchema }))
      .min(3)
      .max(10),
    reviewBy: z.iso.date(),
    status: z.enum(['relu', 'à relire']),
  })
  .refine(
    ({ lines }) => new Set(lines.map(({ id }) => id)).size === lines.length,
    'two lines of the same id',
  );
export type Procedure = z.infer<typeof procedureSchema>;

/** `content/law/ages.yaml`: what the law asks for and allows, by age. */
export const lawByAgeSchema = z.array(
  z.strictObject({
    id: z.enum(['under-16', 'from-16', 'from-18']),
    title: text,
    lines: z.array(z.strictObject({ text, source: sourceSchema })).min(1),
  }),
);
export type LawByAge = z.infer<typeof lawByAgeSchema>;

const danger = z.strictObject({ text, source: sourceSchema });

/** `content/law/danger.yaml`: whom to call when a pupil may be in danger. */
export const dangerSchema = z.strictObject({
  /** In the school, the nearest first. */
  inside: z.array(danger).min(1),
  numbers: z
    .array(z.strictObject({ number: z.string().regex(/^\d{2,4}$/), say: text, source: sourceSchema }))
    .min(1),
  /** How it is written, and to whom. */
  writing: z.array(danger).min(1),
  reviewBy: z.iso.date(),
  status: z.enum(['relu', 'à relire']),
});
export type Danger = z.infer<typeof dangerSchema>;
