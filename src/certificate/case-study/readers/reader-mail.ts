import type { Mail } from '../../../web/index.ts';

/** Says that something waits, and where; neither what it says, nor about whom. */
export function readerMail(to: string, origin: string): Mail {
  return {
    to,
    subject: 'Une ou un collègue aimerait que vous relisiez une étude de cas',
    text: `Bonjour,

Une personne de votre établissement ou de votre académie s’entraîne à l’étude de cas du CPLDS, sur un dossier inventé. Elle aimerait que vous lisiez son texte et remplissiez la même grille qu’elle, en un quart d’heure. Vous pouvez refuser : rien ne vous y oblige.

Connectez-vous avec cette adresse pour savoir qui, et choisir :
${origin}/certificat/relectures

--
Application Persévérance
Vous ne connaissez pas ce service, ou personne qui l’utilise ? Ignorez ce message : il n’y en aura pas d’autre pour cette étude.
`,
  };
}
