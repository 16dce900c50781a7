// The closed lists of a follow-up, and how they are said. Nothing about a young person is free text beyond 140 characters.

export const LEVELS = {
  ecole: 'École',
  '6e': '6e',
  '5e': '5e',
  '4e': '4e',
  '3e': '3e',
  '2de': '2de',
  '1re': '1re',
  terminale: 'Terminale',
  'cap-1': '1re année de CAP',
  'cap-2': '2e année de CAP',
  '2de-pro': '2de professionnelle',
  '1re-pro': '1re professionnelle',
  'terminale-pro': 'Terminale professionnelle',
  autre: 'Autre',
} as const;
export type Level = keyof typeof LEVELS;

export const AGE_BANDS = {
  'under-16': 'Moins de 16 ans',
  '16-17': '16 ou 17 ans',
  '18-plus': '18 ans et plus',
} as const;
export type AgeBand = keyof typeof AGE_BANDS;

/** From the first sign to a year after: what is counted in the funnel. */
export const MILESTONES = {
  spotted: 'Repéré',
  contacted: 'Contacté',
  interviewed: 'Entretien tenu',
  agreed: 'Accord donné',
  engaged: 'Accompagnement commencé',
  completed: 'Accompagnement mené à son terme',
  exit: 'À la sortie',
  'six-months': 'Six mois après',
  'twelve-months': 'Douze mois après',
} as const;
export type Milestone = keyof typeof MILESTONES;

export const SITUATIONS = {
  education: 'En scolarité',
  training: 'En formation ou en apprentissage',
  job: 'En emploi',
  'no-solution': 'Sans solution',
  unknown: 'On ne sait pas',
} as const;
export type Situation = keyof typeof SITUATIONS;

export const RATING_NAMES = ['rien à signaler', 'à surveiller', 'marqué', 'fort ou durable'] as const;
