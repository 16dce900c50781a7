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

/**
 * Probability of each score 0 … maximumScore(item) at an ability (any finite number). They sum to 1. One choice: Birnbaum
 * (1968); partial credits: Muraki (1992); graded responses: Samejima (1969). For the four functions here parameters are usable
 * (`assertUsable`), which is not checked again: nothing throws.
 */
export function categoryProbabilities(item: ItemParameters, ability: number): number[] {
  if (item.model === 'graded') return gradedProbabilities(item, ability);
  if (item.model === 'graded-response') return gradedResponseProbabilities(item, ability);
  const right = choiceProbability(item, ability);
  return [1 - right, right];
}

/** Mean score at an ability, Σ k P(k), between 0 and maximumScore(item). Never decreases with ability. Nothing throws. */
export function expectedScore(item: ItemParameters, ability: number): number {
  return categoryProbabilities(item, ability).reduce((sum, p, score) => sum + score * p, 0);
}

/**
 * Fisher information about ability (≥ 0, per squared unit of ability), lower asymptote included. Lord (1980), eq. 4-43;
 * Muraki (1993) and Samejima (1969) for ordered credits. Nothing throws.
 */
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

/** ln P(score | ability), ≤ 0 and finite for every possible score and finite ability. Sources as above; nothing throws. */
export function logLikelihood(item: ItemParameters, score: number, ability: number): number {
  if (item.model === 'choice') return choiceLogLikelihood(item, score, ability);
  return item.model === 'graded'
    ? gradedLogLikelihood(item, score, ability)
    : gradedResponseLogLikelihood(item, score, ability);
}
