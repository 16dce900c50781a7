import type { ChoiceItem } from './item-parameters.ts';
import { logistic, logLogistic } from './logistic.ts';

/**
 * Probability of the right answer.
 *
 *   P(θ) = c + (1 − c) / (1 + exp(−a(θ − b)))
 *
 * Birnbaum, in Lord & Novick (1968), Statistical Theories of Mental Test Scores, ch. 17.
 */
export function choiceProbability(item: ChoiceItem, ability: number): number {
  const knowing = logistic(item.discrimination * (ability - item.difficulty));
  return item.guessing + (1 - item.guessing) * knowing;
}

/** ln P(θ) of a right answer (score 1) or ln(1 − P(θ)) of a wrong one (score 0), without underflow. */
export function choiceLogLikelihood(item: ChoiceItem, score: number, ability: number): number {
  const logit = item.discrimination * (ability - item.difficulty);
  if (score === 0) return Math.log1p(-item.guessing) + logLogistic(-logit);
  if (item.guessing === 0) return logLogistic(logit);
  return Math.log(item.guessing + (1 - item.guessing) * logistic(logit));
}

/**
 * Fisher information, lower asymptote included. With p = 1/(1 + exp(−a(θ − b))),
 *
 *   I(θ) = P′(θ)² / (P(1 − P)) = a² (1 − c) p² (1 − p) / P(θ)
 *
 * Lord (1980), Applications of Item Response Theory, eq. 4-43. When c = 0 it is a² p (1 − p).
 */
export function choiceInformation(item: ChoiceItem, ability: number): number {
  const { discrimination, difficulty, guessing } = item;
  const logit = discrimination * (ability - difficulty);
  const knowing = logistic(logit);
  const slope = discrimination * discrimination * knowing * (1 - knowing);
  if (guessing === 0) return slope;
  return (slope * (1 - guessing) * knowing) / (guessing + (1 - guessing) * knowing);
}

/**
 * The most information there is at any ability. It is found where p = x / (1 + x), x = (1 + √(1 + 8c)) / 2, that is at
 * b + ln x / a, and amounts to a² (1 − 20c − 8c² + (1 + 8c)^{3/2}) / (8 (1 − c)²), here without cancellation; to a² / 4
 * when c = 0. Birnbaum (1968), eq. 20.4.21; Lord (1980), eq. 10-3 and 10-4.
 */
export function choiceMostInformation({ discrimination, guessing }: ChoiceItem): number {
  const odds = (1 + Math.sqrt(1 + 8 * guessing)) / 2;
  const knowing = odds / (1 + odds);
  const slope = discrimination * discrimination * knowing * (1 - knowing);
  return (slope * (1 - guessing) * knowing) / (guessing + (1 - guessing) * knowing);
}
