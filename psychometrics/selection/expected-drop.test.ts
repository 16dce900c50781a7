import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type AbilityState, priorState } from '../ability/state.ts';
import { updateAbility } from '../ability/update.ts';
import { categoryProbabilities } from '../models/response.ts';
import type { BankItem } from './bank-item.ts';
import { dropBasis, expectedDrop, greatestDrop } from './expected-drop.ts';
import { plainDrop } from './plain-choice.test-support.ts';

const structure = { domains: [[0, 1], [2]] };
const weights = [2, 1, 1];

function item(dimension: number, discrimination: number, difficulty = 0): BankItem {
  const parameters = { model: 'choice', discrimination, difficulty, guessing: 0.25 } as const;
  const id = `${dimension}-${discrimination}-${difficulty}`;
  return {
    id,
    dimension,
    format: 'x',
    caseId: null,
    parameters,
    seconds: 60,
    caseSeconds: 0,
    calibrated: true,
  };
}

const drop = (state: AbilityState, items: readonly BankItem[]) =>
  expectedDrop(dropBasis(state, weights), items);

const trace = ({ mean, covariance }: AbilityState) =>
  mean.reduce((sum, _, d) => sum + weights[d]! * covariance[d * mean.length + d]!, 0);

/** Average of the trace after each possible answer, the ability taken over its belief by a fine sum. */
function exactDrop(state: AbilityState, { dimension, parameters }: BankItem): number {
  const variance = state.covariance[dimension * 3 + dimension]!;
  const marginal = [0, 0];
  for (let z = -5; z <= 5; z += 0.05) {
    const density = Math.exp((-z * z) / 2) * 0.05 * 0.3989422804;
    const ability = state.mean[dimension]! + z * Math.sqrt(variance);
    categoryProbabilities(parameters, ability).forEach((probability, score) => {
      marginal[score]! += density * probability;
    });
  }
  return marginal.reduce((sum, probability, score) => {
    return sum + probability * (trace(state) - trace(updateAbility(state, dimension, parameters, score)));
  }, 0);
}

test('the expected drop is close to the average drop over the possible answers', () => {
  const state = updateAbility(priorState(structure), 1, item(1, 1).parameters, 1);
  for (const candidate of [item(0, 0.75), item(1, 0.75, 1), item(2, 0.75, -1.6), item(0, 1.2, 0.8)]) {
    const ratio = drop(state, [candidate]) / exactDrop(state, candidate);
    assert.ok(ratio > 0.8 && ratio < 1.25, `ratio ${ratio}`);
  }
});

test('a series counts once what its questions share', () => {
  const state = priorState(structure);
  const series = [item(0, 1.2), item(1, 1.1), item(2, 1)];
  const sum = series.reduce((total, candidate) => total + drop(state, [candidate]), 0);
  assert.ok(drop(state, series) < sum);
  assert.ok(drop(state, series) > drop(state, [series[0]!]));
});

test('one question, by hand: I Σ w Σ_jd² / (1 + I Σ_dd), I averaged over −√3, 0 and √3', () => {
  // a = 2, b = 0, c = 0: I(0) = 1, I(±√3) = 4 p (1 − p) = 1 / cosh²(√3). On competence 0 of the prior
  // Σ_0 = (1, .75, .6) with weights 2, 1, 1: Σ w Σ_j0² = 2 + .5625 + .36.
  const parameters = { model: 'choice', discrimination: 2, difficulty: 0, guessing: 0 } as const;
  const average = (2 + 1 / Math.cosh(Math.sqrt(3)) ** 2) / 3;
  const expected = (average * 2.9225) / (1 + average);
  assert.ok(Math.abs(drop(priorState(structure), [{ ...item(0, 1), parameters }]) - expected) < 1e-12);
  // At the most, I = a²/4 = 1; together with the same on competence 2 (Σ w Σ_j2² = 2 × .36 + .36 + 1), their sum I Σ w Σ_jd².
  const basis = dropBasis(priorState(structure), weights);
  const [first, second] = [0, 2].map((dimension) => ({ ...item(dimension, 1), parameters }));
  assert.ok(Math.abs(greatestDrop(basis, [first!]) - 2.9225 / 2) < 1e-12);
  assert.ok(Math.abs(greatestDrop(basis, [first!, second!]) - (2.9225 + 2.08)) < 1e-12);
});

test('a series drops what its questions drop one after the other on the whole covariance', () => {
  let state = priorState({
    domains: [
      [0, 1, 2],
      [3, 4],
    ],
  });
  const wide = [2, 0, 1, 0.5, 3];
  for (const [dimension, score] of [
    [1, 1],
    [3, 0],
    [0, 1],
    [4, 1],
  ] as const) {
    state = updateAbility(state, dimension, item(dimension, 1.3, 0.4).parameters, score);
    const series = [item(4, 0.9, 1), item(0, 1.2, -1), item(2, 0.7), item(1, 1.5, 0.3)];
    for (const size of [1, 2, 3, 4]) {
      const items = series.slice(0, size);
      const plain = plainDrop({ state, blueprint: { weights: wide } }, items);
      assert.ok(Math.abs(expectedDrop(dropBasis(state, wide), items) - plain) < 1e-12);
    }
  }
});

test('the greatest drop is never exceeded, by one question or by a series on different competences', () => {
  const parameters = fc.oneof(
    fc.record({
      model: fc.constant('choice' as const),
      discrimination: fc.double({ min: 0.05, max: 6, noNaN: true }),
      difficulty: fc.double({ min: -3, max: 3, noNaN: true }),
      guessing: fc.double({ min: 0, max: 0.9, noNaN: true }),
    }),
    fc.record({
      model: fc.constant('graded' as const),
      discrimination: fc.double({ min: 0.05, max: 6, noNaN: true }),
      steps: fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 1, maxLength: 5 }),
    }),
  );
  const several = fc.uniqueArray(fc.tuple(fc.nat(2), parameters), {
    minLength: 1,
    maxLength: 3,
    selector: ([dimension]) => dimension,
  });
  const start = updateAbility(priorState(structure), 0, item(0, 2).parameters, 1);
  fc.assert(
    fc.property(several, (given) => {
      const items = given.map(([dimension, one]) => ({ ...item(dimension, 1), parameters: one }));
      const basis = dropBasis(start, weights);
      assert.ok(expectedDrop(basis, items) <= greatestDrop(basis, items) * (1 + 1e-12));
    }),
    { numRuns: 300 },
  );
  // It is not far above: a question of the best difficulty, next to no belief to average over.
  const sure: AbilityState = { mean: [0, 0, 0], covariance: [1e-6, 0, 0, 0, 1e-6, 0, 0, 0, 1e-6] };
  const best = { ...item(1, 1), parameters: { ...item(1, 1).parameters, guessing: 0 } as const };
  const basis = dropBasis(sure, weights);
  assert.ok(expectedDrop(basis, [best]) > greatestDrop(basis, [best]) * (1 - 1e-5));
  assert.ok(
    expectedDrop(basis, [best, { ...best, dimension: 2 }]) >
      greatestDrop(basis, [best, { ...best, dimension: 2 }]) * (1 - 1e-5),
  );
});

test('a question the person surely answers right, or surely wrong, is worth next to nothing', () => {
  const state = priorState(structure);
  assert.ok(drop(state, [item(0, 2, -8)]) < 0.01 * drop(state, [item(0, 2, 0)]));
  assert.ok(drop(state, [item(0, 2, 8)]) < 0.01 * drop(state, [item(0, 2, 0)]));
});
