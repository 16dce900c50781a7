import type { Visit } from '../request.ts';
import { page } from './layout.tsx';

type Refusal = {
  status: 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 503;
  title: string;
  advice: string;
};

/** What can be refused, and what to do then. */
const REFUSALS = {
  absent: {
    status: 404,
    title: 'Page introuvable',
    advice:
      'Cette page n’existe pas, ou elle ne vous est pas ouverte. Vérifiez l’adresse, ou repartez de votre espace.',
  },
  'wrong-method': {
    status: 405,
    title: 'Action impossible à cette adresse',
    advice: 'Cette adresse ne s’utilise pas de cette façon. Repartez de votre espace : rien n’a été modifié.',
  },
  'foreign-form': {
    status: 403,
    title: 'Envoi refusé',
    advice:
      'Cet envoi ne vient pas d’une page de ce site, ou votre navigateur ne le dit pas. Rien n’a été modifié. Revenez à la page précédente, rechargez-la puis recommencez.',
  },
  'wrong-type': {
    status: 415,
    title: 'Envoi refusé',
    advice: 'Le format de cet envoi n’est pas accepté. Rien n’a été modifié.',
  },
  'too-large': {
    status: 413,
    title: 'Envoi trop volumineux',
    advice:
      'Ce que vous avez envoyé est trop long. Rien n’a été modifié : revenez en arrière et raccourcissez votre texte.',
  },
  unstorable: {
    status: 422,
    title: 'Un signe ne peut pas être gardé',
    advice:
      'Ce que vous avez envoyé contient un signe invisible que nous ne savons pas garder. Rien n’a été modifié : revenez en arrière, effacez le passage collé et tapez-le.',
  },
  'too-many': {
    status: 429,
    title: 'Trop d’essais',
    advice: 'Il y a eu trop d’essais en peu de temps. Attendez un quart d’heure puis recommencez.',
  },
  'too-many-documents': {
    status: 429,
    title: 'Beaucoup de documents en peu de temps',
    advice:
      'Vous avez téléchargé beaucoup de fichiers depuis une heure. Rien n’est perdu : attendez un peu, puis recommencez.',
  },
  'no-database': {
    status: 503,
    title: 'Service momentanément indisponible',
    advice:
      'Nous n’arrivons pas à joindre nos données. Vos réponses déjà enregistrées sont en sécurité. Réessayez dans une minute.',
  },
} as const satisfies Record<string, Refusal>;

export type RefusalName = keyof typeof REFUSALS;

export function refuse(visit: Visit, name: RefusalName, headers: Record<string, string> = {}): Response {
  const { status, title, advice } = REFUSALS[name];
  return page(
    visit,
    { title, status, narrow: true, headers },
    <Message title={title} advice={advice} visit={visit} />,
  );
}

/** A bug of ours: the number lets support find it in the log. */
export function incident(visit: Visit, number: string): Response {
  const advice =
    'L’erreur vient de nous et elle est notée. Ce qui était enregistré l’est toujours. Réessayez ; si cela recommence, donnez ce numéro :';
  return page(
    visit,
    { title: 'Erreur', status: 500, narrow: true },
    <Message title="Une erreur est survenue" advice={`${advice} ${number}.`} visit={visit} />,
  );
}

function Message({ title, advice, visit }: { title: string; advice: string; visit: Visit }) {
  const back = visit.viewer
    ? { href: '/mon-espace', text: 'Mon espace' }
    : { href: '/', text: 'Page d’accueil' };
  return (
    <>
      <h1>{title}</h1>
      <p class="lede">{advice}</p>
      <p>
        <a class="fr-btn" href={back.href}>
          {back.text}
        </a>
      </p>
    </>
  );
}
