import type { Estimate } from '../ability/posterior.ts';
import { ANSWERS_FOR_DISCRIMINATION, type ItemBelief, revisedBelief } from './item-belief.ts';
import { moved } from './item-positions.ts';
import { emptyResponse, integrateResponse, type MarginalResponse } from './marginal-response.ts';

/**
 * What one more answer teaches about a question, at once. `without` is the belief about the person's ability on
 * its competence from all their *other* answers (see jointPosterior): with the answer itself inside, it would be
 * counted twice. With p̄ = Σ w P, d = Σ w ∂P/∂θ and I = d² / (p̄(1 − p̄)),
 *
 *   v ← 1/(1/v + I)    b ← b − v d (x − p̄)/(p̄(1 − p̄))
 *
 * when the discrimination is known. It is not: with H the slopes of the expected score in (b, ln a), R the variance
 * of the score and C the covariance of (b, ln a), the same step (extended Kalman filter) is
 *
 *   K = C Hᵀ / (H C Hᵀ + R)    (b, ln a) ← (b, ln a) + K (x − x̄)    C ← (I − KH) C (I − KH)ᵀ + K R Kᵀ
 *
 * Below 200 answers ln a does not move (its K is 0) but its uncertainty is counted, so that b is not believed
 * better known than it is: Schmidt (1966), Advances in Control Systems 3, the "consider" filter. Without it, the
 * errors of the discriminations leave difficulties off by 0.29 after 10,000 people and sure to be within 0.1. Steps
 * of ordered credits move together. `score` is a whole number 0 … maximumScore, the variance of `without` positive: neither
 * is checked here, `answerAssessment` has seen them; nothing throws.
 */
export function learnOnline(belief: ItemBelief, without: Estimate, score: number): ItemBelief {
  const { parameters } = belief;
  const response = emptyResponse(parameters);
  integrateResponse(parameters, without.mean, Math.sqrt(without.variance), response);
  const { expected, variance, byShift, byLogDiscrimination } = scoreMoments(response);

  const answers = belief.answers + 1;
  const b = belief.difficultySd ** 2;
  const a = belief.logDiscriminationSd ** 2;
  const both = belief.dependence;
  const linkB = b * byShift + both * byLogDiscrimination;
  const linkA = both * byShift + a * byLogDiscrimination;
  const total = Math.max(linkB * byShift + linkA * byLogDiscrimination + variance, SMALLEST);
  const gainB = linkB / total;
  const gainA = answers >= ANSWERS_FOR_DISCRIMINATION ? linkA / total : 0;
  const surprise = score - expected;
  const shifted = moved(parameters, gainB * surprise);
  return revisedBelief(belief, {
    parameters: { ...shifted, discrimination: shifted.discrimination * Math.exp(gainA * surprise) },
    difficultySd: Math.sqrt(Math.max(b - 2 * gainB * linkB + gainB * gainB * total, SMALLEST)),
    logDiscriminationSd: Math.sqrt(Math.max(a - 2 * gainA * linkA + gainA * gainA * total, 0)),
    dependence: both - gainB * linkA - gainA * linkB + gainA * gainB * total,
    answers,
  });
}

const SMALLEST = 1e-9;

/** Mean and variance of the score, and slopes of its mean when all steps move together or ln a grows. */
function scoreMoments({ probabilities, gradients }: MarginalResponse) {
  const top = probabilities.length - 1;
  let expected = 0;
  let square = 0;
  let byShift = 0;
  let byLogDiscrimination = 0;
  for (let credit = 1; credit <= top; credit += 1) {
    expected += credit * probabilities[credit]!;
    square += credit * credit * probabilities[credit]!;
    for (let step = 0; step < top; step += 1) byShift += credit * gradients[credit * (top + 1) + step]!;
    byLogDiscrimination += credit * gradients[credit * (top + 1) + top]!;
  }
  return { expected, variance: square - expected * expected, byShift, byLogDiscrimination };
}
