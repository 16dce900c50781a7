import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ItemParameters } from '../../models/item-parameters.ts';
import { once } from '../../once.test-support.ts';
import type { CalibrationItem } from '../curves/calibration-item.ts';
import { runPass } from '../expectation/pass.ts';
import { evenQuadrature } from '../expectation/quadrature.ts';
import { type CalibrationOptions, planCalibration } from '../plan.ts';
import { simulateAnswers } from '../simulated-answers.ts';
import { inverseOf } from './cholesky.ts';
import { curvesAt, slopeLayout } from './curves-at.ts';
import { isPossible, pointAt } from './objective.ts';
import { covarianceOfEstimates } from './observed-information.ts';
import { maximise, type Point } from './quasi-newton.ts';

const BANK: ItemParameters[] = [
  { model: 'choice', discrimination: 1.4, difficulty: -0.5, guessing: 0.25 },
  { model: 'graded', discrimination: 0.9, steps: [-0.8, 0.6] },
  { model: 'graded-response', discrimination: 1.3, thresholds: [-0.9, 0.5] },
  { model: 'choice', discrimination: 1, difficulty: 0.4, guessing: 0 },
  { model: 'choice', discrimination: 1.2, difficulty: 0.2, guessing: 0 },
];
const PRIOR = { logDiscrimination: { mean: 0, sd: 0.5 }, difficulty: { mean: 0.1, sd: 1 } };
const answers = once(() => simulateAnswers(BANK, { people: 300, each: 4, seed: 3 }));
const itemOf = (parameters: ItemParameters, index: number): CalibrationItem => ({
  id: `${index}`,
  model: parameters.model,
  ...(parameters.model === 'choice' ? { guessing: parameters.guessing } : {}),
});
const free = BANK.map(itemOf);

const CASES: [string, CalibrationItem[], CalibrationOptions][] = [
  ['free parameters', free, {}],
  ['priors', free.map((item) => ({ ...item, prior: PRIOR })), {}],
  [
    'a common discrimination with priors',
    free.map((item) => ({ ...item, prior: { difficulty: PRIOR.difficulty } })),
    { discrimination: 'common', commonLogDiscrimination: PRIOR.logDiscrimination },
  ],
  [
    'fixed questions and an estimated population',
    free.map((item, i) => (i < 2 ? { ...item, fixed: BANK[i]! } : item)),
    {},
  ],
];

for (const [name, items, options] of CASES) {
  const planned = once(() => {
    const plan = planCalibration(answers(), items, options);
    const layout = slopeLayout(plan);
    const quadrature = evenQuadrature(41, 6);
    const at = (parameters: Float64Array) => {
      const curves = curvesAt(plan, layout, parameters, quadrature);
      const { logLikelihood, sums } = runPass(plan.patterns, { kind: 'counts', curves: curves.curves });
      return { ...curves, point: pointAt(plan, parameters, curves, { logLikelihood, counts: sums }) };
    };
    return { plan, quadrature, at, count: plan.begin.length };
  });
  const shifted = (from: Float64Array, index: number, by: number) =>
    from.map((value, p) => (p === index ? value + by : value));

  test(`the gradient is the derivative of what is maximised: ${name}`, () => {
    const { plan, at, count } = planned();
    const { point } = at(plan.begin);
    for (let p = 0; p < count; p += 1) {
      const rise =
        (at(shifted(plan.begin, p, 1e-5)).point.value - at(shifted(plan.begin, p, -1e-5)).point.value) / 2e-5;
      assert.ok(
        Math.abs(rise - point.gradient[p]!) < 1e-5 * (1 + Math.abs(rise)),
        `${rise} ${point.gradient[p]}`,
      );
    }
  });

  test(`the covariance is the inverse of the second derivatives, with the sign changed: ${name}`, () => {
    const { plan, quadrature, at, count } = planned();
    const best = maximum(plan.begin, at, (parameters) => isPossible(plan, parameters));
    const { point, curves, slopes } = at(best);
    const missing = runPass(plan.patterns, { kind: 'missing-information', curves, slopes }).sums;
    const covariance = covarianceOfEstimates(plan, best, quadrature, point.expected.counts, missing);
    const information = new Float64Array(count * count);
    for (let p = 0; p < count; p += 1) {
      const above = at(shifted(best, p, 1e-5)).point.gradient;
      const below = at(shifted(best, p, -1e-5)).point.gradient;
      for (let q = 0; q < count; q += 1) information[p * count + q] = (below[q]! - above[q]!) / 2e-5;
    }
    const expected = inverseOf(information, count);
    assert.ok(covariance && expected);
    for (let entry = 0; entry < covariance.length; entry += 1) {
      assert.ok(Math.abs(covariance[entry]! - expected[entry]!) < 1e-5 * (1 + Math.abs(expected[entry]!)));
    }
  });
}

function maximum(
  begin: Float64Array,
  at: (parameters: Float64Array) => { point: Point },
  possible: (parameters: Float64Array) => boolean,
): Float64Array {
  // biome-ignore lint/correctness/useYield: nothing is computed elsewhere here
  function* evaluate(parameters: Float64Array): Generator<never, Point, void> {
    return at(parameters).point;
  }
  const step = maximise(
    begin,
    { evaluate, isPossible: possible },
    { tolerance: 1e-6, maximumIterations: 200 },
  ).next();
  assert.ok(step.done && step.value.stopped === null);
  return step.value.point.parameters;
}
