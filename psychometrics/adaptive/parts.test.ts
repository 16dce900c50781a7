import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ItemParameters } from '../models/item-parameters.ts';
import { categoryProbabilities, information } from '../models/response.ts';
import { createRandom } from '../random.ts';
import { type AdaptiveBank, NODE_COUNT, prepareBank } from './adaptive-bank.ts';
import { takeTest } from './adaptive-test.ts';
import { type Belief, beliefAfter, startingBelief } from './belief.ts';
import { capacityAt, capacityOf } from './capacity.ts';
import { chanceOfGoal } from './chance-of-goal.ts';
import { costOfRoom, expectedCost } from './cost-of-room.ts';
import { maximumInformation, nearestDifficulty } from './criteria.ts';
import { noPrices, pricesAfter } from './exposure-prices.ts';
import { choosePriced, type PricedBank } from './priced-information.ts';
import {
  CRITERION_NAMES,
  criterionRule,
  defaultLimits,
  pricedRule,
  randomRule,
  type SelectionRule,
} from './rules.ts';
import { settledRule } from './settled-rule.ts';
import { generatePeople } from './simulated-person.ts';
import { simulateTests } from './simulated-tests.ts';
import { areaCounts, greatest, openItems } from './turn.ts';
import { worthAsking, worthOfLastQuestion } from './worth.ts';

const close = (value: number, expected: number, tolerance: number, what = '') =>
  assert.ok(Math.abs(value - expected) < tolerance, `${what} ${value} against ${expected}`);
const choice = (discrimination: number, difficulty: number, guessing = 0): ItemParameters => ({
  model: 'choice',
  discrimination,
  difficulty,
  guessing,
});
const mixed: ItemParameters[] = [
  choice(1.2, -0.5, 0.25),
  { model: 'graded', discrimination: 0.8, steps: [-1, 0.4, 1] },
  { model: 'graded-response', discrimination: 1.5, thresholds: [-0.3, 0.9] },
  choice(2, 1),
];
const small = prepareBank(
  mixed.map((parameters, k) => ({ id: `q${k}`, parameters, ...(k < 2 ? { area: 'a' } : {}) })),
);
const random = createRandom('adaptive parts');
/** Forty questions of two areas, spread over the scale. */
const bank = prepareBank(
  Array.from({ length: 40 }, (_, k) => ({
    id: `b${k}`,
    area: k % 3 === 0 ? 'one' : 'two',
    parameters: choice(0.7 + 1.2 * random.uniform(), 1.6 * random.normal()),
  })),
);
const goal = { standardError: 0.45, maximumLength: 12 };

test('a prepared bank holds the model at 81 abilities from −4 to 4, and questions without area together', () => {
  assert.deepEqual([NODE_COUNT, small.nodes[0], small.nodes[40], small.nodes[80]], [81, -4, 0, 4]);
  assert.deepEqual([...small.areaOf], [0, 0, 1, 1]);
  assert.equal(small.areaCount, 2);
  assert.deepEqual([...small.firstRow], [0, 2, 6, 9]);
  for (const node of [0, 17, 40, 80]) {
    for (const [item, parameters] of mixed.entries()) {
      const told = information(parameters, small.nodes[node]!);
      close(small.information[item * 81 + node]!, told, 1e-15);
      close(small.logInformation[node * 4 + item]!, Math.log(told), 1e-12);
      categoryProbabilities(parameters, small.nodes[node]!).forEach((p, score) => {
        const cell = (small.firstRow[item]! + score) * 81 + node;
        close(small.probability[cell]!, p, 1e-12);
        close(small.logProbability[cell]!, Math.log(p), 1e-9);
      });
    }
  }
  const nothing = prepareBank([{ id: 'x', parameters: choice(6, 200) }]);
  assert.ok(nothing.logInformation.every(Number.isFinite));
  assert.equal(new Set(small.chance).size, 4);
});

