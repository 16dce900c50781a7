import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type ItemParameters, maximumScore } from '../models/item-parameters.ts';
import { categoryProbabilities, logLikelihood } from '../models/response.ts';
import { createRandom } from '../random.ts';
import { posteriorAfter } from './posterior.ts';
import { type AbilityState, priorState, standardErrorOf } from './state.ts';
import type { Structure } from './structure.ts';
import { updateAbility } from './update.ts';

type Answer = { dimension: number; item: ItemParameters; score: number };

const choiceOf = (discrimination: number, difficulty: number, guessing = 0): ItemParameters => ({
  model: 'choice',
  discrimination,
  difficulty,
  guessing,
});

function afterAll(structure: Structure, answers: readonly Answer[]): AbilityState {
  return answers.reduce(
    (state, { dimension, item, score }) => updateAbility(state, dimension, item, score),
    priorState(structure),
  );
}

/** Smallest eigenvalue bound: every Cholesky pivot, with room for rounding. */
function isPositiveSemiDefinite({ mean, covariance }: AbilityState): boolean {
  const count = mean.length;
  const work = covariance.slice();
  for (let pivot = 0; pivot < count; pivot += 1) {
    const value = work[pivot * count + pivot]!;
    if (value < -1e-9) return false;
    if (value <= 1e-12) continue;
    for (let row = pivot + 1; row < count; row += 1) {
      const factor = work[row * count + pivot]! / value;
      for (let column = pivot; column < count; column += 1) {
        work[row * count + column]! -= factor * work[pivot * count + column]!;
      }
    }
  }
  return true;
}

function isSound(state: AbilityState): boolean {
  const count = state.mean.length;
  const symmetric = state.covariance.every(
    (value, index) => value === state.covariance[(index % count) * count + Math.floor(index / count)],
  );
  const finite = [...state.mean, ...state.covariance].every(Number.isFinite);
  return finite && symmetric && isPositiveSemiDefinite(state);
}

/** Posterior means and standard errors on a full grid of abilities: exact, and far too slow for real use. */
function exactPosterior(structure: Structure, answers: readonly Answer[], nodes: number) {
  const prior = priorState(structure);
  const count = prior.mean.length;
  const precision = inverse(prior.covariance, count);
  const axis = Array.from({ length: nodes }, (_, index) => -6 + (12 * index) / (nodes - 1));
  const likelihoods = Array.from({ length: count }, (_, dimension) =>
    axis.map((ability) =>
      answers
        .filter((answer) => answer.dimension === dimension)
        .reduce((sum, { item, score }) => sum + logLikelihood(item, score, ability), 0),
    ),
  );
  let total = 0;
  const first = new Array<number>(count).fill(0);
  const second = new Array<number>(count).fill(0);
  for (let cell = 0; cell < nodes ** count; cell += 1) {
    const place = Array.from({ length: count }, (_, d) => Math.floor(cell / nodes ** d) % nodes);
    const point = place.map((index) => axis[index]!);
    let exponent = 0;
    for (let row = 0; row < count; row += 1) {
      exponent += likelihoods[row]![place[row]!]!;
      for (let column = 0; column < count; column += 1) {
        exponent -= 0.5 * point[row]! * precision[row * count + column]! * point[column]!;
      }
    }
    const weight = Math.exp(exponent);
    total += weight;
    for (let d = 0; d < count; d += 1) {
      first[d]! += weight * point[d]!;
      second[d]! += weight * point[d]! ** 2;
    }
  }
  const means = first.map((sum) => sum / total);
  return { means, errors: second.map((sum, d) => Math.sqrt(sum / total - means[d]! ** 2)) };
}

function inverse(matrix: readonly number[], count: number): number[] {
  const rows = Array.from({ length: count }, (_, row) => [
    ...matrix.slice(row * count, (row + 1) * count),
    ...Array.from({ length: count }, (_, column) => (row === column ? 1 : 0)),
  ]);
  for (let pivot = 0; pivot < count; pivot += 1) {
    const scale = rows[pivot]![pivot]!;
    rows[pivot] = rows[pivot]!.map((value) => value / scale);
    for (let row = 0; row < count; row += 1) {
      const factor = rows[row]![pivot]!;
      if (row !== pivot)
        rows[row] = rows[row]!.map((value, column) => value - factor * rows[pivot]![column]!);
    }
  }
  return rows.flatMap((row) => row.slice(count));
}

/** 24 answers of one simulated person, one third with ordered credits. */
function simulatedAnswers(dimensions: number, seed: number): Answer[] {
  const random = createRandom(seed, 'answers');
  const abilities = Array.from({ length: dimensions }, () => 0.8 * random.normal());
  return Array.from({ length: 24 }, (_, index) => {
    const dimension = index % dimensions;
    const level = -1.6 + 0.8 * random.integer(5);
    const discrimination = Math.exp(0.35 * random.normal());
    const item: ItemParameters =
      index % 3 === 0
        ? { model: 'graded', discrimination: 0.7 * discrimination, steps: [level - 0.5, level, level + 0.5] }
        : choiceOf(discrimination, level, 0.25);
    const probabilities = categoryProbabilities(item, abilities[dimension]!);
    const luck = random.uniform();
    let score = 0;
    let cumulated = probabilities[0]!;
    while (luck > cumulated && score < probabilities.length - 1) {
      score += 1;
      cumulated += probabilities[score]!;
    }
    return { dimension, item, score };
  });
}

