import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type AbilityState, priorState, standardErrorOf } from '../ability/state.ts';
import { updateAbility } from '../ability/update.ts';
import { choleskyFactor, inverse, logDeterminant } from '../linear-algebra/positive-definite.ts';
import { type ItemParameters, maximumScore } from '../models/item-parameters.ts';
import { logLikelihood } from '../models/response.ts';
import { createRandom } from '../random.ts';
import { sampledPosterior } from './importance-sampling.ts';
import { type Answer, beliefOf, jointPosterior, siteOf, sitesByDimension } from './joint-posterior.ts';
import { propagate } from './propagation.ts';
import {
  drawAbilities,
  drawAnswers,
  drawNarrowAnswers,
  structure,
} from './simulated-answers.test-support.ts';

const choice: ItemParameters = { model: 'choice', discrimination: 1.2, difficulty: 0.5, guessing: 0.25 };

/** Means, standard errors and ln of the mass on a full grid of abilities: exact in 1 to 3 dimensions. */
function exactPosterior(prior: AbilityState, answers: readonly Answer[], nodes: number) {
  const count = prior.mean.length;
  const factor = choleskyFactor(prior.covariance, count)!;
  const precision = inverse(factor, count);
  const step = 13 / (nodes - 1);
  const axis = Array.from({ length: nodes }, (_, index) => -6.5 + step * index);
  const curves = Array.from({ length: count }, (_, d) =>
    axis.map((ability) =>
      answers
        .filter(({ dimension }) => dimension === d)
        .reduce((sum, { item, score }) => sum + logLikelihood(item, score, ability), 0),
    ),
  );
  let total = 0;
  const first = new Array<number>(count).fill(0);
  const second = new Array<number>(count).fill(0);
  for (let cell = 0; cell < nodes ** count; cell += 1) {
    let exponent = -0.5 * (logDeterminant(factor, count) + count * Math.log(2 * Math.PI));
    const place = first.map((_, d) => Math.floor(cell / nodes ** d) % nodes);
    for (let a = 0; a < count; a += 1) {
      exponent += curves[a]![place[a]!]!;
      for (let b = 0; b < count; b += 1) {
        exponent -= 0.5 * axis[place[a]!]! * axis[place[b]!]! * precision[a * count + b]!;
      }
    }
    const weight = Math.exp(exponent);
    total += weight;
    for (let d = 0; d < count; d += 1) {
      first[d]! += weight * axis[place[d]!]!;
      second[d]! += weight * axis[place[d]!]! ** 2;
    }
  }
  const means = first.map((sum) => sum / total);
  return {
    means,
    errors: second.map((sum, d) => Math.sqrt(sum / total - means[d]! ** 2)),
    logMass: Math.log(total * step ** count),
  };
}

const isSound = ({ mean, covariance }: AbilityState) =>
  [...mean, ...covariance].every(Number.isFinite) &&
  mean.every((_, d) => covariance[d * mean.length + d]! > 0);

test('nobody has answered: the belief is the prior, and nothing is surprising', () => {
  const prior = priorState(structure);
  const { state, logEvidence, without, converged } = jointPosterior(prior, []);
  assert.deepEqual(
    { state, logEvidence, without, converged },
    { state: prior, logEvidence: 0, without: [], converged: true },
  );
});

test('one answer is exact: same belief as updateAbility, and its probability is that of the answer', () => {
  const prior = priorState({ domains: [[0, 1]] });
  const { state, logEvidence, without } = jointPosterior(prior, [{ dimension: 0, item: choice, score: 1 }]);
  const single = updateAbility(prior, 0, choice, 1);
  state.mean.forEach((mean, d) => {
    assert.ok(Math.abs(mean - single.mean[d]!) < 1e-5);
  });
  const wrong = jointPosterior(prior, [{ dimension: 0, item: choice, score: 0 }]).logEvidence;
  assert.ok(Math.abs(Math.exp(logEvidence) + Math.exp(wrong) - 1) < 1e-9);
  assert.ok(Math.abs(without[0]!.mean) < 1e-12 && Math.abs(without[0]!.variance - 1) < 1e-12);
});

