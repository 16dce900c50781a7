import { maximumScore } from '../models/item-parameters.ts';
import { type AdaptiveBank, NODE_COUNT } from './adaptive-bank.ts';

/**
 * What is known of a person during a test: the posterior on the nodes of the bank, from N(0, 1). `logWeights` are
 * its logarithms up to a constant, `weights` sum to 1; `mean` and `standardError` are the EAP estimate.
 */
export type Belief = {
  logWeights: Float64Array;
  weights: Float64Array;
  mean: number;
  standardError: number;
};

/**
 * What is known before any answer: N(0, 1) between −4 and 4, on the nodes of the bank. Its mean is 0 and its standard error
 * 0.999, in units of ability. Nothing throws.
 */
export function startingBelief(bank: AdaptiveBank): Belief {
  const logWeights = bank.nodes.map((ability) => -0.5 * ability * ability);
  const ends = Math.log(0.5);
  logWeights[0]! += ends;
  logWeights[NODE_COUNT - 1]! += ends;
  return beliefFrom(bank, logWeights);
}

/**
 * The belief after one more answer; the one given is left as it is. `score` is a whole number from 0 to the maximum
 * of the question. The order of answers does not matter. Logarithms are kept, so that a thousand answers
 * underflow nothing and later ones can still bring the mass back. Throws a RangeError on a question that is not in the bank,
 * or a score out of range.
 */
export function beliefAfter(bank: AdaptiveBank, belief: Belief, item: number, score: number): Belief {
  const parameters = bank.items[item]?.parameters;
  if (!parameters) throw new RangeError(`the bank has no question ${item}`);
  if (!Number.isInteger(score) || score < 0 || score > maximumScore(parameters)) {
    throw new RangeError(
      `the score must be a whole number from 0 to ${maximumScore(parameters)}, not ${score}`,
    );
  }
  const row = (bank.firstRow[item]! + score) * NODE_COUNT;
  const logWeights = new Float64Array(NODE_COUNT);
  for (let node = 0; node < NODE_COUNT; node += 1) {
    logWeights[node] = belief.logWeights[node]! + bank.logProbability[row + node]!;
  }
  return beliefFrom(bank, logWeights);
}

/** Trapezoid rule (the halves at both ends are in the weights): Bock & Mislevy (1982), as in `posteriorMean`. */
function beliefFrom({ nodes }: AdaptiveBank, logWeights: Float64Array): Belief {
  let highest = Number.NEGATIVE_INFINITY;
  for (const value of logWeights) if (value > highest) highest = value;
  const weights = new Float64Array(NODE_COUNT);
  let total = 0;
  let first = 0;
  for (let node = 0; node < NODE_COUNT; node += 1) {
    const weight = Math.exp(logWeights[node]! - highest);
    weights[node] = weight;
    total += weight;
    first += weight * nodes[node]!;
  }
  const mean = first / total;
  let second = 0;
  for (let node = 0; node < NODE_COUNT; node += 1) {
    weights[node]! /= total;
    second += weights[node]! * (nodes[node]! - mean) ** 2;
  }
  return { logWeights, weights, mean, standardError: Math.sqrt(second) };
}
