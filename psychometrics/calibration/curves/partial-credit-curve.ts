import { type CurveFamily, stretchOf } from './curve-family.ts';

/**
 * Generalised partial credit, P(k) ∝ exp(Σ_{j ≤ k} (aθ + d_j)), a multinomial logit:
 *
 *   ∂ ln P(k) / ∂a = θ (k − E k)        ∂ ln P(k) / ∂d_j = [k ≥ j] − Pr(credit ≥ j)
 *
 * Muraki (1992), Applied Psychological Measurement 16(2), eqs 16–22.
 */
export const partialCreditCurve: CurveFamily = {
  evaluate(parameters, ability, probability, slope) {
    const count = parameters.length;
    const tilt = parameters[0]! * ability;
    let exponent = 0;
    let highest = 0;
    for (let credit = 1; credit < count; credit += 1) {
      exponent += tilt + parameters[credit]!;
      probability[credit] = exponent;
      if (exponent > highest) highest = exponent;
    }
    let total = Math.exp(-highest);
    probability[0] = total;
    for (let credit = 1; credit < count; credit += 1) {
      const weight = Math.exp(probability[credit]! - highest);
      probability[credit] = weight;
      total += weight;
    }
    let mean = 0;
    for (let credit = 0; credit < count; credit += 1) {
      probability[credit]! /= total;
      mean += credit * probability[credit]!;
    }
    let atLeast = 1;
    for (let step = 1; step < count; step += 1) {
      atLeast -= probability[step - 1]!;
      for (let credit = 0; credit < count; credit += 1) {
        slope[credit * count + step] = (credit >= step ? 1 : 0) - atLeast;
      }
    }
    for (let credit = 0; credit < count; credit += 1) slope[credit * count] = ability * (credit - mean);
  },
  isPossible: () => true,
  begin(shares, slope) {
    const intercepts: number[] = [];
    for (let credit = 1; credit < shares.length; credit += 1) {
      intercepts.push(Math.log(shares[credit]! / shares[credit - 1]!) * stretchOf(slope));
    }
    return intercepts;
  },
};