test('the first sweep is the chain of updateAbility, to the 1e-4 that its grid of ± 5 deviations leaves out', () => {
  const prior = priorState({ domains: [[0, 1], [2]] });
  const answers = drawNarrowAnswers(3, 5);
  const { belief } = propagate(beliefOf(prior), answers.map(siteOf), { tolerance: 0, sweeps: 1 });
  const chain = answers.reduce(
    (state, { dimension, item, score }) => updateAbility(state, dimension, item, score),
    prior,
  );
  chain.covariance.forEach((value, cell) => {
    assert.ok(
      Math.abs(value - belief.covariance[cell]!) < 1e-4,
      `${value} against ${belief.covariance[cell]}`,
    );
  });
});

test('in 1, 2 and 3 dimensions it is within .003 of exact integration, and .0005 with one stand-in a competence', () => {
  const cases: [AbilityState, number][] = [
    [priorState({ domains: [[0]] }), 131],
    [priorState({ domains: [[0, 1]] }), 66],
    [priorState({ domains: [[0, 1], [2]] }), 40],
  ];
  for (const [prior, nodes] of cases) {
    for (const seed of [1, 2, 3]) {
      const answers = drawNarrowAnswers(prior.mean.length, seed);
      const exact = exactPosterior(prior, answers, nodes);
      const { state, logEvidence } = jointPosterior(prior, answers);
      const grouped = propagate(beliefOf(prior), sitesByDimension(answers), { tolerance: 1e-9, sweeps: 99 });
      exact.means.forEach((mean, d) => {
        const error = Math.sqrt(grouped.belief.covariance[d * (exact.means.length + 1)]!);
        assert.ok(Math.abs(mean - state.mean[d]!) < 0.003, `mean ${mean} against ${state.mean[d]}`);
        assert.ok(Math.abs(exact.errors[d]! - standardErrorOf(state, d)) < 0.003);
        assert.ok(Math.abs(mean - grouped.belief.mean[d]!) < 0.0005);
        assert.ok(Math.abs(exact.errors[d]! - error) < 0.0005);
      });
      assert.ok(Math.abs(exact.logMass - logEvidence) < 0.01, `${exact.logMass} against ${logEvidence}`);
      assert.ok(Math.abs(exact.logMass - grouped.logEvidence) < 0.001);
    }
  }
});

test('in 16 dimensions its means are within .01 of importance sampling', () => {
  const prior = priorState(structure);
  for (const seed of [1, 2, 3]) {
    const random = createRandom(seed, 'sixteen');
    const answers = drawAnswers(drawAbilities(0.75, 0.6, random), 24, random);
    const { state, logEvidence } = jointPosterior(prior, answers);
    const sampled = sampledPosterior(prior, answers, { pairs: 2000, random });
    assert.ok(sampled.effectiveDraws > 2500, `${sampled.effectiveDraws}`);
    state.mean.forEach((mean, d) => {
      assert.ok(Math.abs(mean - sampled.state.mean[d]!) < 0.01);
      assert.ok(Math.abs(standardErrorOf(state, d) - standardErrorOf(sampled.state, d)) < 0.04);
    });
    assert.ok(Math.abs(logEvidence - sampled.logEvidence) < 0.05);
  }
});

test('the order of the answers changes nothing beyond 1e-8', () => {
  const prior = priorState(structure);
  const random = createRandom(9, 'order');
  const answers = drawAnswers(drawAbilities(0.75, 0.6, random), 24, random);
  const forward = jointPosterior(prior, answers);
  const backward = jointPosterior(prior, answers.slice().reverse());
  assert.ok(forward.converged && backward.converged);
  forward.state.mean.forEach((mean, d) => {
    assert.ok(Math.abs(mean - backward.state.mean[d]!) < 1e-8);
  });
  forward.state.covariance.forEach((value, cell) => {
    assert.ok(Math.abs(value - backward.state.covariance[cell]!) < 1e-8);
  });
});

