import { type AdaptiveBank, NODE_COUNT } from './adaptive-bank.ts';
import type { Goal } from './turn.ts';

/**
 * What the bank can do at each ability, against what the goal takes: the information of the best test of the greatest
 * length with areas balanced, over the information an N(0, 1) prior needs to reach the standard error, 1/SE² − 1.
 * Below 1 the goal is out of reach there even for somebody whose ability is known. One value for each node, ≥ 0.
 */
export function capacityOf(bank: AdaptiveBank, goal: Goal): Float64Array {
  const needed = informationNeeded(goal);
  return bank.nodes.map((_, node) => {
    const areas = informationByArea(bank, node);
    const rooms = roomsOf(areas, goal.maximumLength);
    return sum(areas.map((values, area) => sum(values.slice(0, rooms[area])))) / needed;
  });
}

/** The Fisher information which, added to an N(0, 1) prior, gives the standard error of the goal. Positive. */
export function informationNeeded({ standardError }: Goal): number {
  return Math.max(1 / standardError ** 2 - 1, Number.EPSILON);
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

/**
 * How many questions of each area the best test of a length asks, areas balanced: the same number of each, and one
 * more of those whose next question tells most. `areas` by `informationByArea`.
 */
export function roomsOf(areas: readonly (readonly number[])[], length: number): number[] {
  const share = Math.floor(length / areas.length);
  const next = (area: number) => areas[area]![share] ?? 0;
  const larger = areas
    .map((_, area) => area)
    .sort((one, other) => next(other) - next(one))
    .slice(0, length - share * areas.length);
  return areas.map((_, area) => (larger.includes(area) ? share + 1 : share));
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
