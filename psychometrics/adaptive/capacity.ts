import { type AdaptiveBank, NODE_COUNT } from './adaptive-bank.ts';
import type { Goal } from './turn.ts';

/**
 * What the bank can do at each ability, against what the goal takes: the information of the best test of the greatest
 * length with areas balanced, over the information an N(0, 1) prior needs to reach the standard error, 1/SE² − 1.
 * Below 1 the goal is out of reach there even for somebody whose ability is known. One value for each node, ≥ 0.
 */
export function capacityOf(bank: AdaptiveBank, goal: Goal): Float64Array {
  const needed = Math.max(1 / goal.standardError ** 2 - 1, Number.EPSILON);
  const share = Math.floor(goal.maximumLength / bank.areaCount);
  const rest = goal.maximumLength - share * bank.areaCount;
  return bank.nodes.map((_, node) => {
    const areas = informationByArea(bank, node);
    const extra = areas.map((values) => values[share] ?? 0).sort((one, other) => other - one);
    const best = [...areas.map((values) => sum(values.slice(0, share))), ...extra.slice(0, rest)];
    return sum(best) / needed;
  });
}

/** What the questions of each area tell at a node, the greatest first. */
export function informationByArea(bank: AdaptiveBank, node: number): number[][] {
  const areas: number[][] = Array.from({ length: bank.areaCount }, () => []);
  for (let item = 0; item < bank.items.length; item += 1) {
    areas[bank.areaOf[item]!]!.push(bank.information[item * NODE_COUNT + node]!);
  }
  for (const values of areas) values.sort((one, other) => other - one);
  return areas;
}

/** The capacity at the node nearest to an ability. */
export function capacityAt(bank: AdaptiveBank, capacity: Float64Array, ability: number): number {
  const low = bank.nodes[0]!;
  const step = bank.nodes[1]! - low;
  const node = Math.round((ability - low) / step);
  return capacity[Math.max(0, Math.min(NODE_COUNT - 1, node))]!;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
