import { dayOf } from '../../calendar/index.ts';
import type { Plan } from '../plans/plan.ts';

/** Something finished: a module or a dialogue of so many minutes, on a day of France (YYYY-MM-DD). */
export type Finished = { title: string; minutes: number; day: string };

export type Practice = { first: number; second: number; notYet: number };

export type TriedExercise = { exercise: string; number: number; correct: boolean };

/** Exercises over, by the try that found the right choice. */
export function practiceOf(tries: readonly TriedExercise[]): Practice {
  const practice: Practice = { first: 0, second: 0, notYet: 0 };
  for (const { number, correct } of tries) {
    if (correct && number === 1) practice.first += 1;
    if (correct && number === 2) practice.second += 1;
    if (!correct && number === 2) practice.notYet += 1;
  }
  return practice;
}

export type Memory = { held: number; due: number; fresh: number };

/** Cards found again and not to be looked for yet; those that come back now; those not seen since their module. */
export function memoryOf(cards: readonly { due: Date; reviewedAt: Date | null }[], now: Date): Memory {
  const memory: Memory = { held: 0, due: 0, fresh: 0 };
  for (const { due, reviewedAt } of cards) {
    if (due <= now) memory.due += 1;
    else if (reviewedAt === null) memory.fresh += 1;
    else memory.held += 1;
  }
  return memory;
}

export type PlansKept = { done: number; partly: number; notYet: number; coming: number };

export function plansKept(plans: readonly Pick<Plan, 'outcome'>[]): PlansKept {
  const count = (outcome: Plan['outcome']) => plans.filter((plan) => plan.outcome === outcome).length;
  return { done: count('done'), partly: count('partly'), notYet: count('not-yet'), coming: count(null) };
}

/** Minutes of what was finished: the length of the contents, not the time anybody took. */
export function minutesOf(finished: readonly { minutes: number }[]): number {
  return finished.reduce((total, { minutes }) => total + minutes, 0);
}

/** « 45 minutes », « 1 heure », « 2 h 30 ». */
export function durationText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${minutes} minute${minutes < 2 ? '' : 's'}`;
  if (rest === 0) return `${hours} heure${hours < 2 ? '' : 's'}`;
  return `${hours} h ${String(rest).padStart(2, '0')}`;
}

type Content = {
  modules: readonly { id: string; title: string; minutes: number }[];
  dialogues: readonly { id: string; title: string; minutes: number }[];
};

/** Modules and dialogues finished, in their order, each once; those that left the content have no length any more. */
export function finishedThings(
  modules: readonly { module: string; finishedAt: Date | null }[],
  plays: readonly { dialogue: string; endedAt: Date | null }[],
  content: Content,
): Finished[] {
  const firstEnds = new Map<string, Date>();
  for (const { dialogue, endedAt } of plays) {
    const first = firstEnds.get(dialogue);
    if (endedAt && (!first || endedAt < first)) firstEnds.set(dialogue, endedAt);
  }
  const known = (things: Content['modules'], id: string, at: Date | null, kind: string): Finished[] => {
    const thing = things.find((one) => one.id === id);
    if (!thing || !at) return [];
    return [{ title: `${kind}${thing.title}`, minutes: thing.minutes, day: dayOf(at) }];
  };
  return [
    ...modules.flatMap(({ module, finishedAt }) => known(content.modules, module, finishedAt, '')),
    ...[...firstEnds].flatMap(([dialogue, at]) => known(content.dialogues, dialogue, at, 'Dialogue : ')),
  ].sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1));
}