test('belief begins as N(0, 1) between −4 and 4 and becomes the posterior by the trapezoid rule', () => {
  const begin = startingBelief(small);
  close(begin.mean, 0, 1e-12);
  close(begin.standardError, 0.9994, 1e-4);
  close(
    begin.weights.reduce((sum, value) => sum + value, 0),
    1,
    1e-12,
  );
  const after = beliefAfter(small, beliefAfter(small, begin, 1, 3), 0, 0);
  let total = 0;
  let first = 0;
  let second = 0;
  small.nodes.forEach((ability, node) => {
    const half = node === 0 || node === 80 ? 0.5 : 1;
    const likelihood =
      categoryProbabilities(mixed[1]!, ability)[3]! * categoryProbabilities(mixed[0]!, ability)[0]!;
    const weight = half * Math.exp(-0.5 * ability ** 2) * likelihood;
    total += weight;
    first += weight * ability;
    second += weight * ability ** 2;
  });
  close(after.mean, first / total, 1e-12);
  close(after.standardError, Math.sqrt(second / total - (first / total) ** 2), 1e-12);
  const other = beliefAfter(small, beliefAfter(small, begin, 0, 0), 1, 3);
  close(other.mean, after.mean, 1e-12);
  assert.deepEqual(begin, startingBelief(small), 'the one given is left as it is');
  for (const score of [-1, 0.5, 4]) assert.throws(() => beliefAfter(small, begin, 1, score), /from 0 to 3/);
  for (const item of [-1, 4]) assert.throws(() => beliefAfter(small, begin, item, 0), /no question/);
});

test('what is open is what was not asked; the greatest is the first of equals; nothing has no greatest', () => {
  assert.deepEqual(openItems(small, [2, 0]), [1, 3]);
  assert.deepEqual(openItems(small, []), [0, 1, 2, 3]);
  assert.deepEqual([...areaCounts(small, [2, 0, 3])], [1, 2]);
  assert.equal(
    greatest([5, 6, 7, 8], (item) => [1, 3, 3, 2][item - 5]!),
    6,
  );
  assert.equal(
    greatest([4], () => Number.NEGATIVE_INFINITY),
    4,
  );
  assert.equal(
    greatest([], () => 1),
    null,
  );
});

const at = (mean: number, standardError = 0.5): Belief => ({ ...startingBelief(bank), mean, standardError });

test('the difficulty of ordered credits is the mean of their steps or thresholds', () => {
  const belief = at(0.1);
  close(nearestDifficulty(small, belief, 1), -Math.abs(0.4 / 3 - 0.1), 1e-12);
  close(nearestDifficulty(small, belief, 2), -0.2, 1e-12);
  close(nearestDifficulty(small, belief, 0), -0.6, 1e-12);
  close(maximumInformation(small, belief, 3), information(mixed[3]!, 0.1), 1e-15);
});

test('the capacity at an ability is that of the nearest node', () => {
  const capacity = Float64Array.from({ length: 81 }, (_, node) => node);
  for (const [ability, node] of [
    [0, 40],
    [0.049, 40],
    [0.051, 41],
    [-0.051, 39],
    [3.96, 80],
    [-3.94, 1],
  ] as const) {
    assert.equal(capacityAt(bank, capacity, ability), node);
  }
});

test('a question is worth asking while it lowers the variance by as much as is asked', () => {
  const belief = at(0.3, 0.4);
  const told = information(bank.items[5]!.parameters, 0.3);
  const drop = 0.16 - 1 / (1 / 0.16 + told);
  assert.equal(worthAsking(bank, belief, 5, drop * (1 - 1e-9)), true);
  assert.equal(worthAsking(bank, belief, 5, drop * (1 + 1e-9)), false);
  assert.equal(worthAsking(bank, belief, null, 0), false);
});

