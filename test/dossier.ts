import type { Content, Dossier, Examination } from '../src/content/index.ts';
import { frameworkAlone } from './framework.ts';

const words = (count: number) => 'mot '.repeat(count).trim();
const SOURCE = { title: 'Bulletin officiel', year: 2017 };

/** A case study as short as its schema and its checks allow, for tests. */
export function smallDossier(change: Partial<Dossier> = {}): Dossier {
  return {
    id: 'ec-essai',
    version: 1,
    title: 'La classe de Nilo',
    summary: 'Un élève ne vient plus le jeudi, et personne ne sait depuis quand.',
    position: 'Vous arrivez dans un lycée professionnel comme référente ou référent.',
    order: 'La proviseure vous demande une note pour vendredi.',
    tasks: ['Analyser la situation.', 'Proposer.', 'Évaluer.'],
    documents: Array.from({ length: 6 }, (_, index) => ({
      id: `d${index + 1}`,
      kind: 'note',
      title: `Note ${index + 1} sur Nilo`,
      from: 'Mme Auvray, CPE',
      date: '2026-11-12',
      text: `Ligne de la note ${index + 1}. ${words(240)}`,
    })),
    grid: Array.from({ length: 6 }, (_, index) => ({
      id: `g${index + 1}`,
      part: index < 3 ? 'diagnosis' : 'proposals',
      criterion: `Critère numéro ${index + 1} du texte`,
      full: `On lit tout du critère ${index + 1}.`,
      partly: `On lit une partie du critère ${index + 1}.`,
      missing: `On ne lit rien du critère ${index + 1}.`,
      documents: ['d2'],
      competences: ['2.3'],
    })),
    overlooked: ['un', 'deux', 'trois'].map((rank) => ({
      text: `Le détail numéro ${rank}.`,
      documents: ['d4'],
    })),
    answer: {
      diagnosis: `Notre diagnostic. ${words(200)}`,
      proposals: `Nos propositions. ${words(200)}`,
      limits: `Nos limites. ${words(200)}`,
    },
    presentation: [
      '2 minutes : la situation.',
      '3 minutes : la lecture.',
      '4 minutes : les propositions.',
      '1 minute : les limites.',
    ],
    questions: Array.from({ length: 8 }, (_, index) => ({
      text: `Question ${index + 1} du jury ?`,
      expects: `Une réponse ${index + 1} appuyée sur un document.`,
    })),
    facts: [],
    sources: [SOURCE],
    reviewBy: '2027-11-30',
    status: 'à relire',
    ...change,
  };
}

export function smallExamination(change: Partial<Examination> = {}): Examination {
  return {
    version: 1,
    sections: ['examen', 'public', 'formation', 'epreuves'].map((id) => ({
      id,
      title: `Rubrique ${id}`,
      lines: [{ text: `Ce que disent les textes (${id}).`, source: SOURCE }],
      unknown: [`Ce que les textes ne disent pas (${id}).`],
    })),
    sessions: {
      failures: Array.from({ length: 8 }, (_, index) => ({
        id: `defaut-${index + 1}`,
        text: `Défaut ${index + 1}.`,
        check: `Question ${index + 1} ?`,
      })),
      steps: [
        { title: 'Accueillir', minutes: 5, hint: 'Dire le but.' },
        { title: 'Faire', minutes: 20, hint: 'Une tâche.' },
        { title: 'Retenir', minutes: 5, hint: 'Une phrase chacun.' },
      ],
      debrief: Array.from({ length: 6 }, (_, index) => `Question ${index + 1} après la séance ?`),
    },
    reviewBy: '2027-11-30',
    status: 'à relire',
    ...change,
  };
}

/** The framework with one case study and the page of the examination. */
export function contentOfCertificate(): Content {
  return { ...frameworkAlone(), dossiers: [smallDossier()], examination: smallExamination() };
}
