import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Estimate } from '../ability/posterior.ts';
import { type AbilityState, priorState } from '../ability/state.ts';
import { driftAbility } from '../ability/time.ts';
import { updateAbility } from '../ability/update.ts';
import { exampleBank } from '../example-bank.ts';
import { categoryProbabilities } from '../models/response.ts';
import { createRandom, type Random } from '../random.ts';
import { combine, competenceWeights, domainWeights, generalWeights } from '../reporting/combination.ts';
import type { BankItem } from '../selection/bank-item.ts';
import { changeBetween } from './change-between.ts';

const { structure, items } = exampleBank(1);
const prior = priorState(structure);

test('new answers alone are what separates the belief before from the belief after', () => {
  const before = { mean: 0.4, variance: 0.5 };
  const likelihood = { mean: 1.6, variance: 0.3 };
  const precision = 1 / before.variance + 1 / likelihood.variance;
  const mean = (before.mean / before.variance + likelihood.mean / likelihood.variance) / precision;
  const change = changeBetween({
    first: { mean: 0.4, variance: 0.2 },
    before,
    after: { mean, variance: 1 / precision },
  });
  assert.ok(Math.abs(change.newEvidence!.mean - 1.6) < 1e-12);
  assert.ok(Math.abs(change.newEvidence!.variance - 0.3) < 1e-12);
  assert.ok(Math.abs(change.difference - 1.2) < 1e-12);
  assert.ok(Math.abs(change.standardError - Math.sqrt(0.5)) < 1e-12);
  assert.ok(Math.abs(change.z - 1.2 / Math.sqrt(0.5)) < 1e-12);
  assert.deepEqual([change.established, change.direction], [false, 'none']);
});

test('a rise or a fall of more than 2.17 standard errors is established, with its direction', () => {
  const first = { mean: 0, variance: 0.1 };
  const before = { mean: 0, variance: 1e9 };
  const up = changeBetween({ first, before, after: { mean: 1.2, variance: 0.2 } });
  const down = changeBetween({ first, before, after: { mean: -1.2, variance: 0.2 } });
  assert.deepEqual([up.established, up.direction], [true, 'up']);
  assert.deepEqual([down.established, down.direction], [true, 'down']);
});

test('answers that bring no precision establish nothing', () => {
  const same = { mean: 1, variance: 0.5 };
  const change = changeBetween({ first: same, before: same, after: { mean: 5, variance: 0.6 } });
  assert.deepEqual([change.established, change.newEvidence, change.z], [false, null, 0]);
  assert.equal(change.direction, 'none');
  assert.ok(Number.isFinite(change.standardError));
  assert.throws(() => changeBetween({ first: same, before: same, after: { mean: Number.NaN, variance: 1 } }));
  assert.throws(() => changeBetween({ first: { mean: 0, variance: 0 }, before: same, after: same }));
});

test('however little was known before, answers that add to it are evidence', () => {
  const { newEvidence } = changeBetween({
    first: { mean: 0, variance: 1 },
    before: { mean: 0, variance: 1e6 },
    after: { mean: 1, variance: 5e5 },
  });
  assert.ok(Math.abs(newEvidence!.variance - 1e6) < 1e-3 && Math.abs(newEvidence!.mean - 2) < 1e-9);
});

/** 24 questions on the first occasion, 24 others after `months`; everything moved by `growth` in between. */
function twoOccasions(seed: number, months: number, growth: number) {
  const random = createRandom(seed, 'two-occasions');
  const abilities = correlatedAbilities(random);
  const order = items.map((item) => ({ item, rank: random.uniform() })).sort((a, b) => a.rank - b.rank);
  const questions = order.map(({ item }) => item);
  const first = answerAll(prior, questions.slice(0, 24), abilities, random);
  const before = driftAbility(first, prior, months);
  const moved = abilities.map((ability) => ability + growth);
  const after = answerAll(before, questions.slice(24, 48), moved, random);
  return { first, before, after };
}

/** Correlations .75 and .6, built from a general, a domain and an own part. */
function correlatedAbilities(random: Random): number[] {
  const general = Math.sqrt(0.6) * random.normal();
  return structure.domains.flatMap((members) => {
    const domain = Math.sqrt(0.15) * random.normal();
    return members.map(() => general + domain + Math.sqrt(0.25) * random.normal());
  });
}

function answerAll(state: AbilityState, questions: BankItem[], abilities: number[], random: Random) {
  return questions.reduce((current, { dimension, parameters }) => {
    const probabilities = categoryProbabilities(parameters, abilities[dimension]!);
    const luck = random.uniform();
    let score = 0;
    let cumulated = probabilities[0]!;
    while (luck > cumulated && score < probabilities.length - 1) {
      score += 1;
      cumulated += probabilities[score]!;
    }
    return updateAbility(current, dimension, parameters, score);
  }, state);
}

const CONTRASTS: [string, number[]][] = [
  ['general', generalWeights(structure)],
  ['domain', domainWeights(structure, 2)],
  ['competence', competenceWeights(16, 5)],
];

function shareEstablished(weights: number[], months: number, growth: number, people: number) {
  const estimate = (state: AbilityState): Estimate => combine(state, weights);
  let established = 0;
  for (let seed = 0; seed < people; seed += 1) {
    const { first, before, after } = twoOccasions(seed, months, growth);
    const change = changeBetween({
      first: estimate(first),
      before: estimate(before),
      after: estimate(after),
    });
    if (change.established) established += 1;
  }
  return established / people;
}

for (const [name, weights] of CONTRASTS) {
  test(`nobody changed: a change of the ${name} is announced to 5 % at most, soon or a year later`, () => {
    for (const months of [0, 12]) {
      const share = shareEstablished(weights, months, 0, 700);
      assert.ok(share <= 0.05, `${share} after ${months} months`);
    }
  });
}

test('one level of growth is seldom established for one person, two levels more often', () => {
  const [, general] = CONTRASTS[0]!;
  const one = shareEstablished(general, 6, 0.8, 300);
  const two = shareEstablished(general, 6, 1.6, 300);
  assert.ok(one > 0.05 && one < 0.5, `one level: ${one}`);
  assert.ok(two > 2 * one, `two levels: ${two}`);
});
