import type { Mail } from '../../web/index.ts';
import { CODE_MINUTES } from '../sign-in/code.ts';
import { INVITATION_DAYS } from './affiliation.ts';

/** Nobody is named in these: a mail is read by more people than the one it is for. */

export function askedMail(to: string, place: string, link: string): Mail {
  return {
    to,
    subject: 'Une demande de rattachement vous attend',
    text: `Bonjour,

Quelqu’un dit travailler ici : ${place}. Cette personne attend votre réponse. Tant que personne n’a répondu, elle ne voit rien de ce qui concerne les élèves.

Voir la demande :
${link}
`,
  };
}

export function confirmedMail(to: string, place: string, link: string): Mail {
  return {
    to,
    subject: 'Votre rattachement est confirmé',
    text: `Bonjour,

Votre rattachement est confirmé : ${place}. Il vaut dès votre prochaine page.

Voir ce que cela ouvre :
${link}
`,
  };
}

export function invitationMail(to: string, place: string, link: string): Mail {
  return {
    to,
    subject: 'Une invitation à rejoindre votre établissement',
    text: `Bonjour,

Vous êtes invité·e à rejoindre votre établissement dans l’Application Persévérance : ${place}.

${link}

Ce lien sert une seule fois, pendant ${INVITATION_DAYS} jours. Il est pour vous : ne le transférez pas.
Ce message ne vous concerne pas ? Ignorez-le.
`,
  };
}

export function addressMail(to: string, code: string): Mail {
  return {
    to,
    subject: 'Vérifier votre adresse académique',
    text: `Bonjour,

Pour montrer que cette adresse est la vôtre, recopiez ce code dans l’Application Persévérance :

    ${code}

Il est valable ${CODE_MINUTES} minutes et ne sert qu’une fois.

Vous n’avez rien demandé ? Ignorez ce message et ne donnez ce code à personne.
`,
  };
}
