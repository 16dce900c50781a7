import { z } from 'zod';
import { PROFESSIONS } from './framework.ts';

/** A fact of `content/facts/facts.json`, or a reference of its own. */
export const sourceSchema = z.union([
  z.string().regex(/^F\d{2}$/, 'il faut l’identifiant d’un fait, comme F19'),
  z.strictObject({
    title: z.string().min(3),
    year: z.number().int().optional(),
    url: z.url({ protocol: /^https$/ }).optional(),
  }),
]);
export type Source = z.infer<typeof sourceSchema>;

const text = z.string().trim().min(1);
const letter = z.string().regex(/^[a-z]$/);

const DOCUMENT_KINDS = [
  'courriel',
  'relevé d’absences',
  'bulletin',
  'ordre du jour',
  'compte rendu',
  'fiche',
  'emploi du temps',
  'lettre',
  'tableau',
] as const;

/** What a person reads before answering: an e-mail, a table of absences, a school report… */
const readingDocument = z.strictObject({
  kind: z.enum(DOCUMENT_KINDS),
  title: text,
  lines: z
    .array(z.strictObject({ label: text.optional(), text }))
    .min(1)
    .max(16),
});
export type ReadingDocument = z.infer<typeof readingDocument>;

/** A situation shared by three to five questions on several competences: it is read once. */
export const caseSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: text,
  situation: text,
  documents: z.array(readingDocument).max(2).default([]),
});
export type Case = z.infer<typeof caseSchema>;

const option = z.strictObject({ id: letter, text, correct: z.boolean().default(false), feedback: text });

const common = {
  id: z.string().regex(/^\d\.\d-[a-z0-9-]+$/),
  version: z.number().int().positive(),
  competence: z.string().regex(/^\d\.\d$/),
  /** Which of the six observable sub-skills of the competence, 1 to 6. */
  skill: z.number().int().min(1).max(6),
  level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
  professions: z.union([z.literal('all'), z.array(z.enum(PROFESSIONS)).min(1)]).default('all'),
  case: z.string().optional(),
  /** The situation and the one decision to make, in paragraphs. */
  stem: text,
  /** What to remember, shown with the feedback once the stage is over. */
  takeaway: text,
  sources: z.array(sourceSchema).min(1),
  /** Why the key holds, for reviewers: the rule it rests on or two independent arguments. Never shown. */
  defence: text,
  reviewBy: z.iso.date(),
  status: z.enum(['relu', 'à relire']),
};

const singleChoice = z.strictObject({
  ...common,
  format: z.literal('single-choice'),
  options: z.array(option).min(3).max(5),
});
const multipleChoice = z.strictObject({
  ...common,
  format: z.literal('multiple-choice'),
  options: z.array(option).min(4).max(6),
});
const order = z.strictObject({
  ...common,
  format: z.literal('order'),
  /** Written in the right order, shown shuffled. */
  items: z
    .array(z.strictObject({ id: letter, text, feedback: text }))
    .min(4)
    .max(5),
});
const match = z.strictObject({
  ...common,
  format: z.literal('match'),
  pairs: z
    .array(z.strictObject({ id: letter, left: text, right: text, feedback: text }))
    .min(4)
    .max(5),
  /** Right-hand answers that go with nothing. */
  distractors: z.array(text).max(3).default([]),
});
const categories = z.strictObject({
  ...common,
  format: z.literal('categories'),
  categories: z
    .array(z.strictObject({ id: letter, label: text }))
    .min(2)
    .max(4),
  items: z
    .array(z.strictObject({ id: letter, text, category: letter, feedback: text }))
    .min(4)
    .max(6),
});
const judgement = z.strictObject({
  ...common,
  format: z.literal('judgement'),
  /** Each reaction is rated from 0 « à éviter » to 3 « très utile ». */
  reactions: z
    .array(z.strictObject({ id: letter, text, rating: z.number().int().min(0).max(3), feedback: text }))
    .min(4)
    .max(5),
});
const number = z.strictObject({
  ...common,
  format: z.literal('number'),
  unit: text.optional(),
  answer: z.number(),
  tolerance: z.number().nonnegative().default(0),
  feedback: text,
  /** What people really answer, and why it is not that. */
  mistakes: z.array(z.strictObject({ value: z.number(), feedback: text })).min(1),
  otherFeedback: text,
});
const document = z.strictObject({
  ...common,
  format: z.literal('document'),
  document: z.strictObject({ kind: z.enum(DOCUMENT_KINDS), title: text }),
  /** The lines of the document, in reading order; the person marks those that matter. */
  passages: z
    .array(
      z.strictObject({ id: letter, label: text.optional(), text, relevant: z.boolean(), feedback: text }),
    )
    .min(5)
    .max(10),
});
const dialogueStep = z.strictObject({
  ...common,
  format: z.literal('dialogue-step'),
  exchange: z
    .array(z.strictObject({ speaker: text, text }))
    .min(1)
    .max(5),
  options: z.array(option).min(3).max(4),
});

export const questionSchema = z.discriminatedUnion('format', [
  singleChoice,
  multipleChoice,
  order,
  match,
  categories,
  judgement,
  number,
  document,
  dialogueStep,
]);
export type Question = z.infer<typeof questionSchema>;
export type Format = Question['format'];
export type QuestionOf<F extends Format> = Extract<Question, { format: F }>;

export const FORMATS = questionSchema.options.map((option) => option.shape.format.value);
