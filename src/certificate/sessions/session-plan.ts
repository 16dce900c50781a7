import type { Examination } from '../../content/index.ts';

/** Thirty minutes with several young people. */
export type SessionPlan = {
  title: string;
  /** What each of them will be able to do. */
  aim: string;
  /** A level of schooling, by its id. */
  level: string;
  youngPeople: number;
  steps: Step[];
  adaptations: string;
  proofs: string;
};
export type Step = { title: string; minutes: number; doing: string };
export type Told = { heldOn: string; answers: { question: string; answer: string }[] };
export type KeptSession = SessionPlan & { id: string; changedAt: Date; told: Told | null };

export type Guide = Examination['sessions'];

export const TOTAL_MINUTES = 30;
export const MOST_STEPS = 8;
export const LONGEST = {
  title: 80,
  aim: 200,
  step: 60,
  doing: 120,
  adaptations: 400,
  proofs: 300,
  answer: 400,
};
export const FEWEST_YOUNG = 2;
export const MOST_YOUNG = 30;

export function minutesOf(steps: readonly { minutes: number }[]): number {
  return steps.reduce((sum, { minutes }) => sum + minutes, 0);
}

/** « 28 minutes ; il en manque 2. » */
export function totalText(minutes: number): string {
  const count = (number: number) => `${number} minute${number < 2 ? '' : 's'}`;
  if (minutes === TOTAL_MINUTES) return `${count(minutes)} ; le compte y est.`;
  return minutes < TOTAL_MINUTES
    ? `${count(minutes)} ; il en manque ${TOTAL_MINUTES - minutes}.`
    : `${count(minutes)} ; il y en a ${minutes - TOTAL_MINUTES} de trop.`;
}

export type TypedStep = { title: string; minutes: string; doing: string };
export type TypedPlan = {
  title: string;
  aim: string;
  level: string;
  youngPeople: string;
  steps: TypedStep[];
  adaptations: string;
  proofs: string;
};

/** Rows left empty are dropped; a row begun needs a title and whole minutes. */
export function readSteps(typed: readonly TypedStep[]): { steps: Step[]; problem: string | null } {
  const rows = typed.filter(({ title, minutes, doing }) => `${title}${minutes}${doing}`.trim() !== '');
  const steps = rows.map(({ title, minutes, doing }) => ({
    title: title.trim(),
    minutes: /^\d{1,2}$/.test(minutes.trim()) ? Number(minutes) : 0,
    doing: doing.trim(),
  }));
  return { steps, problem: stepsProblem(steps) };
}

function stepsProblem(steps: readonly Step[]): string | null {
  if (steps.length < 2) return 'Écrivez au moins deux moments.';
  if (steps.some(({ title }) => title === '')) return 'Donnez un titre à chaque moment.';
  if (steps.some(({ minutes }) => minutes === 0))
    return 'Donnez à chaque moment un nombre entier de minutes.';
  if (steps.some(({ title, doing }) => title.length > LONGEST.step || doing.length > LONGEST.doing)) {
    return `Un titre a ${LONGEST.step} signes au plus, et ce que font les jeunes ${LONGEST.doing}.`;
  }
  const total = minutesOf(steps);
  return total === TOTAL_MINUTES
    ? null
    : `La séance doit durer ${TOTAL_MINUTES} minutes. ${totalText(total)}`;
}

export function readYoungPeople(typed: string): number | null {
  const number = /^\d{1,2}$/.test(typed.trim()) ? Number(typed) : 0;
  return number >= FEWEST_YOUNG && number <= MOST_YOUNG ? number : null;
}

type Failure = Guide['failures'][number];

/** What in a plan calls for one of the questions first. It never says that something is wrong. */
const CALLS: Record<string, (plan: SessionPlan) => boolean> = {
  'but-flou': ({ aim }) => !/\b\p{L}{2,}(?:er|ir|re|oir)\b/u.test(aim),
  'adulte-parle': ({ steps }) => minutesBeforeDoing(steps) > 5,
  'trop-de-choses': ({ steps }) => steps.length > 5,
  'une-seule-tache': ({ adaptations }) => adaptations === '',
  'lire-ecrire': ({ adaptations }) => adaptations === '',
  'sans-preuve': ({ proofs }) => proofs === '',
  'deux-repondent': ({ youngPeople, steps }) => youngPeople > 8 && steps.every(({ doing }) => doing === ''),
};

function minutesBeforeDoing(steps: readonly Step[]): number {
  const first = steps.findIndex(({ doing }) => doing !== '');
  return minutesOf(first === -1 ? steps : steps.slice(0, first));
}

/** The questions to ask oneself: those this plan calls for, then the others. */
export function questionsFor(plan: SessionPlan, failures: readonly Failure[]) {
  const called = failures.filter(({ id }) => CALLS[id]?.(plan));
  return { first: called, others: failures.filter((failure) => !called.includes(failure)) };
}
