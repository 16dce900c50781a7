import type { Answers } from './answers.ts';
import { type CalibratedItem, calibratedItems } from './calibration-result.ts';
import type { CalibrationItem } from './curves/calibration-item.ts';
import { type PassReply, type PassRequest, runPass } from './expectation/pass.ts';
import {
  covers,
  evenQuadrature,
  type Population,
  type Quadrature,
  refine,
} from './expectation/quadrature.ts';
import { curvesAt, nativeOf, populationAt, slopeLayout } from './maximization/curves-at.ts';
import { type CountedPoint, isPossible, pointAt, STEEPEST_SLOPE } from './maximization/objective.ts';
import { covarianceOfEstimates } from './maximization/observed-information.ts';
import { type MaximumFound, maximise, type Stopped } from './maximization/quasi-newton.ts';
import { type CalibrationOptions, type CalibrationPlan, planCalibration } from './plan.ts';

/** Why the estimates are not a maximum that can be trusted. */
export type NotConverged =
  /** `iteration-limit`: steps ran out. `no-further-increase`: no step does better although the gradient is not 0. */
  | Stopped
  /** A discrimination grew to the limit (30): the question separates people perfectly, more answers are needed. */
  | 'unbounded-discrimination'
  /** No person gave an answer that counts. */
  | 'no-answers';

export type Calibration = {
  converged: boolean;
  /** Null when it converged. */
  reason: NotConverged | null;
  /** Ids of questions whose discrimination is at the limit. */
  unbounded: string[];
  /** Marginal log-likelihood Σ weight · ln P(answers), priors not included. */
  logLikelihood: number;
  /** The same plus the logarithms of the priors (up to a constant): what was maximised. */
  penalised: number;
  /** −2 logLikelihood + 2 parameters, and + parameters · ln(people). */
  aic: number;
  bic: number;
  /** Number of estimated parameters. */
  parameters: number;
  /** Sum of weights of people with an answer that counts. */
  people: number;
  iterations: number;
  /** Passes over all answers, for counts. */
  evaluations: number;
  /** Largest absolute derivative of what was maximised by a slope or intercept, at the end (0 at a maximum). */
  largestScore: number;
  /** Largest move of a slope or intercept the next step would make. */
  largestStep: number;
  /** Nodes used in the end, and how much twice as many would change the log-likelihood (null when not checked). */
  nodes: number;
  quadratureError: number | null;
  population: Population;
  /** `not-identified`: the observed information is not positive definite, so there are no standard errors. */
  information: 'positive-definite' | 'not-identified' | 'not-asked';
  items: CalibratedItem[];
};

/** More nodes must not change the log-likelihood by more. */
const QUADRATURE_TOLERANCE = 0.005;
const MOST_NODES = 2000;
/** How often the nodes follow an estimated population that leaves them. */
const MOST_MOVES = 5;

/**
 * Marginal maximum likelihood (or maximum a posteriori) calibration, from whatever answers there are.
 *
 * Bock & Aitkin (1981), Marginal maximum likelihood estimation of item parameters: application of an EM algorithm,
 * Psychometrika 46(4); priors as Mislevy (1986), Psychometrika 51(2); fixed questions as Kim (2006), J. Educational
 * Measurement 43(4). Answers not given are taken as missing at random: only what was asked enters. The EM steps are
 * accelerated (`maximise`). Every `item` of the answers is an index into `items`.
 *
 * Throws a RangeError on input out of range. What cannot be estimated is named in the result, never NaN: a question
 * with no answer, or a single score, is left out (unless priors on its discrimination and difficulty hold it), a
 * score nobody earned is merged away, and `converged` is false, with a reason, when no maximum was reached.
 */
export function calibrate(
  answers: Answers,
  items: readonly CalibrationItem[],
  options: CalibrationOptions = {},
): Calibration {
  const plan = planCalibration(answers, items, options);
  const steps = calibrationSteps(plan, items);
  let step = steps.next();
  while (!step.done) step = steps.next(runPass(plan.patterns, step.value));
  return step.value;
}

/**
 * The same, for whoever wants to compute the passes over people elsewhere: yields what is to be computed over
 * `plan.patterns` (for instance in slices, `slicePatterns`, `runPass`, `addReplies`) and is given the sums back. Throws a
 * RangeError on nodes or a reach out of range.
 */
