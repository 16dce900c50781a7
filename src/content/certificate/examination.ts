import { z } from 'zod';
import { sourceSchema } from '../question.ts';

const text = z.string().trim().min(1);
const id = z.string().regex(/^[a-z0-9-]{2,60}$/);

/** `content/certificate/examination.yaml`: what the CPLDS is, by its texts, and what they do not say. */
export const examinationSchema = z.strictObject({
  version: z.number().int().positive(),
  sections: z
    .array(
      z.strictObject({
        id,
        title: text,
        lines: z.array(z.strictObject({ text, source: sourceSchema })),
        /** What the texts do not say, or we could not read. */
        unknown: z.array(text),
      }),
    )
    .min(4),
  /** For whoever plans the session of the first épreuve: thirty minutes with several young people. */
  sessions: z.strictObject({
    failures: z
      .array(z.strictObject({ id, text, check: text }))
      .min(8)
      .max(12),
    steps: z
      .array(z.strictObject({ title: text, minutes: z.number().int().min(1).max(30), hint: text }))
      .min(3),
    debrief: z.array(text).min(6).max(8),
  }),
  reviewBy: z.iso.date(),
  status: z.enum(['relu', 'à relire']),
});
export type Examination = z.infer<typeof examinationSchema>;
