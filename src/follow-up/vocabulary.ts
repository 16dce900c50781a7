import type { ActionField, DecisionCard } from '../content/index.ts';

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

/** What a GPDS decides, in the order it is proposed; each has a card and a rehearsal of the same identifier in the content. */
export const DECISION_KINDS = {
  'entretien-eleve': 'Entretien avec l’élève',
  'appel-famille': 'Appel à la famille',
  'rencontre-famille': 'Rencontre avec la famille',
  'accueil-retour': 'Accueil au retour d’une absence ou d’une exclusion',
  tutorat: 'Tutorat',
  'soutien-travail': 'Aide au travail',
  'point-equipe': 'Point entre les adultes de la classe',
  'amenagement-parcours': 'Parcours ou emploi du temps aménagé',
  orientation: 'Orientation : PsyEN, projet',
  'relais-sante-social': 'Relais santé ou social',
  'suivi-assiduite': 'Procédure d’absence',
  'mesure-responsabilisation': 'Mesure de responsabilisation',
  'dispositif-relais': 'Dispositif relais',
  'partenaire-mlds': 'MLDS, mission locale ou autre partenaire',
} as const satisfies Record<DecisionCard['id'], string>;
export type DecisionKind = keyof typeof DECISION_KINDS;

/** Who does what was decided, when it is not a colleague chosen by name. */
export const DOERS = {
  referent: 'Référent décrochage',
  'professeur-principal': 'Professeur principal',
  enseignant: 'Un enseignant de la classe',
  cpe: 'CPE',
  aed: 'AED',
  aesh: 'AESH',
  psyen: 'PsyEN',
  infirmier: 'Infirmier ou infirmière',
  'assistant-social': 'Assistant ou assistante de service social',
  direction: 'Direction',
  mlds: 'Coordonnateur MLDS',
  partenaire: 'Partenaire extérieur',
} as const;

export const DECISION_OUTCOMES = {
  done: 'Fait',
  partly: 'Fait en partie',
  'not-done': 'Pas fait',
  dropped: 'Abandonné, ce n’est plus utile',
} as const;
export type DecisionOutcome = keyof typeof DECISION_OUTCOMES;

/** What the school itself can move; neither the family nor the health of the pupil is in the list. */
export const LEVERS = {
  'adulte-repere': 'Un adulte repère, disponible',
  relation: 'La relation avec les adultes en classe',
  accueil: 'L’accueil, les retours',
  taches: 'Des tâches et des consignes à sa portée',
  evaluation: 'L’évaluation, l’encouragement',
  'aide-travail': 'L’aide au travail',
  'emploi-du-temps': 'L’emploi du temps, le rythme',
  pairs: 'La place dans le groupe',
  regles: 'Les règles et les sanctions',
  projet: 'Le sens, le projet d’orientation',
  famille: 'Le lien de l’école avec la famille',
  coordination: 'L’accord entre les adultes',
} as const;
export type Lever = keyof typeof LEVERS;
export const MOST_LEVERS = 6;

/** Where the actions of the library for a class were led. */
export function actionLevelOf(level: Level): 'ecole' | 'college' | 'lycee' | 'lycee-professionnel' {
  switch (level) {
    case 'ecole':
      return 'ecole';
    case '2de':
    case '1re':
    case 'terminale':
      return 'lycee';
    case 'cap-1':
    case 'cap-2':
    case '2de-pro':
    case '1re-pro':
    case 'terminale-pro':
      return 'lycee-professionnel';
    default:
      return 'college';
  }
}

/** What is done for a pupil, from a list, and when it comes: before any sign, at the first signs, or once gone. */
export const SUPPORT_KINDS = {
  tutorat: { name: 'Tutorat', field: 'intervention' },
  'soutien-travail': { name: 'Aide au travail', field: 'intervention' },
  'accueil-retour': { name: 'Accueil après une absence ou une exclusion', field: 'intervention' },
  'rencontres-famille': { name: 'Rencontres avec la famille', field: 'intervention' },
  'amenagement-parcours': { name: 'Parcours ou emploi du temps aménagé', field: 'intervention' },
  'projet-orientation': { name: 'Travail sur le projet d’orientation', field: 'prévention' },
  'competences-psychosociales': { name: 'Ateliers de confiance et de coopération', field: 'prévention' },
  'liaison-niveau': { name: 'Liaison entre deux niveaux ou deux établissements', field: 'prévention' },
  'suivi-assiduite': { name: 'Procédure d’absence', field: 'intervention' },
  'mesure-responsabilisation': { name: 'Mesure de responsabilisation', field: 'intervention' },
  'dispositif-relais': { name: 'Dispositif relais', field: 'intervention' },
  pafi: { name: 'Parcours aménagé de formation initiale (PAFI)', field: 'intervention' },
  tdo: { name: 'Parcours « Tous droits ouverts » (TDO)', field: 'intervention' },
  partenaire: { name: 'Accompagnement par un partenaire', field: 'intervention' },
  mlds: { name: 'Action de la MLDS', field: 'remédiation' },
  'retour-formation': { name: 'Structure de retour à l’école ou en formation', field: 'remédiation' },
} as const satisfies Record<string, { name: string; field: ActionField }>;
export type SupportKind = keyof typeof SUPPORT_KINDS;

export const STOP_REASONS = {
  finished: 'Mené à son terme',
  'objective-reached': 'But atteint avant la fin',
  'pupil-stopped': 'L’élève a choisi d’arrêter',
  'family-stopped': 'La famille a choisi d’arrêter',
  'adult-missing': 'L’adulte n’était plus disponible',
  'not-suited': 'Cela ne convenait pas',
  'left-school': 'L’élève a changé d’établissement ou est parti',
  'never-begun': 'N’a jamais commencé',
} as const;
export type StopReason = keyof typeof STOP_REASONS;

export const WITH_WHOM = {
  pupil: 'L’élève',
  'pupil-and-family': 'L’élève et sa famille',
  family: 'La famille',
} as const;
export type WithWhom = keyof typeof WITH_WHOM;

export const CLOSE_REASONS = {
  'objective-reached': 'Le but est atteint',
  'no-longer-needed': 'Le suivi n’est plus utile',
  'left-school': 'L’élève a quitté l’établissement',
  transferred: 'Le suivi continue dans un autre établissement',
  'lost-sight': 'On n’a plus de nouvelles',
  opposition: 'L’élève ou sa famille s’oppose au suivi',
} as const;
export type CloseReason = keyof typeof CLOSE_REASONS;
