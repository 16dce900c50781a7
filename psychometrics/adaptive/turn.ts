import type { AdaptiveBank } from './adaptive-bank.ts';
import type { Belief } from './belief.ts';

/** A place in a test: what is known, what was asked (indexes, in order), and the chance of the person. */
export type Turn = { belief: Belief; asked: readonly number[]; seed: number };

/** When a test ends: this standard error, or this many questions. */
export type Goal = { standardError: number; maximumLength: number };

/** Indexes of the questions not asked yet, in the order of the bank. */
export function openItems(bank: AdaptiveBank, asked: readonly number[]): number[] {
  const isAsked = new Uint8Array(bank.items.length);
  for (const item of asked) isAsked[item] = 1;
  const open: number[] = [];
  for (let item = 0; item < isAsked.length; item += 1) if (isAsked[item] === 0) open.push(item);
  return open;
}

/** Questions asked so far in each area. */
export function areaCounts(bank: AdaptiveBank, asked: readonly number[]): Int32Array {
  const counts = new Int32Array(bank.areaCount);
  for (const item of asked) counts[bank.areaOf[item]!]! += 1;
  return counts;
}

/** The item of greatest value, the first of equals; null when there is none. */
export function greatest(items: readonly number[], value: (item: number) => number): number | null {
  let best: number | null = null;
  let highest = Number.NEGATIVE_INFINITY;
  for (const item of items) {
    const worth = value(item);
    if (best === null || worth > highest) {
      best = item;
      highest = worth;
    }
  }
  return best;
}
