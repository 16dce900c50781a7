import type { Child } from 'hono/jsx';
import { anyone, originOf, page, type Route, route, type Visit } from '../web/index.ts';
import { HeldTable } from './held-table.tsx';
import { YoungPeople } from './young-people.tsx';

export const legalRoutes: Route[] = [
  route('GET', '/accessibilite', anyone, (visit) =>
    show(visit, 'Accessibilité : non conforme', <Accessibility />),
  ),
  route('GET', '/mentions-legales', anyone, (visit) =>
    show(visit, 'Mentions légales', <LegalNotice official={visit.app.settings.official} />),
  ),
  route('GET', '/donnees-personnelles', anyone, (visit) =>
    show(visit, 'Données personnelles', <PersonalData demonstration={visit.app.settings.demonstration} />),
  ),
  route('GET', '/cgu', anyone, (visit) => show(visit, 'Conditions d’utilisation', <Terms />)),
  route('GET', '/contact', anyone, (visit) => show(visit, 'Contact', <Contact />)),
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

/** What only the organisation that runs the service can say. */
function Blank({ children }: { children: string }) {
  return <span class="blank">[{children}, à compléter par l’exploitant]</span>;
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

function LegalNotice({ official }: { official: boolean }) {
  return (
    <>
      {!official && <p class="lede">Ce site n’est pas un service officiel de l’État.</p>}
      <h2>Éditeur</h2>
      <p>
        <Blank>nom, adresse, téléphone</Blank>
      </p>
      <h2>Direction de la publication</h2>
      <p>
        <Blank>nom et fonction</Blank>
      </p>
      <h2>Hébergement</h2>
      <p>
        <Blank>nom, adresse, téléphone</Blank>
      </p>
      <h2>Code et contenus</h2>
      <p>
        Le code est libre, sous licence MIT. Les situations et les personnes des questions sont inventées. Les
        sources des faits cités sont données avec chaque explication.
      </p>
      <p>
        Voir aussi : <a href="/cgu">conditions d’utilisation</a>, <a href="/contact">contact</a>.
      </p>
    </>
  );
}

function PersonalData({ demonstration }: { demonstration: boolean }) {
  return (
    <>
      {demonstration && (
        <p class="lede">
          Vous êtes dans la démonstration : ses personnes sont inventées, et tout le monde peut entrer à leur
          place. N’y écrivez rien de personnel.
        </p>
      )}
      <h2>Qui en est responsable</h2>
      <p>
        Responsable du traitement : <Blank>organisme</Blank>. Base légale : <Blank>base légale retenue</Blank>
        . Délégué à la protection des données : <Blank>contact</Blank>.
      </p>
      <h2>Ce qui est enregistré</h2>
      <HeldTable caption="Données enregistrées, raison et durée" held={HELD} />
      <YoungPeople />
      <h2>Qui y a accès</h2>
      <p>
        Personne d’autre que vous ne voit vos réponses, vos niveaux et vos plans : ni votre direction, ni vos
        collègues, ni le rectorat. Seule exception : un plan que vous montrez vous-même à une personne, tant
        que vous le lui montrez. Les personnes qui font fonctionner le service peuvent accéder techniquement à
        la base : <Blank>qui, et dans quel cadre</Blank>.
      </p>
      <p>
        Ces résultats ne doivent servir ni à évaluer une carrière, ni à recruter, ni à certifier. Aucune
        décision n’est prise automatiquement à votre sujet.
      </p>
      <h2>Où elles se trouvent</h2>
      <p>
        <Blank>pays et hébergeur, sauvegardes et leur durée</Blank>. Le site n’appelle aucun service extérieur
        : ni mesure d’audience, ni publicité, ni police de caractères d’un tiers.
      </p>
      <h2>Cookies</h2>
      <p>
        Trois cookies, indispensables et donc sans bandeau : l’un garde votre session ouverte, douze heures au
        plus ; l’autre retient un quart d’heure l’adresse à laquelle un code vient de partir ; le dernier, une
        demi-heure, l’aller et retour chez un fournisseur d’identité. Un élève qui remplit un questionnaire,
        une famille qui lit ce qui est gardé en ont un chacun, jusqu’à la fermeture du navigateur.
      </p>
      <h2>Vos droits</h2>
      <p>
        <a href="/mes-donnees">Voir, télécharger, effacer</a> : c’est immédiat, sans demande à faire.{' '}
        <a href="/mon-compte">Corriger</a> : dans votre compte. Pour le reste :{' '}
        <Blank>adresse de contact</Blank>. Vous pouvez aussi saisir la{' '}
        <a href="https://www.cnil.fr/fr/plaintes">CNIL</a>.
      </p>
    </>
  );
}

const HELD = [
  {
    what: 'Nom affiché, adresse électronique, métier, établissement',
    why: 'Vous reconnaître et choisir vos premières questions',
    until: 'L’effacement de votre compte',
  },
  {
    what: 'Si vous venez de ProConnect ou du guichet de votre académie : votre identifiant là-bas, et comment vous avez prouvé qui vous êtes',
    why: 'Vous reconnaître la fois suivante, fermer aussi votre session là-bas',
    until: 'L’effacement de votre compte ; pour la preuve, la fin de la session',
  },
  {
    what: 'Questions posées, réponses, niveaux estimés',
    why: 'Vous montrer où vous en êtes, reprendre où vous étiez',
    until: 'L’effacement de votre compte',
  },
  {
    what: 'Modules suivis, choix aux exercices, répliques choisies dans les dialogues, jour des répétitions, rangement du parcours, cartes à réviser, plans « Si… alors… » et ce que vous en dites',
    why: 'Vous proposer la suite, reprendre où vous étiez, vous rappeler ce que vous avez prévu',
    until: 'La suppression d’un plan, ou l’effacement de votre compte',
  },
  {
    what: 'Ce que vous vous sentez capable de faire, avant et après, si vous y répondez',
    why: 'Dire combien de personnes ont changé, par groupes de vingt au moins',
    until: 'L’effacement de votre compte ; les nombres de personnes demeurent, sans lien avec vous',
  },
  {
    what: 'Adresse de la personne à qui vous montrez un plan, et le mot qu’elle vous écrit',
    why: 'Lui montrer ce plan, et lui seul',
    until:
      'Le retrait, la suppression du plan, ou l’effacement de l’un des deux comptes ; soixante jours si personne ne l’ouvre',
  },
  {
    what: 'Attestations d’heures que vous établissez : ce qui est terminé, dates, durée, initiales',
    why: 'Permettre à qui vous la donnez de vérifier qu’elle existe, par son code',
    until: 'Votre retrait, ou l’effacement de votre compte',
  },
  {
    what: 'Le fait d’avoir donné ou passé un avis ; à part et sans lien avec vous, les réponses et leur mois',
    why: 'Améliorer ce qui est proposé, ne pas vous demander deux fois',
    until: 'L’effacement de votre compte ; les réponses sans nom demeurent',
  },
  {
    what: 'Rythme choisi pour les rappels par courriel, et date de chaque rappel parti',
    why: 'Vous écrire quand quelque chose vous attend, si vous l’avez demandé',
    until: 'L’effacement de votre compte ; la date d’un rappel, trente jours',
  },
  {
    what: 'Alertes que vous donnez sur un élève : code ou classe, signes d’une liste, jour, mot de 140 signes au plus',
    why: 'Prévenir la personne qui anime le GPDS, et vous répondre',
    until:
      'Trois mois après l’envoi ; avec le suivi, s’il y en a un. Votre compte effacé, l’alerte demeure sans auteur jusque-là',
  },
  {
    what: 'Accès à un suivi qui vous est donné, présidence du GPDS ; quels suivis vous ouvrez, en tant que quoi, quel jour',
    why: 'N’ouvrir un suivi qu’à qui en a besoin, et savoir qui l’a lu : la personne qui anime le GPDS et la direction le voient',
    until: 'Avec le suivi, ou l’effacement de votre compte ; une lecture demeure alors sans votre nom',
  },
  {
    what: 'Signalements sur une question',
    why: 'Corriger la question',
    until: 'Le texte disparaît avec votre compte ; il reste qu’un signalement a été fait, sans son auteur',
  },
  {
    what: 'Codes de connexion, sous une forme illisible',
    why: 'Vous faire entrer sans mot de passe',
    until: 'Valables un quart d’heure, supprimés à la demande de code suivante, au plus tard la nuit d’après',
  },
  {
    what: 'Empreinte de l’adresse internet, changée chaque heure',
    why: 'Limiter les essais répétés',
    until: 'Une heure, puis supprimée à la demande de code suivante, au plus tard la nuit d’après',
  },
  {
    what: 'Journal des actions, sous un numéro',
    why: 'Savoir ce qui s’est passé en cas de problème',
    until: 'Demeure après l’effacement, sans lien avec personne',
  },
];

function Terms() {
  return (
    <>
      <p class="lede">
        L’Application Persévérance aide les personnels de l’éducation à repérer et à accompagner les élèves
        qui risquent de décrocher.
      </p>
      <h2>Ce que vous pouvez en attendre</h2>
      <p>
        Des questions, des explications, des repères de niveau. Les niveaux sont des estimations, avec leur
        marge : ce ne sont ni un diplôme, ni une note, ni un avis sur votre valeur professionnelle.
      </p>
      <h2>Ce que nous vous demandons</h2>
      <ul>
        <li>entrer avec votre propre adresse, et fermer votre session sur un ordinateur partagé ;</li>
        <li>n’écrire nulle part le nom d’un élève, d’une famille ou d’un collègue ;</li>
        <li>ne pas demander à quelqu’un ses résultats, ni s’en servir contre lui ou elle.</li>
      </ul>
      <h2>Ce que nous ne promettons pas</h2>
      <p>
        Le site peut s’arrêter pour entretien. Les textes officiels changent : en cas d’écart, ce sont eux qui
        valent. Devant une situation de danger, prévenez votre direction ; le 119 répond jour et nuit.
      </p>
      <p>
        Droit applicable et litiges : <Blank>mention</Blank>.
      </p>
    </>
  );
}

function Contact() {
  return (
    <>
      <p class="lede">Une question, une erreur, une page qui bloque ? Écrivez-nous.</p>
      <p>
        Courriel : <Blank>adresse</Blank>
      </p>
      <p>
        Téléphone : <Blank>numéro et horaires</Blank>
      </p>
      <p>
        Courrier : <Blank>adresse postale</Blank>
      </p>
      <p>N’écrivez jamais le nom d’un élève. Si une page vous a donné un numéro d’incident, joignez-le.</p>
      <h2>Signaler une faille de sécurité</h2>
      <p>
        Écrivez à <Blank>adresse de sécurité</Blank> avant d’en parler ailleurs.
      </p>
    </>
  );
}

const SIX_MONTHS_MS = 182 * 24 * 3_600_000;

/** RFC 9116: the contact is a page, until whoever runs the service gives an address. */
function showSecurityContact({ app, http }: Visit): Response {
  const origin = originOf(http, app.settings);
  const expires = new Date(Math.floor(app.now().getTime() / 86_400_000) * 86_400_000 + SIX_MONTHS_MS);
  const lines = [
    `Contact: ${origin}/contact`,
    `Expires: ${expires.toISOString()}`,
    'Preferred-Languages: fr, en',
    `Canonical: ${origin}/.well-known/security.txt`,
  ];
  return http.text(`${lines.join('\n')}\n`, 200, { 'Cache-Control': 'public, max-age=86400' });
}