test('the worth of the last question: at every ability the best questions, areas in turn, until the goal, and one more', () => {
  const found = worthOfLastQuestion(bank, goal);
  const needed = 1 / 0.45 ** 2 - 1;
  let sum = 0;
  let total = 0;
  for (const ability of bank.nodes) {
    const areas = [0, 1].map((area) =>
      bank.items
        .filter((_, k) => bank.areaOf[k] === area)
        .map(({ parameters }) => information(parameters, ability))
        .sort((one, other) => other - one),
    );
    const order: number[] = [];
    for (let round = 0; round < 27; round += 1) {
      order.push(
        ...areas
          .map((values) => values[round])
          .filter((value) => value !== undefined)
          .sort((one, other) => other - one),
      );
    }
    let told = 0;
    let asked = 0;
    for (; asked < 12 && told < needed; asked += 1) told += order[asked]!;
    const weight = Math.exp(-0.5 * ability ** 2);
    sum += weight * (0.45 ** 2 - 1 / (1 / 0.45 ** 2 + order[asked]!));
    total += weight;
  }
  close(found, sum / total, 1e-12);
});

/** The default choice written down from its words, but for chance: a question is only compared where that decides nothing. */
function plainChoice({ prices, capacity, room }: PricedBank, belief: Belief, asked: readonly number[]) {
  const control = Math.min(1, Math.max(0, (capacityAt(bank, capacity, belief.mean) - 1.3) / 0.3));
  const counts = [0, 1].map((area) => asked.filter((item) => bank.areaOf[item] === area).length);
  const open = bank.items.map((_, item) => item).filter((item) => !asked.includes(item));
  const least = Math.min(...open.map((item) => counts[bank.areaOf[item]!]!));
  const cost = expectedCost(bank, room, belief);
  const node = Math.min(79, Math.max(0, Math.floor((belief.mean + 4) / 0.1 + 1e-9)));
  const fraction = (belief.mean - bank.nodes[node]!) / 0.1;
  const worth = (item: number) => {
    const { parameters } = bank.items[item]!;
    const [below, above] = [0, 1].map((k) => Math.log(information(parameters, bank.nodes[node + k]!)));
    const price = prices.subsidy[item]! - prices.surcharge[item]!;
    return (1 - fraction) * below! + fraction * above! + control * price - 600 * cost[item]!;
  };
  const balanced = open.filter((item) => counts[bank.areaOf[item]!] === least);
  return { balanced, worth, chance: 0.1 * control };
}

test('the default choice is the greatest ln I + κ (subsidy − surcharge) − 600 E[cost], give or take its chance', () => {
  const capacity = capacityOf(bank, goal);
  const room = costOfRoom(bank, goal, capacity);
  const levels = new Set<string>();
  for (let turn = 0; turn < 40; turn += 1) {
    const draw = createRandom('priced', turn);
    const prices = noPrices(40);
    prices.surcharge.forEach((_, item) => {
      prices.surcharge[item] = draw.uniform();
      prices.subsidy[item] = draw.uniform();
    });
    const asked = [...new Set(Array.from({ length: draw.integer(10) }, () => draw.integer(40)))];
    const answered = Array.from({ length: 3 }, () => draw.integer(40));
    const belief = answered.reduce(
      (known, item) => beliefAfter(bank, known, item, draw.integer(2)),
      startingBelief(bank),
    );
    const priced = { bank, goal, prices, capacity, room };
    const chosen = choosePriced(priced, { belief, asked, seed: turn })!;
    const { balanced, worth, chance } = plainChoice(priced, belief, asked);
    assert.ok(balanced.includes(chosen), `turn ${turn}`);
    const best = Math.max(...balanced.map(worth));
    assert.ok(worth(chosen) >= best - chance - 1e-9, `turn ${turn}: ${worth(chosen)} against ${best}`);
    levels.add(chance === 0 ? 'none' : chance < 0.1 ? 'some' : 'all');
  }
  assert.ok(levels.size > 1, [...levels].join());
});

