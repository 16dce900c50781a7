import type { Mail } from '../../../web/index.ts';

/** Says that something waits, and where; neither what, nor about whom. */
export function requestMail(to: string, origin: string): Mail {
  return {
    to,
    subject: 'Une ou un collègue vous demande de confirmer une pratique que vous avez vue',
    text: `Bonjour,

Une personne de votre établissement ou de votre académie vous demande de confirmer une pratique professionnelle que vous l’avez vue mettre en œuvre. Vous pourrez confirmer, dire ce que vous avez vu, ou refuser : rien ne vous y oblige.

Connectez-vous avec cette adresse pour savoir qui, et choisir :
${origin}/certificat/observations

--
Application Persévérance
Vous ne connaissez pas ce service, ou personne qui l’utilise ? Ignorez ce message : il n’y en aura pas d’autre pour cette demande.
`,
  };
}
