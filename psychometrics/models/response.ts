import { choiceInformation, choiceLogLikelihood, choiceProbability } from './choice.ts';
import { gradedInformation, gradedLogLikelihood, gradedProbabilities } from './graded.ts';
import type { ItemParameters } from './item-parameters.ts';

/** Probability of each score 0 … maximumScore(item) at an ability (any finite number). They sum to 1. */
export function categoryProbabilities(item: ItemParameters, ability: number): number[] {
  if (item.model === 'graded') return gradedProbabilities(item, ability);
  const right = choiceProbability(item, ability);
  return [1 - right, right];
}

/** Mean score at an ability, between 0 and maximumScore(item). Never decreases with ability. */
export function expectedScore(item: ItemParameters, ability: number): number {
  return categoryProbabilities(item, ability).reduce((sum, p, score) => sum + score * p, 0);
}

/** Fisher information about ability (≥ 0, per squared unit of ability), lower asymptote included. */
export function information(item: ItemParameters, ability: number): number {
  return item.model === 'choice' ? choiceInformation(item, ability) : gradedInformation(item, ability);
}

/** ln P(score | ability), finite for every possible score and finite ability. */
export function logLikelihood(item: ItemParameters, score: number, ability: number): number {
  return item.model === 'choice'
    ? choiceLogLikelihood(item, score, ability)
    : gradedLogLikelihood(item, score, ability);
}
