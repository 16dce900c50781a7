import type { AdaptiveBank } from './adaptive-bank.ts';
import { capacityAt } from './capacity.ts';
import type { ExposurePrices } from './exposure-prices.ts';
import { areaCounts, type Turn } from './turn.ts';

/**
 * Exposure is controlled fully where the bank can do this many times what the goal takes, not at all where it can do
 * less than the first, in proportion between.
 */
const CAPACITY_FOR_PRICES = { none: 1.3, full: 1.6 };
/** Width of the chance added to each logarithm of information, so that people do not all begin alike. */
const SPREAD = 0.1;

/** What the default rule has settled before a test. */
export type PricedBank = {
  bank: AdaptiveBank;
  prices: ExposurePrices;
  /** By `capacityOf`. */
  capacity: Float64Array;
  /**
   * The capacity below which the balance of areas yields, so that more people at both ends reach the goal; 0 keeps it
   * always: no area is then ever more than one question ahead of another that still has questions.
   */
  balancedAbove: number;
};

/**
 * The next question: among the areas asked least (Kingsbury & Zara 1989, Applied Measurement in Education 2(4), with
 * equal shares), the greatest
 *
 *   ln I(θ̂) + κ (subsidy − surcharge + chance),    κ in [0, 1]
 *
 * The prices keep exposures between two limits at the least loss of information, measured in questions: a logarithm
 * of information lost makes a test longer by the same share whatever the ability. κ follows what the bank can do at
 * θ̂ (`capacityOf`): where the goal is barely within reach nothing but information counts. `chance` is a number in
 * [0, 0.1) fixed for a person and a question. A pure function of its arguments; null when nothing is left.
 */
export function choosePriced(
  { bank, prices, capacity, balancedAbove }: PricedBank,
  turn: Turn,
): number | null {
  const { none, full } = CAPACITY_FOR_PRICES;
  const here = capacityAt(bank, capacity, turn.belief.mean);
  const control = Math.min(1, Math.max(0, (here - none) / (full - none)));
  const closed = closedItems(bank, turn.asked, here >= balancedAbove);

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
        (prices.subsidy[item]! - prices.surcharge[item]! + SPREAD * uniformOf(turn.seed ^ chance[item]!));
    if (worth > highest) {
      highest = worth;
      best = item;
    }
  }
  return best;
}

/**
 * 1 for questions that cannot be asked now: asked already or, when areas are balanced, of an area that is ahead of
 * another which still has questions.
 */
function closedItems(bank: AdaptiveBank, asked: readonly number[], balanced: boolean): Uint8Array {
  const closed = new Uint8Array(bank.items.length);
  for (const item of asked) closed[item] = 1;
  if (!balanced || bank.areaCount === 1) return closed;
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
