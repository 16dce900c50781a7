import type { Question, QuestionOf } from '../question.ts';
import { worthlessMistakes } from './blind-answers.ts';
import { type DecisionFormat, mistakesOf, taking } from './mistakes.ts';
import type { Response } from './response.ts';

export type { Response } from './response.ts';

/**
 * Highest credit of a question: 1 where an answer is right or wrong; where it takes several decisions, one credit a
 * mistake less than answers without reading make.
 */
export function maximumCredit(question: Question): number {
  return isOfDecisions(question) ? worthlessMistakes(question) : 1;
}

/** Chance of the right answer by a blind choice: 1/k for one choice among k, 0 elsewhere. */
export function guessing(question: Question): number {
  return 'options' in question && question.format !== 'multiple-choice' ? 1 / question.options.length : 0;
}

/**
 * Credit of an answer, from 0 to `maximumCredit`: each mistake costs one. « Je ne sais pas » is worth 0.
 * @throws when the response is not of the kind the format expects: `parseResponse` never lets that happen.
 */
export function creditOf(question: Question, response: Response): number {
  if (response.kind === 'unknown') return 0;
  if (isOfDecisions(question)) {
    return Math.max(0, worthlessMistakes(question) - mistakesOf(question, response));
  }
  if (question.format === 'number') return isRightNumber(question, number(question, response).value) ? 1 : 0;
  const { option } = choice(question, response);
  return question.options.find(({ id }) => id === option)?.correct ? 1 : 0;
}

/** Numbers are typed with four decimals at most: less than this is what binary fractions lose, 0.4 − 0.3 > 0.1. */
const ROUNDING = 1e-6;

/** Whether a number is the answer, give or take the tolerance. */
export function isRightNumber(
  { answer, tolerance }: Pick<QuestionOf<'number'>, 'answer' | 'tolerance'>,
  value: number,
): boolean {
  return Math.abs(value - answer) <= tolerance + ROUNDING;
}

const choice = taking('choice');
const number = taking('number');

function isOfDecisions(question: Question): question is QuestionOf<DecisionFormat> {
  return !['single-choice', 'dialogue-step', 'number'].includes(question.format);
}
