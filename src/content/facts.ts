import { z } from 'zod';

export const factSchema = z.strictObject({
  id: z.string().regex(/^F\d{2}$/),
  category: z.string(),
  statement: z.string(),
  source: z.string(),
  year: z.string(),
  /** Read in a source; a fact not yet checked is never shown as current. */
  checked: z.boolean(),
  outdated: z.boolean(),
  /** What holds today, for an outdated fact. */
  current: z.string().optional(),
});
export type Fact = z.infer<typeof factSchema>;