test('the belief without an answer is the one the other answers give alone, within .01', () => {
  const prior = priorState(structure);
  const random = createRandom(4, 'without');
  const answers = drawAnswers(drawAbilities(0.75, 0.6, random), 24, random);
  const { without } = jointPosterior(prior, answers);
  for (const place of [0, 7, 23]) {
    const { state } = jointPosterior(
      prior,
      answers.filter((_, index) => index !== place),
    );
    const { dimension } = answers[place]!;
    assert.ok(Math.abs(without[place]!.mean - state.mean[dimension]!) < 0.01);
    assert.ok(Math.abs(Math.sqrt(without[place]!.variance) - standardErrorOf(state, dimension)) < 0.01);
  }
});

test('never NaN: 1,200 answers all right, all wrong or mixed, on extreme questions', () => {
  const extremes: ItemParameters[] = [
    { model: 'choice', discrimination: 0.05, difficulty: -8, guessing: 0 },
    { model: 'choice', discrimination: 6, difficulty: 8, guessing: 0 },
    { model: 'choice', discrimination: 6, difficulty: -8, guessing: 0.25 },
    { model: 'graded', discrimination: 6, steps: [-8, 8, 0] },
    { model: 'graded-response', discrimination: 6, thresholds: [-8, 0, 8] },
  ];
  const prior = priorState({ domains: [[0, 1], [2]] });
  const rules = [
    () => 0,
    maximumScore,
    (item: ItemParameters, index: number) => (index % 2) * maximumScore(item),
  ];
  for (const rule of rules) {
    const answers = Array.from({ length: 1200 }, (_, index) => {
      const item = extremes[index % extremes.length]!;
      return { dimension: index % 3, item, score: rule(item, index) };
    });
    const grouped = propagate(beliefOf(prior), sitesByDimension(answers), { tolerance: 1e-6, sweeps: 20 });
    assert.ok(
      [...grouped.belief.mean, ...grouped.belief.covariance, grouped.logEvidence].every(Number.isFinite),
    );
    const { belief, logEvidence } = propagate(beliefOf(prior), answers.map(siteOf), {
      tolerance: 1e-6,
      sweeps: 4,
    });
    assert.ok([...belief.mean, ...belief.covariance, logEvidence].every(Number.isFinite));
  }
});

test('never NaN: any answers to any questions leave a sound belief', () => {
  const anyItem: fc.Arbitrary<ItemParameters> = fc.oneof(
    fc.record({
      model: fc.constant('choice' as const),
      discrimination: fc.constantFrom(0.05, 0.8, 6),
      difficulty: fc.constantFrom(-8, -1, 0, 8),
      guessing: fc.constantFrom(0, 0.25, 0.5),
    }),
    fc.record({
      model: fc.constant('graded' as const),
      discrimination: fc.constantFrom(0.05, 0.55, 6),
      steps: fc.constantFrom<number[]>([-8, 0, 8], [8, -8], [0, 0, 0, 0]),
    }),
  );
  const answer = fc.record({ dimension: fc.nat(2), item: anyItem, high: fc.boolean() });
  fc.assert(
    fc.property(fc.array(answer, { maxLength: 30 }), (given) => {
      const answers = given.map(({ dimension, item, high }) => ({
        dimension,
        item,
        score: high ? maximumScore(item) : 0,
      }));
      const { state, without, logEvidence } = jointPosterior(priorState({ domains: [[0, 1], [2]] }), answers);
      assert.ok(isSound(state) && Number.isFinite(logEvidence));
      assert.ok(without.every(({ mean, variance }) => Number.isFinite(mean) && variance > 0));
    }),
    { numRuns: 60 },
  );
});

test('what is no answer is refused', () => {
  const prior = priorState({ domains: [[0, 1]] });
  for (const bad of [
    { dimension: 2 },
    { score: 2 },
    { score: 0.5 },
    { item: { ...choice, discrimination: 0 } },
  ]) {
    assert.throws(
      () => jointPosterior(prior, [{ dimension: 0, item: choice, score: 1, ...bad }]),
      RangeError,
    );
  }
});
