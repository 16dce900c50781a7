import { categoryProbabilities, information } from '../models/response.ts';
import { type AdaptiveBank, NODE_COUNT } from './adaptive-bank.ts';
import type { Belief } from './belief.ts';

/**
 * What a question would be worth now; the greatest value is asked. Values of one criterion compare among
 * themselves only. `item` is an index in the bank. Always finite.
 */
export type Criterion = (bank: AdaptiveBank, belief: Belief, item: number) => number;

/** MFI: Fisher information at the EAP estimate. Lord (1980), Applications of Item Response Theory, ch. 10. */
export const maximumInformation: Criterion = (bank, belief, item) =>
  information(bank.items[item]!.parameters, belief.mean);

/** bOpt: the difficulty (mean step or threshold) closest to the EAP estimate. Urry (1970), after catR. */
export const nearestDifficulty: Criterion = (bank, belief, item) => {
  const { parameters } = bank.items[item]!;
  if (parameters.model === 'choice') return -Math.abs(parameters.difficulty - belief.mean);
  const places = parameters.model === 'graded' ? parameters.steps : parameters.thresholds;
  return -Math.abs(places.reduce((sum, place) => sum + place, 0) / places.length - belief.mean);
};

/**
 * MPWI: information averaged over the posterior, ∫ I(θ) p(θ | x) dθ.
 * Van der Linden (1998), Psychometrika 63(2).
 */
export const posteriorWeightedInformation: Criterion = (bank, belief, item) => {
  const row = item * NODE_COUNT;
  let sum = 0;
  for (let node = 0; node < NODE_COUNT; node += 1) {
    sum += belief.weights[node]! * bank.information[row + node]!;
  }
  return sum;
};

/**
 * KLP: divergence from the EAP estimate averaged over the posterior, ∫ p(θ | x) Σ P(k | θ̂) ln(P(k | θ̂) / P(k | θ)) dθ.
 * Chang & Ying (1996), Applied Psychological Measurement 20(3), with the posterior as weight.
 */
export const posteriorWeightedDivergence: Criterion = (bank, belief, item) => {
  let sum = 0;
  categoryProbabilities(bank.items[item]!.parameters, belief.mean).forEach((here, score) => {
    if (here === 0) return;
    const row = (bank.firstRow[item]! + score) * NODE_COUNT;
    let there = 0;
    for (let node = 0; node < NODE_COUNT; node += 1) {
      there += belief.weights[node]! * bank.logProbability[row + node]!;
    }
    sum += here * (Math.log(here) - there);
  });
  return sum;
};

/** A score less probable than this under the belief leaves it as it is: it will not be given. */
const LEAST_PROBABILITY = 1e-290;

/**
 * MEPV: minus the posterior variance expected after the answer, each score having the probability it has at the EAP
 * estimate, Σ P(k | θ̂) Var(θ | x, k).
 * Van der Linden (1998), Psychometrika 63(2); with P at the estimate, as `EPV` of catR 3.17 has it (the
 * original averages P over the posterior).
 */
export const expectedPosteriorVariance: Criterion = (bank, belief, item) => {
  const present = belief.standardError ** 2;
  let expected = 0;
  categoryProbabilities(bank.items[item]!.parameters, belief.mean).forEach((here, score) => {
    const row = (bank.firstRow[item]! + score) * NODE_COUNT;
    let mass = 0;
    let first = 0;
    let second = 0;
    for (let node = 0; node < NODE_COUNT; node += 1) {
      const part = belief.weights[node]! * bank.probability[row + node]!;
      const deviation = bank.nodes[node]! - belief.mean;
      mass += part;
      first += part * deviation;
      second += part * deviation * deviation;
    }
    expected += here * (mass > LEAST_PROBABILITY ? second / mass - (first / mass) ** 2 : present);
  });
  return -expected;
};
