import { logistic } from '../../models/logistic.ts';
import { type CurveFamily, stretchOf } from './curve-family.ts';

/**
 * One choice with a fixed lower asymptote c, P(1) = c + (1 − c) p, p = 1 / (1 + exp(−(aθ + d))):
 *
 *   ∂ ln P(1) / ∂d = (1 − c) p (1 − p) / P(1)      ∂ ln P(0) / ∂d = −p      ∂/∂a = θ ∂/∂d
 *
 * Bock & Aitkin (1981), Psychometrika 46(4), for c = 0.
 */
export function choiceCurve(guessing: number): CurveFamily {
  return {
    evaluate(parameters, ability, probability, slope) {
      const logit = parameters[0]! * ability + parameters[1]!;
      const knowing = logistic(logit);
      const notKnowing = logistic(-logit);
      const right = guessing + (1 - guessing) * knowing;
      probability[0] = (1 - guessing) * notKnowing;
      probability[1] = right;
      const ofRight = guessing === 0 ? notKnowing : ((1 - guessing) * knowing * notKnowing) / right;
      slope[0] = -knowing * ability;
      slope[1] = -knowing;
      slope[2] = ofRight * ability;
      slope[3] = ofRight;
    },
    isPossible: () => true,
    begin(shares, slope) {
      const knowing = Math.min(0.99, Math.max(0.01, (shares[1]! - guessing) / (1 - guessing)));
      return [stretchOf(slope) * Math.log(knowing / (1 - knowing))];
    },
  };
}
