import assert from 'node:assert/strict';
import { test } from 'node:test';
import { priorState } from '../ability/state.ts';
import { updateAbility } from '../ability/update.ts';
import { choleskyFactor, inverse } from '../linear-algebra/positive-definite.ts';
import type { ItemParameters } from '../models/item-parameters.ts';
import { logLikelihood } from '../models/response.ts';
import { createRandom } from '../random.ts';
import { sampledPosterior } from './importance-sampling.ts';
import {
  type Answer,
  beliefOf,
  jointPosterior,
  siteOf,
  sitesByDimension,
  stateOf,
} from './joint-posterior.ts';
import { propagate } from './propagation.ts';

const choice = (difficulty: number, guessing = 0.25): ItemParameters => ({
  model: 'choice',
  discrimination: 1.2,
  difficulty,
  guessing,
});
/** Somebody about whom something is known already: means that differ, covariances of every size. */
const known = [
  [2, 1.1, 1],
  [0, 0.4, 1],
  [1, 0.9, 0],
].reduce(
  (state, [dimension, discrimination, score]) =>
    updateAbility(
      state,
      dimension!,
      { model: 'choice', discrimination: 2 * discrimination!, difficulty: 0.5, guessing: 0 },
      score!,
    ),
  priorState({ domains: [[0, 1], [2]] }),
);
const answers: Answer[] = [
  { dimension: 0, item: choice(-0.5), score: 1 },
  { dimension: 2, item: { model: 'graded', discrimination: 0.7, steps: [-0.3, 0.4, 1] }, score: 2 },
  { dimension: 0, item: choice(1, 0), score: 0 },
  { dimension: 1, item: choice(0.3), score: 1 },
];
const close = (value: number, expected: number, tolerance: number, what = '') =>
  assert.ok(Math.abs(value - expected) < tolerance, `${what} ${value} against ${expected}`);

test('the belief is the prior times all stand-ins: V⁻¹ = Σ⁻¹ + diag τ and V⁻¹μ = Σ⁻¹m₀ + ν', () => {
  const prior = beliefOf(known);
  const sites = answers.map(siteOf);
  const { belief, precision, shift } = propagate(prior, sites, { tolerance: 1e-12, sweeps: 100 });
  const before = inverse(choleskyFactor(prior.covariance, 3)!, 3);
  const after = inverse(choleskyFactor(belief.covariance, 3)!, 3);
  const sum = (d: number, of: Float64Array) =>
    sites.reduce((total, site, k) => total + (site.dimension === d ? of[k]! : 0), 0);
  for (let row = 0; row < 3; row += 1) {
    let left = 0;
    let right = sum(row, shift);
    for (let column = 0; column < 3; column += 1) {
      const added = row === column ? sum(row, precision) : 0;
      close(after[row * 3 + column]!, before[row * 3 + column]! + added, 1e-7, 'precision');
      left += after[row * 3 + column]! * belief.mean[column]!;
      right += before[row * 3 + column]! * prior.mean[column]!;
    }
    close(left, right, 1e-7, 'shift');
  }
});

test('each cavity is the belief once its stand-in is taken away', () => {
  const sites = answers.map(siteOf);
  const result = propagate(beliefOf(known), sites, { tolerance: 1e-12, sweeps: 100 });
  const { without } = jointPosterior(known, answers);
  sites.forEach(({ dimension }, k) => {
    const v = result.belief.covariance[dimension * 4]!;
    const variance = 1 / (1 / v - result.precision[k]!);
    const mean = variance * (result.belief.mean[dimension]! / v - result.shift[k]!);
    close(result.cavityVariance[k]!, variance, 1e-8);
    close(result.cavityMean[k]!, mean, 1e-8);
    close(without[k]!.mean, mean, 1e-8);
    close(without[k]!.variance, variance, 1e-8);
  });
});

test('answers on one competence taken together are exact there, evidence included, whatever was known before', () => {
  const own = answers.filter(({ dimension }) => dimension === 0);
  const sites = sitesByDimension(own);
  assert.deepEqual(
    sites.map((site) => [site.dimension, site.answers.length]),
    [[0, 2]],
  );
  const { belief, logEvidence, sweeps } = propagate(beliefOf(known), sites, { tolerance: 1e-9, sweeps: 50 });
  assert.equal(sweeps, 2, 'nothing is left to refresh after the first');
  const [m, v] = [known.mean[0]!, known.covariance[0]!];
  let mass = 0;
  let first = 0;
  for (let z = -8; z <= 8; z += 0.002) {
    const ability = m + z * Math.sqrt(v);
    const density = (0.002 * Math.exp(-0.5 * z * z)) / Math.sqrt(2 * Math.PI);
    const weight = own.reduce(
      (p, { item, score }) => p * Math.exp(logLikelihood(item, score, ability)),
      density,
    );
    mass += weight;
    first += weight * ability;
  }
  close(logEvidence, Math.log(mass), 1e-8);
  close(belief.mean[0]!, first / mass, 1e-8);
  // Others follow by regression on it.
  for (const d of [1, 2]) {
    close(belief.mean[d]!, known.mean[d]! + (known.covariance[d]! / v) * (first / mass - m), 1e-8);
  }
});