export function* calibrationSteps(
  plan: CalibrationPlan,
  items: readonly CalibrationItem[],
): Generator<PassRequest, Calibration, PassReply> {
  const { options } = plan;
  const layout = slopeLayout(plan);
  let quadrature = evenQuadrature(options.nodes, options.reach, plan.population);
  let moves = 0;
  let parameters = plan.begin;
  let iterations = 0;
  let evaluations = 0;
  for (;;) {
    const found = yield* maximiseOn(plan, layout, quadrature, parameters, iterations);
    parameters = found.point.parameters;
    iterations += found.iterations;
    evaluations += found.evaluations;
    const population = populationAt(plan, parameters);
    if (!covers(quadrature, population, 0.8 * (options.reach ?? 6)) && moves < MOST_MOVES) {
      quadrature = evenQuadrature(options.nodes, options.reach, population);
      moves += 1;
      continue;
    }
    const { logLikelihood, counts } = found.point.expected;
    const quadratureError = yield* errorOf(plan, layout, quadrature, parameters, logLikelihood);
    const isFine = quadratureError === null || Math.abs(quadratureError) <= QUADRATURE_TOLERANCE;
    if (!isFine && 2 * quadrature.nodes.length <= MOST_NODES) {
      quadrature = refine(quadrature);
      continue;
    }
    let covariance: Float64Array | null = null;
    const wantsErrors = options.standardErrors !== 'none';
    if (wantsErrors && parameters.length > 0 && plan.people > 0) {
      const { curves, slopes } = curvesAt(plan, layout, parameters, quadrature);
      const { sums: missing } = yield { kind: 'missing-information', curves, slopes };
      covariance = covarianceOfEstimates(plan, parameters, quadrature, counts, missing);
    }
    const count = parameters.length;
    return {
      ...verdict(plan, found),
      logLikelihood,
      penalised: found.point.value,
      aic: 2 * count - 2 * logLikelihood,
      bic: count * Math.log(Math.max(1, plan.people)) - 2 * logLikelihood,
      parameters: count,
      people: plan.people,
      iterations,
      evaluations,
      largestScore: found.point.gradient.reduce((most, value) => Math.max(most, Math.abs(value)), 0),
      largestStep: found.largestStep,
      nodes: quadrature.nodes.length,
      quadratureError,
      population,
      information: !wantsErrors ? 'not-asked' : covariance ? 'positive-definite' : 'not-identified',
      items: calibratedItems(plan, items, parameters, covariance),
    };
  }
}

function maximiseOn(
  plan: CalibrationPlan,
  layout: ReturnType<typeof slopeLayout>,
  quadrature: Quadrature,
  begin: Float64Array,
  done: number,
) {
  const { tolerance = 1e-5, maximumIterations = 500 } = plan.options;
  function* evaluate(parameters: Float64Array): Generator<PassRequest, CountedPoint, PassReply> {
    const at = curvesAt(plan, layout, parameters, quadrature);
    const { logLikelihood, sums } = yield { kind: 'counts', curves: at.curves };
    return pointAt(plan, parameters, at, { logLikelihood, counts: sums });
  }
  return maximise(
    begin,
    { evaluate, isPossible: (parameters) => isPossible(plan, parameters) },
    { tolerance, maximumIterations: maximumIterations - done },
  );
}

/** How much the log-likelihood would change with twice the nodes; null when it is not to be checked. */
function* errorOf(
  plan: CalibrationPlan,
  layout: ReturnType<typeof slopeLayout>,
  quadrature: Quadrature,
  parameters: Float64Array,
  logLikelihood: number,
): Generator<PassRequest, number | null, PassReply> {
  if (plan.options.adaptive === false) return null;
  const { curves } = curvesAt(plan, layout, parameters, refine(quadrature));
  const finer = yield { kind: 'likelihood', curves };
  return finer.logLikelihood - logLikelihood;
}

function verdict(
  plan: CalibrationPlan,
  { stopped, point }: MaximumFound<CountedPoint>,
): Pick<Calibration, 'converged' | 'reason' | 'unbounded'> {
  const unbounded = plan.blocks
    .filter(({ place }) => place.length > 0)
    .filter((block) => Math.abs(nativeOf(block, point.parameters)[0]!) > 0.8 * STEEPEST_SLOPE)
    .map(({ item }) => item.id);
  if (plan.people === 0) return { converged: false, reason: 'no-answers', unbounded };
  if (unbounded.length > 0) return { converged: false, reason: 'unbounded-discrimination', unbounded };
  return { converged: stopped === null, reason: stopped, unbounded };
}
