import { logistic } from '../../models/logistic.ts';
import { type CurveFamily, stretchOf } from './curve-family.ts';

/** Intercepts closer than this would give a credit no probability a number can hold. */
const SMALLEST_GAP = 1e-6;

/**
 * Graded response, P(k) = F_k − F_{k+1} with F_k = 1 / (1 + exp(−(aθ + d_k))), F_0 = 1, F_{m+1} = 0, and d decreasing:
 *
 *   ∂ ln P(k) / ∂a = θ (1 − F_k − F_{k+1})      ∂ ln P(k) / ∂d_k = F_k(1 − F_k) / P(k)      ∂ ln P(k) / ∂d_{k+1} = −F_{k+1}(1 − F_{k+1}) / P(k)
 *
 * With P(k) = F_k (1 − F_{k+1}) (1 − exp(d_{k+1} − d_k)) the divisions are carried out, so nothing cancels far in the
 * tails. Samejima (1969); Baker & Kim (2004), Item Response Theory, ch. 8.
 */
export const gradedResponseCurve: CurveFamily = {
  evaluate(parameters, ability, probability, slope) {
    const count = parameters.length;
    const tilt = parameters[0]! * ability;
    slope.fill(0, 0, count * count);
    let atLeast = 1;
    let below = 0;
    for (let credit = 0; credit < count; credit += 1) {
      const isLast = credit + 1 === count;
      const logit = isLast ? 0 : tilt + parameters[credit + 1]!;
      const more = isLast ? 0 : logistic(logit);
      const notMore = isLast ? 1 : logistic(-logit);
      const isInner = credit > 0 && !isLast;
      const gap = isInner ? -Math.expm1(parameters[credit + 1]! - parameters[credit]!) : 1;
      probability[credit] = atLeast * notMore * gap;
      const at = credit * count;
      slope[at] = ability * (notMore - atLeast);
      if (credit > 0) slope[at + credit] = ratio(below, notMore) / gap;
      if (!isLast) slope[at + credit + 1] = -ratio(more, atLeast) / gap;
      atLeast = more;
      below = notMore;
    }
  },
  isPossible(parameters) {
    for (let step = 2; step < parameters.length; step += 1) {
      if (!(parameters[step - 1]! - parameters[step]! >= SMALLEST_GAP)) return false;
    }
    return true;
  },
  begin(shares, slope) {
    const intercepts: number[] = [];
    let atLeast = 1;
    for (let credit = 1; credit < shares.length; credit += 1) {
      atLeast -= shares[credit - 1]!;
      intercepts.push(Math.log(atLeast / (1 - atLeast)) * stretchOf(slope));
    }
    return intercepts;
  },
};

/** A quotient of two probabilities of which the first is the smaller, 1 where both have underflowed. */
function ratio(smaller: number, larger: number): number {
  return larger === 0 ? 1 : smaller / larger;
}
