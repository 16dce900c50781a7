import { z } from 'zod';
import { NEEDS, type Need } from './module.ts';
import { sourceSchema } from './question.ts';

/** The decisions a GPDS takes about a pupil, in the order they are proposed. */
export const DECISIONS = [
  'entretien-eleve',
  'appel-famille',
  'rencontre-famille',
  'accueil-retour',
  'tutorat',
  'soutien-travail',
  'point-equipe',
  'amenagement-parcours',
  'orientation',
  'relais-sante-social',
  'suivi-assiduite',
  'mesure-responsabilisation',
  'dispositif-relais',
  'partenaire-mlds',
] as const;

const text = z.string().trim().min(1);
/** A sentence one may say, as it is said: « … ». */
const spoken = text.regex(/^« .+ »$/su, 'il faut une phrase à dire, entre « et »');

const card = z.strictObject({
  /** When it fits, and when not. */
  when: text,
  before: z.array(text).min(2).max(4),
  words: z.array(spoken).min(3).max(5),
  during: z.array(text).min(2).max(4),
  /** What is noted, who is told, the next date. */
  after: z.array(text).min(2).max(4),
  avoid: z.array(text).min(2).max(3),
  /** What the law says, each with where it says so. */
  rules: z.array(z.strictObject({ text, source: sourceSchema })).max(4),
});

const step = z.strictObject({
  id: z.string().regex(/^s\d$/),
  cue: text,
  options: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z]$/),
        text,
        correct: z.boolean().default(false),
        feedback: text,
      }),
    )
    .length(3),
});

/** `content/decisions/<id>.yaml`: a card to print and five minutes of rehearsal. */
export const decisionSchema = z.strictObject({
  id: z.enum(DECISIONS),
  version: z.number().int().positive(),
  title: text,
  level: z.enum(['prévention', 'intervention', 'remédiation']),
  needs: z
    .array(z.enum(Object.keys(NEEDS) as [Need, ...Need[]]))
    .min(1)
    .max(3),
  competences: z
    .array(z.string().regex(/^\d\.\d$/))
    .min(1)
    .max(3),
  purpose: text,
  card,
  rehearsal: z.strictObject({
    situation: text,
    steps: z.array(step).length(3),
    /** What the person is asked to say aloud at the end, with the cue to say it to. */
    say: text,
  }),
  /** A dialogue that goes further. */
  dialogue: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .nullable(),
  modules: z.array(z.string()).min(1).max(2),
  sources: z.array(sourceSchema).min(1),
  reviewBy: z.iso.date(),
  status: z.enum(['relu', 'à relire']),
});
export type Decision = z.infer<typeof decisionSchema>;
