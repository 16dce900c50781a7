import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ItemParameters } from '../models/item-parameters.ts';
import { categoryProbabilities, information } from '../models/response.ts';
import bank200 from '../reference-data/bank200.json' with { type: 'json' };
import choiceCases from '../reference-data/catr_unit_2pl.json' with { type: 'json' };
import gradedCases from '../reference-data/catr_unit_gpcm.json' with { type: 'json' };
import { type AdaptiveBank, prepareBank } from './adaptive-bank.ts';
import { beliefAfter, startingBelief } from './belief.ts';
import * as criteria from './criteria.ts';
import { greatest } from './turn.ts';

const choices = prepareBank(
  bank200.items.map(({ id, a, b, comp }) => ({
    id,
    area: comp,
    parameters: { model: 'choice', discrimination: a, difficulty: b, guessing: 0 },
  })),
);
const gradeds = prepareBank(
  gradedCases.bank.map(([discrimination, ...steps], index) => ({
    id: String(index + 1),
    parameters: { model: 'graded', discrimination: discrimination!, steps },
  })),
);

function nextAfter(
  bank: AdaptiveBank,
  ids: string[],
  scores: number[],
  criterion: criteria.Criterion,
): string {
  const asked = ids.map((id) => bank.items.findIndex((item) => item.id === id));
  const belief = asked.reduce(
    (known, item, k) => beliefAfter(bank, known, item, scores[k]!),
    startingBelief(bank),
  );
  const open = bank.items.map((_, item) => item).filter((item) => !asked.includes(item));
  return bank.items[greatest(open, (item) => criterion(bank, belief, item))!]!.id;
}

const NAMES = {
  next_MFI: criteria.maximumInformation,
  next_bOpt: criteria.nearestDifficulty,
  next_MPWI: criteria.posteriorWeightedInformation,
  next_KLP: criteria.posteriorWeightedDivergence,
  next_MEPV: criteria.expectedPosteriorVariance,
} as const;

test('the next question is that of catR 3.17 on 60 patterns of choices, under each of five criteria', () => {
  const compared = { next_MFI: 0, next_bOpt: 0, next_MPWI: 0, next_KLP: 0, next_MEPV: 0 };
  for (const published of choiceCases.cases as ({ items: string[]; x: number[] } & Record<
    string,
    unknown
  >)[]) {
    for (const [name, criterion] of Object.entries(NAMES)) {
      if (published[name] === undefined) continue;
      compared[name as keyof typeof NAMES] += 1;
      const next = nextAfter(choices, published.items, published.x, criterion);
      assert.equal(next, published[name], `${name} after ${published.items}`);
    }
  }
  assert.deepEqual(compared, { next_MFI: 60, next_bOpt: 60, next_MPWI: 31, next_KLP: 31, next_MEPV: 31 });
});

test('… and on 40 patterns of ordered credits, by information', () => {
  for (const { items, x, next_MFI } of gradedCases.cases) {
    assert.equal(nextAfter(gradeds, items.map(String), x, criteria.maximumInformation), String(next_MFI));
  }
});

test('the expected posterior variance is the one of trying every answer', () => {
  for (const bank of [choices, gradeds]) {
    let belief = startingBelief(bank);
    for (const item of [3, 17, 30]) {
      const probabilities = categoryProbabilities(bank.items[item]!.parameters, belief.mean);
      const expected = probabilities.reduce(
        (sum, probability, score) =>
          sum + probability * beliefAfter(bank, belief, item, score).standardError ** 2,
        0,
      );
      assert.ok(Math.abs(criteria.expectedPosteriorVariance(bank, belief, item) + expected) < 1e-12);
      belief = beliefAfter(bank, belief, item, 1);
    }
  }
});

