import type { Workshop } from '../src/content/index.ts';

/** A workshop with everything a workshop has, short: tests say what they need of it. */
export const smallWorkshop: Workshop = {
  id: 'at-nadir',
  version: 1,
  title: 'Nadir, trois lundis de suite',
  summary: 'L’équipe aura lu une même série d’absences par métier et décidé d’une première action datée.',
  setting: 'collège',
  competences: ['2.3', '4.1'],
  opening:
    'Nadir est en 4e. Il a manqué trois lundis de suite. Ses résultats baissent un peu en mathématiques et remontent en arts plastiques. Le GPDS se réunit jeudi.',
  documents: [
    {
      id: 'd1',
      title: 'Le relevé',
      text: '| Lundi | Heures |\n| --- | --- |\n| 9 | 4 |\n| 16 | 4 |\n| 23 | 6 |',
    },
  ],
  readings: [
    reading('enseignant', 'Le lundi commence par le contrôle de la semaine.'),
    reading('cpe', 'Les mots d’excuse viennent de deux écritures.'),
    reading('psyen', 'Nadir a pris rendez-vous, puis ne s’est pas présenté.'),
    reading('infirmier', 'Il est passé deux fois le vendredi pour des maux de ventre.'),
    reading('assistant-social', 'La famille vient de changer de quartier.'),
    reading('direction', 'Deux autres élèves de la classe manquent aussi le lundi.'),
    reading('coordonnateur-mlds', 'Une place existe dans un atelier le lundi matin.'),
  ],
  others: 'Vous l’avez croisé lundi dernier au portail : il a fait demi-tour.',
  rounds: [
    round('r1', 'Que voyons-nous ?', 'one', ['a', 'b']),
    round('r2', 'Que décidons-nous d’abord ?', 'up-to-2', ['b', 'c']),
    round('r3', 'Qui fait quoi ?', 'one', ['a']),
  ],
  closing: 'Une équipe garde de ce cas qu’un même lundi se lit de sept façons.',
  commitments: [
    'Appeler la famille avant vendredi midi',
    'Noter l’heure d’arrivée de chaque lundi',
    'Décaler le contrôle au mardi',
    'Revoir la situation le 14 décembre',
  ],
  guide: {
    before: ['Imprimer les cartes', 'Essayer le code sur un téléphone', 'Disposer les tables en îlots'],
    steps: [
      step(5, 'Accueillir'),
      step(5, 'Lire le cas'),
      { ...step(9, 'Premier tour'), round: 'r1' },
      { ...step(9, 'Deuxième tour'), round: 'r2' },
      { ...step(9, 'Troisième tour'), round: 'r3' },
      step(8, 'Ce que nous ferons'),
    ],
    after: ['Envoyer la fiche', 'Fixer la date du point'],
    caution: 'Aucun élève réel n’est nommé. Si une situation réelle vient, elle se traite après, au GPDS.',
  },
  facts: [],
  sources: [{ title: 'Une source d’essai', year: 2022 }],
  reviewBy: '2027-11-30',
  status: 'à relire',
};

function reading(profession: Workshop['readings'][number]['profession'], knows: string) {
  return { profession, knows };
}

function step(minutes: number, title: string): Workshop['guide']['steps'][number] {
  return {
    minutes,
    title,
    do: `Mener : ${title}.`,
    say: '« Prenons une minute. »',
    watch: 'Qui ne parle pas.',
  };
}

function round(
  id: string,
  title: string,
  choose: 'one' | 'up-to-2',
  points: string[],
): Workshop['rounds'][number] {
  const option = (letter: string, text: string) => ({
    id: letter,
    text,
    feedback: `Retour ${letter} de ${id} : ce que cela gagne.`,
  });
  return {
    id,
    title,
    question: `${title} Choisissez ce que vous diriez au GPDS.`,
    choose,
    options: [
      option('a', 'Appeler la famille d’abord'),
      option('b', 'Voir Nadir seul dix minutes'),
      option('c', 'Regarder les trois lundis'),
    ],
    disagreement: `Désaccord de ${id} : les métiers ne lisent pas le même lundi. Qui a vu quoi ?`,
    points,
  };
}
