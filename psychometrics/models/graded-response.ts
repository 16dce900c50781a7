import type { GradedResponseItem } from './item-parameters.ts';
import { logistic, logLogistic } from './logistic.ts';

/**
 * Probability of each credit 0 … m. With F_k = 1 / (1 + exp(−a(θ − b_k))) the probability of credit k or more,
 * F_0 = 1 and F_{m+1} = 0,
 *
 *   P(k | θ) = F_k − F_{k+1}
 *
 * Samejima (1969), Estimation of latent ability using a response pattern of graded scores, Psychometrika
 * Monograph 17. The difference is taken without cancellation (see `logGap`).
 */
export function gradedResponseProbabilities(item: GradedResponseItem, ability: number): number[] {
  const probabilities: number[] = [];
  for (let credit = 0; credit <= item.thresholds.length; credit += 1) {
    probabilities.push(Math.exp(gradedResponseLogLikelihood(item, credit, ability)));
  }
  return probabilities;
}

/** ln P(score | θ), finite wherever θ is. */
export function gradedResponseLogLikelihood(
  item: GradedResponseItem,
  score: number,
  ability: number,
): number {
  const { discrimination, thresholds } = item;
  let logProbability = 0;
  if (score > 0) logProbability += logLogistic(discrimination * (ability - thresholds[score - 1]!));
  if (score < thresholds.length) {
    logProbability += logLogistic(-discrimination * (ability - thresholds[score]!));
  }
  if (score > 0 && score < thresholds.length) {
    logProbability += logGap(discrimination * (thresholds[score]! - thresholds[score - 1]!));
  }
  return logProbability;
}

/**
 * Fisher information.
 *
 *   I(θ) = Σ P′(k)² / P(k) = a² Σ P(k) (1 − F_k − F_{k+1})²
 *
 * Samejima (1969), ch. 6; the second form follows from F′ = a F(1 − F) and needs no division.
 */
export function gradedResponseInformation(item: GradedResponseItem, ability: number): number {
  const { discrimination, thresholds } = item;
  let sum = 0;
  let atLeast = 1;
  for (let credit = 0; credit <= thresholds.length; credit += 1) {
    const more = credit < thresholds.length ? logistic(discrimination * (ability - thresholds[credit]!)) : 0;
    sum += (atLeast - more) * (1 - atLeast - more) ** 2;
    atLeast = more;
  }
  return discrimination * discrimination * Math.max(0, sum);
}

/**
 * A bound on the information at any ability: credits are a logistic variable cut at the thresholds, and cutting tells no
 * more than the variable itself, a²/3.
 */
export function gradedResponseMostInformation({ discrimination }: GradedResponseItem): number {
  return (discrimination * discrimination) / 3;
}

/**
 * ln(1 − exp(−g)) for a gap g > 0 between two cumulative logits: F(x) − F(y) = F(x) F(−y) (1 − exp(y − x)), which
 * loses no digit however far the ability is from both thresholds. Thresholds that only rounding holds together count
 * as the smallest gap there is.
 */
function logGap(gap: number): number {
  return Math.log(-Math.expm1(-Math.max(gap, Number.MIN_VALUE)));
}
