import type { AdaptiveBank } from './adaptive-bank.ts';
import type { Belief } from './belief.ts';
import { capacityAt } from './capacity.ts';
import { chanceOfGoal } from './chance-of-goal.ts';
import { type CostOfRoom, expectedCost } from './cost-of-room.ts';
import type { ExposurePrices } from './exposure-prices.ts';
import { areaCounts, type Goal, type Turn } from './turn.ts';

/**
 * Exposure is controlled fully where the bank can do this many times what the goal takes, not at all where it can do
 * less than the first, in proportion between.
 */
const CAPACITY_FOR_PRICES = { none: 1.3, full: 1.6 };
/** Width of the chance added to each logarithm of information, so that people do not all begin alike. */
const SPREAD = 0.1;

/**
 * What it is worth to spare all the information that the goal takes, for somebody for whom it is just within
 * reach (`costOfRoom`), in logarithms of information: the least that lets 98 % of a population N(0, 1) reach it.
 */
const SPARING = 600;
/** Two chances this near are the same. */
const SAME_CHANCE = 1e-9;

/** What the default rule has settled before a test. */
export type PricedBank = {
  bank: AdaptiveBank;
  goal: Goal;
  prices: ExposurePrices;
  /** By `capacityOf`. */
  capacity: Float64Array;
  room: CostOfRoom;
};

/**
 * The next question: among the areas asked least (Kingsbury & Zara 1989, Applied Measurement in Education 2(4), with
 * equal shares), so that no area is ever more than one question ahead of another that still has some, the greatest
 *
 *   ln I(θ̂) + κ (subsidy − surcharge + chance) − 600 E[cost],    κ in [0, 1]
 *
 * The prices keep exposures between two limits at the least loss of information, measured in questions: a logarithm
 * of information lost makes a test longer by the same share whatever the ability. κ follows what the bank can do at
 * θ̂ (`capacityOf`): where the goal is barely within reach nothing but information counts. `chance` is a number in
 * [0, 0.1) fixed for a person and a question. `cost` is what the question takes from the person should the ability
 * turn out to be one where the goal is just within reach (`costOfRoom`): the first questions, asked of everybody in
 * the middle, are those which the ends of the scale can best do without. The last question of a test whose goal is
 * not reached yet is among those most likely to reach it (`chanceOfGoal`). A pure function of its arguments; null when
 * nothing is left.
 */
export function choosePriced({ bank, goal, prices, capacity, room }: PricedBank, turn: Turn): number | null {
  const { none, full } = CAPACITY_FOR_PRICES;
  const here = capacityAt(bank, capacity, turn.belief.mean);
  const control = Math.min(1, Math.max(0, (here - none) / (full - none)));
  const closed = closedItems(bank, turn.asked);
  if (turn.asked.length === goal.maximumLength - 1 && turn.belief.standardError > goal.standardError) {
    closeUnlikely(bank, turn.belief, goal, closed);
  }
  const cost = expectedCost(bank, room, turn.belief);

  const { logInformation, items, chance } = bank;
  const { node, fraction } = placeOnNodes(bank, turn.belief.mean);
  const below = node * items.length;
  const above = below + items.length;
  let best: number | null = null;
  let highest = Number.NEGATIVE_INFINITY;
  for (let item = 0; item < items.length; item += 1) {
    if (closed[item] === 1) continue;
    const worth =
      (1 - fraction) * logInformation[below + item]! +
      fraction * logInformation[above + item]! +
      control *
        (prices.subsidy[item]! - prices.surcharge[item]! + SPREAD * uniformOf(turn.seed ^ chance[item]!)) -
      SPARING * cost[item]!;
    if (worth > highest) {
      highest = worth;
      best = item;
    }
  }
  return best;
}

/** 1 for questions that cannot be asked now: asked already, or of an area that is ahead of another which still has some. */
function closedItems(bank: AdaptiveBank, asked: readonly number[]): Uint8Array {
  const closed = new Uint8Array(bank.items.length);
  for (const item of asked) closed[item] = 1;
  if (bank.areaCount === 1) return closed;
  const counts = areaCounts(bank, asked);
  let least = Number.POSITIVE_INFINITY;
  for (let item = 0; item < closed.length; item += 1) {
    if (closed[item] === 0) least = Math.min(least, counts[bank.areaOf[item]!]!);
  }
  for (let item = 0; item < closed.length; item += 1) {
    if (counts[bank.areaOf[item]!]! > least) closed[item] = 1;
  }
  return closed;
}

/** Closes the questions that are less likely than another to reach the goal. */
function closeUnlikely(bank: AdaptiveBank, belief: Belief, goal: Goal, closed: Uint8Array): void {
  const chances = new Float64Array(closed.length);
  for (let item = 0; item < closed.length; item += 1) {
    if (closed[item] === 0) chances[item] = chanceOfGoal(bank, belief, goal, item);
  }
  const greatest = chances.reduce((one, other) => Math.max(one, other), 0);
  for (let item = 0; item < closed.length; item += 1) {
    if (chances[item]! < greatest - SAME_CHANCE) closed[item] = 1;
  }
}

/** The node below an ability and how far it is towards the next one; ln I is interpolated between the two. */
function placeOnNodes({ nodes }: AdaptiveBank, ability: number): { node: number; fraction: number } {
  const place = (ability - nodes[0]!) / (nodes[1]! - nodes[0]!);
  const node = Math.min(nodes.length - 2, Math.max(0, Math.floor(place)));
  return { node, fraction: Math.min(1, Math.max(0, place - node)) };
}

/** A uniform number on [0, 1) from 32 bits. Mixer lowbias32 (Wellons 2018, hash-prospector). */
function uniformOf(bits: number): number {
  let hash = bits ^ (bits >>> 16);
  hash = Math.imul(hash, 0x7feb352d);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x846ca68b);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4294967296;
}
