/** A point of the maximisation. */
export type Point = {
  parameters: Float64Array;
  value: number;
  gradient: Float64Array;
  /** Solves M x = v with M positive definite, near the negative second derivatives: the first guess of a Newton step. */
  precondition: (vector: Float64Array) => Float64Array;
};

export type MaximumFound<P extends Point> = {
  point: P;
  iterations: number;
  evaluations: number;
  /** Largest move of a parameter the next step would make. */
  largestStep: number;
  /** Null when it has converged. */
  stopped: Stopped | null;
};

export type Stopped = 'iteration-limit' | 'no-further-increase';

/** Steps remembered. */
const MEMORY = 12;
/** No parameter moves by more in one step. */
const LARGEST_MOVE = 1.5;
/** Share of the promised increase a step must bring (Armijo). */
const SUFFICIENT = 1e-4;
const MOST_HALVINGS = 30;
/** An increase below this share of the value is rounding. */
const ROUNDING = 1e-13;

/**
 * Maximises by preconditioned limited-memory BFGS: the step of the preconditioner (for us one EM step) corrected by
 * what the last steps showed of the true curvature.
 *
 * Jamshidian & Jennrich (1997), Acceleration of the EM algorithm by using quasi-Newton methods, J. R. Statist. Soc. B
 * 59(3); Nocedal & Wright (2006), Numerical Optimization, algorithm 7.4. Safeguards: a step that leaves what is
 * possible or does not increase enough is halved; a memory that leads nowhere is forgotten; a step is never longer
 * than 1.5 in any parameter. `evaluate` is a generator, so that whoever drives it may compute elsewhere; `memory` 0
 * gives the plain EM gradient algorithm.
 */
export function* maximise<P extends Point, Request, Reply>(
  start: Float64Array,
  problem: {
    evaluate: (parameters: Float64Array) => Generator<Request, P, Reply>;
    isPossible: (parameters: Float64Array) => boolean;
  },
  limits: { tolerance: number; maximumIterations: number; memory?: number },
): Generator<Request, MaximumFound<P>, Reply> {
  const memory = limits.memory ?? MEMORY;
  let point = yield* problem.evaluate(start);
  let evaluations = 1;
  const past: Pair[] = [];
  for (let iterations = 0; ; iterations += 1) {
    let direction = directionFrom(point, past);
    let slope = dot(direction, point.gradient);
    if (!(slope > 0)) {
      past.length = 0;
      direction = point.precondition(point.gradient);
      slope = dot(direction, point.gradient);
    }
    const largestStep = largest(direction);
    const report = (stopped: Stopped | null) => ({ point, iterations, evaluations, largestStep, stopped });
    if (largestStep <= limits.tolerance) return report(null);
    if (iterations >= limits.maximumIterations) return report('iteration-limit');

    let length = Math.min(1, LARGEST_MOVE / largestStep);
    let next: P | null = null;
    for (let halving = 0; halving < MOST_HALVINGS && next === null; halving += 1) {
      const candidate = point.parameters.map((value, index) => value + length * direction[index]!);
      if (problem.isPossible(candidate)) {
        const reached = yield* problem.evaluate(candidate);
        evaluations += 1;
        const enough = point.value + SUFFICIENT * length * slope - ROUNDING * Math.abs(point.value);
        if (reached.value >= enough) next = reached;
      }
      length /= 2;
    }
    if (next === null) {
      if (past.length === 0) return report('no-further-increase');
      past.length = 0;
      continue;
    }
    if (memory > 0) remember(past, point, next, memory);
    point = next;
  }
}

/** A step s and the fall y of the gradient along it. */
type Pair = { step: Float64Array; fall: Float64Array; inverse: number };

function remember(past: Pair[], from: Point, to: Point, memory: number): void {
  const step = to.parameters.map((value, index) => value - from.parameters[index]!);
  const fall = from.gradient.map((value, index) => value - to.gradient[index]!);
  const curvature = dot(step, fall);
  if (!(curvature > 1e-10 * Math.sqrt(dot(step, step) * dot(fall, fall)))) return;
  past.push({ step, fall, inverse: 1 / curvature });
  if (past.length > memory) past.shift();
}

function directionFrom(point: Point, past: readonly Pair[]): Float64Array {
  const rest = point.gradient.slice();
  const along = past.map(() => 0);
  for (let index = past.length - 1; index >= 0; index -= 1) {
    const { step, fall, inverse } = past[index]!;
    along[index] = inverse * dot(step, rest);
    addTo(rest, fall, -along[index]!);
  }
  const direction = point.precondition(rest);
  for (const [index, { step, fall, inverse }] of past.entries()) {
    addTo(direction, step, along[index]! - inverse * dot(fall, direction));
  }
  return direction;
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < one.length; index += 1) sum += one[index]! * other[index]!;
  return sum;
}

function addTo(vector: Float64Array, other: Float64Array, factor: number): void {
  for (let index = 0; index < vector.length; index += 1) vector[index]! += factor * other[index]!;
}

function largest(vector: Float64Array): number {
  return vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
