import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ItemParameters } from '../models/item-parameters.ts';
import { categoryProbabilities, logLikelihood } from '../models/response.ts';
import { abilityAt, GRID, likelihoodCurve, productOfCurves } from './likelihood-curve.ts';
import { tiltedMoments } from './tilted-moments.ts';

const choice: ItemParameters = { model: 'choice', discrimination: 1.3, difficulty: 0.4, guessing: 0.25 };
const steep: ItemParameters = { model: 'choice', discrimination: 3, difficulty: 5, guessing: 0 };
const graded: ItemParameters = { model: 'graded', discrimination: 0.8, steps: [-0.7, 0.2, 1] };
type Given = { item: ItemParameters; score: number }[];

const evidenceOf = (answers: Given) => ({
  answers,
  curve: productOfCurves(answers.map(({ item, score }) => likelihoodCurve(item, score))),
});

/** The same moments by a plain sum over 2,401 abilities around the mass, in logarithms. */
function plainMoments(mean: number, variance: number, answers: Given) {
  const logDensity = (ability: number) =>
    answers.reduce(
      (sum, { item, score }) => sum + logLikelihood(item, score, ability),
      (-0.5 * (ability - mean) ** 2) / variance - 0.5 * Math.log(2 * Math.PI * variance),
    );
  const span = 20 * Math.sqrt(variance);
  const step = (2 * span) / 2_400;
  const abilities = Array.from({ length: 2_401 }, (_, node) => mean - span + node * step);
  const logs = abilities.map(logDensity);
  const highest = logs.reduce((most, value) => Math.max(most, value));
  const weights = logs.map((value) => Math.exp(value - highest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const center = weights.reduce((sum, weight, k) => sum + weight * abilities[k]!, 0) / total;
  const square = weights.reduce((sum, weight, k) => sum + weight * (abilities[k]! - center) ** 2, 0) / total;
  return { logMass: highest + Math.log(total * step), mean: center, variance: square };
}

function agrees(mean: number, variance: number, answers: Given, tolerance: number): void {
  const found = { logMass: 0, mean: 0, variance: 0 };
  tiltedMoments(mean, variance, evidenceOf(answers), found);
  const expected = plainMoments(mean, variance, answers);
  const label = `N(${mean}, ${variance}), ${answers.length} answers: `;
  assert.ok(Math.abs(found.mean - expected.mean) < tolerance, `${label}${found.mean} ${expected.mean}`);
  assert.ok(
    Math.abs(found.variance - expected.variance) < tolerance * Math.max(1, expected.variance),
    `${label}variance ${found.variance} ${expected.variance}`,
  );
  assert.ok(
    Math.abs(found.logMass - expected.logMass) < tolerance,
    `${label}mass ${found.logMass} ${expected.logMass}`,
  );
}

test('moments on the grid of all people are those of a fine sum, to ten digits', () => {
  for (const mean of [-2, 0.44, 2.2]) {
    for (const variance of [0.0626, 0.1, 0.55]) {
      agrees(mean, variance, [{ item: choice, score: 1 }], 1e-10);
      agrees(mean, variance, [{ item: choice, score: 0 }], 1e-10);
      agrees(mean, variance, [{ item: graded, score: 2 }], 1e-10);
      agrees(
        mean,
        variance,
        [
          { item: graded, score: 0 },
          { item: choice, score: 1 },
          { item: choice, score: 1 },
        ],
        1e-10,
      );
    }
  }
  agrees(0, 1, [{ item: graded, score: 3 }], 1e-9);
});

test('no answer at all leaves the belief and has probability 1', () => {
  for (const [mean, variance] of [
    [0.3, 0.5],
    [-1, 1],
    [2, 0.01],
    [7.9, 0.6],
    [12, 0.3],
  ] as const) {
    agrees(mean, variance, [], 1e-7);
    const found = { logMass: 1, mean: 0, variance: 0 };
    tiltedMoments(mean, variance, evidenceOf([]), found);
    assert.ok(Math.abs(found.logMass) < 1e-7 && Math.abs(found.mean - mean) < 1e-7);
    assert.ok(Math.abs(found.variance - variance) < 1e-6 * variance);
  }
});

test('a belief too narrow for the grid, at its end, or outside, is integrated on nodes of its own', () => {
  const right = [{ item: choice, score: 1 }];
  for (const mean of [-9.5, -7.8, -1, 0.03, 3, 7.8, 9.5]) {
    for (const variance of [1e-4, 0.01, 0.0624]) agrees(mean, variance, right, 1e-7);
    agrees(mean, 0.8, right, 1e-6);
  }
  agrees(
    7.6,
    0.5,
    [
      { item: graded, score: 3 },
      { item: graded, score: 0 },
    ],
    1e-6,
  );
});

test('an answer that nobody expected takes the belief as far as it says', () => {
  agrees(-5, 0.6, [{ item: steep, score: 1 }], 1e-5);
  agrees(
    -7,
    0.3,
    [
      { item: steep, score: 1 },
      { item: steep, score: 1 },
      { item: steep, score: 1 },
    ],
    1e-5,
  );
  agrees(
    9,
    0.04,
    [
      { item: steep, score: 0 },
      { item: steep, score: 0 },
    ],
    1e-5,
  );
});

test('what is known for certain keeps a variance of 1e-9, so that nothing is divided by 0', () => {
  const found = { logMass: 0, mean: 0, variance: 0 };
  tiltedMoments(0.7, 1e-14, evidenceOf([{ item: choice, score: 1 }]), found);
  assert.equal(found.variance, 1e-9);
  assert.ok(Math.abs(found.mean - 0.7) < 1e-6);
  assert.ok(Math.abs(Math.exp(found.logMass) - categoryProbabilities(choice, 0.7)[1]!) < 1e-6);
});

test('a curve holds the probabilities of a score from −8 to 8, its highest being 1', () => {
  assert.deepEqual([abilityAt(0), abilityAt(40), GRID.nodes], [-8, 0, 81]);
  assert.ok(Math.abs(abilityAt(80) - 8) < 1e-12);
  for (const item of [choice, graded]) {
    for (let score = 0; score <= (item === graded ? 3 : 1); score += 1) {
      const { values, logScale } = likelihoodCurve(item, score);
      assert.equal(values.length, 81);
      assert.equal(Math.max(...values), 1);
      values.forEach((value, node) => {
        const expected = categoryProbabilities(item, abilityAt(node))[score]!;
        assert.ok(Math.abs(value * Math.exp(logScale) - expected) < 1e-12);
      });
      assert.equal(likelihoodCurve(item, score), likelihoodCurve(item, score), 'kept');
    }
  }
});

test('the curve of several answers is the product of theirs; of none it is 1; contradictions stay finite', () => {
  const parts = [likelihoodCurve(choice, 1), likelihoodCurve(graded, 0), likelihoodCurve(graded, 2)];
  const { values, logScale } = productOfCurves(parts);
  assert.equal(Math.max(...values), 1);
  values.forEach((value, node) => {
    const logs = parts.reduce((sum, part) => sum + Math.log(part.values[node]!) + part.logScale, 0);
    assert.ok(Math.abs(Math.log(value) + logScale - logs) < 1e-9);
  });
  const none = productOfCurves([]);
  assert.equal(none.logScale, 0);
  assert.ok(none.values.every((value) => value === 1));
  const sure: ItemParameters = { model: 'choice', discrimination: 400, difficulty: 0.1, guessing: 0 };
  const opposed = productOfCurves([likelihoodCurve(sure, 1), likelihoodCurve(sure, 0)]);
  assert.ok(Number.isFinite(opposed.logScale) && opposed.values.every(Number.isFinite));
});
