import type { Advice } from '../alerts/advice.ts';
import type { Level } from '../vocabulary.ts';

/** What a colleague said, that many days before the demonstration starts; answered when something is advised. */
export type StoryAlert = {
  author: number;
  daysAgo: number;
  level: Level;
  signals: readonly string[];
  word: string | null;
  advice: readonly Advice[] | null;
};

export const COLLEGE_ALERTS: readonly StoryAlert[] = [
  {
    author: 1,
    daysAgo: 24,
    level: '6e',
    signals: ['S06'],
    word: null,
    advice: ['noter', 'consigne'],
  },
  {
    author: 1,
    daysAgo: 3,
    level: '5e',
    signals: ['S07', 'S08'],
    word: 'Ne sort plus son cahier depuis le contrôle du 16',
    advice: null,
  },
  { author: 2, daysAgo: 1, level: '4e', signals: ['S03'], word: null, advice: null },
];

export const VOCATIONAL_ALERTS: readonly StoryAlert[] = [
  {
    author: 6,
    daysAgo: 2,
    level: '2de-pro',
    signals: ['S11', 'S09'],
    word: 'Reste seul au foyer à chaque récréation',
    advice: null,
  },
];
