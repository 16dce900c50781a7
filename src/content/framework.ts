import { z } from 'zod';

/** Métiers of the people the platform serves, as they choose them at their first visit. */
export const PROFESSIONS = [
  'enseignant',
  'professeur-principal',
  'cpe',
  'aed',
  'aesh',
  'psyen',
  'assistant-social',
  'infirmier',
  'direction',
  'referent-decrochage',
  'coordonnateur-mlds',
  'autre',
] as const;
export type Profession = (typeof PROFESSIONS)[number];

const code = z.string().regex(/^\d\.\d$/);

const competenceSchema = z.strictObject({
  code,
  title: z.string(),
  description: z.string(),
  /** Six observable sub-skills. */
  skills: z.array(z.string()).length(6),
  /** Descriptor of each level, from « Découverte » to « Référence ». */
  levels: z.array(z.string()).length(5),
});
export type Competence = z.infer<typeof competenceSchema>;

export const frameworkSchema = z.strictObject({
  levelNames: z.array(z.string()).length(5),
  domains: z
    .array(
      z.strictObject({
        code: z.string().regex(/^\d$/),
        title: z.string(),
        competences: z.array(competenceSchema).min(1),
      }),
    )
    .length(5),
});
export type Framework = z.infer<typeof frameworkSchema>;
export type Domain = Framework['domains'][number];

export const professionsSchema = z.record(
  z.enum(PROFESSIONS),
  z.strictObject({
    label: z.string(),
    /** The five to eight competences at the heart of the métier: the first stage draws on them. */
    core: z.array(code).min(5).max(8),
  }),
);
export type Professions = z.infer<typeof professionsSchema>;

/** The competences in the order of the framework: the dimensions of the measurement. */
export function competencesOf(framework: Framework): Competence[] {
  return framework.domains.flatMap((domain) => domain.competences);
}
