import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ItemParameters } from '../../models/item-parameters.ts';
import { logLikelihood } from '../../models/response.ts';
import { once } from '../../once.test-support.ts';
import { type Answers, answersFromRows } from '../answers.ts';
import { type Calibration, calibrate } from '../calibrate.ts';
import { type CalibrationItem, difficultiesOf } from '../curves/calibration-item.ts';
import type { CalibrationOptions } from '../plan.ts';
import { simulateAnswers } from '../simulated-answers.ts';

/** What is called a maximum is compared with a likelihood written down plainly, from the models alone. */

const b = [-1.2, -0.5, 0, 0.4, 0.9, 1.4];
const choices = (guessing: number): ItemParameters[] =>
  b.map((difficulty, k) => ({ model: 'choice', discrimination: 0.8 + 0.2 * k, difficulty, guessing }));

const CASES: Record<string, { bank: ItemParameters[]; people?: number; options?: CalibrationOptions }> = {
  '1PL': { bank: choices(0), options: { discrimination: 'common' } },
  '2PL': { bank: choices(0) },
  '3PL with c fixed at 1/4': { bank: choices(0.25), people: 1500 },
  'generalised partial credit': {
    bank: b.map((step) => ({ model: 'graded', discrimination: 1, steps: [step - 0.7, step + 0.5] })),
  },
  'graded response': {
    bank: b.map((step) => ({
      model: 'graded-response',
      discrimination: 1.2,
      thresholds: [step - 0.7, step + 0.5],
    })),
  },
};

const itemsOf = (bank: readonly ItemParameters[]): CalibrationItem[] =>
  bank.map((parameters, index) => ({
    id: `q${index}`,
    model: parameters.model,
    ...(parameters.model === 'choice' ? { guessing: parameters.guessing } : {}),
  }));

/** Σ weight · ln Σ_q w_q Π P(x | θ_q), on 61 nodes from −6 to 6. */
function marginal({ start, item, score, weight }: Answers, bank: readonly ItemParameters[]): number {
  const nodes = Array.from({ length: 61 }, (_, node) => (node - 30) / 5);
  const densities = nodes.map((node) => Math.exp((-node * node) / 2));
  const total = densities.reduce((sum, density) => sum + density, 0);
  const table = bank.map((parameters) =>
    [0, 1, 2]
      .slice(0, difficultiesOf(parameters).length + 1)
      .map((credit) => nodes.map((node) => logLikelihood(parameters, credit, node))),
  );
  return weight.reduce((sum, people, person) => {
    const likelihood = nodes.reduce((mass, _, node) => {
      let exponent = 0;
      for (let answer = start[person]!; answer < start[person + 1]!; answer += 1) {
        exponent += table[item[answer]!]![score[answer]!]![node]!;
      }
      return mass + (densities[node]! / total) * Math.exp(exponent);
    }, 0);
    return sum + people * Math.log(likelihood);
  }, 0);
}

/** The questions with one slope or intercept d = −ab moved; under a common discrimination all slopes move together. */
function moved(bank: readonly ItemParameters[], which: number, place: number, by: number, common: boolean) {
  return bank.map((parameters, index): ItemParameters => {
    const isMoved = index === which || (common && place === 0);
    if (!isMoved) return parameters;
    const discrimination = parameters.discrimination + (place === 0 ? by : 0);
    const places = difficultiesOf(parameters).map(
      (value, step) => (value * parameters.discrimination - (place === step + 1 ? by : 0)) / discrimination,
    );
    if (parameters.model === 'choice') return { ...parameters, discrimination, difficulty: places[0]! };
    return parameters.model === 'graded'
      ? { ...parameters, discrimination, steps: places }
      : { ...parameters, discrimination, thresholds: places };
  });
}

const estimatesOf = (result: Calibration) =>
  result.items.map((item) => {
    assert.ok(item.status === 'estimated');
    return item.parameters;
  });

