import {
  choiceInformation,
  choiceLogLikelihood,
  choiceMostInformation,
  choiceProbability,
} from './choice.ts';
import {
  gradedInformation,
  gradedLogLikelihood,
  gradedMostInformation,
  gradedProbabilities,
} from './graded.ts';
import {
  gradedResponseInformation,
  gradedResponseLogLikelihood,
  gradedResponseMostInformation,
  gradedResponseProbabilities,
} from './graded-response.ts';
import type { ItemParameters } from './item-parameters.ts';

/** Probability of each score 0 … maximumScore(item) at an ability (any finite number). They sum to 1. */
export function categoryProbabilities(item: ItemParameters, ability: number): number[] {
  if (item.model === 'graded') return gradedProbabilities(item, ability);
  if (item.model === 'graded-response') return gradedResponseProbabilities(item, ability);
  const right = choiceProbability(item, ability);
  return [1 - right, right];
}

/** Mean score at an ability, between 0 and maximumScore(item). Never decreases with ability. */
export function expectedScore(item: ItemParameters, ability: number): number {
  return categoryProbabilities(item, ability).reduce((sum, p, score) => sum + score * p, 0);
}

/** Fisher information about ability (≥ 0, per squared unit of ability), lower asymptote included. */
export function information(item: ItemParameters, ability: number): number {
  if (item.model === 'choice') return choiceInformation(item, ability);
  return item.model === 'graded'
    ? gradedInformation(item, ability)
    : gradedResponseInformation(item, ability);
}

/** What `information` does not exceed at any ability: its maximum for one choice, a bound for ordered credits. */
export function mostInformation(item: ItemParameters): number {
  if (item.model === 'choice') return choiceMostInformation(item);
  return item.model === 'graded' ? gradedMostInformation(item) : gradedResponseMostInformation(item);
}

/** ln P(score | ability), finite for every possible score and finite ability. */
export function logLikelihood(item: ItemParameters, score: number, ability: number): number {
  if (item.model === 'choice') return choiceLogLikelihood(item, score, ability);
  return item.model === 'graded'
    ? gradedLogLikelihood(item, score, ability)
    : gradedResponseLogLikelihood(item, score, ability);
}
