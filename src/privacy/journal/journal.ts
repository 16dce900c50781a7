import type { AuditAction } from '../audit.store.ts';

/**
 * The kinds of lines that may be read, by what they are about. What people do for themselves (answers, modules, plans,
 * opinions) is no business of those who administer: it is not here, so it is never shown.
 */
export const KINDS = {
  roles: {
    'membership-asked': 'Rôle demandé',
    'membership-confirmed': 'Rattachement confirmé',
    'membership-ended': 'Rattachement terminé',
    'role-given': 'Rôle donné',
    'school-left': 'Établissement quitté',
    'school-changed': 'Établissement déclaré',
    'invitation-made': 'Invitation faite',
    'invitation-withdrawn': 'Invitation retirée',
    'invitation-accepted': 'Invitation acceptée',
    'follow-ups-handed-over': 'Suivis confiés à un collègue',
    'chair-designated': 'Présidence du GPDS prise',
    'chair-ended': 'Présidence du GPDS quittée',
  },
  schools: {
    'schools-imported': 'Annuaire importé',
    'school-corrected': 'Fiche d’établissement corrigée',
    'school-figures-recorded': 'Chiffres d’un établissement saisis',
    'school-figures-imported': 'Chiffres d’établissements importés',
    'comparison-imported': 'Chiffres de comparaison importés',
    'follow-up-allowed': 'Cadre du suivi écrit',
  },
  'follow-up': {
    'follow-up-opened': 'Suivi ouvert',
    'follow-up-read': 'Suivi lu',
    'follow-up-closed': 'Suivi terminé',
    'follow-up-erased': 'Suivi effacé',
    'circle-changed': 'Accès à un suivi changé',
    'transfer-accepted': 'Suivi repris ailleurs',
    'alert-read': 'Alerte lue',
    'alert-decided': 'Alerte décidée',
    'opposition-recorded': 'Opposition notée',
    'request-answered': 'Demande d’une famille répondue',
  },
  service: {
    'signed-in': 'Connexion',
    'code-refused': 'Code de connexion refusé',
    'account-created': 'Compte créé',
    'account-erased': 'Compte effacé',
    'data-exported': 'Données téléchargées par la personne',
    'expired-erased': 'Effacement à la date prévue',
    'alerts-purged': 'Alertes effacées à leur date',
    'log-searched': 'Journal consulté',
    'job-run-again': 'Tâche relancée',
    'question-statistics-computed': 'Statistiques des questions calculées',
    'badge-revoked': 'Badge retiré',
  },
} as const satisfies Record<string, Partial<Record<AuditAction, string>>>;

export type KindGroup = keyof typeof KINDS;
export const GROUP_NAMES: Record<KindGroup, string> = {
  roles: 'Personnes et rôles',
  schools: 'Établissements',
  'follow-up': 'Suivi des jeunes',
  service: 'Service',
};

/** What an académie reads: who is what in its schools. */
const OF_AN_ACADEMIE: readonly KindGroup[] = ['roles', 'schools'];

export function groupsFor(national: boolean): KindGroup[] {
  return (Object.keys(KINDS) as KindGroup[]).filter((group) => national || OF_AN_ACADEMIE.includes(group));
}

/** The kinds read, in French, by their word in the log. */
export function kindsFor(national: boolean): Map<string, string> {
  return new Map(groupsFor(national).flatMap((group) => Object.entries(KINDS[group])));
}

/** What these lines are about is told to nobody. */
export const HIDDEN: ReadonlySet<string> = new Set(Object.keys(KINDS['follow-up']));

/** What a line is about, as far as it may be said: a young person’s file is never named. */
export function objectOf(action: string, subject: string): string {
  if (HIDDEN.has(action)) return /\balert\b/.test(subject) ? 'une alerte' : 'un suivi';
  return subject;
}

/** What the log says in the words of the code, longest first. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/(\d{4}-\d\d-\d\d) to (\d{4}-\d\d-\d\d)/, 'du $1 au $2'],
  [/: as in the directory/, ' : comme dans l’annuaire'],
  [/\bby themselves\b/, 'par la personne elle-même'],
  [/\bby the operator\b/, 'par l’exploitant'],
  [/\blines unread\b/, 'lignes laissées de côté'],
  [/\bplans nobody opened\b/, 'plans que personne n’a ouverts'],
  [/\blink of a mail\b/, 'lien d’un courriel'],
  [/\badded\b/, 'ajoutés'],
  [/\bchanged\b/, 'mis à jour'],
  [/\bclosed\b/, 'fermés'],
  [/\bleaves\b/, 'n’anime plus le GPDS'],
  [/\bsign-ins\b/, 'codes et sessions'],
  [/\bsign-in\b/, 'connexion'],
  [/\bworkshops?\b/, 'atelier'],
  [/\bcampaign\b/, 'groupe'],
  [/\balerts\b/, 'alertes'],
  [/\bnotices\b/, 'courriels'],
  [/\bpeople\b/, 'personnes'],
  [/\bschool\b/, 'établissement'],
  [/\bnational\b/, 'ministère'],
  [/\bnation\b/, 'France entière'],
  [/\bagent\b/, 'membre du personnel'],
  [/\breferent\b/, 'référent'],
  [/\bacademie\b/, 'académie'],
  [/\baccount\b/, 'compte'],
  [/\bnone\b/, 'aucun'],
  [/ to /, ' à '],
  [/(?<! ): | of /, ' : '],
];

/** What a line is about, said in French; days and numbers stay. */
export function inFrench(subject: string): string {
  return WORDS.reduce((text, [word, french]) => text.replaceAll(new RegExp(word, 'g'), french), subject);
}

export const SPANS = { '1': 1, '7': 7, '31': 31 } as const;
export const SPAN_NAMES = {
  '1': 'ce jour-là',
  '7': 'les sept jours jusqu’à ce jour',
  '31': 'les trente et un jours',
};