test('the last question is among those most likely to reach the goal, unless it is reached already', () => {
  const capacity = capacityOf(bank, goal);
  const priced: PricedBank = {
    bank,
    goal,
    prices: noPrices(40),
    capacity,
    room: costOfRoom(bank, goal, capacity),
  };
  const informed = (belief: Belief, items: readonly number[]) =>
    greatest(items, (item) => plainChoice(priced, belief, []).worth(item))!;
  let decisive = 0;
  for (let person = 0; person < 12; person += 1) {
    const draw = createRandom('last question', person);
    const order = openItems(bank, []).sort(() => draw.uniform() - 0.5);
    const asked = order.slice(0, 11);
    const belief = asked.reduce(
      (known, item) => beliefAfter(bank, known, item, draw.integer(2)),
      startingBelief(bank),
    );
    const { balanced } = plainChoice(priced, belief, asked);
    const narrowed = balanced
      .flatMap((item) => [0, 1].map((score) => beliefAfter(bank, belief, item, score).standardError))
      .sort((one, other) => one - other);
    // Within reach of the two answers that tell most.
    const near = { ...goal, standardError: (narrowed[1]! + narrowed[2]!) / 2 };
    const chosen = choosePriced({ ...priced, goal: near }, { belief, asked, seed: person })!;
    const chances = new Map(balanced.map((item) => [item, chanceOfGoal(bank, belief, near, item)]));
    close(chances.get(chosen)!, Math.max(...chances.values()), 1e-9, `person ${person}`);
    if (chances.get(informed(belief, balanced))! < chances.get(chosen)! - 1e-6) decisive += 1;

    const reached = { ...goal, standardError: belief.standardError };
    const further = choosePriced({ ...priced, goal: reached }, { belief, asked, seed: person })!;
    const { worth, chance } = plainChoice({ ...priced, goal: reached }, belief, asked);
    assert.ok(worth(further) >= worth(informed(belief, balanced)) - chance - 1e-9, `person ${person}`);
  }
  assert.ok(decisive > 0, 'chance of the goal and information never disagree');
});

test('chance decides between equals, differently for different people, and is worth .1 of a logarithm at most', () => {
  const alike = (lower: number) =>
    prepareBank(
      Array.from({ length: 30 }, (_, k) => ({
        id: `e${k}`,
        parameters: choice(k === 0 ? 2 * Math.exp(lower / 2) : 2, 0),
      })),
    );
  const begun = (even: AdaptiveBank) => {
    const easy = { standardError: 0.8, maximumLength: 20 };
    const capacity = capacityOf(even, easy);
    const priced = {
      bank: even,
      goal: easy,
      prices: noPrices(30),
      capacity,
      room: { nodes: [], cost: new Float64Array(0) },
    };
    const belief = startingBelief(even);
    return Array.from({ length: 400 }, (_, seed) => choosePriced(priced, { belief, asked: [], seed })!);
  };
  const spread = new Set(begun(alike(0)));
  assert.ok(spread.size > 20, `${spread.size}`);
  assert.ok(begun(alike(0.11)).every((item) => item === 0));
  const some = begun(alike(0.05)).filter((item) => item === 0).length;
  assert.ok(some > 20 && some < 400, `${some}`);
});

test('without prices the rule of a criterion asks its greatest; a random one asks anything, the same each time', () => {
  assert.deepEqual(CRITERION_NAMES, ['mfi', 'mpwi', 'mepv', 'klp', 'nearest']);
  const turn = { belief: at(0.4), asked: [3, 8], seed: 5 };
  const best = openItems(bank, turn.asked).reduce((one, other) =>
    information(bank.items[other]!.parameters, 0.4) > information(bank.items[one]!.parameters, 0.4)
      ? other
      : one,
  );
  const rule = criterionRule('mfi', bank, goal);
  assert.equal(rule.choose(turn), best);
  assert.equal(rule.after([1]), rule);
  assert.equal(rule.ends({ ...turn, belief: at(0, 0.45) }), true);
  assert.equal(rule.ends({ ...turn, belief: at(0, 0.4501) }), false);
  const any = randomRule(bank, goal);
  const drawn = Array.from({ length: 600 }, (_, seed) => any.choose({ ...turn, seed })!);
  assert.deepEqual(
    drawn,
    Array.from({ length: 600 }, (_, seed) => any.choose({ ...turn, seed })!),
  );
  assert.deepEqual(new Set(drawn), new Set(openItems(bank, turn.asked)));
});

