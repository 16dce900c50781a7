import type { Estimate } from '../ability/posterior.ts';
import { type AbilityState, assertDimension } from '../ability/state.ts';
import { assertUsable, type ItemParameters, maximumScore } from '../models/item-parameters.ts';
import { likelihoodCurve, productOfCurves } from './likelihood-curve.ts';
import { type Belief, type Propagation, propagate, type Site } from './propagation.ts';

/** One answer of a person: `score` is a whole number 0 … maximumScore(item). */
export type Answer = { dimension: number; item: ItemParameters; score: number };

/** What all answers say together. */
export type JointPosterior = {
  state: AbilityState;
  /** ln of the probability of all answers under the prior. */
  logEvidence: number;
  /** Belief about the competence of each answer without that answer, in the order of the answers. */
  without: Estimate[];
  sweeps: number;
  /** Whether no mean or standard error moved by more than 1e-10 in the last sweep. */
  converged: boolean;
};

/** How far and how long stand-ins are refreshed. */
const THOROUGH = { tolerance: 1e-10, sweeps: 200 } as const;

/**
 * Belief about one person from all their answers together, by expectation propagation (see propagate), and the
 * belief about each answered competence *without* each answer. Unlike a chain of `updateAbility`, it does not
 * depend on the order of the answers (to 1e-8). After one answer both are exact.
 *
 * Finite, symmetric and positive semi-definite on any legal input. Throws a RangeError on a dimension, a score
 * or parameters out of range.
 */
export function jointPosterior(prior: AbilityState, answers: readonly Answer[]): JointPosterior {
  for (const answer of answers) assertAnswer(prior, answer);
  const result = propagate(beliefOf(prior), answers.map(siteOf), THOROUGH);
  return {
    state: stateOf(result.belief),
    logEvidence: result.logEvidence,
    without: answers.map((_, index) => cavityOf(result, index)),
    sweeps: result.sweeps,
    converged: result.lastChange <= THOROUGH.tolerance,
  };
}

/** Working memory of a state. */
export function beliefOf(state: AbilityState): Belief {
  return { mean: Float64Array.from(state.mean), covariance: Float64Array.from(state.covariance) };
}

/** A belief as plain data. */
export function stateOf(belief: Belief): AbilityState {
  return { mean: Array.from(belief.mean), covariance: Array.from(belief.covariance) };
}

/** One answer as a piece of evidence. */
export function siteOf(answer: Answer): Site {
  return {
    dimension: answer.dimension,
    answers: [answer],
    curve: likelihoodCurve(answer.item, answer.score),
  };
}

/** All answers on a same competence as one piece of evidence: fewer stand-ins, each closer to the truth. */
export function sitesByDimension(answers: readonly Answer[]): Site[] {
  const groups = new Map<number, Answer[]>();
  for (const answer of answers) {
    const group = groups.get(answer.dimension);
    if (group) group.push(answer);
    else groups.set(answer.dimension, [answer]);
  }
  return Array.from(groups, ([dimension, group]) => ({
    dimension,
    answers: group,
    curve: productOfCurves(group.map(({ item, score }) => likelihoodCurve(item, score))),
  }));
}

/** Throws a RangeError unless the answer can be one of this person. */
export function assertAnswer(prior: AbilityState, { dimension, item, score }: Answer): void {
  assertDimension(prior, dimension);
  assertUsable(item);
  if (!Number.isInteger(score) || score < 0 || score > maximumScore(item)) {
    throw new RangeError(`score must be a whole number from 0 to ${maximumScore(item)}, not ${score}`);
  }
}

function cavityOf({ cavityMean, cavityVariance }: Propagation, index: number): Estimate {
  return { mean: cavityMean[index]!, variance: cavityVariance[index]! };
}