test('after one answer the result is exact: mean and variance of the true posterior', () => {
  const answers = [{ dimension: 0, item: choiceOf(1.2, 0.5, 0.25), score: 1 }];
  for (const structure of [{ domains: [[0]] }, { domains: [[0, 1]] }]) {
    const state = afterAll(structure, answers);
    const exact = exactPosterior(structure, answers, 161);
    exact.means.forEach((mean, d) => {
      assert.ok(Math.abs(mean - state.mean[d]!) < 1e-4);
      assert.ok(Math.abs(exact.errors[d]! - standardErrorOf(state, d)) < 1e-4);
    });
  }
});

test('after 24 answers on 1, 2 or 3 competences it stays within .08 of the exact mean and .05 of its error', () => {
  const cases: [Structure, number][] = [
    [{ domains: [[0]] }, 181],
    [{ domains: [[0, 1]] }, 61],
    [{ domains: [[0, 1], [2]] }, 41],
  ];
  let worstMean = 0;
  let worstError = 0;
  for (const [structure, nodes] of cases) {
    for (let seed = 1; seed <= 6; seed += 1) {
      const answers = simulatedAnswers(structure.domains.flat().length, seed);
      const state = afterAll(structure, answers);
      const exact = exactPosterior(structure, answers, nodes);
      exact.means.forEach((mean, d) => {
        worstMean = Math.max(worstMean, Math.abs(mean - state.mean[d]!));
        worstError = Math.max(worstError, Math.abs(exact.errors[d]! - standardErrorOf(state, d)));
      });
    }
  }
  assert.ok(worstMean < 0.08, `mean off by ${worstMean}`);
  assert.ok(worstError < 0.05, `standard error off by ${worstError}`);
});

test('on one competence it agrees with the EAP of catR 3.17 within .05', () => {
  const published: { items: [number, number][]; scores: number[]; eap: number; error: number }[] = [
    {
      items: [
        [1.022, -2.2442],
        [1.4307, -2.2268],
      ],
      scores: [1, 1],
      eap: 0.188465,
      error: 0.920192,
    },
    {
      items: [
        [1.3333, 1.3826],
        [1.8195, -1.3457],
        [0.9764, 1.4411],
        [1.1323, -0.3968],
        [0.9496, 0.1847],
        [1.3034, -0.5105],
        [0.8296, -0.5399],
        [0.9764, -0.5655],
      ],
      scores: [0, 0, 0, 0, 0, 0, 0, 0],
      eap: -1.782756,
      error: 0.633989,
    },
  ];
  for (const { items, scores, eap, error } of published) {
    const state = afterAll(
      { domains: [[0]] },
      items.map(([a, b], index) => ({ dimension: 0, item: choiceOf(a, b), score: scores[index]! })),
    );
    assert.ok(Math.abs(state.mean[0]! - eap) < 0.05, `${state.mean[0]} against ${eap}`);
    assert.ok(Math.abs(standardErrorOf(state, 0) - error) < 0.05);
  }
});

test('never NaN: 1,200 answers all right, all wrong or mixed, on extreme questions', () => {
  const extremes = [
    choiceOf(0.05, -8),
    choiceOf(6, 8),
    choiceOf(6, -8, 0.25),
    choiceOf(0.05, 8, 0.5),
    choiceOf(6, 0, 0.25),
    { model: 'graded', discrimination: 6, steps: [-8, 8, 0] },
    { model: 'graded', discrimination: 0.05, steps: [8, -8] },
    { model: 'graded-response', discrimination: 6, thresholds: [-8, 0, 8] },
  ] satisfies ItemParameters[];
  const rules = [
    () => 0,
    maximumScore,
    (item: ItemParameters, index: number) => (index % 2) * maximumScore(item),
  ];
  for (const rule of rules) {
    let state = priorState({ domains: [[0, 1], [2]] });
    for (let index = 0; index < 1200; index += 1) {
      const item = extremes[index % extremes.length]!;
      state = updateAbility(state, index % 3, item, rule(item, index));
    }
    assert.ok(isSound(state), JSON.stringify(state));
  }
});

