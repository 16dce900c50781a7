import { z } from 'zod';

const text = z.string().trim().min(1);

/**
 * A questionnaire of our own items, each with what it is about. An item once answered is never edited: the instrument
 * gets a new version.
 */
export const instrumentSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]{3,60}$/),
    version: z.int().positive(),
    title: text.max(80),
    construct: text,
    /** Until data say otherwise. */
    status: z.literal('instrument exploratoire, non validé'),
    reviewBy: z.iso.date(),
    audience: z.enum(['personnels', 'jeunes']),
    /** When it is asked: after a module, after a month of use, or before and after something to be seen change. */
    moment: z.enum(['module', 'month', 'change']),
    /** From the least to the most, one value each from 1. */
    scale: z.array(text.max(40)).min(3).max(7),
    items: z
      .array(
        z.strictObject({
          id: z.string().regex(/^[a-z0-9-]{2,30}$/),
          text: text.max(160),
          construct: text,
        }),
      )
      .min(1)
      .max(12),
  })
  .refine(({ items }) => new Set(items.map(({ id }) => id)).size === items.length, {
    message: 'two items have the same id',
  });
export type Instrument = z.infer<typeof instrumentSchema>;
