import type { Format, HostKind, Kind } from '../content/index.ts';
import type { State } from './catalogue.ts';

export const KIND_NAMES: Record<Kind, string> = {
  questions: 'Questions d’évaluation',
  trial: 'Questions d’essai',
  modules: 'Modules',
  dialogues: 'Dialogues',
  decisions: 'Cartes et répétitions',
  coaching: 'Livrets d’observation',
  instruments: 'Questionnaires',
  workshops: 'Ateliers',
  dossiers: 'Études de cas',
  policy: 'Auto-diagnostic',
  examination: 'Page du certificat',
};

export const STATE_NAMES: Record<State, string> = {
  relu: 'Relu',
  'à relire': 'À relire',
  due: 'Date de revue passée',
  withdrawn: 'Retiré',
};

export const FORMAT_NAMES: Record<Format, string> = {
  'single-choice': 'Un choix',
  'dialogue-step': 'Une réplique à choisir',
  'multiple-choice': 'Plusieurs choix',
  order: 'Mettre en ordre',
  match: 'Associer',
  categories: 'Classer',
  judgement: 'Juger des réactions',
  number: 'Un nombre',
  document: 'Lire un document',
};

export const SITE_NAMES: Record<HostKind, string> = {
  institutions: 'Textes et administrations',
  recherche: 'Recherche',
  droit: 'Sites de droit',
  associations: 'Associations, mutuelles, syndicats',
  presse: 'Presse',
  etablissements: 'Sites d’établissements',
  copies: 'Copies d’un document, à remplacer par l’original',
};