test('information and divergence over the posterior are the sums of their definitions', () => {
  for (const bank of [choices, gradeds]) {
    let belief = startingBelief(bank);
    for (const item of [0, 5, 30]) {
      const { parameters } = bank.items[item]!;
      const over = (value: (ability: number) => number) =>
        bank.nodes.reduce((sum, ability, node) => sum + belief.weights[node]! * value(ability), 0);
      const informed = criteria.posteriorWeightedInformation(bank, belief, item);
      assert.ok(Math.abs(informed - over((ability) => information(parameters, ability))) < 1e-12);
      const here = categoryProbabilities(parameters, belief.mean);
      const diverged = over((ability) =>
        categoryProbabilities(parameters, ability).reduce(
          (sum, there, score) => sum + here[score]! * Math.log(here[score]! / there),
          0,
        ),
      );
      assert.ok(Math.abs(criteria.posteriorWeightedDivergence(bank, belief, item) - diverged) < 1e-12);
      belief = beliefAfter(bank, belief, item, 1);
    }
  }
});

test('a score that cannot be given adds nothing to the divergence', () => {
  const certain = prepareBank([
    { id: 'far', parameters: { model: 'choice', discrimination: 6, difficulty: -200, guessing: 0 } },
  ]);
  const { bank, belief } = { bank: certain, belief: startingBelief(certain) };
  assert.deepEqual(categoryProbabilities(bank.items[0]!.parameters, 0), [0, 1]);
  assert.equal(criteria.posteriorWeightedDivergence(bank, belief, 0), 0);
});

const extreme: fc.Arbitrary<ItemParameters> = fc.record({
  model: fc.constant('choice' as const),
  discrimination: fc.constantFrom(0.05, 1, 6),
  difficulty: fc.constantFrom(-8, -2, 0, 2, 8),
  guessing: fc.constantFrom(0, 0.25),
});

const NEVER_NEGATIVE: criteria.Criterion[] = [
  criteria.maximumInformation,
  criteria.posteriorWeightedInformation,
  criteria.posteriorWeightedDivergence,
];

test('criteria and beliefs stay finite, information never negative, after surprising answers to extreme questions', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(extreme, fc.constantFrom(0, 1)), { minLength: 1, maxLength: 12 }),
      (answers) => {
        const bank = prepareBank(answers.map(([parameters], k) => ({ id: String(k), parameters })));
        let belief = startingBelief(bank);
        for (const [item, [, score]] of answers.entries()) {
          belief = beliefAfter(bank, belief, item, score);
          assert.ok(Number.isFinite(belief.mean) && belief.standardError > 0);
          for (const criterion of Object.values(NAMES)) {
            const value = criterion(bank, belief, item);
            assert.ok(Number.isFinite(value));
            if (NEVER_NEGATIVE.includes(criterion)) assert.ok(value >= -1e-12, `${value}`);
          }
        }
      },
    ),
  );
});

test('after 1,200 right answers as many wrong ones bring the belief back', () => {
  let belief = startingBelief(choices);
  for (let k = 0; k < 1200; k += 1) belief = beliefAfter(choices, belief, k % 200, 1);
  assert.ok(belief.mean > 3.9 && Number.isFinite(belief.standardError));
  for (let k = 0; k < 1200; k += 1) belief = beliefAfter(choices, belief, k % 200, 0);
  assert.ok(Math.abs(belief.mean) < 0.5 && belief.standardError > 0, `${belief.mean}`);
});

test('a bank without question, with an id twice, or a score that is none, is refused', () => {
  assert.throws(() => prepareBank([]), RangeError);
  assert.throws(() => prepareBank([choices.items[0]!, choices.items[0]!]), /two questions .* I001/);
  const flat: ItemParameters = { model: 'choice', discrimination: 0, difficulty: 0, guessing: 0 };
  assert.throws(() => prepareBank([{ id: 'flat', parameters: flat }]), /discrimination/);
  assert.throws(() => beliefAfter(choices, startingBelief(choices), 0, 2), /from 0 to 1, not 2/);
  assert.throws(() => beliefAfter(choices, startingBelief(choices), 200, 0), RangeError);
});
