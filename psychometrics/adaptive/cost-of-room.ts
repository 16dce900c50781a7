import { type AdaptiveBank, NODE_COUNT } from './adaptive-bank.ts';
import type { Belief } from './belief.ts';
import { informationByArea, informationNeeded, roomsOf } from './capacity.ts';
import type { Goal } from './turn.ts';

/**
 * Capacities (`capacityOf`) between which a question wasted may decide whether somebody reaches the goal. Where the bank
 * can do more, there is room to spare; where it can do less, the goal is out of reach anyhow.
 */
const AT_STAKE = { least: 0.85, most: 1.3 };
/** A belief that holds less than this of a node says nothing about it. */
const NEGLIGIBLE = 1e-7;

/**
 * What a question takes away from people for whom the goal is just within reach, as a share of the information they
 * need. The best balanced test there (`roomsOf`) has so many rooms for each area, and a question which is not among
 * the best of its area takes the room of the last of them:
 *
 *   cost(θ) = max(0, I_last(θ) − I(θ)) / (1/SE² − 1)
 *
 * `nodes` are the indexes of the abilities concerned; `cost` has one row for each of them, one column for each question.
 */
export type CostOfRoom = { nodes: readonly number[]; cost: Float64Array };

export function costOfRoom(bank: AdaptiveBank, goal: Goal, capacity: Float64Array): CostOfRoom {
  const questions = bank.items.length;
  const nodes = Array.from(capacity.keys()).filter(
    (node) => capacity[node]! >= AT_STAKE.least && capacity[node]! <= AT_STAKE.most,
  );
  const cost = new Float64Array(nodes.length * questions);
  for (const [row, node] of nodes.entries()) {
    const areas = informationByArea(bank, node);
    const rooms = roomsOf(areas, goal.maximumLength);
    const last = areas.map((values, area) => values[Math.max(1, rooms[area]!) - 1] ?? 0);
    for (let item = 0; item < questions; item += 1) {
      const lost = last[bank.areaOf[item]!]! - bank.information[item * NODE_COUNT + node]!;
      cost[row * questions + item] = Math.max(0, lost) / informationNeeded(goal);
    }
  }
  return { nodes, cost };
}

/** The mean cost of each question under a belief. */
export function expectedCost(
  { items }: AdaptiveBank,
  { nodes, cost }: CostOfRoom,
  belief: Belief,
): Float64Array {
  const expected = new Float64Array(items.length);
  for (let row = 0; row < nodes.length; row += 1) {
    const weight = belief.weights[nodes[row]!]!;
    if (weight < NEGLIGIBLE) continue;
    const begin = row * items.length;
    for (let item = 0; item < items.length; item += 1) expected[item]! += weight * cost[begin + item]!;
  }
  return expected;
}
