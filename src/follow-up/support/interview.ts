import { daysAfter, isDay } from '../../calendar/index.ts';
import type { FieldError } from '../../web/index.ts';
import { checkText, type Doubt } from '../../writing/index.ts';
import { WITH_WHOM, type WithWhom } from '../vocabulary.ts';

export type Interview = {
  id: string;
  withWhom: WithWhom;
  heldOn: string;
  /** In the words of the pupil; empty when none was said. */
  goal: string;
  nextOn: string | null;
};
export type TypedInterview = {
  id: string;
  withWhom: string;
  heldOn: string;
  goal: string;
  nextOn: string;
  confirmed: string;
};

export const LONGEST_GOAL = 140;

/** Reads the form of an interview. The goal is the pupil's own, and may be none yet. */
export function parseInterview(
  typed: TypedInterview,
  today: string,
): { interview: Interview } | { problems: FieldError[]; doubts: Doubt[] } {
  const problems: FieldError[] = [];
  const withWhom = (Object.keys(WITH_WHOM) as WithWhom[]).find((known) => known === typed.withWhom);
  if (!withWhom) problems.push({ field: 'withWhom', message: 'Choisissez avec qui vous avez parlé.' });
  const { id, heldOn, goal, confirmed } = typed;
  if (!isDay(heldOn) || heldOn > today || heldOn < daysAfter(today, -366))
    problems.push({ field: 'heldOn', message: 'Écrivez le jour de l’entretien, déjà passé.' });
  const checked =
    goal === ''
      ? { problems: [], doubts: [] }
      : checkText(goal, { field: 'goal', what: 'le but', longest: LONGEST_GOAL, today });
  problems.push(...checked.problems);
  const nextOn = typed.nextOn === '' ? null : typed.nextOn;
  if (nextOn !== null && (!isDay(nextOn) || nextOn < heldOn || nextOn > daysAfter(today, 366)))
    problems.push({ field: 'nextOn', message: 'Le prochain rendez-vous vient après cet entretien.' });
  const doubts = confirmed === goal ? [] : checked.doubts;
  return !withWhom || problems.length > 0 || doubts.length > 0
    ? { problems, doubts }
    : { interview: { id, withWhom, heldOn, goal, nextOn } };
}
