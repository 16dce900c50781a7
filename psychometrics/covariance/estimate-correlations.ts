import { type AbilityState, priorState } from '../ability/state.ts';
import { dimensionCount, type Structure } from '../ability/structure.ts';
import { type Answer, assertAnswer } from '../joint-posterior/joint-posterior.ts';
import { averagesOf, freePattern, structuredPattern } from './covariance-pattern.ts';
import { maximise } from './maximise.ts';
import type { Freedom } from './person-score.ts';
import { populationLikelihood, populationOf } from './population-likelihood.ts';
import type { PopulationPrior } from './population-prior.ts';

/**
 * Correlations between competences estimated from answers: plain data, to be kept under its version.
 * Matrices are n × n, row by row.
 */
export type EstimatedCorrelations = {
  version: string;
  pattern: CorrelationPattern;
  /** Positive definite, with ones on the diagonal. */
  correlations: number[];
  /** Standard error of each covariance; 0 on the diagonal. */
  standardErrors: number[];
  /** Mean correlation within domains and between them; null when the structure has no such pair. */
  within: number | null;
  between: number | null;
  /** Means and common variance of the abilities: 0 and 1 unless the population was left free. */
  means: number[];
  variance: number;
  /** People with at least one answer, and their answers. */
  n: number;
  answers: number;
  iterations: number;
  converged: boolean;
  /** Largest step the gradient still asks for, in standard errors. */
  remainingStep: number;
  logLikelihood: number;
};

/** One correlation within domains and one between them, or one for every pair of competences. */
export type CorrelationPattern = 'structured' | 'free';

export type CorrelationRequest = {
  structure: Structure;
  /** Answers of each person. Question parameters are taken as known. */
  people: readonly (readonly Answer[])[];
  pattern: CorrelationPattern;
  /**
   * 'standard' (default): abilities have mean 0 and variance 1, as the questions were calibrated on.
   * 'free': the mean of each competence and one common variance are estimated too; use it while difficulties and
   * discriminations are experts' guesses, or their errors would pass for correlation.
   */
  population?: 'standard' | 'free';
  /** Name under which the result will be kept. */
  version: string;
  /**
   * How far single correlations are believed to lie from their kind, one standard deviation: default 0.15. Positive.
   * Only for the free pattern.
   */
  spread?: number;
  /** Most iterations before giving up; default 60. */
  iterations?: number;
};

const SPREAD = 0.15;

/**
 * Estimates the correlations between competences by marginal maximum likelihood (between-item multidimensional,
 * question parameters fixed).
 *
 * E-step: each person's posterior over all competences by expectation propagation, one stand-in a competence (see
 * propagate; within 0.0005 of exact moments in the tests, checked by importance sampling in 16 dimensions). M-step:
 * instead of Σ ← mean of E[θθᵀ], which moves by a few per cent of the way when most of θ is unseen, a quasi-Newton
 * step on the same expectations (Fisher's identity; McLachlan & Krishnan 2008, The EM Algorithm, § 4), halved until
 * the likelihood rises. So every iterate is positive definite and none is worse than the last.
 *
 * In the free pattern single correlations are believed to lie around the structured estimate, ± `spread`: they are
 * poorly known from few answers, and lean on their kind as long as they are.
 *
 * Without answers it returns the correlations in use before (PRIOR_CORRELATIONS). `converged` is false when the last
 * step still asked for more than a hundredth of a standard error. Throws a RangeError on an answer that cannot be one.
 */
export function estimateCorrelations(request: CorrelationRequest): EstimatedCorrelations {
  const { structure, pattern } = request;
  const prior = priorState(structure);
  const people = request.people.filter((answers) => answers.length > 0);
  for (const answers of people) for (const answer of answers) assertAnswer(prior, answer);
  const { spread = SPREAD } = request;
  if (!(spread > 0)) throw new RangeError(`spread must be positive, not ${spread}`);
  const before = { target: Float64Array.from(prior.covariance), spread: Number.POSITIVE_INFINITY };
  const structured = fit({ ...request, pattern: 'structured' }, people, before);
  if (pattern === 'structured') return structured;
  return fit(request, people, { target: Float64Array.from(structured.correlations), spread }, structured);
}

/** Belief about a person who has answered nothing, under estimated correlations: means 0, variances 1. Nothing throws. */
export function priorUnder({ correlations }: EstimatedCorrelations): AbilityState {
  const count = Math.round(Math.sqrt(correlations.length));
  return { mean: new Array<number>(count).fill(0), covariance: correlations.slice() };
}

function fit(
  request: CorrelationRequest,
  people: readonly (readonly Answer[])[],
  prior: PopulationPrior,
  from?: EstimatedCorrelations,
): EstimatedCorrelations {
  const { structure, iterations = 60 } = request;
  const free = request.population === 'free';
  const freedom: Freedom = { means: free, variance: free };
  const pattern = request.pattern === 'free' ? freePattern(structure) : structuredPattern(structure);
  const variance = from?.variance ?? 1;
  const target = prior.target.map((value) => value * variance);
  const start = [
    ...averagesOf(pattern, target),
    ...(free ? [variance, ...(from?.means ?? new Array<number>(pattern.count).fill(0))] : []),
  ];
  const likelihood = populationLikelihood(pattern, freedom, { ...prior, target }, people);
  const best = maximise(likelihood, start, iterations);
  const population = populationOf(pattern, freedom, best.parameters);
  const correlations = Array.from(population.covariance, (value) => value / population.variance);
  return {
    version: request.version,
    pattern: request.pattern,
    correlations,
    standardErrors: Array.from(pattern.group, (group) => (group < 0 ? 0 : best.standardErrors[group]!)),
    ...meanCorrelations(structure, correlations),
    means: Array.from(population.mean),
    variance: population.variance,
    n: people.length,
    answers: people.reduce((sum, answers) => sum + answers.length, 0),
    iterations: best.iterations,
    converged: best.converged,
    remainingStep: best.remainingStep,
    logLikelihood: best.value,
  };
}

function meanCorrelations(structure: Structure, correlations: readonly number[]) {
  const count = dimensionCount(structure);
  const domain = new Map(structure.domains.flatMap((members, index) => members.map((d) => [d, index])));
  const sums = { within: 0, between: 0 };
  const pairs = { within: 0, between: 0 };
  for (let a = 0; a < count; a += 1) {
    for (let b = 0; b < a; b += 1) {
      const kind = domain.get(a) === domain.get(b) ? 'within' : 'between';
      sums[kind] += correlations[a * count + b]!;
      pairs[kind] += 1;
    }
  }
  return {
    within: pairs.within > 0 ? sums.within / pairs.within : null,
    between: pairs.between > 0 ? sums.between / pairs.between : null,
  };
}
