import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maximise, type Point } from './quasi-newton.ts';

/** Runs a maximisation whose function needs nobody else. */
function run(
  valueAndGradient: (x: Float64Array) => { value: number; gradient: number[] },
  start: number[],
  limits: { tolerance: number; maximumIterations: number; memory?: number },
  isPossible: (x: Float64Array) => boolean = () => true,
) {
  function* evaluate(parameters: Float64Array): Generator<never, Point, void> {
    const { value, gradient } = valueAndGradient(parameters);
    return { parameters, value, gradient: Float64Array.from(gradient), precondition: (v) => v.slice() };
  }
  const steps = maximise(Float64Array.from(start), { evaluate, isPossible }, limits);
  const last = steps.next();
  assert.ok(last.done);
  return last.value;
}

const rosenbrock = ([x, y]: Float64Array) => ({
  value: -(100 * (y! - x! ** 2) ** 2 + (1 - x!) ** 2),
  gradient: [400 * x! * (y! - x! ** 2) + 2 * (1 - x!), -200 * (y! - x! ** 2)],
});

test('finds the end of the banana valley (Rosenbrock 1960), far faster with a memory than without', () => {
  const limits = { tolerance: 1e-8, maximumIterations: 300 };
  const { point, stopped, iterations } = run(rosenbrock, [-1.2, 1], limits);
  assert.equal(stopped, null);
  assert.ok(iterations < 100);
  for (const value of point.parameters) assert.ok(Math.abs(value - 1) < 1e-6);
  assert.equal(run(rosenbrock, [-1.2, 1], { ...limits, memory: 0 }).stopped, 'iteration-limit');
});

test('never leaves what is possible, and says when it can go no further', () => {
  const rising = ([x]: Float64Array) => ({ value: x!, gradient: [1] });
  const { point, stopped } = run(
    rising,
    [0],
    { tolerance: 1e-6, maximumIterations: 100 },
    ([x]) => x! <= 2.5,
  );
  assert.equal(stopped, 'no-further-increase');
  assert.ok(point.parameters[0]! <= 2.5 && point.parameters[0]! > 2.49);
});

test('says that steps ran out', () => {
  const { stopped, iterations } = run(rosenbrock, [-1.2, 1], { tolerance: 1e-8, maximumIterations: 3 });
  assert.equal(stopped, 'iteration-limit');
  assert.equal(iterations, 3);
});

test('nothing to estimate is estimated at once', () => {
  const { stopped, evaluations } = run(() => ({ value: -3, gradient: [] }), [], {
    tolerance: 1e-6,
    maximumIterations: 9,
  });
  assert.equal(stopped, null);
  assert.equal(evaluations, 1);
});

const close = (value: number, expected: number, tolerance: number, what = '') =>
  assert.ok(Math.abs(value - expected) < tolerance, `${what} ${value} against ${expected}`);

function bowl(
  center: number[],
  limits: { tolerance: number; maximumIterations: number; memory?: number },
  scale = 1,
) {
  const curvature = [1, 50];
  let evaluations = 0;
  function* evaluate(parameters: Float64Array): Generator<never, Point, void> {
    evaluations += 1;
    const away = parameters.map((value, k) => value - center[k]!);
    return {
      parameters,
      value: -0.5 * away.reduce((sum, value, k) => sum + curvature[k]! * value * value, 0),
      gradient: away.map((value, k) => -curvature[k]! * value),
      precondition: (vector) => vector.map((value) => scale * value),
    };
  }
  const last = maximise(Float64Array.of(0, 0), { evaluate, isPossible: () => true }, limits).next();
  assert.ok(last.done);
  return { ...last.value, counted: evaluations };
}

test('on a paraboloid a memory of two steps ends the search in a dozen, and every look is counted', () => {
  const limits = { tolerance: 1e-8, maximumIterations: 200 };
  const found = bowl([0.4, -0.3], limits);
  assert.equal(found.stopped, null);
  assert.ok(found.iterations < 16, `${found.iterations}`);
  close(found.point.parameters[0]!, 0.4, 1e-7);
  close(found.point.parameters[1]!, -0.3, 1e-7);
  assert.equal(found.evaluations, found.counted);
  assert.ok(found.largestStep <= 1e-8);
  assert.ok(bowl([0.4, -0.3], { ...limits, memory: 0 }).iterations > 3 * found.iterations);
  assert.ok(bowl([0.4, -0.3], { ...limits, memory: 2 }).iterations < 20);
});

test('no parameter moves by more than 1.5 at once, and a preconditioner that points downhill is not followed', () => {
  const far = bowl([40, 0], { tolerance: 1e-6, maximumIterations: 1 });
  close(far.point.parameters[0]!, 1.5, 1e-12);
  assert.equal(far.stopped, 'iteration-limit');
  const downhill = bowl([0.4, -0.3], { tolerance: 1e-6, maximumIterations: 50 }, -1);
  assert.equal(downhill.stopped, 'no-further-increase');
});