test('by default no more than 71 %, and no fewer than .3 % or six tenths of a question for everybody', () => {
  assert.deepEqual(defaultLimits(bank), { most: 0.71, least: 0.003 });
  const large = { ...bank, items: new Array(600).fill(bank.items[0]) };
  assert.deepEqual(defaultLimits(large), { most: 0.71, least: 0.001 });
});

test('the default rule moves its prices after each person and ends where a question is worth too little', () => {
  const limits = { most: 0.4, least: 0.1 };
  const rule = pricedRule(bank, goal, { limits, worth: 1 });
  const turn = { belief: at(0.2, 0.44), asked: [1], seed: 3 };
  const next = rule.choose(turn)!;
  const least = worthOfLastQuestion(bank, goal);
  assert.equal(rule.ends(turn), !worthAsking(bank, turn.belief, next, least));
  assert.equal(rule.ends({ ...turn, belief: at(0.2, 0.46) }), false);
  const always = pricedRule(bank, goal, { limits, worth: Number.POSITIVE_INFINITY });
  assert.equal(always.ends(turn), true);
  let shown: SelectionRule = rule;
  for (let person = 0; person < 60; person += 1) shown = shown.after([next], 3);
  assert.notEqual(shown.choose(turn), next, 'too dear by now');
  const prices = Array.from({ length: 60 }).reduce<ReturnType<typeof noPrices>>(
    (known) => pricesAfter(known, [next], limits, 3),
    noPrices(40),
  );
  assert.equal(pricedRule(bank, goal, { limits, prices }).choose(turn), shown.choose(turn));
});

test('settled prices hold exposures between their limits from the very first people on', () => {
  const short = { standardError: 0.7, maximumLength: 6 };
  const limits = { most: 0.3, least: 0.02 };
  const few = prepareBank(bank.items.slice(0, 24).map(({ id, parameters }) => ({ id, parameters })));
  const people = [...generatePeople(few, 400, 77)];
  const settled = simulateTests(
    few,
    settledRule(few, short, { limits, worth: Number.POSITIVE_INFINITY }),
    short,
    people,
  );
  const unsettled = simulateTests(few, criterionRule('mfi', few, short), short, people);
  assert.ok(settled.maxExposure < 0.36, `${settled.maxExposure}`);
  assert.ok(settled.minExposure > 0, `${settled.minExposure}`);
  assert.ok(unsettled.maxExposure > 0.6 && unsettled.unusedShare > 0.2);
});

test('a test is its answers one after the other, no longer than it may be; each choice is timed', () => {
  let ticks = 0;
  const spent: number[] = [];
  const timing = { clock: () => (ticks += 5), spent: (ms: number) => spent.push(ms) };
  const answer = (item: number) => item % 2;
  const finished = takeTest(bank, criterionRule('mfi', bank, goal), goal, { answer, seed: 1 }, timing);
  const { asked, belief } = finished;
  assert.deepEqual(
    asked.reduce((known, item) => beliefAfter(bank, known, item, answer(item)), startingBelief(bank)),
    belief,
  );
  assert.deepEqual(
    spent,
    asked.map(() => 5),
  );
  assert.ok(belief.standardError <= 0.45 || asked.length === 12);
  const never: SelectionRule = {
    choose: ({ asked: before }) => before.length,
    ends: () => false,
    after: () => never,
  };
  assert.deepEqual(
    takeTest(bank, never, goal, { answer, seed: 1 }).asked,
    Array.from({ length: 12 }, (_, k) => k),
  );
  const third: SelectionRule = { ...never, ends: ({ asked: before }) => before.length === 3 };
  assert.deepEqual(takeTest(bank, third, goal, { answer, seed: 1 }).asked, [0, 1, 2]);
  const none: SelectionRule = { ...never, choose: () => null };
  assert.deepEqual(takeTest(bank, none, goal, { answer, seed: 1 }).asked, []);
});

