import type { Access } from './scope.store.ts';

/** What may be read of a file, and what may be done in it. */
export type Right =
  | 'read-signals'
  | 'read-alerts'
  | 'read-decisions'
  | 'read-support'
  | 'read-questionnaires'
  | 'read-milestones'
  | 'rate'
  | 'choose-signals'
  | 'note-sessions'
  | 'plan'
  | 'record-milestones'
  | 'end'
  | 'read-circle'
  | 'give-access'
  | 'transfer'
  | 'give-questionnaires'
  | 'inform'
  | 'answer-requests';

const READS_ALL = [
  'read-signals',
  'read-alerts',
  'read-decisions',
  'read-support',
  'read-questionnaires',
  'read-milestones',
] as const satisfies Right[];
const WORKS = [
  'rate',
  'choose-signals',
  'note-sessions',
  'plan',
  'record-milestones',
  'give-questionnaires',
] as const satisfies Right[];

const LEADS = ['end', 'read-circle', 'inform', 'answer-requests'] as const satisfies Right[];

/** Each sees what they need for what they do with the young person, and no more. */
const RIGHTS: Record<Access, readonly Right[]> = {
  referent: [...READS_ALL, ...WORKS, ...LEADS, 'give-access', 'transfer'],
  chair: [...READS_ALL, ...WORKS, ...LEADS],
  member: [...READS_ALL, ...WORKS],
  observer: ['read-signals', 'rate'],
  tutor: [
    'read-signals',
    'rate',
    'read-support',
    'note-sessions',
    'read-questionnaires',
    'give-questionnaires',
  ],
  guest: ['read-decisions', 'read-support', 'read-questionnaires', 'read-milestones'],
};

export function may({ access }: { access: Access }, right: Right): boolean {
  return RIGHTS[access].includes(right);
}

export const ACCESS_NAMES: Record<Access, string> = {
  referent: 'Anime le GPDS',
  chair: 'Préside le GPDS',
  member: 'Membre du GPDS',
  observer: 'Observateur ou observatrice',
  tutor: 'Tuteur ou tutrice',
  guest: 'Partenaire invité',
};

/** The places of a circle, and what each opens, as whoever gives it reads it. */
export const CIRCLE_ROLES = {
  member: 'Lit tout le suivi, cote, prévoit, note les étapes',
  observer: 'Lit et cote les signaux : professeur principal, AED, AESH…',
  tutor: 'Lit les signaux et l’accompagnement, cote, note les séances et les entretiens',
  guest: 'Lit les décisions, l’accompagnement et les étapes, n’écrit rien : MLDS, partenaire',
} as const satisfies Partial<Record<Access, string>>;
export type CircleRole = keyof typeof CIRCLE_ROLES;
