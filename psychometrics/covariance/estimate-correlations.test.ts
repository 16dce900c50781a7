import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { priorState } from '../ability/state.ts';
import type { Answer } from '../joint-posterior/joint-posterior.ts';
import { sitesByDimension } from '../joint-posterior/joint-posterior.ts';
import { propagate } from '../joint-posterior/propagation.ts';
import {
  drawAbilities,
  drawAnswers,
  drawScore,
  structure,
} from '../joint-posterior/simulated-answers.test-support.ts';
import { choleskyFactor } from '../linear-algebra/positive-definite.ts';
import { categoryProbabilities } from '../models/response.ts';
import { createRandom } from '../random.ts';
import { covarianceOf, structuredPattern } from './covariance-pattern.ts';
import { type CorrelationRequest, estimateCorrelations, priorUnder } from './estimate-correlations.ts';
import { personScore } from './person-score.ts';

function simulated(size: number, within: number, between: number, seed: number, each = 24): Answer[][] {
  const random = createRandom(seed, 'correlations');
  return Array.from({ length: size }, () =>
    drawAnswers(drawAbilities(within, between, random), each, random),
  );
}

const estimate = (people: Answer[][], more: Partial<CorrelationRequest> = {}) =>
  estimateCorrelations({ structure, people, pattern: 'structured', version: 'test', ...more });

test('the gradient is that of the log-likelihood, by finite differences', () => {
  const pattern = structuredPattern(structure);
  const freedom = { means: true, variance: true };
  const [answers] = simulated(1, 0.75, 0.6, 1);
  const sites = sitesByDimension(answers!);
  const parameters = [0.7, 0.5, 1.1, ...Array.from({ length: 16 }, (_, d) => 0.05 * (d % 5))];
  const at = (values: number[]) =>
    propagate(
      {
        mean: Float64Array.from(values.slice(3)),
        covariance: covarianceOf(pattern, values, values[2]!),
      },
      sites,
      { tolerance: 1e-12, sweeps: 500 },
    );
  const score = new Float64Array(19);
  personScore(pattern, freedom, sites, at(parameters), score);
  for (const place of [0, 1, 2, 3, 10]) {
    const moved = (by: number) =>
      at(parameters.map((value, index) => (index === place ? value + by : value)));
    const slope = (moved(1e-4).logEvidence - moved(-1e-4).logEvidence) / 2e-4;
    assert.ok(Math.abs(slope - score[place]!) < 1e-4, `${place}: ${slope} against ${score[place]}`);
  }
});

test('a true correlation of .4 and one of .85 are both found from 24 answers over 16 competences', () => {
  for (const [within, between] of [
    [0.4, 0.4],
    [0.85, 0.85],
  ] as const) {
    const found = estimate(simulated(500, within, between, 2));
    assert.ok(found.converged);
    const errors = [found.standardErrors[1]!, found.standardErrors[3]!];
    assert.ok(
      errors.every((error) => error > 0.01 && error < 0.12),
      `${errors}`,
    );
    assert.ok(Math.abs(found.between! - between) < 2.6 * errors[1]!, `between: ${found.between}`);
    assert.ok(Math.abs(found.within! - within) < 2.6 * errors[0]!, `within: ${found.within}`);
  }
});

test('left free, the population shows where difficulties are off: its mean, not its correlations', () => {
  const people = simulated(400, 0.75, 0.6, 3).map((answers) =>
    answers.map((answer) => ({
      ...answer,
      item:
        answer.item.model === 'choice'
          ? { ...answer.item, difficulty: answer.item.difficulty + 0.7 }
          : answer.item.model === 'graded'
            ? { ...answer.item, steps: answer.item.steps.map((step) => step + 0.7) }
            : answer.item,
    })),
  );
  const standard = estimate(people);
  const free = estimate(people, { population: 'free' });
  const mean = free.means.reduce((sum, value) => sum + value, 0) / 16;
  assert.ok(Math.abs(mean - 0.7) < 0.15, `${mean}`);
  assert.ok(Math.abs(free.between! - 0.6) < Math.abs(standard.between! - 0.6));
  assert.ok(free.logLikelihood > standard.logLikelihood + 20);
});

