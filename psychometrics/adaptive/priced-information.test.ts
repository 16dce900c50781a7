import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ItemParameters } from '../models/item-parameters.ts';
import { information } from '../models/response.ts';
import { type AdaptiveBank, prepareBank } from './adaptive-bank.ts';
import { startingBelief } from './belief.ts';
import { noPrices } from './exposure-prices.ts';
import { choosePriced } from './priced-information.ts';
import { pricedRule, type SelectionRule } from './rules.ts';
import { settledRule } from './settled-rule.ts';
import { generatePeople } from './simulated-person.ts';
import { simulateTests } from './simulated-tests.ts';
import { worthOfLastQuestion } from './worth.ts';

/** Banks of a few questions, of which one sees what must be asked. */
const choice = (discrimination: number, difficulty: number): ItemParameters => ({
  model: 'choice',
  discrimination,
  difficulty,
  guessing: 0,
});
const bankOf = (...items: (readonly [number, number, string?])[]) =>
  prepareBank(
    items.map(([a, b, area], k) => ({
      id: `q${k}`,
      parameters: choice(a, b),
      ...(area === undefined ? {} : { area }),
    })),
  );

/** What is asked of somebody at an ability, where the bank can do `capacity` times what the goal takes everywhere. */
function chosen(
  bank: AdaptiveBank,
  spec: { mean?: number; capacity?: number; subsidy?: number[]; seed?: number; goal?: [number, number] },
) {
  const { mean = 0, capacity = 0, subsidy, seed = 1, goal = [0.3, 9] } = spec;
  const prices = noPrices(bank.items.length);
  if (subsidy) prices.subsidy.set(subsidy);
  const [standardError, maximumLength] = goal;
  const priced = {
    bank,
    goal: { standardError, maximumLength },
    prices,
    capacity: new Float64Array(81).fill(capacity),
    room: { nodes: [], cost: new Float64Array(0) },
  };
  return choosePriced(priced, { belief: { ...startingBelief(bank), mean }, asked: [], seed });
}

test('prices count in full where the bank can do 1.6 times what the goal takes, not at all at 1.3, by half between', () => {
  // ln I of the first is greater by .4; chance is worth less than .1.
  const bank = bankOf([2 * Math.exp(0.2), 0], [2, 0]);
  for (let seed = 0; seed < 40; seed += 1) {
    const at = (capacity: number, subsidy: number) => chosen(bank, { capacity, subsidy: [0, subsidy], seed });
    assert.deepEqual([at(1.3, 9), at(1, 9)], [0, 0]);
    assert.deepEqual([at(1.45, 0.6), at(1.45, 1)], [0, 1]);
    assert.deepEqual([at(1.6, 0.25), at(1.6, 0.6)], [0, 1]);
    assert.deepEqual([at(3, 0.25), at(3, 0.6)], [0, 1]);
  }
});

test('the logarithm of information is interpolated between the abilities of the bank, up to the last of them', () => {
  const steep = choice(6, 0.3);
  const [low, high] = [0, 0.1].map((ability) => Math.log(information(steep, ability)));
  // Against a question that tells the given share of the way from the lower node to the upper one.
  const beside = (mean: number, share: number) =>
    chosen(bankOf([6, 0.3], [2 * Math.exp(0.5 * (low! + share * (high! - low!))), mean]), { mean });
  for (const mean of [0.02, 0.05, 0.08]) {
    assert.equal(beside(mean, 10 * mean - 0.15), 0, `${mean}`);
    assert.equal(beside(mean, 10 * mean + 0.35), 1, `${mean}`);
  }
  assert.equal(chosen(bankOf([1, 0], [1, 3]), { mean: 4 }), 1);
  assert.equal(chosen(bankOf([1, 0], [1, -3]), { mean: -4 }), 1);
});

test('only the last question is chosen for its chance of reaching the goal, and only while it is not reached', () => {
  // The first tells most, but no answer to it is enough; the right answer to the second would be.
  const bank = bankOf([1.5, 0], [2, 1.2]);
  assert.equal(chosen(bank, { goal: [0.8, 1] }), 1);
  assert.equal(chosen(bank, { goal: [0.8, 2] }), 0);
  assert.equal(chosen(bank, { goal: [1, 1] }), 0);
});

test('settled prices hold the first fifty people near the limit where everybody would be asked the same', () => {
  const bank = bankOf([2, 0], [1.2, 0], [0.75, 0], [0.5, 0]);
  const goal = { standardError: 0.9, maximumLength: 1 };
  const options = { limits: { most: 0.4, least: 0.1 }, worth: Number.POSITIVE_INFINITY };
  const people = [...generatePeople(bank, 50, 5)];
  const shown = (start: SelectionRule) => simulateTests(bank, start, goal, people).maxExposure;
  assert.equal(shown(pricedRule(bank, goal, options)), 1);
  const settled = shown(settledRule(bank, goal, options));
  assert.ok(settled < 0.55, `${settled}`);
});

test('a test never ends before the goal, and ends at it where nothing beyond is worth a question', () => {
  const bank = bankOf([2, 0], [1, 1]);
  const rule = pricedRule(
    bank,
    { standardError: 0.45, maximumLength: 9 },
    { worth: Number.POSITIVE_INFINITY },
  );
  const ends = (standardError: number) =>
    rule.ends({ belief: { ...startingBelief(bank), standardError }, asked: [], seed: 1 });
  assert.deepEqual([ends(0.46), ends(0.45), ends(0.44)], [false, true, true]);
});

test('areas that differ by one question are balanced, by two they are not', () => {
  const bank = bankOf([1, 0, 'x'], [1, 1, 'x'], [1, 0, 'y']);
  const after = (length: number) => {
    const rule: SelectionRule = {
      choose: ({ asked }) => asked.length,
      ends: () => false,
      after: () => rule,
    };
    const person = { ability: 0, seed: 1, answer: () => 1 };
    return simulateTests(bank, rule, { standardError: 0.1, maximumLength: length }, [person]).shareBalanced;
  };
  assert.deepEqual([after(1), after(2), after(3)], [1, 0, 1]);
});

test('areas used up leave their turn to the others, and a bank too small for the goal is valued by its last question', () => {
  const worthOf = (bank: AdaptiveBank, standardError: number, last: (ability: number) => number) => {
    const variance = standardError ** 2;
    let sum = 0;
    let total = 0;
    for (const ability of bank.nodes) {
      const weight = Math.exp(-0.5 * ability ** 2);
      sum += weight * (variance - 1 / (1 / variance + last(ability)));
      total += weight;
    }
    const found = worthOfLastQuestion(bank, { standardError, maximumLength: 9 });
    assert.ok(Math.abs(found - sum / total) < 1e-12, `${found} against ${sum / total}`);
  };
  const least =
    (...slopes: number[]) =>
    (ability: number) =>
      Math.min(...slopes.map((a) => information(choice(a, 0), ability)));
  worthOf(bankOf([1, 0, 'x'], [0.9, 0, 'y'], [0.8, 0, 'y'], [0.7, 0, 'y']), 0.3, least(0.9, 0.8, 0.7));
  worthOf(bankOf([1, 0], [0.5, 0]), 0.3, least(1, 0.5));
});
