/** What each job does, for those who watch over the service. */
export const JOB_NAMES: Readonly<Record<string, string>> = {
  'prepare-notices': 'Prépare les rappels du jour',
  'send-notices': 'Envoie les rappels par courriel',
  'forget-unopened-plans': 'Oublie les plans montrés que personne n’a ouverts',
  'forget-unopened-case-studies': 'Oublie les études de cas montrées que personne n’a ouvertes',
  'forget-unopened-confirmations': 'Oublie les demandes de confirmation que personne n’a ouvertes',
  'erase-follow-ups': 'Efface les suivis arrivés à leur date',
  'purge-alerts': 'Efface les alertes arrivées à leur date',
  'forget-sign-ins': 'Oublie les codes, les sessions et les invitations terminés',
  'forget-workshop-participants': 'Oublie les participants des ateliers terminés',
  'question-statistics': 'Calcule les statistiques des questions',
};

const NUMBER = '(\\d+|\\*)';
const LINE = new RegExp(`^${NUMBER} ${NUMBER} \\* \\* ${NUMBER}$`);
const DAYS = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'];

/** A line of crontab as people say it, when it is one of the simple ones; else as it is. */
export function scheduleText(cron: string): string {
  const every = /^\*\/(\d+) \* \* \* \*$/.exec(cron);
  if (every) return `toutes les ${every[1]} minutes`;
  const [, minute, hour, day] = LINE.exec(cron) ?? [];
  if (minute === undefined || minute === '*') return cron;
  if (hour === '*') return `chaque heure, à la minute ${minute}`;
  const at = `à ${hour} h ${minute.padStart(2, '0')}`;
  return day === '*' ? `chaque jour ${at}` : `chaque ${DAYS[Number(day) % 7]} ${at}`;
}
