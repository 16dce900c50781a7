import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ItemParameters } from '../../models/item-parameters.ts';
import { once } from '../../once.test-support.ts';
import { answersFromRows } from '../answers.ts';
import { calibrate, calibrationSteps } from '../calibrate.ts';
import { type CalibrationItem, familyOf, parametersOf } from '../curves/calibration-item.ts';
import { addReplies, type PassRequest, runPass } from '../expectation/pass.ts';
import { slicePatterns } from '../expectation/patterns.ts';
import { evenQuadrature } from '../expectation/quadrature.ts';
import { type CalibrationOptions, planCalibration } from '../plan.ts';
import { inverseOf } from './cholesky.ts';
import { curvesAt, nativeOf, slopeLayout } from './curves-at.ts';
import { priorAt } from './item-prior.ts';
import { commonSlopePrior, isPossible, pointAt } from './objective.ts';
import { covarianceOfEstimates } from './observed-information.ts';

/** Twelve people, four questions of all models: small enough to be worked out from the definitions. */
const ROWS = [
  [1, 2, 0, 1],
  [0, 0, 1, 0],
  [1, 1, 2, null],
  [0, 1, 0, 1],
  [1, 2, null, 1],
  [1, 0, 1, 0],
  [0, 2, 2, 1],
  [null, 1, 1, 0],
  [1, 2, 2, 1],
  [0, 0, 0, 0],
  [1, 1, 1, 1],
  [0, 1, 0, 0],
];
const WEIGHTS = ROWS.map((_, person) => 1 + (person % 3));
const FREE: CalibrationItem[] = [
  { id: 'a', model: 'choice', guessing: 0.2 },
  { id: 'b', model: 'graded' },
  { id: 'c', model: 'graded-response' },
  { id: 'd', model: 'choice' },
];
const KNOWN: ItemParameters = { model: 'graded', discrimination: 0.9, steps: [-0.4, 0.3] };
const PRIOR = { logDiscrimination: { mean: 0, sd: 0.5 }, difficulty: { mean: 0.1, sd: 1 } };
const CASES: [string, CalibrationItem[], CalibrationOptions][] = [
  ['free parameters', FREE, {}],
  ['priors', FREE.map((item) => ({ ...item, prior: PRIOR })), {}],
  ['a common discrimination', FREE, { discrimination: 'common' }],
  [
    'a common discrimination and its prior',
    FREE.map((item) => ({ ...item, prior: { difficulty: PRIOR.difficulty } })),
    { discrimination: 'common', commonLogDiscrimination: { mean: 0.2, sd: 0.5 } },
  ],
  [
    'a fixed question and an estimated population',
    FREE.map((item, index) => (index === 1 ? { ...item, fixed: KNOWN } : { ...item, prior: PRIOR })),
    {},
  ],
  [
    'a common discrimination, a fixed question and an estimated population',
    FREE.map((item, index) => (index === 1 ? { ...item, fixed: KNOWN } : item)),
    { discrimination: 'common' },
  ],
];
const quadrature = once(() => evenQuadrature(13, 4));

function close(found: number, expected: number, within: number, what = '') {
  assert.ok(Math.abs(found - expected) < within * (1 + Math.abs(expected)), `${what} ${found} ${expected}`);
}

