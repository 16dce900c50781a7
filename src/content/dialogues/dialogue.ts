import { z } from 'zod';
import { PROFESSIONS } from '../framework.ts';
import { NEEDS, type Need } from '../module.ts';
import { sourceSchema } from '../question.ts';

/** The people we can draw, each in five expressions (src/learning/dialogues/portrait/). */
export const PORTRAITS = [
  'adolescent-boucle',
  'adolescente-lunettes',
  'adolescente-queue',
  'adolescent-capuche',
  'mere',
  'pere',
  'grand-mere',
  'collegue-femme',
  'collegue-homme',
  'principale',
  'cpe-homme',
  'conseillere',
] as const;
export type PortraitName = (typeof PORTRAITS)[number];

const text = z.string().trim().min(1);
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const speaker = { name: text, role: text, portrait: z.enum(PORTRAITS) };

/** `content/dialogues/<id>.yaml`: what describes a conversation; its story is in `<id>.ink`. */
export const dialogueSchema = z.strictObject({
  id: slug,
  version: z.number().int().positive(),
  title: text.max(60),
  situation: text,
  aim: text,
  minutes: z.number().int().min(5).max(8),
  competences: z
    .array(z.string().regex(/^\d\.\d$/))
    .min(1)
    .max(3),
  professions: z.union([z.literal('all'), z.array(z.enum(PROFESSIONS)).min(1)]),
  needs: z
    .array(z.enum(Object.keys(NEEDS) as [Need, ...Need[]]))
    .min(1)
    .max(3),
  /** Kinds of decisions of a GPDS it prepares for. */
  decisions: z.array(slug).max(3),
  /** The person opposite; `confidence` names what the replies open or close. */
  other: z.strictObject({ ...speaker, confidence: text }),
  others: z.array(z.strictObject(speaker)),
  /** From the one that helps most: the first is where the best way leads. */
  endings: z
    .array(z.strictObject({ id: slug, title: text, text }))
    .min(3)
    .max(6),
  takeaways: z.array(text).min(2).max(4),
  sources: z.array(sourceSchema).min(1),
  reviewBy: z.iso.date(),
  status: z.enum(['relu', 'à relire']),
});

export type Speaker = { name: string; role: string; portrait: PortraitName };
/** `story` is the ink text; it is compiled when somebody first plays it. */
export type Dialogue = z.infer<typeof dialogueSchema> & { story: string };

/** Everybody who may speak, the person opposite first. */
export function speakersOf({ other, others }: Pick<Dialogue, 'other' | 'others'>): Speaker[] {
  return [other, ...others];
}
