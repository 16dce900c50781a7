import assert from 'node:assert/strict';
import { test } from 'node:test';
import { categoryProbabilities, information } from '../models/response.ts';
import { uniformFrom } from '../random.ts';
import bank200 from '../reference-data/bank200.json' with { type: 'json' };
import { type AdaptiveBank, prepareBank } from './adaptive-bank.ts';
import { takeTest } from './adaptive-test.ts';
import { beliefAfter, startingBelief } from './belief.ts';
import { capacityOf, informationNeeded, roomsOf } from './capacity.ts';
import { chanceOfGoal } from './chance-of-goal.ts';
import { costOfRoom, expectedCost } from './cost-of-room.ts';
import { noPrices } from './exposure-prices.ts';
import { choosePriced, type PricedBank } from './priced-information.ts';
import type { Turn } from './turn.ts';

const choices = (values: readonly { id: string; area: string; a: number; b: number }[]) =>
  prepareBank(
    values.map(({ id, area, a, b }) => ({
      id,
      area,
      parameters: { model: 'choice', discrimination: a, difficulty: b, guessing: 0 },
    })),
  );
const bank = choices(bank200.items.map(({ id, a, b, comp }) => ({ id, area: comp, a, b })));
const goal = { standardError: 0.3, maximumLength: 30 };
const capacity = capacityOf(bank, goal);

test('the rooms of a balanced test are the same for all areas, one more where the next question tells most', () => {
  const areas = [[5, 4, 1], [5, 2, 2], [1, 1, 0.5], [9]];
  assert.deepEqual(roomsOf(areas, 8), [2, 2, 2, 2]);
  assert.deepEqual(roomsOf(areas, 9), [2, 3, 2, 2]);
  assert.deepEqual(roomsOf(areas, 11), [3, 3, 3, 2]);
  assert.deepEqual(roomsOf(areas, 2), [1, 0, 0, 1]);
});

test('a question costs what the last of its area in the best test tells more than itself, as a share of the need', () => {
  const small = choices([
    { id: 'x1', area: 'x', a: 2, b: 0 },
    { id: 'x2', area: 'x', a: 1.5, b: 0 },
    { id: 'x3', area: 'x', a: 1, b: 0 },
    { id: 'y1', area: 'y', a: 1.8, b: 0 },
    { id: 'y2', area: 'y', a: 1, b: 0 },
    { id: 'y3', area: 'y', a: 0.5, b: 0 },
  ]);
  const four = { standardError: 0.5436, maximumLength: 4 };
  const need = informationNeeded(four);
  assert.ok(Math.abs(need - (1 / 0.5436 ** 2 - 1)) < 1e-12);
  const { nodes, cost } = costOfRoom(small, four, capacityOf(small, four));
  const centre = nodes.findIndex((node) => Math.abs(small.nodes[node]!) < 1e-9);
  const expected = [0, 0, (0.5625 - 0.25) / need, 0, 0, (0.25 - 0.0625) / need];
  for (const [item, value] of expected.entries()) {
    assert.ok(Math.abs(cost[centre * 6 + item]! - value) < 1e-12, small.items[item]!.id);
  }
});

test('only abilities for which the goal is just within reach count, and as much as the belief holds of them', () => {
  const room = costOfRoom(bank, goal, capacity);
  for (const [node, value] of capacity.entries()) {
    assert.equal(room.nodes.includes(node), value >= 0.85 && value <= 1.3);
  }
  const belief = startingBelief(bank);
  const expected = expectedCost(bank, room, belief);
  for (const item of [0, 57, 199]) {
    const sum = room.nodes.reduce(
      (total, node, row) => total + belief.weights[node]! * room.cost[row * 200 + item]!,
      0,
    );
    assert.ok(Math.abs(expected[item]! - sum) < 1e-6 && sum > 0);
  }
});

test('areas with fewer questions than rooms, or more areas than questions asked, cost nothing that is not there', () => {
  const few = choices([
    { id: 'p', area: 'x', a: 1, b: 0 },
    { id: 'q', area: 'y', a: 0.8, b: 0 },
    { id: 'r', area: 'z', a: 0.6, b: 0 },
  ]);
  for (const maximumLength of [1, 2, 9]) {
    for (const standardError of [0.75, 0.85, 0.9, 0.95]) {
      const small = { standardError, maximumLength };
      const { cost } = costOfRoom(few, small, capacityOf(few, small));
      assert.ok(cost.every((value) => value === 0));
    }
  }
});