test('the evidence of answers on unrelated competences is the product of theirs', () => {
  const apart = { mean: [0.4, -0.8], covariance: [0.6, 0, 0, 1.2] };
  const pair = [answers[0]!, { ...answers[3]!, dimension: 1 }];
  const parts = pair.map((answer) => jointPosterior(apart, [answer]).logEvidence);
  close(jointPosterior(apart, pair).logEvidence, parts[0]! + parts[1]!, 1e-10);
});

test('it stops where it is told, and says how much the last sweep moved', () => {
  const run = (tolerance: number, sweeps: number) =>
    propagate(beliefOf(known), answers.map(siteOf), { tolerance, sweeps });
  assert.equal(run(1e-9, 1).sweeps, 1);
  assert.equal(run(10, 50).sweeps, 1);
  assert.equal(run(0, 7).sweeps, 7);
  const [first, second] = [run(0, 1), run(0, 2)];
  assert.ok(first.lastChange > 0.1 && second.lastChange > 0 && second.lastChange < first.lastChange / 5);
  const { sweeps, converged } = jointPosterior(known, answers);
  assert.ok(converged && sweeps > 3 && sweeps < 40, `${sweeps}`);
  // One answer: the first sweep moves the mean by what the belief moved, and the second by nothing.
  const one = propagate(beliefOf(known), [siteOf(answers[0]!)], { tolerance: 0, sweeps: 1 });
  const moved = Math.max(
    Math.abs(one.belief.mean[0]! - known.mean[0]!),
    Math.abs(Math.sqrt(one.belief.covariance[0]!) - Math.sqrt(known.covariance[0]!)),
  );
  close(one.lastChange, moved, 1e-12);
});

test('working memory is a copy: neither the prior nor the state it is read from is touched', () => {
  const before = structuredClone(known);
  const prior = beliefOf(known);
  propagate(prior, answers.map(siteOf), { tolerance: 1e-6, sweeps: 5 });
  assert.deepEqual(stateOf(prior), before);
  assert.deepEqual(known, before);
});

test('sampling without answers gives the prior back: its means exactly, for draws come in opposite pairs', () => {
  const { state, logEvidence, effectiveDraws } = sampledPosterior(known, [], {
    pairs: 2500,
    random: createRandom(1, 'nobody'),
  });
  state.mean.forEach((mean, d) => {
    close(mean, known.mean[d]!, 1e-10);
  });
  state.covariance.forEach((value, cell) => {
    close(value, known.covariance[cell]!, 0.03);
  });
  close(logEvidence, 0, 0.01);
  // A proposal 1.05 times as wide: E w² = (1.05² / √(2 × 1.05² − 1))^n draws for one, here with n = 3.
  const worth = (1.05 ** 2 / Math.sqrt(2 * 1.05 ** 2 - 1)) ** -3;
  close(effectiveDraws / 5000, worth, 0.004);
});

test('sampling from one competence gives the exact posterior up to its noise', () => {
  const one = { mean: [0.4], covariance: [0.7] };
  const given = [
    { dimension: 0, item: choice(1.2), score: 1 },
    { dimension: 0, item: choice(-0.5, 0), score: 1 },
  ];
  const exact = propagate(beliefOf(one), sitesByDimension(given), { tolerance: 1e-9, sweeps: 9 });
  const sampled = sampledPosterior(one, given, { pairs: 3000, random: createRandom(2, 'one') });
  close(sampled.state.mean[0]!, exact.belief.mean[0]!, 0.01);
  close(sampled.state.covariance[0]!, exact.belief.covariance[0]!, 0.015);
  close(sampled.logEvidence, exact.logEvidence, 0.005);
});

test('sampling refuses a prior without any room, and what is no answer', () => {
  const flat = { mean: [0, 0], covariance: [1, 1, 1, 1] };
  const sampling = { pairs: 1, random: createRandom(3) };
  assert.throws(() => sampledPosterior(flat, [], sampling), RangeError);
  const bad = { dimension: 0, item: choice(0), score: 2 };
  assert.throws(() => sampledPosterior(known, [bad], sampling), /from 0 to 1, not 2/);
  for (const score of [-1, 0.5, 2]) {
    assert.throws(() => jointPosterior(known, [{ ...bad, score }]), RangeError);
  }
  assert.throws(() => jointPosterior(known, [{ ...bad, score: 1, dimension: 3 }]), RangeError);
});
