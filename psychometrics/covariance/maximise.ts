import { choleskyFactor, inverse } from '../linear-algebra/positive-definite.ts';
import type { Evaluation, PopulationLikelihood } from './population-likelihood.ts';

type Maximum = {
  parameters: Float64Array;
  standardErrors: Float64Array;
  value: number;
  iterations: number;
  converged: boolean;
  /** Largest step the gradient still asks for, in standard errors. */
  remainingStep: number;
};

type Improvement = { parameters: Float64Array; evaluation: Evaluation };

/** A step below this share of a standard error changes nothing anyone could see. */
const SMALLEST_STEP = 0.01;
const HALVINGS = 12;

/**
 * Climbs a log-posterior by quasi-Newton steps: the first is a scoring step (information⁻¹ · gradient), and the
 * curvature met on the way corrects the next ones (BFGS; Nocedal & Wright 2006, Numerical optimization, eq. 6.17). Each
 * is halved until the value rises and Σ is positive definite. `start` must be an admissible point. Not converged
 * when `iterations` are used up or no part of a step improves the value.
 */
export function maximise(
  likelihood: PopulationLikelihood,
  start: ArrayLike<number>,
  iterations: number,
): Maximum {
  let parameters: Float64Array = Float64Array.from(start);
  const first = likelihood(parameters);
  if (!first) throw new RangeError('the starting point is not positive definite');
  let here: Evaluation = first;
  let metric = inverseInformation(here);
  for (let iteration = 0; ; iteration += 1) {
    const step = product(metric, here.gradient);
    const standardErrors = diagonalRoots(inverseInformation(here), here.gradient.length);
    const remainingStep = largestRatio(step, standardErrors);
    const converged = remainingStep < SMALLEST_STEP;
    const better: Improvement | null =
      converged || iteration === iterations ? null : climb(likelihood, parameters, here, step);
    if (!better) {
      return {
        parameters,
        standardErrors,
        value: here.value,
        iterations: iteration,
        converged,
        remainingStep,
      };
    }
    metric = corrected(metric, parameters, here, better);
    parameters = better.parameters;
    here = better.evaluation;
  }
}

/**
 * With s the step taken and y the fall of the gradient over it,
 *
 *   H ← (I − s yᵀ/sᵀy) H (I − y sᵀ/sᵀy) + s sᵀ/sᵀy
 *
 * unless sᵀy ≤ 0, where the surface is not concave and nothing is learned.
 */
function corrected(
  metric: Float64Array,
  from: Float64Array,
  here: Evaluation,
  better: Improvement,
): Float64Array {
  const size = from.length;
  const s = better.parameters.map((value, index) => value - from[index]!);
  const y = here.gradient.map((value, index) => value - better.evaluation.gradient[index]!);
  const sy = dot(s, y);
  if (!(sy > 1e-12)) return metric;
  const my = product(metric, y);
  const scale = (1 + dot(y, my) / sy) / sy;
  return metric.map((value, cell) => {
    const a = Math.floor(cell / size);
    const b = cell % size;
    return value + scale * s[a]! * s[b]! - (my[a]! * s[b]! + s[a]! * my[b]!) / sy;
  });
}

function climb(
  likelihood: PopulationLikelihood,
  from: Float64Array,
  here: Evaluation,
  step: Float64Array,
): Improvement | null {
  let share = 1;
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const parameters = from.map((value, index) => value + share * step[index]!);
    const evaluation = likelihood(parameters);
    if (evaluation && evaluation.value > here.value) return { parameters, evaluation };
    share /= 2;
  }
  return null;
}

function inverseInformation({ information, gradient }: Evaluation): Float64Array {
  const factor = choleskyFactor(information, gradient.length);
  if (!factor) throw new Error('information that includes a prior is positive definite');
  return inverse(factor, gradient.length);
}

function diagonalRoots(matrix: Float64Array, size: number): Float64Array {
  return Float64Array.from({ length: size }, (_, index) => Math.sqrt(matrix[index * size + index]!));
}

function largestRatio(step: Float64Array, unit: Float64Array): number {
  return step.reduce((most, value, index) => Math.max(most, Math.abs(value) / unit[index]!), 0);
}

function product(matrix: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length;
  return vector.map((_, row) => dot(matrix.subarray(row * size, (row + 1) * size), vector));
}

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < left.length; index += 1) sum += left[index]! * right[index]!;
  return sum;
}