for (const [name, { bank, people = 400, options = {} }] of Object.entries(CASES)) {
  const answers = once(() => simulateAnswers(bank, { people, each: 5, seed: 6 }));
  const common = options.discrimination === 'common';
  const fit = (more: CalibrationOptions) =>
    calibrate(answers(), itemsOf(bank), { ...options, standardErrors: 'none', adaptive: false, ...more });
  const slopes = (estimates: ItemParameters[]) =>
    estimates.flatMap((parameters, which) =>
      [0, ...difficultiesOf(parameters).map((_, step) => step + 1)].map((place) => {
        const at = (by: number) => marginal(answers(), moved(estimates, which, place, by, common));
        return (at(1e-4) - at(-1e-4)) / 2e-4;
      }),
    );

  test(`${name}: the log-likelihood and the largest derivative reported are those of the definition`, () => {
    for (const maximumIterations of [1, 500]) {
      const result = fit({ maximumIterations });
      const estimates = estimatesOf(result);
      assert.equal(result.converged, maximumIterations === 500);
      assert.ok(Math.abs(result.logLikelihood - marginal(answers(), estimates)) < 1e-8);
      const largest = Math.max(...slopes(estimates).map(Math.abs));
      assert.ok(Math.abs(largest - result.largestScore) < 1e-4 * (1 + largest), `${result.largestScore}`);
      assert.ok(result.converged ? result.largestScore < 0.005 : result.largestScore > 0.5);
    }
  });

  test(`${name}: no estimate can be moved without losing likelihood`, () => {
    const estimates = estimatesOf(fit({}));
    const highest = marginal(answers(), estimates);
    estimates.forEach((parameters, which) => {
      for (let place = 0; place <= difficultiesOf(parameters).length; place += 1) {
        for (const by of [-0.02, 0.02]) {
          assert.ok(marginal(answers(), moved(estimates, which, place, by, common)) < highest);
        }
      }
    });
  });

  test(`${name}: it has converged when the next step is below the tolerance, and only then`, () => {
    for (const tolerance of [1e-2, 1e-5, 1e-8]) {
      const { converged, largestStep, reason } = fit({ tolerance });
      assert.ok(converged && reason === null && largestStep <= tolerance, `${largestStep}`);
    }
    const { converged, reason, largestStep } = fit({ maximumIterations: 2 });
    assert.deepEqual([converged, reason], [false, 'iteration-limit']);
    assert.ok(largestStep > 1e-5);
  });
}

test('a question no person can be told apart by is found to have no known discrimination', () => {
  const alone = calibrate(answersFromRows(Array.from({ length: 30 }, (_, person) => [person % 2])), [
    { id: 'alone', model: 'choice' },
  ]);
  assert.equal(alone.information, 'not-identified');
  assert.ok(alone.items[0]!.status === 'estimated' && alone.items[0]!.standardErrors === null);
});

test('people beyond all fixed questions: it stops, says why, and nothing is NaN', () => {
  const anchored: CalibrationItem[] = [
    { id: 'new', model: 'choice' },
    {
      id: 'known',
      model: 'choice',
      fixed: { model: 'choice', discrimination: 1, difficulty: 8, guessing: 0.5 },
    },
  ];
  const result = calibrate(
    answersFromRows([
      [1, 1],
      [null, 0],
      [null, 0],
      [null, 1],
    ]),
    anchored,
    { maximumIterations: 60 },
  );
  assert.equal(result.converged, result.reason === null);
  assert.ok(Number.isFinite(result.logLikelihood) && Number.isFinite(result.largestStep));
  assert.ok(Number.isFinite(result.population.mean) && result.population.sd > 0);
});

test('a common discrimination that nothing tells: the steps reported stay finite', () => {
  const prior = { difficulty: { mean: 8, sd: 1 } };
  const items: CalibrationItem[] = [{ id: 'unasked', model: 'choice', prior }];
  const result = calibrate(answersFromRows([[null], [null]]), items, { discrimination: 'common' });
  assert.ok(Number.isFinite(result.largestStep));
  assert.deepEqual([result.reason, result.information], ['no-answers', 'not-identified']);
});
