import assert from 'node:assert/strict';
import { test } from 'node:test';
import { information } from '../models/response.ts';
import { once } from '../once.test-support.ts';
import bank200 from '../reference-data/bank200.json' with { type: 'json' };
import { type AdaptiveItem, prepareBank } from './adaptive-bank.ts';
import { takeTest } from './adaptive-test.ts';
import { type Belief, beliefAfter, startingBelief } from './belief.ts';
import { capacityAt, capacityOf } from './capacity.ts';
import { noPrices, pricesAfter } from './exposure-prices.ts';
import { CRITERION_NAMES, criterionRule, pricedRule, randomRule, type SelectionRule } from './rules.ts';
import { settledRule } from './settled-rule.ts';
import { generatePeople } from './simulated-person.ts';
import { simulateTests } from './simulated-tests.ts';
import { worthOfLastQuestion } from './worth.ts';

const items: AdaptiveItem[] = bank200.items.map(({ id, a, b, comp }) => ({
  id,
  area: comp,
  parameters: { model: 'choice', discrimination: a, difficulty: b, guessing: 0 },
}));
const bank = prepareBank(items);
const goal = { standardError: 0.3, maximumLength: 30 };
const people = [...generatePeople(bank, 1000, 20_000)];
const settled = once(() => settledRule(bank, goal));
const report = once(() => simulateTests(bank, settled(), goal, people));

test('the default rule uses every question, shows none to more than 72 % and reaches the target for 98 %', () => {
  assert.equal(report().unusedShare, 0);
  assert.ok(report().minExposure >= 0.001);
  assert.ok(report().maxExposure <= 0.72, `${report().maxExposure}`);
  assert.ok(report().shareReached >= 0.98, `${report().shareReached}`);
  assert.ok(report().meanItems < 19.4, `${report().meanItems}`);
});

test('its estimates are as precise as it claims, and not biased', () => {
  assert.ok(report().expectedRmse < 0.294, `${report().expectedRmse}`);
  assert.ok(Math.abs(report().rmse / report().expectedRmse - 1) < 0.08, `${report().rmse}`);
  assert.ok(Math.abs(report().bias) < 0.03, `${report().bias}`);
});

test('areas never differ by more than one question, for anybody, at any moment', () => {
  assert.equal(report().shareBalanced, 1);
  assert.ok(report().areaGap < 1);
  for (const person of people.slice(0, 200)) {
    const counts = new Int32Array(bank.areaCount);
    for (const item of takeTest(bank, settled(), goal, person).asked) {
      counts[bank.areaOf[item]!]! += 1;
      assert.ok(Math.max(...counts) - Math.min(...counts) <= 1);
    }
  }
});

test('exposure is held at a tighter limit, at the cost of a longer test', () => {
  const limits = { most: 0.4, least: 0.003 };
  const tight = simulateTests(
    bank,
    settledRule(bank, goal, { limits, worth: Number.POSITIVE_INFINITY }),
    goal,
    people.slice(0, 400),
  );
  assert.ok(tight.maxExposure < 0.43, `${tight.maxExposure}`);
  assert.ok(tight.meanItems > 18.7 && tight.meanItems < 20.2, `${tight.meanItems}`);
});

test('maximum information alone leaves half of the bank unused and shows one question to everybody', () => {
  const greedy = simulateTests(bank, criterionRule('mfi', bank, goal), goal, people.slice(0, 300));
  assert.equal(greedy.maxExposure, 1);
  assert.ok(greedy.unusedShare > 0.45);
  assert.ok(greedy.meanItems < report().meanItems);
});

test('every rule asks each question once at most, and says when none is left', () => {
  const small = prepareBank(items.slice(0, 7));
  const endless = { standardError: 0.01, maximumLength: 50 };
  const rules: SelectionRule[] = [
    ...CRITERION_NAMES.map((name) => criterionRule(name, small, endless)),
    randomRule(small, endless),
    pricedRule(small, endless),
  ];
  for (const rule of rules) {
    const { asked } = takeTest(small, rule, endless, { answer: () => 1, seed: 3 });
    assert.deepEqual(
      asked.toSorted((one, other) => one - other),
      [0, 1, 2, 3, 4, 5, 6],
    );
    assert.equal(rule.choose({ belief: startingBelief(small), asked, seed: 3 }), null);
  }
});

test('an area used up does not hold the others back', () => {
  const uneven = prepareBank(
    items.slice(0, 9).map((item, k) => ({ ...item, area: k === 0 ? 'one' : 'many' })),
  );
  const endless = { standardError: 0.01, maximumLength: 9 };
  const always = pricedRule(uneven, endless);
  assert.equal(takeTest(uneven, always, endless, { answer: () => 0, seed: 1 }).asked.length, 9);
});

