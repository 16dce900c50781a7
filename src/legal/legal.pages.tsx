import type { Child } from 'hono/jsx';
import { accessibilityMention } from '../content/index.ts';
import { anyone, originOf, page, type Route, route, type Visit } from '../web/index.ts';
import { AccessibilityStatement } from './accessibility.tsx';
import { Blank } from './blank.tsx';
import { HeldTable } from './held-table.tsx';
import { YoungPeople } from './young-people.tsx';

export const legalRoutes: Route[] = [
  route('GET', '/accessibilite', anyone, (visit) => {
    const audit = visit.app.content.accessibility;
    return show(visit, accessibilityMention(audit), <AccessibilityStatement audit={audit} />);
  }),
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
        collègues, ni le rectorat. Trois exceptions : un plan ou une étude de cas que vous montrez vous-même à
        une personne, tant que vous les lui montrez, et une pratique que vous demandez à une personne de
        confirmer. Si vous l’acceptez dans un groupe, vos niveaux sont ajoutés à ceux d’au moins quatre autres
        personnes, et seule la moyenne est montrée. Les personnes qui font fonctionner le service peuvent
        accéder techniquement à la base : <Blank>qui, et dans quel cadre</Blank>.
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
        plus, vingt-quatre si vous le demandez ; l’autre retient un quart d’heure l’adresse à laquelle un code
        vient de partir ; le dernier, une demi-heure, l’aller et retour chez un fournisseur d’identité. Un
        élève qui remplit un questionnaire, une famille qui lit ce qui est gardé en ont un chacun, jusqu’à la
        fermeture du navigateur. Le téléphone qui rejoint un atelier en a un, un jour.
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
    what: 'Dossier pour le certificat : pièces gardées et ce qu’elles montrent, séances préparées et relues, heures que vous déclarez',
    why: 'Vous montrer où vous en êtes, et ce qui manque',
    until: 'Votre retrait, ou l’effacement de votre compte',
  },
  {
    what: 'Pratique que vous demandez à un pair de confirmer : jour, ce qui a été vu, son adresse, sa réponse et son nom',
    why: 'Confirmer par la pratique ce qu’un test ne peut pas dire',
    until:
      'Le retrait par l’un ou l’autre, ou l’effacement de l’un des deux comptes ; soixante jours si personne ne l’ouvre',
  },
  {
    what: 'Étude de cas en temps limité : ce que vous écrivez, l’horloge et ses pauses, votre grille, vos réponses au jury ; l’adresse de la personne à qui vous la montrez, sa grille et son mot',
    why: 'Vous laisser la reprendre, vous relire, et être relu si vous le demandez',
    until:
      'Votre suppression de l’étude, le retrait par l’un ou l’autre, ou l’effacement de l’un des deux comptes ; soixante jours si personne ne l’ouvre. Un texte pas encore enregistré reste sur votre appareil jusqu’à l’enregistrement, la déconnexion, ou sept jours',
  },
  {
    what: 'Dates d’inscription au CPLDS saisies par les formateurs d’une académie, et qui les a saisies',
    why: 'Les montrer à tous, et pouvoir les corriger',
    until: 'Leur retrait ; le nom de qui les a saisies, l’effacement de son compte',
  },
  {
    what: 'Attestations d’heures que vous établissez : ce qui est terminé, dates, durée, initiales',
    why: 'Permettre à qui vous la donnez de la vérifier, par son code',
    until:
      'Votre retrait, ou l’effacement de votre compte ; le code seul demeure, pour répondre qu’elle a été retirée',
  },
  {
    what: 'Badges que vous faites signer : ce qu’ils disent, avec une empreinte de votre adresse, ou votre nom si vous le voulez',
    why: 'Vous laisser les montrer, et permettre à qui les reçoit de les vérifier',
    until:
      'Votre retrait, ou l’effacement de votre compte ; un numéro sans nom demeure dans la liste des badges retirés',
  },
  {
    what: 'Ateliers que vous ouvrez : situation, dates, totaux des votes, ce que l’équipe fera, sans aucun nom de participant',
    why: 'Mener l’atelier, garder sa fiche',
    until: 'Votre suppression, ou l’effacement de votre compte',
  },
  {
    what: 'Participation à un atelier, sans compte : métier, votes, propositions, sous un secret que le téléphone garde',
    why: 'Compter les votes, reprendre après une coupure',
    until:
      'Un jour après la fin de l’atelier, ou votre départ ; les totaux demeurent, jamais pour moins de trois personnes d’un métier à part',
  },
  {
    what: 'Le fait d’avoir donné ou passé un avis ; à part et sans lien avec vous, les réponses et leur mois',
    why: 'Améliorer ce qui est proposé, ne pas vous demander deux fois',
    until: 'L’effacement de votre compte ; les réponses sans nom demeurent',
  },
  {
    what: 'Vos réponses à l’auto-diagnostic de l’établissement tant que vous ne les avez pas envoyées, puis le seul fait d’avoir répondu ; à part et sans lien avec vous, les réponses envoyées et, si vous le dites, si vous avez des élèves en cours',
    why: 'Montrer à l’établissement où en est sa politique, sans dire qui a répondu quoi',
    until:
      'La clôture pour ce qui n’est pas envoyé ; l’effacement de votre compte pour le fait d’avoir répondu ; les réponses sans nom demeurent',
  },
  {
    what: 'Adaptations d’une idée d’action, propositions d’actions, relectures que vous en faites',
    why: 'Garder vos textes ; les montrer à la direction ou à la formation de l’académie si vous le demandez',
    until:
      'Votre suppression, ou l’effacement de votre compte. Une action publiée demeure sans auteur, si vous ne l’avez pas retirée avant',
  },
  {
    what: 'Rythme choisi pour les rappels par courriel, et date de chaque rappel parti',
    why: 'Vous écrire quand quelque chose vous attend, si vous l’avez demandé',
    until: 'L’effacement de votre compte ; la date d’un rappel, trente jours',
  },
  {
    what: 'Si vous animez ou présidez un GPDS : le souhait d’être prévenu par courriel qu’une alerte ou une demande attend, et la date de chaque courriel parti',
    why: 'Que ni un collègue, ni une famille n’attende sans réponse ; le courriel ne dit rien de l’élève',
    until: 'L’effacement de votre compte ; la date d’un courriel, trente jours',
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
    what: 'Groupes rejoints, et ce que vous acceptez d’y partager : niveaux comptés dans une moyenne, nom, rappels, avec la date',
    why: 'Dire où en est le groupe, en nombres arrondis ; ne jamais laisser deviner une personne d’une vue à l’autre',
    until:
      'L’effacement de votre compte ; si vous quittez un groupe, il reste que vous y étiez. Effacé, un numéro sans lien avec vous demeure dans les vues d’équipe passées',
  },
  {
    what: 'Groupes que vous proposez, à qui, et leur plan de formation',
    why: 'Réunir des collègues, et garder ce qui a été décidé',
    until:
      'Demeurent pour la direction ou la formation académique ; sans votre nom, une fois votre compte effacé',
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