test('never NaN: any sequence on any questions leaves a symmetric positive semi-definite state', () => {
  const anyItem = fc.oneof(
    fc.record({
      model: fc.constant('choice' as const),
      discrimination: fc.constantFrom(0.05, 0.8, 6),
      difficulty: fc.constantFrom(-8, -1, 0, 1, 8),
      guessing: fc.constantFrom(0, 0.25, 0.5),
    }),
    fc.record({
      model: fc.constant('graded' as const),
      discrimination: fc.constantFrom(0.05, 0.55, 6),
      steps: fc.constantFrom<number[]>([-8, 0, 8], [8, -8], [0, 0, 0, 0]),
    }),
  );
  const answer = fc.record({ dimension: fc.nat(4), item: anyItem, high: fc.boolean() });
  fc.assert(
    fc.property(fc.array(answer, { maxLength: 60 }), (answers) => {
      const state = answers.reduce(
        (current, { dimension, item, high }) =>
          updateAbility(
            current,
            dimension,
            item,
            high ? (item.model === 'choice' ? 1 : item.steps.length) : 0,
          ),
        priorState({
          domains: [
            [0, 1, 2],
            [3, 4],
          ],
        }),
      );
      assert.ok(isSound(state));
    }),
    { numRuns: 150 },
  );
});

test('an impossible surprise moves the estimate as far as the evidence says, not to the end of a grid', () => {
  // Exact posterior: the likelihood is exp(6θ) up to θ ≈ 8, so N(6, 1) cut near 8.
  const state = updateAbility(priorState({ domains: [[0]] }), 0, choiceOf(6, 8), 1);
  const exact = exactPosteriorFar(choiceOf(6, 8), 1);
  assert.ok(Math.abs(state.mean[0]! - exact) < 1e-3, `${state.mean[0]} against ${exact}`);
});

function exactPosteriorFar(item: ItemParameters, score: number): number {
  let total = 0;
  let first = 0;
  for (let ability = -15; ability <= 15; ability += 0.005) {
    const weight = Math.exp(logLikelihood(item, score, ability) - 0.5 * ability * ability);
    total += weight;
    first += weight * ability;
  }
  return first / total;
}

test('a better answer never lowers any competence, and a better score never gives less', () => {
  const item: ItemParameters = { model: 'graded', discrimination: 0.6, steps: [-0.5, 0, 0.5] };
  const prior = priorState({ domains: [[0, 1], [2]] });
  const means = [0, 1, 2, 3].map((score) => updateAbility(prior, 0, item, score).mean);
  for (let score = 1; score <= 3; score += 1) {
    means[score]!.forEach((mean, d) => {
      assert.ok(mean > means[score - 1]![d]!);
    });
  }
});

test('an answer informs its own competence most, its domain next, other domains too', () => {
  const { mean } = updateAbility(priorState({ domains: [[0, 1], [2]] }), 0, choiceOf(1, 0), 1);
  assert.ok(mean[0]! > mean[1]! && mean[1]! > mean[2]! && mean[2]! > 0);
});

test('what is no score of the question, or no competence, is refused', () => {
  const prior = priorState({ domains: [[0, 1]] });
  for (const score of [-1, 2, 0.5, Number.NaN]) {
    assert.throws(() => updateAbility(prior, 0, choiceOf(1, 0), score), RangeError);
  }
  for (const dimension of [-1, 0.5, 2, Number.NaN]) {
    assert.throws(() => updateAbility(prior, dimension, choiceOf(1, 0), 1), RangeError, `${dimension}`);
    assert.throws(() => standardErrorOf(prior, dimension), RangeError, `${dimension}`);
  }
  assert.throws(() => updateAbility(prior, 0, choiceOf(Number.NaN, 0), 1), RangeError);
});

test('impossible correlations and broken structures are refused', () => {
  assert.throws(() => priorState({ domains: [[0, 1], [2]] }, { within: 1, between: 0.6 }), RangeError);
  assert.throws(() => priorState({ domains: [[0, 1], [2]] }, { within: 0.1, between: 0.9 }), RangeError);
  assert.throws(() => priorState({ domains: [[0, 2]] }), RangeError);
});

test('three competences cannot all be opposed by half or more, but can by less', () => {
  const together = { domains: [[0, 1, 2]] };
  for (const within of [-0.5, -0.6]) {
    assert.throws(() => priorState(together, { within, between: 0 }), RangeError, `${within}`);
  }
  assert.equal(priorState(together, { within: -0.45, between: 0 }).covariance[1], -0.45);
});

test('a right answer far below a question moves the belief by discrimination × variance, however unlikely it was', () => {
  // There the likelihood is exp(6θ): N(m, v) becomes N(m + 6v, v). Its highest weight here is about e⁻⁹³⁰.
  const { mean, variance } = posteriorAfter({ mean: -150, variance: 1 }, choiceOf(6, 8), 1);
  assert.ok(Math.abs(mean + 144) < 1e-4, `${mean}`);
  assert.ok(Math.abs(variance - 1) < 1e-4, `${variance}`);
});

test('an answer on a competence known for certain changes nothing', () => {
  const certain = { mean: [0.4, 0], covariance: [0, 0, 0, 1] };
  assert.deepEqual(updateAbility(certain, 0, choiceOf(1, 0), 1), certain);
});