test('the same turn gives the same question whatever the order of the bank', () => {
  const backwards = prepareBank(items.toReversed());
  const [rule, other] = [pricedRule(bank, goal), pricedRule(backwards, goal)];
  for (const person of people.slice(0, 20)) {
    const { asked } = takeTest(bank, rule, goal, person);
    const turned = { answer: (item: number) => person.answer(199 - item), seed: person.seed };
    assert.deepEqual(
      takeTest(backwards, other, goal, turned).asked.map((item) => 199 - item),
      asked,
    );
    assert.deepEqual(takeTest(bank, rule, goal, person).asked, asked);
  }
});

test('people begin with different questions', () => {
  const belief = startingBelief(bank);
  const begun = new Set(people.map(({ seed }) => settled().choose({ belief, asked: [], seed })));
  assert.ok(begun.size > 1, `${begun.size}`);
});

test('a test ends beyond the goal where the next question tells too little, or at the greatest length', () => {
  const least = 0.9 * worthOfLastQuestion(bank, goal);
  for (const person of people.slice(0, 100)) {
    const { asked, belief } = takeTest(bank, settled(), goal, person);
    const tooLittle = (known: Belief, before: number[]) => {
      const next = settled().choose({ belief: known, asked: before, seed: person.seed })!;
      const told = information(items[next]!.parameters, known.mean);
      return known.standardError ** 2 - 1 / (known.standardError ** -2 + told) < least;
    };
    let known = startingBelief(bank);
    for (const [index, item] of asked.entries()) {
      assert.ok(known.standardError > 0.3 || !tooLittle(known, asked.slice(0, index)));
      known = beliefAfter(bank, known, item, person.answer(item));
    }
    assert.ok(asked.length === 30 || (belief.standardError <= 0.3 && tooLittle(belief, asked)));
  }
});

test('questions beyond the goal are worth more where they are given than a lower goal for everybody', () => {
  const lower = { standardError: 0.3 * 0.984, maximumLength: 30 };
  const even = settledRule(bank, lower, { worth: Number.POSITIVE_INFINITY });
  const evenly = simulateTests(bank, even, lower, people);
  assert.ok(report().meanItems < evenly.meanItems, `${report().meanItems} and ${evenly.meanItems}`);
  assert.ok(report().expectedRmse < evenly.expectedRmse + 0.0003);
});

test('the last question is worth v − 1/(1/v + I), with I that of the question after the goal', () => {
  const alike = prepareBank(
    Array.from({ length: 8 }, (_, k) => ({
      id: String(k),
      parameters: { model: 'choice', discrimination: 1e-3, difficulty: 0, guessing: 0 },
    })),
  );
  // At so flat a question the information is a²/4 at every ability.
  const expected = 0.25 - 1 / (1 / 0.25 + 0.25e-6);
  const found = worthOfLastQuestion(alike, { standardError: 0.5, maximumLength: 5 });
  assert.ok(Math.abs(found / expected - 1) < 1e-4, `${found}`);
});

test('a price rises while its limit is passed, falls otherwise, and is never negative', () => {
  const limits = { most: 0.7, least: 0.1 };
  let prices = noPrices(3);
  for (let person = 0; person < 10; person += 1) prices = pricesAfter(prices, [0], limits);
  assert.ok(Math.abs(prices.surcharge[0]! - 10 * 0.03 * 0.3) < 1e-12);
  assert.equal(prices.surcharge[1], 0);
  assert.equal(prices.subsidy[0], 0);
  assert.ok(Math.abs(prices.subsidy[1]! - 10 * 0.5 * 0.1) < 1e-12);
  const later = pricesAfter(prices, [1], limits, 2);
  assert.ok(later.surcharge[0]! < prices.surcharge[0]!);
  assert.equal(later.subsidy[1], 0);
  assert.ok(Math.abs(later.subsidy[2]! - prices.subsidy[2]! - 2 * 0.5 * 0.1) < 1e-12);
});

test('capacity is the information of the best balanced test over what the goal takes', () => {
  const even = prepareBank(
    Array.from({ length: 8 }, (_, k) => ({
      id: String(k),
      area: k < 6 ? 'rich' : 'poor',
      parameters: { model: 'choice', discrimination: k < 6 ? 2 : 1, difficulty: 0, guessing: 0 },
    })),
  );
  const capacity = capacityOf(even, { standardError: 0.5, maximumLength: 5 });
  // At 0: three rich questions of information 1 and two poor ones of 1/4, over 1/0.25 − 1.
  assert.ok(Math.abs(capacityAt(even, capacity, 0) - 3.5 / 3) < 1e-12);
  assert.equal(capacityAt(even, capacity, 99), capacity.at(-1));
  assert.equal(capacityAt(even, capacity, -99), capacity[0]);
});

test('asking less of the questions beyond the goal never makes a test shorter, and nobody at all is refused', () => {
  const some = people.slice(0, 150);
  const at = (worth: number) => simulateTests(bank, pricedRule(bank, goal, { worth }), goal, some).meanItems;
  assert.ok(at(Number.POSITIVE_INFINITY) < at(1));
  assert.ok(at(1) < at(0.8));
  assert.throws(() => simulateTests(bank, settled(), goal, []), RangeError);
});
