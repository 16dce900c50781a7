import type { Story } from './story.ts';

export const VOCATIONAL_MEETINGS = [245, 120, 45, 20] as const;
export const POLYVALENT_MEETINGS = [200, 100] as const;

const AED = 'Assistant, assistante d’éducation';
const MLDS = 'Coordonnateur, coordonnatrice MLDS';

/** The lycée professionnel: five current follow-ups, two ended. */
export const VOCATIONAL_STORIES: readonly Story[] = [
  {
    level: '2de-pro',
    age: 'under-16',
    opened: 75,
    informed: 72,
    signals: ['S13', 'S01', 'S08'],
    ratings: [
      [73, 8, [3, 2, 2]],
      [22, 8, [2, 2, 1]],
    ],
    levers: ['projet', 'accueil'],
    interviews: [[68, 'pupil', 'Changer d’atelier avant la Toussaint', 10]],
    decisions: [
      {
        at: 45,
        kind: 'orientation',
        act: 'Deux jours d’immersion en cuisine',
        who: 'PsyEN',
        due: 25,
        outcome: 'done',
      },
      {
        at: 20,
        kind: 'orientation',
        act: 'Demander le changement de filière avec la famille',
        who: 'Référent décrochage',
        character: 8,
        due: 3,
        outcome: null,
      },
    ],
    milestones: [
      [71, 'contacted'],
      [60, 'agreed'],
    ],
  },
  {
    level: 'cap-1',
    age: '16-17',
    opened: 130,
    informed: 126,
    signals: ['S02', 'S03'],
    ratings: [
      [128, 6, [3, 2]],
      [30, 6, [3, 3]],
    ],
    levers: ['emploi-du-temps', 'adulte-repere'],
    interviews: [[118, 'pupil', 'Venir le matin en atelier']],
    supports: [
      {
        kind: 'tdo',
        from: 40,
        until: -30,
        hours: null,
        tutor: 9,
        sessions: [
          [38, 3],
          [31, 3],
        ],
        checked: ['aides-essayees', 'statut'],
      },
    ],
    decisions: [
      {
        at: 120,
        kind: 'suivi-assiduite',
        act: 'Un adulte référent, un point le vendredi',
        who: AED,
        character: 6,
        due: 90,
        outcome: 'partly',
      },
      {
        at: 45,
        kind: 'partenaire-mlds',
        act: 'Monter le parcours avec la mission locale',
        who: MLDS,
        character: 9,
        due: 10,
        outcome: null,
      },
    ],
    milestones: [
      [124, 'contacted'],
      [110, 'agreed'],
    ],
  },
  {
    level: '1re-pro',
    age: '16-17',
    opened: 52,
    informed: 50,
    signals: ['S07', 'S06'],
    ratings: [[51, 8, [2, 2]]],
    levers: ['relation'],
    interviews: [[48, 'pupil', '']],
    decisions: [
      {
        at: 45,
        kind: 'point-equipe',
        act: 'Se mettre d’accord sur ce qu’on attend en stage',
        who: 'Référent décrochage',
        character: 8,
        due: 20,
        outcome: 'not-done',
      },
    ],
    milestones: [[49, 'contacted']],
  },
  {
    level: 'terminale-pro',
    age: '18-plus',
    opened: 33,
    informed: 30,
    signals: ['S01', 'S13'],
    ratings: [[32, 8, [2, 3]]],
    levers: ['projet'],
    interviews: [[27, 'pupil', 'Finir mon bac']],
    decisions: [
      {
        at: 20,
        kind: 'entretien-eleve',
        act: 'Un point avant chaque période de stage',
        who: 'Référent décrochage',
        character: 8,
        due: -14,
        outcome: null,
      },
    ],
    milestones: [
      [29, 'contacted'],
      [24, 'agreed'],
    ],
  },
  {
    level: '2de-pro',
    age: 'under-16',
    opened: 6,
    informed: 5,
    signals: ['S03'],
    ratings: [[5, 6, [2]]],
    levers: [],
  },
  {
    level: 'cap-2',
    age: '16-17',
    opened: 290,
    informed: 285,
    signals: ['S01', 'S13'],
    ratings: [
      [287, 8, [3, 3]],
      [180, 8, [2, 1]],
    ],
    levers: ['projet'],
    interviews: [[280, 'pupil', 'Trouver un patron']],
    supports: [
      {
        kind: 'mlds',
        from: 240,
        until: 180,
        hours: 30,
        tutor: 9,
        sessions: [
          [235, 3],
          [228, 3],
          [221, 3],
          [214, 3],
        ],
        stop: { day: 190, reason: 'objective-reached' },
      },
    ],
    decisions: [
      {
        at: 245,
        kind: 'partenaire-mlds',
        act: 'Atelier de recherche d’apprentissage',
        who: MLDS,
        character: 9,
        due: 200,
        outcome: 'done',
      },
    ],
    milestones: [
      [283, 'contacted'],
      [270, 'agreed'],
      [190, 'completed'],
    ],
    end: { day: 185, reason: 'left-school', situation: 'job' },
  },
  {
    level: '2de-pro',
    age: '16-17',
    opened: 270,
    informed: 262,
    signals: ['S02'],
    ratings: [[268, 6, [3]]],
    levers: ['accueil'],
    milestones: [[260, 'contacted']],
    end: { day: 215, reason: 'lost-sight', situation: 'unknown' },
  },
];

/** The lycée polyvalent: its référent has left, and nobody has taken the files over yet. */
export const POLYVALENT_STORIES: readonly Story[] = [
  {
    level: '2de',
    age: 'under-16',
    opened: 210,
    informed: 205,
    signals: ['S04', 'S08'],
    ratings: [
      [208, 14, [2, 3]],
      [110, 14, [2, 1]],
    ],
    levers: ['aide-travail', 'projet'],
    interviews: [[203, 'pupil', 'Savoir si la seconde générale est pour moi']],
    decisions: [
      {
        at: 200,
        kind: 'orientation',
        act: 'Une immersion d’une semaine en voie technologique',
        who: 'PsyEN',
        character: 11,
        due: 160,
        outcome: 'done',
      },
    ],
    milestones: [
      [206, 'contacted'],
      [198, 'agreed'],
    ],
  },
  {
    level: '1re',
    age: '16-17',
    opened: 115,
    informed: 110,
    signals: ['S11', 'S01'],
    ratings: [[112, 14, [2, 2]]],
    levers: ['pairs'],
    decisions: [
      {
        at: 100,
        kind: 'entretien-eleve',
        act: 'Un rendez-vous avec un adulte de son choix',
        who: 'Enseignant, enseignante',
        character: 14,
        due: 80,
        outcome: null,
      },
    ],
    milestones: [[108, 'contacted']],
  },
  {
    level: 'terminale',
    age: '16-17',
    opened: 205,
    informed: 202,
    signals: ['S05'],
    ratings: [[204, 14, [3]]],
    levers: ['evaluation'],
    decisions: [
      {
        at: 200,
        kind: 'soutien-travail',
        act: 'Trois séances de méthode avant le bac blanc',
        who: 'Enseignant, enseignante',
        character: 14,
        due: 170,
        outcome: 'done',
      },
    ],
    milestones: [
      [201, 'contacted'],
      [190, 'agreed'],
    ],
    end: { day: 150, reason: 'objective-reached', situation: 'education' },
  },
];
