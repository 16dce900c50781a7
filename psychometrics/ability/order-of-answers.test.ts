import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampledPosterior } from '../joint-posterior/importance-sampling.ts';
import type { Answer } from '../joint-posterior/joint-posterior.ts';
import {
  drawAbilities,
  drawAnswers,
  drawNarrowAnswers,
  structure,
} from '../joint-posterior/simulated-answers.test-support.ts';
import { createRandom, uniformFrom } from '../random.ts';
import { type AbilityState, priorState, standardErrorOf } from './state.ts';
import { updateAbility } from './update.ts';

const chain = (prior: AbilityState, answers: readonly Answer[]) =>
  answers.reduce((state, { dimension, item, score }) => updateAbility(state, dimension, item, score), prior);

function shuffled(answers: readonly Answer[], seed: number): Answer[] {
  return answers
    .map((answer, index) => ({ answer, rank: uniformFrom(seed, 'shuffle', index) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ answer }) => answer);
}

/** Largest difference of a mean and of a standard error between two states. */
function distance(one: AbilityState, other: AbilityState) {
  const means = one.mean.map((mean, d) => Math.abs(mean - other.mean[d]!));
  const errors = one.mean.map((_, d) => Math.abs(standardErrorOf(one, d) - standardErrorOf(other, d)));
  return { mean: Math.max(...means), error: Math.max(...errors) };
}

test('answers on unrelated competences can come in any order: same state to 1e-9', () => {
  const prior = priorState({ domains: [[0], [1], [2]] }, { within: 0, between: 0 });
  const answers = drawNarrowAnswers(3, 3);
  const byCompetence = answers.slice().sort((one, other) => one.dimension - other.dimension);
  const { mean, error } = distance(chain(prior, answers), chain(prior, byCompetence));
  assert.ok(mean < 1e-9 && error < 1e-9, `${mean}, ${error}`);
});

test('the same answer twice can be swapped for itself, and two answers to equal questions for one another', () => {
  const prior = priorState(structure);
  const [first, second] = drawNarrowAnswers(1, 1);
  const twin = { ...second!, item: { ...first!.item }, score: first!.score };
  assert.deepEqual(chain(prior, [first!, twin]), chain(prior, [twin, first!]));
});

test('on related competences the order of 24 answers moves means by less than .1, standard errors by less than .07', () => {
  const cases: [AbilityState, (seed: number) => Answer[]][] = [
    [priorState({ domains: [[0, 1]] }), (seed) => drawNarrowAnswers(2, seed)],
    [priorState({ domains: [[0, 1], [2]] }), (seed) => drawNarrowAnswers(3, seed)],
    [priorState(structure), sixteen],
  ];
  for (const [prior, draw] of cases) {
    let worstMean = 0;
    let worstError = 0;
    for (let seed = 1; seed <= 12; seed += 1) {
      const answers = draw(seed);
      const given = chain(prior, answers);
      for (const other of [answers.slice().reverse(), shuffled(answers, seed)]) {
        const { mean, error } = distance(given, chain(prior, other));
        worstMean = Math.max(worstMean, mean);
        worstError = Math.max(worstError, error);
      }
    }
    assert.ok(worstMean > 1e-6, 'the order does count: it is an approximation');
    assert.ok(worstMean < 0.1 && worstError < 0.07, `${prior.mean.length}: ${worstMean}, ${worstError}`);
  }
});

test('in 16 dimensions the chain stays within .1 of the sampled mean and .08 of its standard error', () => {
  const prior = priorState(structure);
  for (let seed = 1; seed <= 5; seed += 1) {
    const answers = sixteen(seed);
    const random = createRandom(seed, 'sampling');
    const { state } = sampledPosterior(prior, answers, { pairs: 1200, random });
    const { mean, error } = distance(chain(prior, answers), state);
    assert.ok(mean < 0.1 && error < 0.08, `${mean}, ${error}`);
  }
});

function sixteen(seed: number): Answer[] {
  const random = createRandom(seed, 'sixteen');
  return drawAnswers(drawAbilities(0.75, 0.6, random), 24, random);
}
