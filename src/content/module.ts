import { z } from 'zod';
import { PROFESSIONS } from './framework.ts';
import { sourceSchema } from './question.ts';

/** What somebody may say they need now, in their own words. */
export const NEEDS = {
  'appeler-famille': 'Je dois appeler une famille',
  'entretien-eleve': 'Je vais parler seul à seul avec un élève',
  'retour-absence': 'Un élève revient après une absence',
  'eleve-silencieux': 'Un élève se tait ou s’efface',
  'cours-difficile': 'Un cours ou une exclusion s’est mal passé',
  absences: 'Des absences m’inquiètent',
  gpds: 'Je prépare une réunion du GPDS',
  orientation: 'Un élève ne sait pas où aller',
  'travail-eleve': 'Un élève ne travaille plus',
  collegues: 'Je veux entraîner des collègues',
  partenaires: 'Je cherche un partenaire ou un dispositif',
  donnees: 'Que puis-je écrire ou transmettre ?',
  bilan: 'Je veux savoir si ce que nous faisons aide',
} as const;
export type Need = keyof typeof NEEDS;

const text = z.string().trim().min(1);
const option = z.strictObject({
  id: z.string().regex(/^[a-z]$/),
  text,
  correct: z.boolean().default(false),
  feedback: text,
});

const exercise = z.strictObject({
  id: z.string().regex(/^p\d$/),
  stem: text,
  /** Said after a first wrong choice, before the second try. */
  hint: text,
  options: z.array(option).min(3).max(4),
});
export type Exercise = z.infer<typeof exercise>;

/** The front matter of `content/modules/<id>.md`. */
export const moduleSchema = z.strictObject({
  id: z.string().regex(/^\d\.\d-[a-z0-9-]+$/),
  version: z.number().int().positive(),
  competence: z.string().regex(/^\d\.\d$/),
  levels: z.union([z.tuple([z.literal(1), z.literal(2)]), z.tuple([z.literal(3), z.literal(4)])]),
  title: text,
  promise: text,
  minutes: z.number().int().min(5).max(20),
  professions: z.union([z.literal('all'), z.array(z.enum(PROFESSIONS)).min(1)]),
  needs: z
    .array(z.enum(Object.keys(NEEDS) as [Need, ...Need[]]))
    .min(1)
    .max(3),
  practice: z.array(exercise).min(4).max(5),
  /** Something to do tomorrow, in five minutes. */
  gesture: z.strictObject({ title: text, steps: z.array(text).min(2).max(4) }),
  /** Beginnings for « Si … alors je … ». */
  plan: z.strictObject({
    if: z.array(text).min(2).max(4),
    // biome-ignore lint/suspicious/noThenProperty: « alors », a list of sentences, is never awaited.
    then: z.array(text).min(2).max(4),
    help: z.array(text).min(1).max(3),
  }),
  cards: z
    .array(z.strictObject({ id: z.string().regex(/^c\d$/), question: text, answer: text }))
    .min(3)
    .max(6),
  sources: z.array(sourceSchema).min(1),
  reviewBy: z.iso.date(),
  status: z.enum(['relu', 'à relire']),
});

export type ModuleSection = { title: string; text: string };
export type Module = z.infer<typeof moduleSchema> & { sections: readonly ModuleSection[] };

/** Where the exercises stand among the sections. */
export const PRACTICE_SECTION = 'À vous';

/** Beginners see an example worked out before they practise; others think first of what they do already. */
const SECTIONS = {
  1: ['Un cas', 'Pourquoi', 'L’essentiel', 'Un exemple commenté', PRACTICE_SECTION, 'Pour vous'],
  3: ['Un cas', 'Pour vous', 'Pourquoi', 'L’essentiel', 'Un exemple commenté', PRACTICE_SECTION],
} as const;

/** Splits a file into what describes the module and its sections; null when there is no front matter. */
export function splitModule(file: string): { front: string; sections: ModuleSection[] } | null {
  const [, front, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(file.replaceAll('\r\n', '\n')) ?? [];
  if (front === undefined || body === undefined) return null;
  const sections = body
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [title = '', ...lines] = part.split('\n');
      return { title: title.trim(), text: lines.join('\n').trim() };
    });
  return { front, sections };
}

/** What is wrong with a module beyond its fields, a line each. */
export function moduleProblems(module: Module): string[] {
  const problems: string[] = [];
  const titles = module.sections.map(({ title }) => title);
  const expected = SECTIONS[module.levels[0]];
  if (titles.join(' / ') !== expected.join(' / '))
    problems.push(`sections « ${titles.join(' / ')} » ; il faut « ${expected.join(' / ')} »`);
  for (const { title, text: body } of module.sections) {
    if (body === '') problems.push(`la section « ${title} » est vide`);
    if (/<[a-z/]/i.test(body)) problems.push(`section « ${title} » : pas de HTML`);
  }
  if (!module.id.startsWith(`${module.competence}-`)) problems.push('l’id doit commencer par la compétence');
  for (const { id, options } of module.practice) {
    if (options.filter(({ correct }) => correct).length !== 1)
      problems.push(`exercice ${id} : il faut une seule bonne réponse`);
    if (new Set(options.map((choice) => choice.id)).size !== options.length)
      problems.push(`exercice ${id} : deux réponses ont la même lettre`);
  }
  for (const [what, ids] of [
    ['exercices', module.practice.map(({ id }) => id)],
    ['cartes', module.cards.map(({ id }) => id)],
  ] as const) {
    if (new Set(ids).size !== ids.length) problems.push(`deux ${what} ont le même id`);
  }
  const essential = module.sections.find(({ title }) => title === 'L’essentiel')?.text ?? '';
  const words = essential.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;
  if (words > 420) problems.push(`« L’essentiel » compte ${words} mots, 400 au plus`);
  return problems;
}