test('the chance of the goal is that of the answers after which the standard error is small enough', () => {
  const mixed = prepareBank([
    { id: 'graded', parameters: { model: 'graded', discrimination: 1.4, steps: [-1, 0.2, 1.1] } },
    { id: 'choice', parameters: { model: 'choice', discrimination: 1.7, difficulty: 1, guessing: 0.25 } },
    { id: 'first', parameters: { model: 'choice', discrimination: 1.2, difficulty: -0.5, guessing: 0 } },
  ]);
  const belief = beliefAfter(mixed, startingBelief(mixed), 2, 1);
  const partial = new Set<number>();
  for (const item of [0, 1]) {
    for (const standardError of [0.6, 0.68, 0.72, 0.76, 0.8, 0.95]) {
      let expected = 0;
      for (let score = 0; score <= (item === 0 ? 3 : 1); score += 1) {
        if (beliefAfter(mixed, belief, item, score).standardError > standardError) continue;
        expected += mixed.nodes.reduce(
          (sum, ability, node) =>
            sum +
            belief.weights[node]! * categoryProbabilities(mixed.items[item]!.parameters, ability)[score]!,
          0,
        );
      }
      const found = chanceOfGoal(mixed, belief, { standardError, maximumLength: 2 }, item);
      assert.ok(Math.abs(found - expected) < 1e-12, `${found} and ${expected}`);
      if (expected > 0.01 && expected < 0.99) partial.add(item);
    }
  }
  assert.equal(partial.size, 2);
});

/** People at both ends of the scale, whose goal is barely within reach. */
const ends = Array.from({ length: 400 }, (_, index) => {
  const ability = (index % 2 === 0 ? -1 : 1) * (1.95 + (index * 0.6) / 400);
  const seed = 9000 + index;
  const answer = (item: number) =>
    Number(uniformFrom(seed, item) < categoryProbabilities(bank.items[item]!.parameters, ability)[1]!);
  return { ability, seed, answer };
});
const sparing = { bank, goal, prices: noPrices(200), capacity, room: costOfRoom(bank, goal, capacity) };

/** What the questions of these people's longest tests cost them, each at the ability they have, in sum. */
function costAtTheEnds(priced: PricedBank): number {
  const { nodes, cost } = sparing.room;
  const rule = { choose: (turn: Turn) => choosePriced(priced, turn), ends: () => false, after: () => rule };
  return ends.slice(0, 200).reduce((sum, person) => {
    const row = nodes.findIndex((node) => Math.abs(bank.nodes[node]! - person.ability) < 0.06);
    const { asked } = takeTest(bank, rule, goal, person);
    return sum + asked.reduce((lost, item) => lost + cost[row * 200 + item]!, 0);
  }, 0);
}

test('people at the ends of the scale lose less to questions that others could do without', () => {
  const careless = { ...sparing, room: { nodes: [], cost: new Float64Array(0) } };
  const [spared, wasted] = [costAtTheEnds(sparing), costAtTheEnds(careless)];
  assert.ok(spared < 0.9 * wasted, `${spared} and ${wasted}`);
});

test('the last question of a test that has not reached its goal is one of those most likely to reach it', () => {
  let differs = 0;
  for (const { seed, answer } of ends.slice(0, 80)) {
    const asked: number[] = [];
    let belief = startingBelief(bank);
    while (asked.length < 29) {
      const item = choosePriced(sparing, { belief, asked, seed })!;
      asked.push(item);
      belief = beliefAfter(bank, belief, item, answer(item));
    }
    if (belief.standardError <= 0.3) continue;
    const chosen = choosePriced(sparing, { belief, asked, seed })!;
    const open = openInBalance(bank, asked);
    assert.ok(open.includes(chosen));
    const chance = (item: number) => chanceOfGoal(bank, belief, goal, item);
    assert.ok(chance(chosen) >= Math.max(...open.map(chance)) - 1e-9);
    const plain = open.reduce((one, other) =>
      told(other, belief.mean) > told(one, belief.mean) ? other : one,
    );
    if (chance(plain) < chance(chosen) - 0.01) differs += 1;
  }
  assert.ok(differs > 0);
});

function told(item: number, ability: number): number {
  return information(bank.items[item]!.parameters, ability);
}

/** Questions left of the areas asked least. */
function openInBalance({ items, areaOf, areaCount }: AdaptiveBank, asked: readonly number[]): number[] {
  const counts = Array.from(
    { length: areaCount },
    (_, area) => asked.filter((k) => areaOf[k] === area).length,
  );
  const least = Math.min(...counts);
  return [...items.keys()].filter((item) => !asked.includes(item) && counts[areaOf[item]!] === least);
}
