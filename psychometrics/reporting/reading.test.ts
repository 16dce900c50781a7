import assert from 'node:assert/strict';
import { test } from 'node:test';
import { priorState } from '../ability/state.ts';
import { updateAbility } from '../ability/update.ts';
import { normalBelow } from '../distributions/normal.ts';
import { combine, contrastWeights, domainWeights, generalWeights } from './combination.ts';
import { CUT_SCORES, levelOf } from './cut-scores.ts';
import {
  isMeasured,
  probabilityBelowOwnMean,
  readCompetence,
  readDomain,
  readEstimate,
  readGeneral,
} from './reading.ts';

const structure = { domains: [[0, 1], [2]] };

test('the normal distribution agrees with published values', () => {
  const published: [number, number][] = [
    [0, 0.5],
    [1, 0.8413447460685429],
    [-1.6448536269514722, 0.05],
    [1.959963984540054, 0.975],
    [-6, 9.865876450377e-10],
    [-10, 7.61985302416e-24],
  ];
  for (const [z, probability] of published) {
    assert.ok(Math.abs(normalBelow(z) / probability - 1) < 1e-6, `at ${z}`);
  }
  assert.equal(normalBelow(60), 1);
  assert.equal(normalBelow(-60), 0);
});

test('a cut is where the first question of a level is answered right at odds of 2 to 1', () => {
  CUT_SCORES.cuts.forEach((cut, index) => {
    const difficulty = -1.2 + 0.8 * index;
    const probability = 1 / (1 + Math.exp(-0.8 * (cut - difficulty)));
    assert.ok(Math.abs(probability - 2 / 3) < 0.001);
  });
  assert.deepEqual([-3, -0.34, -0.33, 0.6, 1.3, 2.07].map(levelOf), [1, 1, 2, 3, 4, 5]);
});

test('a person nobody has asked anything reads as levels 1 to 4, most probably 1', () => {
  const reading = readCompetence(priorState(structure), 0);
  assert.deepEqual([reading.lowestLevel, reading.highestLevel, reading.mostProbableLevel], [1, 4, 1]);
  assert.ok(Math.abs(reading.band.high - 1.645) < 0.001 && Math.abs(reading.band.low + 1.645) < 0.001);
  const expected = [0.371, 0.31, 0.217, 0.083, 0.019];
  reading.probabilities.forEach((p, index) => {
    assert.ok(Math.abs(p - expected[index]!) < 0.001);
  });
  assert.equal(isMeasured(reading, 3), false);
});

test('a sharp belief reads as one level, and probabilities always sum to 1', () => {
  const sharp = readEstimate({ mean: 0.9, variance: 0 });
  assert.deepEqual(sharp.probabilities, [0, 0, 1, 0, 0]);
  assert.equal(sharp.lowestLevel, 3);
  for (const variance of [1e-12, 0.01, 0.3, 4]) {
    const { probabilities } = readEstimate({ mean: 0.4, variance });
    assert.ok(Math.abs(probabilities.reduce((sum, p) => sum + p, 0) - 1) < 1e-12);
  }
});

test('a competence is measured with 3 answers of its own and a band of at most 3 levels', () => {
  const threeLevels = readEstimate({ mean: 0.07, variance: 0.49 });
  assert.deepEqual([threeLevels.lowestLevel, threeLevels.highestLevel], [1, 3]);
  assert.equal(isMeasured(threeLevels, 3), true);
  assert.equal(isMeasured(threeLevels, 2), false);
  assert.equal(isMeasured(readEstimate({ mean: 0.5, variance: 1 }), 12), false);
});

test('the general and domain readings are means of competences, with the variance their correlations give', () => {
  const prior = priorState(structure);
  // (3 × 1 + 2 × .75 + 4 × .6) / 9 and (2 × 1 + 2 × .75) / 4
  assert.ok(Math.abs(readGeneral(prior, structure).standardError ** 2 - 6.9 / 9) < 1e-12);
  assert.ok(Math.abs(readDomain(prior, structure, 0).standardError ** 2 - 3.5 / 4) < 1e-12);
  const state = { ...prior, mean: [1, 2, 6] };
  assert.equal(readGeneral(state, structure).mean, 3);
  assert.equal(readDomain(state, structure, 0).mean, 1.5);
  assert.equal(readGeneral(state, structure, [1, 1, 0]).mean, 1.5);
  assert.throws(() => readDomain(state, structure, 2), RangeError);
  assert.throws(() => readCompetence(state, 3), RangeError);
});

