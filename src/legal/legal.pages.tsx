import type { Child } from 'hono/jsx';
import { anyone, page, type Route, refuse, route, type Visit } from '../web/index.ts';
import { Budget, Contact } from './contact.tsx';
import { Blank } from './operator.tsx';
import { PersonalData } from './personal-data.tsx';
import { LegalNotice, Terms } from './terms.tsx';

export const legalRoutes: Route[] = [
  route('GET', '/accessibilite', anyone, (visit) =>
    show(visit, 'Accessibilité : non conforme', <Accessibility />),
  ),
  route('GET', '/mentions-legales', anyone, (visit) =>
    show(visit, 'Mentions légales', <LegalNotice {...visit.app.settings} />),
  ),
  route('GET', '/donnees-personnelles', anyone, (visit) =>
    show(visit, 'Données personnelles', <PersonalData {...visit.app.settings} />),
  ),
  route('GET', '/cgu', anyone, (visit) =>
    show(visit, 'Conditions d’utilisation', <Terms {...visit.app.settings} />),
  ),
  route('GET', '/budget', anyone, (visit) => show(visit, 'Budget', <Budget {...visit.app.settings} />)),
  route('GET', '/contact', anyone, (visit) => show(visit, 'Contact', <Contact {...visit.app.settings} />)),
  route('GET', '/.well-known/security.txt', anyone, showSecurityContact),
];

function show(visit: Visit, title: string, content: Child): Response {
  return page(
    visit,
    { title, narrow: true },
    <div class="statement">
      <h1>{title}</h1>
      {content}
    </div>,
  );
}

function Accessibility() {
  return (
    <>
      <p class="lede">
        Ce site n’a pas encore été audité selon le référentiel général d’amélioration de l’accessibilité (RGAA
        4.1). Tant qu’aucun audit n’existe, la règle est de le déclarer non conforme, même si nous l’avons
        construit pour être utilisable par tout le monde.
      </p>
      <h2>Résultats des tests</h2>
      <p>
        Aucun taux de conformité n’est donné : seul un audit de tous les critères en donne un. Voici ce que
        l’équipe de développement a vérifié elle-même, avec le navigateur Chromium et lui seul :
      </p>
      <ul>
        <li>les règles d’axe-core 4.14, sans défaut relevé sur les pages et les états parcourus ;</li>
        <li>une étape complète au clavier seul, avec la place du focus toujours visible ;</li>
        <li>le parcours entier sans JavaScript ;</li>
        <li>
          l’affichage à 320 pixels de large et l’espacement du texte agrandi, sans défilement horizontal ;
        </li>
        <li>l’affichage en couleurs imposées par le système, et l’impression ;</li>
        <li>
          ce que le navigateur transmet aux lecteurs d’écran : titres, listes, libellés, légendes, erreurs ;
        </li>
        <li>le contraste des textes, et celui des dessins de résultats avec leur fond.</li>
      </ul>
      <h2>Ce que nous savons imparfait</h2>
      <ul>
        <li>
          Un seul lecteur d’écran a été essayé, Orca 43 avec Chromium, sur la connexion et une étape entière ;
          ni NVDA, ni JAWS, ni VoiceOver, ni TalkBack.
        </li>
        <li>Aucune personne en situation de handicap n’a encore testé le site.</li>
        <li>Aucun autre navigateur que Chromium n’a été essayé.</li>
        <li>
          Dans les sources, les titres d’ouvrages en anglais ne sont pas signalés comme tels aux synthèses
          vocales.
        </li>
        <li>
          Dans les questions, certains documents présentés comme des tableaux sont donnés en liste, une ligne
          après l’autre.
        </li>
        <li>
          Sur un petit écran, le menu perd deux liens : « Mon espace » se rejoint par le nom du site, « Mon
          compte » par « Mes données ». La touche Tab y passe par le menu avant « Se déconnecter », affiché
          plus haut.
        </li>
        <li>
          Le profil en PDF est balisé, mais n’a pas été contrôlé par un outil d’accessibilité ; les mêmes
          résultats se lisent sur la page « Ce que je sais ».
        </li>
      </ul>
      <h2>Signaler une difficulté</h2>
      <p>
        Une page vous bloque ? Dites-nous laquelle et avec quel matériel : <Blank>adresse de contact</Blank>.
        Nous vous devons une réponse et, si besoin, le contenu sous une autre forme.
      </p>
      <h2>Si la réponse ne vous satisfait pas</h2>
      <p>
        Vous pouvez écrire au{' '}
        <a href="https://formulaire.defenseurdesdroits.fr/">Défenseur des droits en ligne</a>, rencontrer une
        personne qui le représente dans votre département, ou envoyer un courrier gratuit, sans timbre :
        Défenseur des droits, Libre réponse 71120, 75342 Paris Cedex 07.
      </p>
      <h2>Établissement de cette déclaration</h2>
      <p>
        Établie le 23 novembre 2026, après une vérification faite par l’équipe de développement : ce n’est pas
        un audit. Audit : <Blank>date et organisme</Blank>.
      </p>
    </>
  );
}

const SIX_MONTHS_MS = 182 * 24 * 3_600_000;

/**
 * RFC 9116. Only what the operator said is repeated: the name a request gives itself may be anybody’s, and this answer is
 * kept by caches. Without an address of the site nor of somebody, there is nobody to tell, and no such page.
 */
function showSecurityContact(visit: Visit): Response {
  const { app, http } = visit;
  const { operator, publicUrl } = app.settings;
  const origin = publicUrl && new URL(publicUrl).origin;
  if (!origin && !operator.securityEmail) return refuse(visit, 'absent');
  const expires = new Date(Math.floor(app.now().getTime() / 86_400_000) * 86_400_000 + SIX_MONTHS_MS);
  const lines = [
    ...(operator.securityEmail ? [`Contact: mailto:${operator.securityEmail}`] : []),
    ...(origin ? [`Contact: ${origin}/contact`] : []),
    `Expires: ${expires.toISOString()}`,
    'Preferred-Languages: fr, en',
    ...(origin ? [`Canonical: ${origin}/.well-known/security.txt`] : []),
  ];
  return http.text(`${lines.join('\n')}\n`, 200, { 'Cache-Control': 'public, max-age=86400' });
}
