import { z } from 'zod';

const text = z.string().trim().min(1);

/**
 * The weak signals: what an adult of the school may see and rate from 0 (nothing to report) to 3 (strong or lasting).
 * One of them is never rated nor kept: it only says whom to call.
 */
export const signalSchema = z
  .strictObject({
    id: z.string().regex(/^S\d\d$/),
    domain: z.enum([
      'assiduité',
      'résultats',
      'engagement',
      'comportement',
      'retrait',
      'orientation',
      'lien',
    ]),
    name: text,
    /** For a table or a drawing, 25 characters at most. */
    short: text.max(25),
    ratings: z.array(text),
    basis: text,
    observers: z.array(
      z.enum(['vie-scolaire', 'cpe', 'direction', 'enseignants', 'professeur-principal', 'tous', 'psyen']),
    ),
    levels: z.array(z.enum(['ecole', 'college', 'lycee', 'lycee-professionnel'])).min(1),
    stored: z.boolean(),
  })
  .refine(
    ({ stored, ratings }) => ratings.length === (stored ? 4 : 0),
    'four ratings, none when nothing is stored',
  );
export type Signal = z.infer<typeof signalSchema>;
