import type { AbilityRange } from './answered-item.ts';

const TOLERANCE = 1e-13;
const MOST_STEPS = 200;
/** Fine enough for two modes closer than this never to matter: a curve of discrimination 6 is 0.3 wide. */
const SCANNED_NODES = 81;

/**
 * Where a concave function whose slope is given is highest in a range: a bound when the slope does not change
 * sign, the middle when it is nowhere different from 0. Ridders' method, which keeps the root bracketed.
 *
 * Ridders (1979), IEEE Transactions on Circuits and Systems 26(11).
 */
export function concaveMaximum(slope: (ability: number) => number, { low, high }: AbilityRange): number {
  const atLow = slope(low);
  const atHigh = slope(high);
  if (atLow === 0 && atHigh === 0) return (low + high) / 2;
  if (atHigh >= 0) return high;
  if (atLow <= 0) return low;
  return signChange(slope, { at: low, slope: atLow }, { at: high, slope: atHigh });
}

/**
 * The same for a function that may have several maxima, as a likelihood with guessing or a weighted one may. The
 * slope is summed over a grid of the range (trapezoid) to know the highest node; the root beside it is refined.
 */
export function highestMaximum(slope: (ability: number) => number, { low, high }: AbilityRange): number {
  const step = (high - low) / (SCANNED_NODES - 1);
  const slopes = Array.from({ length: SCANNED_NODES }, (_, node) => slope(low + node * step));
  if (slopes.every((value) => value === 0)) return (low + high) / 2;
  let best = 0;
  let height = 0;
  let highest = 0;
  for (let node = 1; node < SCANNED_NODES; node += 1) {
    height += slopes[node - 1]! + slopes[node]!;
    if (height > highest) {
      highest = height;
      best = node;
    }
  }
  const side = best + Math.sign(slopes[best]!);
  if (side === best || side < 0) return low + best * step;
  if (side >= SCANNED_NODES) return high;
  const [left, right] = [Math.min(best, side), Math.max(best, side)];
  return signChange(
    slope,
    { at: low + left * step, slope: slopes[left]! },
    { at: low + right * step, slope: slopes[right]! },
  );
}

type Point = { at: number; slope: number };

/** The point where the slope goes from positive (at `left`) to negative (at `right`). */
function signChange(slope: (ability: number) => number, left: Point, right: Point): number {
  let [before, after] = [left, right];
  for (let step = 0; step < MOST_STEPS && after.at - before.at > TOLERANCE; step += 1) {
    const half = (after.at - before.at) / 2;
    const middle = { at: before.at + half, slope: slope(before.at + half) };
    if (middle.slope === 0) return middle.at;
    const root = Math.sqrt(middle.slope ** 2 - before.slope * after.slope);
    const at = root > 0 ? middle.at + (half * middle.slope) / root : middle.at;
    const inside = Math.min(after.at, Math.max(before.at, at));
    const guess = { at: inside, slope: slope(inside) };
    if (guess.slope === 0) return guess.at;
    for (const point of [middle, guess]) {
      if (point.at <= before.at || point.at >= after.at) continue;
      if (point.slope > 0) before = point;
      else after = point;
    }
  }
  return (before.at + after.at) / 2;
}
