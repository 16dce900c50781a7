import type { Case, Format, QuestionOf } from '../src/content/index.ts';

// One small question of each format, with a key that is easy to keep in mind.

const common = {
  version: 1,
  competence: '2.1',
  skill: 1,
  level: 2,
  professions: 'all',
  stem: 'Que faites-vous ?',
  takeaway: 'À retenir de la question.',
  sources: ['F01'],
  defence: 'Le texte le dit.',
  reviewBy: '2027-11-30',
  status: 'relu',
} satisfies Partial<QuestionOf<'order'>>;

const options = [
  { id: 'a', text: 'Attendre', correct: false, feedback: 'Attendre laisse seul.' },
  { id: 'b', text: 'Appeler', correct: true, feedback: 'Appeler ouvre.' },
  { id: 'c', text: 'Punir', correct: false, feedback: 'Punir éloigne.' },
];

export const small: { [F in Format]: QuestionOf<F> } = {
  'single-choice': { ...common, id: '2.1-choix', format: 'single-choice', options },
  'dialogue-step': {
    ...common,
    id: '2.1-dialogue',
    format: 'dialogue-step',
    exchange: [{ speaker: 'Mila', text: 'Je ne reviens pas.' }],
    options,
  },
  /** Key: a and b. */
  'multiple-choice': {
    ...common,
    id: '2.1-plusieurs',
    format: 'multiple-choice',
    options: ['a', 'b', 'c', 'd'].map((id, index) => ({
      id,
      text: `Proposition ${id}`,
      correct: index < 2,
      feedback: `Retour ${id}.`,
    })),
  },
  /** Key: a b c d e. */
  order: {
    ...common,
    id: '2.1-ordre',
    format: 'order',
    items: ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, text: `Étape ${id}`, feedback: `Retour ${id}.` })),
  },
  /** Key: each left goes with the right of the same letter; « Rien » goes with nothing. */
  match: {
    ...common,
    id: '2.1-paires',
    format: 'match',
    pairs: ['a', 'b', 'c', 'd'].map((id) => ({
      id,
      left: `Gauche ${id}`,
      right: `Droite ${id}`,
      feedback: `Retour ${id}.`,
    })),
    distractors: ['Rien'],
  },
  /** Key: a and b are facts, c and d hypotheses. */
  categories: {
    ...common,
    id: '2.1-tri',
    format: 'categories',
    categories: [
      { id: 'f', label: 'Fait' },
      { id: 'h', label: 'Hypothèse' },
    ],
    items: ['a', 'b', 'c', 'd'].map((id, index) => ({
      id,
      text: `Phrase ${id}`,
      category: index < 2 ? 'f' : 'h',
      feedback: `Retour ${id}.`,
    })),
  },
  /** Key: 0 3 1 2. */
  judgement: {
    ...common,
    id: '2.1-reactions',
    format: 'judgement',
    reactions: [0, 3, 1, 2].map((rating, index) => ({
      id: 'abcd'[index]!,
      text: `Réaction ${'abcd'[index]}`,
      rating,
      feedback: `Retour ${'abcd'[index]}.`,
    })),
  },
  number: {
    ...common,
    id: '2.1-nombre',
    format: 'number',
    unit: 'heures',
    answer: 12.5,
    tolerance: 0.5,
    feedback: 'Douze heures et demie.',
    mistakes: [{ value: 25, feedback: 'Vous avez compté deux fois.' }],
    otherFeedback: 'Reprenez le tableau.',
  },
  /** Key: a and b, of five lines. */
  document: {
    ...common,
    id: '2.1-document',
    format: 'document',
    document: { kind: 'bulletin', title: 'Bulletin de Mila' },
    passages: ['a', 'b', 'c', 'd', 'e'].map((id, index) => ({
      id,
      label: `Ligne ${id}`,
      text: `Passage ${id}`,
      relevant: index < 2,
      feedback: `Retour ${id}.`,
    })),
  },
};

export const smallQuestions = Object.values(small);

export const smallCase: Case = {
  id: 'mila',
  title: 'Mila revient',
  situation: 'Mila revient en janvier.',
  documents: [
    {
      kind: 'courriel',
      title: 'Un courriel',
      lines: [{ label: 'Lundi', text: 'Deux heures manquées.' }],
    },
  ],
};