test('in the free pattern a competence that stands apart is seen to, the more so the less is believed beforehand', () => {
  const random = createRandom(5, 'apart');
  const people = Array.from({ length: 500 }, () => {
    const abilities = drawAbilities(0.75, 0.6, random);
    abilities[0] = random.normal();
    return Array.from({ length: 12 }, (_, index): Answer => {
      const item = {
        model: 'choice',
        discrimination: 1.2,
        difficulty: (index % 5) / 2 - 1,
        guessing: 0,
      } as const;
      const dimension = index % 4;
      return {
        dimension,
        item,
        score: drawScore(categoryProbabilities(item, abilities[dimension]!), random),
      };
    });
  });
  const apart = (spread: number) => {
    const structured = {
      domains: [
        [0, 1],
        [2, 3],
      ],
    };
    const found = estimateCorrelations({
      structure: structured,
      people,
      pattern: 'free',
      spread,
      version: 'x',
    });
    assert.ok(found.converged && choleskyFactor(found.correlations, 4), 'converged and sound');
    const [, first, second, third] = found.correlations;
    return {
      withFirst: (first! + second! + third!) / 3,
      amongOthers: (found.correlations[6]! + found.correlations[7]!) / 2,
    };
  };
  const cautious = apart(0.15);
  const open = apart(1);
  assert.ok(Math.abs(open.withFirst) < 0.12, `${open.withFirst}`);
  assert.ok(Math.abs(open.amongOthers - 0.6) < 0.15, `${open.amongOthers}`);
  assert.ok(
    cautious.withFirst > open.withFirst && cautious.withFirst < cautious.amongOthers - 0.15,
    JSON.stringify(cautious),
  );
});

test('nobody has answered: the correlations in use before, with nothing to improve', () => {
  for (const people of [[], [[], []]] as Answer[][][]) {
    const found = estimate(people);
    assert.deepEqual([found.n, found.answers, found.converged], [0, 0, true]);
    priorState(structure).covariance.forEach((value, cell) => {
      assert.ok(Math.abs(value - found.correlations[cell]!) < 1e-6);
    });
  }
});

test('whatever is answered, correlations are finite, at most 1 and positive definite', () => {
  const item = fc.constantFrom<Answer['item']>(
    { model: 'choice', discrimination: 6, difficulty: 8, guessing: 0.25 },
    { model: 'choice', discrimination: 0.05, difficulty: -8, guessing: 0 },
    { model: 'choice', discrimination: 2, difficulty: 0, guessing: 0 },
  );
  const answer = fc.record({ dimension: fc.nat(3), item, score: fc.nat(1) });
  const small = {
    domains: [
      [0, 1],
      [2, 3],
    ],
  };
  fc.assert(
    fc.property(
      fc.array(fc.array(answer, { maxLength: 8 }), { maxLength: 6 }),
      fc.constantFrom('structured' as const, 'free' as const),
      fc.constantFrom('standard' as const, 'free' as const),
      (people, pattern, population) => {
        const found = estimateCorrelations({
          structure: small,
          people,
          pattern,
          population,
          version: 'x',
          iterations: 8,
        });
        assert.ok(
          found.correlations.every((value) => Number.isFinite(value) && Math.abs(value) <= 1 + 1e-12),
        );
        assert.ok(choleskyFactor(found.correlations, 4), JSON.stringify(found.correlations));
        assert.ok(found.standardErrors.every(Number.isFinite) && Number.isFinite(found.logLikelihood));
      },
    ),
    { numRuns: 40 },
  );
});

test('everyone alike in everything: the correlation goes up to the edge, and the matrix stays sound', () => {
  const item = { model: 'choice', discrimination: 3, difficulty: 0, guessing: 0 } as const;
  const people = Array.from({ length: 60 }, (_, person) =>
    Array.from({ length: 12 }, (_, index) => ({ dimension: index % 4, item, score: person % 2 })),
  );
  const found = estimateCorrelations({
    structure: {
      domains: [
        [0, 1],
        [2, 3],
      ],
    },
    people,
    pattern: 'structured',
    version: 'x',
  });
  assert.ok(found.between! > 0.9 && found.between! < 1);
  assert.ok(choleskyFactor(found.correlations, 4));
});

test('a fit that was cut short says so', () => {
  const found = estimate(simulated(60, 0.85, 0.3, 6), { iterations: 1 });
  assert.deepEqual([found.converged, found.iterations], [false, 1]);
  assert.ok(found.remainingStep > 0.01);
});

test('the result is plain data of a version, and the prior of the next person', () => {
  const found = estimate(simulated(60, 0.75, 0.6, 7), { version: '2027-1' });
  assert.deepEqual(JSON.parse(JSON.stringify(found)), found);
  assert.deepEqual([found.version, found.n, found.answers], ['2027-1', 60, 1440]);
  const prior = priorUnder(found);
  assert.deepEqual(prior.covariance, found.correlations);
  assert.ok(prior.mean.every((mean) => mean === 0));
});

test('what is no answer, and a spread that is none, are refused', () => {
  const item = { model: 'choice', discrimination: 1, difficulty: 0, guessing: 0 } as const;
  assert.throws(() => estimate([[{ dimension: 16, item, score: 1 }]]), RangeError);
  assert.throws(() => estimate([[{ dimension: 0, item, score: 2 }]]), RangeError);
  assert.throws(() => estimate([], { pattern: 'free', spread: 0 }), RangeError);
});
