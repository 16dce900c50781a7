import { z } from 'zod';

/** Where an action was led; « hors-etablissement » is a CIO, a rectorat, a mission locale. */
export const ACTION_LEVELS = {
  ecole: 'École',
  college: 'Collège',
  lycee: 'Lycée général et technologique',
  'lycee-professionnel': 'Lycée professionnel',
  'hors-etablissement': 'Hors de l’établissement',
} as const;
export type ActionLevel = keyof typeof ACTION_LEVELS;

export const ACTION_FIELDS = {
  prévention: 'Prévention : pour tous, avant les premiers signes',
  intervention: 'Intervention : pour un élève chez qui des signes sont vus',
  remédiation: 'Remédiation : pour un jeune déjà sorti',
} as const;
export type ActionField = keyof typeof ACTION_FIELDS;

export const ACTION_THEMES = {
  'accompagnement-parcours': 'Repérage, tutorat et parcours aménagés',
  'transitions-accueil': 'Transitions, accueil et intégration',
  familles: 'Lien avec les familles',
  'climat-cooperation': 'Climat scolaire, coopération et pairs',
  'estime-reconnaissance': 'Estime de soi et reconnaissance des réussites',
  'pedagogie-evaluation': 'Pratiques pédagogiques et évaluation',
  'fondamentaux-langage': 'Langage et fondamentaux',
  'orientation-metiers': 'Orientation, métiers et projet personnel',
  'projet-entreprendre': 'Pédagogie de projet et entrepreneuriat',
  'arts-culture-medias': 'Arts, culture et médias',
  numerique: 'Numérique',
  'temoignages-mobilisation': 'Témoignages et mobilisation',
  raccrochage: 'Raccrochage et retour en formation',
  'professionnels-partenariats': 'Formation des équipes et alliances',
} as const;
export type ActionTheme = keyof typeof ACTION_THEMES;

/** Where all of them are told; what a link leads to today was not checked. */
export const ACTIONS_SOURCE = {
  title: 'Synthèse nationale de la semaine de la persévérance scolaire 2015-2016',
  year: 2016,
} as const;

const text = z
  .string()
  .trim()
  .min(1)
  .regex(/^[^']*$/, 'a straight apostrophe');
const oneOf = <Name extends string>(names: Record<Name, string>) =>
  z.enum(Object.keys(names) as [Name, ...Name[]]);

/** What a school or a partner did once against dropping out: an idea, not proof that it works. */
const actionSchema = z.strictObject({
  id: z.string().regex(/^A\d{3}$/),
  title: text,
  academie: text,
  place: text,
  city: text,
  levels: z.array(oneOf(ACTION_LEVELS)).min(1),
  field: oneOf(ACTION_FIELDS),
  themes: z.array(oneOf(ACTION_THEMES)).min(1),
  summary: text,
  parts: z.array(text).default([]),
  partners: z.array(text).default([]),
  links: z.array(z.url()).default([]),
});
export type Action = z.infer<typeof actionSchema>;

export const actionsSchema = z
  .array(actionSchema)
  .refine((actions) => new Set(actions.map(({ id }) => id)).size === actions.length, 'two actions of one id');
