import type {
  ChoiceItem,
  GradedItem,
  GradedResponseItem,
  ItemParameters,
} from '../models/item-parameters.ts';
import { logistic } from '../models/logistic.ts';
import { categoryProbabilities } from '../models/response.ts';

/**
 * Slope of the log-likelihood of one answer, d ln P(score | θ) / dθ, finite everywhere.
 *
 *   one choice            score 0: −a p      score 1: (1 − c) a p (1 − p) / P
 *   partial credit        a (score − E[score])
 *   graded response       a (1 − F_score − F_{score + 1})
 *
 * Baker & Kim (2004), Item Response Theory: Parameter Estimation Techniques, 2nd ed., ch. 3, 8 and 9.
 */
export function logLikelihoodSlope(item: ItemParameters, score: number, ability: number): number {
  if (item.model === 'choice') return choiceSlope(item, score, ability);
  if (item.model === 'graded') return item.discrimination * (score - meanCredit(item, ability));
  return item.discrimination * (1 - atLeast(item, score, ability) - atLeast(item, score + 1, ability));
}

/**
 * The term of Warm's correction, J(θ) = Σ P′(k) P″(k) / P(k) over the scores k of a question, without division:
 *
 *   one choice            a³ (1 − c) p² (1 − p)(1 − 2p) / P
 *   partial credit        a³ E[(score − E[score])³]
 *   graded response       a³ Σ P(k) r (r² − F_k(1 − F_k) − F_{k+1}(1 − F_{k+1})),  r = 1 − F_k − F_{k+1}
 *
 * Warm (1989), Psychometrika 54(3), for one choice; Magis (2015), Psychometrika 80(1), for several credits.
 */
export function warmTerm(item: ItemParameters, ability: number): number {
  if (item.model === 'choice') return choiceWarmTerm(item, ability);
  return item.model === 'graded' ? gradedWarmTerm(item, ability) : gradedResponseWarmTerm(item, ability);
}

function choiceSlope({ discrimination, difficulty, guessing }: ChoiceItem, score: number, ability: number) {
  const logit = discrimination * (ability - difficulty);
  const knowing = logistic(logit);
  if (score === 0) return -discrimination * knowing;
  const notKnowing = logistic(-logit);
  if (guessing === 0) return discrimination * notKnowing;
  return ((1 - guessing) * discrimination * knowing * notKnowing) / (guessing + (1 - guessing) * knowing);
}

function choiceWarmTerm({ discrimination, difficulty, guessing }: ChoiceItem, ability: number): number {
  const logit = discrimination * (ability - difficulty);
  const knowing = logistic(logit);
  const notKnowing = logistic(-logit);
  const skew = discrimination ** 3 * knowing * notKnowing * (notKnowing - knowing);
  if (guessing === 0) return skew;
  return (skew * (1 - guessing) * knowing) / (guessing + (1 - guessing) * knowing);
}

function meanCredit(item: GradedItem, ability: number): number {
  const probabilities = categoryProbabilities(item, ability);
  let mean = 0;
  for (let credit = 1; credit < probabilities.length; credit += 1) mean += credit * probabilities[credit]!;
  return mean;
}

function gradedWarmTerm(item: GradedItem, ability: number): number {
  const mean = meanCredit(item, ability);
  return (
    item.discrimination ** 3 *
    categoryProbabilities(item, ability).reduce((sum, p, credit) => sum + p * (credit - mean) ** 3, 0)
  );
}

/** F_credit: probability of this credit or more. */
function atLeast(
  { discrimination, thresholds }: GradedResponseItem,
  credit: number,
  ability: number,
): number {
  if (credit <= 0) return 1;
  if (credit > thresholds.length) return 0;
  return logistic(discrimination * (ability - thresholds[credit - 1]!));
}

function gradedResponseWarmTerm(item: GradedResponseItem, ability: number): number {
  const sum = categoryProbabilities(item, ability).reduce((total, p, credit) => {
    const lower = atLeast(item, credit, ability);
    const upper = atLeast(item, credit + 1, ability);
    const slope = 1 - lower - upper;
    return total + p * slope * (slope ** 2 - lower * (1 - lower) - upper * (1 - upper));
  }, 0);
  return item.discrimination ** 3 * sum;
}
