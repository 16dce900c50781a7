/** What each job does, for those who watch over the service. */
export const JOB_NAMES: Readonly<Record<string, string>> = {
  'prepare-notices': 'Prépare les rappels du jour',
  'prepare-follow-up-notices': 'Prépare les courriels à qui anime ou préside un GPDS',
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

const EVERY = /^\*\/(\d+) \* \* \* \*$/;
const LINE = /^(\d+) (\*|\d+|\d+-\d+) \* \* (\*|\d|\d-\d)$/;
const DAYS = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'];

/** A line of crontab as people say it, when it is one of the simple ones; else as it is. */
export function scheduleText(cron: string): string {
  if (cron === '* * * * *') return 'chaque minute';
  const every = EVERY.exec(cron)?.[1];
  if (every !== undefined) return `toutes les ${every} minutes`;
  const [, minute = '', hour = '', day = ''] = LINE.exec(cron) ?? [];
  if (minute === '') return cron;
  const padded = minute.padStart(2, '0');
  const [from, to] = day.split('-').map((one) => DAYS[Number(one) % 7]);
  const days = day === '*' ? 'chaque jour' : to === undefined ? `chaque ${from}` : `du ${from} au ${to}`;
  if (hour === '*') return `chaque heure, à la minute ${minute}`;
  const [first, last] = hour.split('-');
  return last === undefined
    ? `${days} à ${first} h ${padded}`
    : `${days}, à chaque heure de ${first} h ${padded} à ${last} h ${padded}`;
}