for (const [name, items, options] of CASES) {
  const small = once(() => {
    const plan = planCalibration(answersFromRows(ROWS, WEIGHTS), items, options);
    const layout = slopeLayout(plan);
    const at = (parameters: Float64Array) => {
      const found = curvesAt(plan, layout, parameters, quadrature());
      const { logLikelihood, sums } = runPass(plan.patterns, { kind: 'counts', curves: found.curves });
      return { ...found, point: pointAt(plan, parameters, found, { logLikelihood, counts: sums }) };
    };
    // Away from where it begins, each parameter by another amount; intercepts of a graded response still fall.
    const here = plan.begin.map((value, p) => value + 0.1 * Math.sin(1 + p));
    const moved = (p: number, by: number) => here.map((value, k) => (k === p ? value + by : value));
    return { plan, at, here, moved, count: here.length };
  });

  test(`the gradient is the slope of what is maximised, a few people only: ${name}`, () => {
    const { at, here, moved, count } = small();
    const { gradient } = at(here).point;
    for (let p = 0; p < count; p += 1) {
      const rise = (at(moved(p, 1e-5)).point.value - at(moved(p, -1e-5)).point.value) / 2e-5;
      close(gradient[p]!, rise, 1e-6, `${p}`);
    }
  });

  test(`what is maximised is the marginal likelihood and the logarithms of the priors: ${name}`, () => {
    const { plan, at, here } = small();
    const { point } = at(here);
    const priors = plan.blocks
      .filter(({ place }) => place.length > 0)
      .reduce((sum, block) => {
        const { discrimination, ...rest } = parametersOf(block.item, nativeOf(block, here));
        const difficulties = Object.values(rest)
          .flat()
          .filter((value) => typeof value === 'number');
        const { logDiscrimination, difficulty } = block.item.prior ?? {};
        const own = logDiscrimination && options.discrimination !== 'common';
        const steps = difficulties.slice(0, block.size - 1);
        return (
          sum -
          (own ? 0.5 * (Math.log(discrimination) / 0.5) ** 2 : 0) -
          (difficulty ? steps.reduce((all, b) => all + 0.5 * (b - 0.1) ** 2, 0) : 0)
        );
      }, 0);
    const common = options.commonLogDiscrimination ? 0.5 * ((Math.log(here[0]!) - 0.2) / 0.5) ** 2 : 0;
    close(point.value, point.expected.logLikelihood + priors - common, 1e-12);
  });

  test(`a step of the preconditioner solves the information there would be if abilities were known: ${name}`, () => {
    const { plan, at, here, count } = small();
    const { point, curves, slopes } = at(here);
    const { nodes } = quadrature();
    const information = new Float64Array(count * count);
    const add = (p: number, q: number, value: number) => {
      information[p * count + q]! += value;
    };
    for (const block of plan.blocks) {
      if (block.place.length === 0) continue;
      const native = nativeOf(block, here);
      const { size, place } = block;
      const [chances, logSlopes] = [new Float64Array(size), new Float64Array(size * size)];
      const curvature = priorAt(block, native, options.discrimination !== 'common').curvature;
      for (let p = 0; p < size; p += 1) {
        for (let q = 0; q < size; q += 1) add(place[p]!, place[q]!, curvature[p * size + q]!);
      }
      nodes.forEach((theta, node) => {
        familyOf(block.item).evaluate(native, theta, chances, logSlopes);
        let asked = 0;
        for (let k = 0; k < size; k += 1) {
          asked += point.expected.counts[(block.row + k) * nodes.length + node]!;
        }
        for (let k = 0; k < size; k += 1) {
          for (let p = 0; p < size; p += 1) {
            for (let q = 0; q < size; q += 1) {
              const both = logSlopes[k * size + p]! * logSlopes[k * size + q]!;
              add(place[p]!, place[q]!, asked * chances[k]! * both);
            }
          }
        }
      });
    }
    if (options.commonLogDiscrimination) add(0, 0, 4 / here[0]! ** 2);
    if (plan.populationAt !== null) {
      const size = nodes.length;
      for (const p of [0, 1]) {
        let sum = 0;
        for (let node = 0; node < size; node += 1) {
          sum += plan.people * curves.probability[node]! * slopes.slope[p * size + node]! ** 2;
        }
        add(plan.populationAt + p, plan.populationAt + p, sum);
      }
    }
    const vector = Float64Array.from({ length: count }, (_, p) => Math.cos(2 * p));
    const step = point.precondition(vector);
    for (let p = 0; p < count; p += 1) {
      let product = 0;
      for (let q = 0; q < count; q += 1) product += information[p * count + q]! * step[q]!;
      close(product, vector[p]!, 1e-9, `${p}`);
    }
  });

  test(`the covariance is that of the second derivatives wherever these are negative: ${name}`, () => {
    const { plan, at, here, moved, count } = small();
    const { point, curves, slopes } = at(here);
    const missing = runPass(plan.patterns, { kind: 'missing-information', curves, slopes }).sums;
    const information = new Float64Array(count * count);
    for (let p = 0; p < count; p += 1) {
      const [above, below] = [at(moved(p, 1e-5)).point.gradient, at(moved(p, -1e-5)).point.gradient];
      for (let q = 0; q < count; q += 1) information[p * count + q] = (below[q]! - above[q]!) / 2e-5;
    }
    const expected = inverseOf(information, count);
    const found = covarianceOfEstimates(plan, here, quadrature(), point.expected.counts, missing);
    assert.ok(found && expected);
    found.forEach((value, entry) => {
      close(value, expected[entry]!, 2e-5, `${entry}`);
    });
  });
}

