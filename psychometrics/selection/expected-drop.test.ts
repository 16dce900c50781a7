import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AbilityState, priorState } from '../ability/state.ts';
import { updateAbility } from '../ability/update.ts';
import { categoryProbabilities } from '../models/response.ts';
import type { BankItem } from './bank-item.ts';
import { expectedDrop } from './expected-drop.ts';

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
    const ratio = expectedDrop(state, weights).ofItem(candidate) / exactDrop(state, candidate);
    assert.ok(ratio > 0.8 && ratio < 1.25, `ratio ${ratio}`);
  }
});

test('a series counts once what its questions share', () => {
  const state = priorState(structure);
  const drop = expectedDrop(state, weights);
  const series = [item(0, 1.2), item(1, 1.1), item(2, 1)];
  const sum = series.reduce((total, candidate) => total + drop.ofItem(candidate), 0);
  assert.ok(drop.ofSeries(series) < sum);
  assert.ok(drop.ofSeries(series) > drop.ofItem(series[0]!));
  assert.equal(drop.ofSeries([series[0]!]), drop.ofItem(series[0]!));
});

test('a series drops as much as its questions one after the other on covariances updated by regression', () => {
  const state = priorState(structure);
  const series = [item(0, 1.2), item(1, 1.1), item(2, 1)];
  let current = state;
  let stepwise = 0;
  for (const candidate of series) {
    // The mean is kept, so that information is the same; only the covariance follows.
    const drop = expectedDrop(current, weights).ofItem(candidate);
    const column = [0, 1, 2].map((row) => current.covariance[candidate.dimension * 3 + row]!);
    const reach = column.reduce((sum, value, d) => sum + weights[d]! * value * value, 0);
    const gain = drop / reach;
    current = {
      mean: current.mean,
      covariance: current.covariance.map(
        (value, index) => value - gain * column[Math.floor(index / 3)]! * column[index % 3]!,
      ),
    };
    stepwise += drop;
  }
  // Information is averaged over the belief before the series, hence the tolerance.
  assert.ok(Math.abs(expectedDrop(state, weights).ofSeries(series) / stepwise - 1) < 0.05);
});

test('a question the person surely answers right, or surely wrong, is worth next to nothing', () => {
  const drop = expectedDrop(priorState(structure), weights);
  assert.ok(drop.ofItem(item(0, 2, -8)) < 0.01 * drop.ofItem(item(0, 2, 0)));
  assert.ok(drop.ofItem(item(0, 2, 8)) < 0.01 * drop.ofItem(item(0, 2, 0)));
});
