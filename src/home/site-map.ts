import type { Viewer } from '../web/index.ts';

type Role = Viewer['memberships'][number]['role'];

export type Place = {
  href: string;
  text: string;
  /** Roles the page opens to; to everybody when absent. */
  roles?: readonly Role[];
};
export type Part = { title: string; places: readonly Place[] };

const TRAINS: readonly Role[] = ['referent', 'direction', 'formateur'];
const FOLLOWS: readonly Role[] = ['referent'];
const ADMINISTERS: readonly Role[] = ['academie', 'national'];
const ANSWERS: readonly Role[] = ['referent', 'direction'];

/** Every page one may go to by oneself, by what one comes for. */
const PARTS: readonly Part[] = [
  {
    title: 'Sans compte',
    places: [
      { href: '/', text: 'Accueil' },
      { href: '/essai', text: 'Essayer trois questions' },
      { href: '/connexion', text: 'Se connecter' },
      { href: '/actions', text: 'Idées d’actions' },
      { href: '/atelier', text: 'Rejoindre un atelier avec un code' },
      { href: '/verifier', text: 'Vérifier une attestation' },
      { href: '/statistiques', text: 'Statistiques' },
      { href: '/contenus', text: 'Contenus et leurs sources' },
    ],
  },
  {
    title: 'Pour les élèves et les familles',
    places: [
      { href: '/q', text: 'Répondre à un questionnaire avec un code' },
      { href: '/q/aide', text: 'Trouver de l’aide' },
      { href: '/acces', text: 'Lire, faire corriger ou arrêter un suivi' },
    ],
  },
  {
    title: 'Mon espace',
    places: [
      { href: '/mon-espace', text: 'Mon espace' },
      { href: '/mon-profil', text: 'Ce que je sais' },
      { href: '/mes-reponses', text: 'Mes réponses' },
      { href: '/mon-compte', text: 'Mon compte' },
      { href: '/mon-compte/rattachement', text: 'Mon établissement' },
      { href: '/mon-compte/rappels', text: 'Rappels par courriel' },
      { href: '/mon-compte/suivi', text: 'Courriels du suivi', roles: ANSWERS },
      { href: '/mes-donnees', text: 'Mes données' },
      { href: '/avis', text: 'Mon avis' },
    ],
  },
  {
    title: 'Apprendre et agir',
    places: [
      { href: '/mon-parcours', text: 'Mon parcours' },
      { href: '/revisions', text: 'Révisions' },
      { href: '/dialogues', text: 'Dialogues à répéter' },
      { href: '/decisions', text: 'Décisions du GPDS, en cartes' },
      { href: '/entre-pairs', text: 'S’observer entre pairs' },
      { href: '/plans', text: 'Mes plans' },
      { href: '/accompagnements', text: 'Plans que l’on me montre' },
      { href: '/mes-progres', text: 'Mes progrès' },
      { href: '/mon-efficacite', text: 'Ce que je me sens capable de faire' },
      { href: '/actions/adaptations', text: 'Mes adaptations d’actions' },
      { href: '/actions/propositions', text: 'Actions proposées' },
      { href: '/actions/relectures', text: 'Actions à relire', roles: ['formateur'] },
    ],
  },
  {
    title: 'Certificat',
    places: [
      { href: '/certificat', text: 'Le CPLDS' },
      { href: '/certificat/etudes-de-cas', text: 'Études de cas en temps limité' },
      { href: '/certificat/relectures', text: 'Études que l’on m’a demandé de lire' },
      { href: '/certificat/seances', text: 'Séances préparées' },
      { href: '/certificat/dossier', text: 'Mon dossier' },
      { href: '/certificat/observations', text: 'Pratiques que l’on me demande de confirmer' },
      { href: '/certificat/calendrier', text: 'Dates d’inscription' },
      { href: '/badges', text: 'Mes badges' },
    ],
  },
  {
    title: 'Suivi des élèves',
    places: [
      { href: '/suivi', text: 'Suivi' },
      { href: '/suivi/alertes/nouvelle', text: 'Donner une alerte' },
      { href: '/suivi/alertes', text: 'Mes alertes' },
      { href: '/suivi/voies', text: 'Le droit selon l’âge' },
      { href: '/suivi/alertes/recues', text: 'Alertes reçues', roles: FOLLOWS },
      { href: '/gpds', text: 'Réunions du GPDS', roles: FOLLOWS },
      { href: '/suivi/appels', text: 'Appels à passer', roles: FOLLOWS },
      { href: '/suivi/releve', text: 'Relevé des absences', roles: FOLLOWS },
      { href: '/suivi/correspondance', text: 'Fichier de correspondance', roles: FOLLOWS },
      { href: '/suivi/etiquettes', text: 'Étiquettes à imprimer', roles: FOLLOWS },
      { href: '/suivi/reprise', text: 'Reprendre un suivi d’ailleurs', roles: FOLLOWS },
      { href: '/suivi/presidence', text: 'Présidence du GPDS', roles: ['direction'] },
      { href: '/suivi/passation', text: 'Passer la main', roles: ANSWERS },
      { href: '/suivi/lectures', text: 'Qui a lu quoi', roles: ANSWERS },
      { href: '/suivi/cadre', text: 'De quel droit', roles: ANSWERS },
      { href: '/suivi/effacements', text: 'Ce qui a été effacé', roles: ANSWERS },
    ],
  },
  {
    title: 'Ensemble',
    places: [
      { href: '/ensemble', text: 'Ensemble' },
      { href: '/mes-groupes', text: 'Mes groupes' },
      { href: '/rejoindre', text: 'Rejoindre un groupe' },
      { href: '/auto-diagnostic', text: 'Auto-diagnostic de l’établissement' },
      { href: '/groupes', text: 'Les groupes que je réunis', roles: ['direction', 'formateur'] },
      { href: '/ateliers', text: 'Ateliers à animer', roles: TRAINS },
    ],
  },
  {
    title: 'Les effets',
    places: [
      { href: '/effets', text: 'Les effets' },
      { href: '/effets/parcours', text: 'Parcours' },
      { href: '/effets/efficacite', text: 'Sentiment d’efficacité' },
      { href: '/effets/signaux', text: 'Signaux faibles' },
      { href: '/effets/sorties', text: 'Sorties sans diplôme' },
      { href: '/effets/usage', text: 'Usage et satisfaction' },
      { href: '/effets/chiffres', text: 'Chiffres de l’établissement', roles: ['direction'] },
      { href: '/effets/import', text: 'Importer des chiffres', roles: ['academie'] },
      { href: '/contenus/a-revoir', text: 'Contenus à revoir', roles: ['national'] },
    ],
  },
  {
    title: 'Administration',
    places: [
      { href: '/administration/etablissement', text: 'Qui travaille dans l’établissement', roles: ANSWERS },
      { href: '/administration', text: 'Administration', roles: ADMINISTERS },
      { href: '/administration/demandes', text: 'Demandes de rattachement', roles: ADMINISTERS },
      { href: '/administration/personnes', text: 'Personnes et rôles', roles: ADMINISTERS },
      { href: '/administration/etablissements', text: 'Établissements', roles: ADMINISTERS },
      { href: '/administration/journal', text: 'Journal', roles: ADMINISTERS },
      { href: '/administration/questions', text: 'Statistiques des questions', roles: ['national'] },
      { href: '/administration/taches', text: 'Tâches', roles: ['national'] },
    ],
  },
  {
    title: 'À propos du site',
    places: [
      { href: '/accessibilite', text: 'Accessibilité' },
      { href: '/mentions-legales', text: 'Mentions légales' },
      { href: '/donnees-personnelles', text: 'Données personnelles' },
      { href: '/cgu', text: 'Conditions d’utilisation' },
      { href: '/budget', text: 'Budget' },
      { href: '/contenus/proposer', text: 'Proposer un contenu' },
      { href: '/contact', text: 'Contact' },
    ],
  },
];

/** The parts of the site this person may go to: what a role opens is named to those who hold it, and to nobody else. */
export function siteMapFor(viewer: Pick<Viewer, 'memberships'> | null): Part[] {
  const held = viewer?.memberships.map(({ role }) => role) ?? [];
  return PARTS.map(({ title, places }) => ({
    title,
    places: places.filter(({ roles }) => roles === undefined || roles.some((role) => held.includes(role))),
  })).filter(({ places }) => places.length > 0);
}