test('what is possible ends at slopes of 30, intercepts of 300 and a population e^±2.3 as wide', () => {
  const items: CalibrationItem[] = [
    { id: 'a', model: 'choice' },
    { id: 'b', model: 'choice', fixed: { model: 'choice', discrimination: 40, difficulty: 9, guessing: 0 } },
  ];
  const plan = planCalibration(
    answersFromRows([
      [1, 1],
      [0, 0],
    ]),
    items,
  );
  const possible = (...values: number[]) => isPossible(plan, Float64Array.from(values));
  assert.equal(possible(1, 0, 0, 0), true);
  for (const sign of [-1, 1]) {
    assert.equal(possible(sign * 30, 0, 0, 0), true);
    assert.equal(possible(sign * 30.001, 0, 0, 0), false);
    assert.equal(possible(1, sign * 300, 0, 0), true);
    assert.equal(possible(1, sign * 300.001, 0, 0), false);
    assert.equal(possible(1, 0, 0, sign * 2.3), true);
    assert.equal(possible(1, 0, 0, sign * 2.301), false);
  }
  assert.equal(possible(1, Number.NaN, 0, 0), false);
  assert.equal(possible(1, 0, 1e6, 0), true);
});

test('a slope that a prior speaks of must be at least .001; others may have any sign', () => {
  const answers = answersFromRows([[1], [0], [2], [1]]);
  const possible = (item: Partial<CalibrationItem>, options: CalibrationOptions, ...values: number[]) =>
    isPossible(
      planCalibration(answers, [{ id: 'x', model: 'graded', ...item }], options),
      Float64Array.from(values),
    );
  const common = { discrimination: 'common' } as const;
  const belief = { mean: 0, sd: 1 };
  assert.equal(possible({}, {}, -1, 0, 1), true);
  assert.equal(possible({}, common, -1, 0, 1), true);
  assert.equal(possible({}, { commonLogDiscrimination: belief }, -1, 0, 1), true);
  assert.equal(possible({}, { ...common, commonLogDiscrimination: belief }, -1, 0, 1), false);
  assert.equal(possible({}, { ...common, commonLogDiscrimination: belief }, 0.001, 0, 1), true);
  assert.equal(possible({ prior: { difficulty: belief } }, {}, 0.001, 0, 1), true);
  assert.equal(possible({ prior: { difficulty: belief } }, {}, 0.0009, 0, 1), false);
  assert.equal(possible({ prior: { logDiscrimination: belief } }, {}, -1, 0, 1), false);
  assert.equal(possible({ model: 'graded-response' }, {}, 1, 0, 1), false);
  assert.equal(possible({ model: 'graded-response' }, {}, 1, 1, 0), true);
});

