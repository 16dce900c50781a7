import { dayOf, daysAfter } from '../../calendar/index.ts';

/** « Si (situation) … alors je … », with a date and who or what may help. Dates are days, YYYY-MM-DD. */
export type Plan = {
  id: string;
  module: string | null;
  situation: string;
  act: string;
  help: string;
  due: string;
  outcome: Outcome | null;
  whatHappened: string | null;
  obstacle: Obstacle | null;
};

export const OUTCOMES = { done: 'C’est fait', partly: 'En partie', 'not-yet': 'Pas encore' } as const;
export type Outcome = keyof typeof OUTCOMES;

/** What can get in the way, in words that accuse nobody. */
export const OBSTACLES = {
  forgotten: 'Je n’y ai pas pensé au bon moment',
  'no-occasion': 'La situation ne s’est pas présentée',
  'no-time': 'Je n’ai pas eu le temps',
  unsure: 'Je n’ai pas osé, ou je ne savais pas comment m’y prendre',
  'no-longer': 'Ce n’était plus utile',
} as const;
export type Obstacle = keyof typeof OBSTACLES;

export const LONGEST = 300;
export const LONGEST_STORY = 1000;

/** Whether it is time to say what happened. */
export function isDue({ due, outcome }: Plan, now: Date): boolean {
  return outcome === null && due <= dayOf(now);
}

export type NewPlan = { situation: string; act: string; help: string; due: string };
export type Problem = { field: string; message: string };

/** Reads a plan as typed: « Si » and « je » are dropped when they are written twice. */
export function parsePlan(
  typed: Record<'situation' | 'act' | 'help' | 'due', string>,
  today: string,
): NewPlan | { problems: Problem[] } {
  const plan = {
    situation: tidy(typed.situation).replace(/^si\s+/i, ''),
    act: tidy(typed.act).replace(/^(alors\s+)?(je(\s+|$)|j’|j')/i, ''),
    help: tidy(typed.help),
    due: typed.due.trim(),
  };
  const problems = [
    ...lengthProblems('situation', plan.situation, 'Dites dans quelle situation vous agirez.'),
    ...lengthProblems('act', plan.act, 'Dites ce que vous ferez.'),
    ...(plan.help.length > LONGEST ? [tooLong('help')] : []),
    ...dateProblems(plan.due, today),
  ];
  return problems.length > 0 ? { problems } : plan;
}

function lengthProblems(field: string, text: string, missing: string): Problem[] {
  if (text === '') return [{ field, message: missing }];
  return text.length > LONGEST ? [tooLong(field)] : [];
}

const tooLong = (field: string): Problem => ({ field, message: `${LONGEST} caractères au plus.` });

/** From today to a year later. */
function dateProblems(due: string, today: string): Problem[] {
  const exists = /^\d{4}-\d{2}-\d{2}$/.test(due) && daysAfter(due, 0) === due;
  if (!exists) return [{ field: 'due', message: 'Choisissez une date, par exemple dans une semaine.' }];
  if (due < today) return [{ field: 'due', message: 'Cette date est passée.' }];
  return due > daysAfter(today, 366) ? [{ field: 'due', message: 'Choisissez une date dans l’année.' }] : [];
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