test('wrong answers on one competence make it probably below the person’s own mean, right ones elsewhere too', () => {
  let state = priorState(structure);
  assert.ok(Math.abs(probabilityBelowOwnMean(state, 0) - 0.5) < 1e-12);
  const item = { model: 'choice', discrimination: 1.5, difficulty: 0, guessing: 0 } as const;
  for (let answer = 0; answer < 4; answer += 1) state = updateAbility(state, 2, item, 0);
  const afterFailures = probabilityBelowOwnMean(state, 2);
  assert.ok(afterFailures > 0.7);
  state = updateAbility(state, 0, item, 1);
  assert.ok(probabilityBelowOwnMean(state, 2) > afterFailures);
});

test('contrasts of a profile sum to nothing', () => {
  const state = { ...priorState(structure), mean: [0.3, -1, 2] };
  const total = [0, 1, 2].reduce((sum, d) => sum + combine(state, contrastWeights(state, d)).mean, 0);
  assert.ok(Math.abs(total) < 1e-12);
  assert.deepEqual(generalWeights(structure, [2, 1, 1]), [0.5, 0.25, 0.25]);
});

test('a belief centred on a cut, as wide as a level, holds the probabilities of the normal table', () => {
  // Cuts are .8 apart: with a standard error of .8 they stand at −1, 0, 1 and 2.
  const { probabilities } = readEstimate({ mean: 0.47, variance: 0.64 });
  const expected = [0.158655, 0.341345, 0.341345, 0.135905, 0.02275];
  probabilities.forEach((p, index) => {
    assert.ok(Math.abs(p - expected[index]!) < 1e-6, `level ${index + 1}: ${p}`);
  });
});

test('an ability known for certain to stand on a cut has passed it', () => {
  CUT_SCORES.cuts.forEach((cut, index) => {
    const { probabilities, mostProbableLevel } = readEstimate({ mean: cut, variance: 0 });
    assert.equal(mostProbableLevel, index + 2);
    assert.deepEqual(
      probabilities,
      [0, 1, 2, 3, 4].map((place) => (place === index + 1 ? 1 : 0)),
    );
  });
});

test('competences known for certain lie below their mean, above it, or on it', () => {
  const certain = (mean: number[]) => ({ mean, covariance: mean.flatMap(() => mean.map(() => 0)) });
  assert.equal(probabilityBelowOwnMean(certain([1, 2, 6]), 0), 1);
  assert.equal(probabilityBelowOwnMean(certain([1, 2, 6]), 2), 0);
  assert.equal(probabilityBelowOwnMean(certain([1, 1]), 0), 0.5);
});

test('weights that are too few, too many, negative, all 0 or not numbers are refused', () => {
  for (const relative of [
    [1, 1],
    [1, 1, 1, 1],
    [0, 0, 0],
    [2, -1, 1],
    [-1, -1, -1],
    [1, Number.NaN, 1],
  ]) {
    assert.throws(() => generalWeights(structure, relative), RangeError, `${relative}`);
  }
  assert.deepEqual(generalWeights(structure, [0, 3, 1]), [0, 0.75, 0.25]);
  assert.throws(() => combine(priorState(structure), [0.5, 0.5]), RangeError);
  assert.throws(() => combine(priorState(structure), [0.25, 0.25, 0.25, 0.25]), RangeError);
});

test('a domain without competences has no ability to read', () => {
  const withEmpty = { domains: [[0, 1, 2], []] };
  assert.throws(() => domainWeights(withEmpty, 1), RangeError);
  assert.throws(() => readDomain(priorState(structure), withEmpty, 1), RangeError);
});