test('the prior of a common discrimination speaks of its logarithm, and of nothing where there is none', () => {
  const items = FREE.slice(0, 1);
  const plan = (options: CalibrationOptions) => planCalibration(answersFromRows([[1], [0]]), items, options);
  const commonLogDiscrimination = { mean: 0.2, sd: 0.5 };
  const none = { value: 0, gradient: 0, curvature: 0 };
  const at = Float64Array.of(2, 0);
  assert.deepEqual(commonSlopePrior(plan({ discrimination: 'common' }), at), none);
  assert.deepEqual(commonSlopePrior(plan({ commonLogDiscrimination }), at), none);
  const both = plan({ discrimination: 'common', commonLogDiscrimination });
  assert.deepEqual(commonSlopePrior(both, new Float64Array(0)), none);
  const found = commonSlopePrior(both, at);
  const away = Math.log(2) - 0.2;
  close(found.value, -0.5 * (away / 0.5) ** 2, 1e-12);
  close(found.gradient, -away / 0.25 / 2, 1e-12);
  close(found.curvature, 1, 1e-12); // 1 / (0.5 · 2)²
});

test('where answers tell nothing a step stays finite, and goes on from what they do tell', () => {
  const plan = planCalibration(answersFromRows([[1], [0]]), [{ id: 'x', model: 'choice' }]);
  const parameters = Float64Array.of(1.5, 0.2);
  const found = curvesAt(plan, slopeLayout(plan), parameters, quadrature());
  const { nodes } = quadrature();
  const stepFor = (fill: (node: number) => number, vector: number[]) => {
    const counts = found.curves.probability.map((_, cell) => fill(cell % nodes.length));
    const point = pointAt(plan, parameters, found, { logLikelihood: 0, counts });
    return point.precondition(Float64Array.from(vector));
  };
  const nobody = stepFor(() => 0, [1, 2]);
  assert.ok(nobody.every((value) => Number.isFinite(value) && value > 0));
  // All people at one ability θ: the information is n p q (θ, 1)(θ, 1)ᵀ, and only aθ + d is told.
  const theta = nodes[9]!;
  const p = 1 / (1 + Math.exp(-1.5 * theta - 0.2));
  const step = stepFor((node) => (node === 9 ? 5 : 0), [theta, 1]);
  close(theta * step[0]! + step[1]!, 1 / (10 * p * (1 - p)), 1e-6);
  assert.throws(() => stepFor(() => Number.NaN, [1, 1]), /is not a number/);
});

test('passes are asked for in turn: counts, once the likelihood on twice the nodes, then what is missing', () => {
  const items = CASES[1]![1];
  const plan = planCalibration(answersFromRows(ROWS, WEIGHTS), items, { nodes: 31 });
  const steps = calibrationSteps(plan, items);
  const asked: PassRequest[] = [];
  const replied: number[] = [];
  let step = steps.next();
  while (!step.done) {
    const request = step.value;
    asked.push(request);
    const slices = [0, 1, 2].map((part) => runPass(slicePatterns(plan.patterns, part, 3), request));
    const reply = addReplies(slices);
    replied.push(reply.logLikelihood);
    step = steps.next(reply);
  }
  const result = step.value;
  const kinds = asked.map(({ kind }) => kind);
  assert.equal(kinds.filter((kind) => kind === 'counts').length, result.evaluations);
  assert.deepEqual(kinds.slice(-2), ['likelihood', 'missing-information']);
  assert.equal(kinds.length, result.evaluations + 2);
  assert.deepEqual(
    asked.slice(-2).map(({ curves }) => curves.quadrature.nodes.length),
    [61, 31],
  );
  assert.equal(result.nodes, 31);
  assert.equal(result.quadratureError, replied.at(-2)! - result.logLikelihood);
  assert.equal(replied.at(-1), 0);
  assert.ok(result.iterations > 1 && result.iterations < result.evaluations);
  const whole = calibrate(answersFromRows(ROWS, WEIGHTS), items, { nodes: 31 });
  close(whole.logLikelihood, result.logLikelihood, 1e-9);
  close(whole.penalised, result.penalised, 1e-9);
  const hurried = calibrate(answersFromRows(ROWS, WEIGHTS), items, { nodes: 31, maximumIterations: 1 });
  assert.deepEqual([hurried.iterations, hurried.reason], [1, 'iteration-limit']);
});