test('generated people are N(0, 1), answer as the models say, and are the same for the same seed', () => {
  const people = [...generatePeople(small, 3000, 4)];
  const mean = people.reduce((sum, { ability }) => sum + ability, 0) / 3000;
  const square = people.reduce((sum, { ability }) => sum + ability ** 2, 0) / 3000;
  close(mean, 0, 0.06);
  close(square, 1, 0.09);
  for (const [item, parameters] of mixed.entries()) {
    const expected = categoryProbabilities(parameters, 0).map(() => 0);
    const found = expected.slice();
    for (const person of people) {
      found[person.answer(item)]! += 1 / 3000;
      categoryProbabilities(parameters, person.ability).forEach((p, score) => {
        expected[score]! += p / 3000;
      });
    }
    found.forEach((share, score) => {
      close(share, expected[score]!, 0.03, `question ${item}, score ${score}`);
    });
  }
  const again = [...generatePeople(small, 3, 4)];
  assert.deepEqual(
    again.map(({ ability }) => ability),
    people.slice(0, 3).map(({ ability }) => ability),
  );
  assert.equal(people[1]!.answer(2), people[1]!.answer(2));
  assert.equal(new Set(people.slice(0, 50).map(({ seed }) => seed)).size, 50);
});

test('a report by hand: three people, two questions each', () => {
  const order = [
    [0, 1],
    [1, 2],
    [1, 3],
  ];
  let person = -1;
  let followed = 0;
  const rule: SelectionRule = {
    choose: ({ asked }) => {
      if (asked.length === 0) person += 1;
      return order[person]![asked.length] ?? null;
    },
    ends: () => false,
    after: () => {
      followed += 1;
      return rule;
    },
  };
  const abilities = [-1, 0.5, 2];
  const people = abilities.map((ability, k) => ({ ability, seed: k, answer: () => 1 }));
  const beliefs = order.map((items) =>
    items.reduce((known, item) => beliefAfter(small, known, item, 1), startingBelief(small)),
  );
  const errors = beliefs.map(({ mean }, k) => mean - abilities[k]!);
  const middle = beliefs.map(({ standardError }) => standardError).sort((one, other) => one - other)[1]!;
  let ticks = 0;
  const done: number[] = [];
  const report = simulateTests(
    small,
    rule,
    { standardError: middle, maximumLength: 2 },
    people,
    () => (ticks += 2),
    (count) => done.push(count),
  );
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / 3;
  assert.deepEqual([report.people, report.meanItems, followed, done], [3, 2, 3, [1, 2, 3]]);
  close(report.bias, mean(errors), 1e-12);
  close(report.rmse, Math.sqrt(mean(errors.map((error) => error ** 2))), 1e-12);
  close(report.expectedRmse, Math.sqrt(mean(beliefs.map(({ standardError }) => standardError ** 2))), 1e-12);
  close(report.shareReached, 2 / 3, 1e-12);
  // Shown: 1, 3, 1, 1 times. Areas of the six: a four times, the other twice; the first test is not balanced.
  assert.deepEqual([report.maxExposure, report.minExposure, report.unusedShare], [1, 1 / 3, 0]);
  close(report.shareBalanced, 2 / 3, 1e-12);
  close(report.areaGap, 2 / 3, 1e-12);
  assert.equal(report.msPerChoice, 2);
  const nothing: SelectionRule = { choose: () => null, ends: () => false, after: () => nothing };
  const idle = simulateTests(small, nothing, goal, people);
  assert.deepEqual([idle.meanItems, idle.unusedShare, idle.msPerChoice], [0, 1, 0]);
  assert.throws(() => simulateTests(small, nothing, goal, []), /at least one person/);
});
