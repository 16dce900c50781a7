import type { Mail } from '../../web/index.ts';

export type NoticeKind =
  | 'reminder'
  | 'plan-due'
  | 'companion-asked'
  | 'companion-wrote'
  | 'group'
  | 'follow-up';

type Letter = { subject: string; body: string; path: string };

/** What each mail says: that something waits, and where. Never what, nor about whom. */
const LETTERS: Record<NoticeKind, Letter> = {
  reminder: {
    subject: 'Trois minutes pour réviser',
    body: 'Quelque chose vous attend dans votre parcours : quelques questions à retrouver de mémoire, ou un plan dont la date arrive.\n\nTrois minutes suffisent, aujourd’hui ou un autre jour :',
    path: '/mon-parcours',
  },
  'plan-due': {
    subject: 'Un de vos plans arrive à sa date',
    body: 'Un plan « Si… alors… » que vous avez écrit arrive à sa date.\n\nQu’est-ce qui s’est passé ? Fait, en partie ou pas encore : toute réponse fait avancer.',
    path: '/plans',
  },
  'companion-asked': {
    subject: 'Une ou un collègue vous propose de suivre un plan avec lui ou elle',
    body: 'Une personne que vous connaissez a écrit un plan pour agir auprès des élèves, et aimerait vous le montrer. Vous pourrez lui écrire un mot d’encouragement ou une question, ou refuser : rien ne vous y oblige.\n\nConnectez-vous avec cette adresse pour savoir qui, et choisir :',
    path: '/accompagnements',
  },
  'companion-wrote': {
    subject: 'Un mot sur un de vos plans',
    body: 'La personne à qui vous avez montré un plan vous a écrit un mot.\n\nIl vous attend ici :',
    path: '/plans',
  },
  group: {
    subject: 'Un de vos groupes continue',
    body: 'Il vous reste quelque chose à faire dans un groupe que vous avez rejoint.\n\nC’est ici, quand vous voudrez :',
    path: '/mes-groupes',
  },
  'follow-up': {
    subject: 'Quelque chose vous attend dans le suivi des jeunes',
    body: 'Quelque chose est arrivé dans le suivi des jeunes de votre établissement, et attend d’être lu : une alerte d’un collègue, ou la demande d’un élève ou d’une famille.\n\nCe courriel ne dit pas de qui il s’agit. C’est ici :',
    path: '/suivi',
  },
};

/** Where the link that stops leads, and where one chooses again. */
const STOPS = {
  reminders: { stop: '/desinscription', choose: 'Changer de rythme', at: '/mon-compte/rappels' },
  group: {
    stop: '/mes-groupes/desinscription',
    choose: 'Choisir ce que je partage et reçois',
    at: '/mes-groupes',
  },
  'follow-up': {
    stop: '/mon-compte/suivi/desinscription',
    choose: 'Reprendre ou arrêter ces courriels',
    at: '/mon-compte/suivi',
  },
} as const;

/** The mail as it leaves. Those one can stop say how, to people and to mail programs (RFC 2369, RFC 8058). */
export function noticeMail(
  kind: NoticeKind,
  { to, origin, stop }: { to: string; origin: string; stop: string | null },
): Mail {
  const { subject, body, path } = LETTERS[kind];
  const stopping = STOPS[kind === 'group' || kind === 'follow-up' ? kind : 'reminders'];
  const stopUrl = stop === null ? null : `${origin}${stopping.stop}/${stop}`;
  const end =
    stopUrl === null
      ? 'Vous ne connaissez pas ce service, ou personne qui l’utilise ? Ignorez ce message : il n’y en aura pas d’autre pour ce plan.'
      : `Ne plus recevoir ces courriels, en un clic et sans vous connecter :\n${stopUrl}\n\n${stopping.choose} : ${origin}${stopping.at}`;
  return {
    to,
    subject,
    text: `Bonjour,\n\n${body}\n${origin}${path}\n\n--\nApplication Persévérance\n${end}\n`,
    ...(stopUrl !== null && {
      headers: {
        'List-Unsubscribe': `<${stopUrl}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
    }),
  };
}
