import { deriveSeed, uniformFrom, uniformsFrom } from '../random.ts';
import type { Candidates, Turn, Unit } from './units.ts';

/** One slot in this many goes to the least known questions. */
const EXPLORATION_PERIOD = 8;
/**
 * With fewer unknown questions than this the slot is used less often, or everybody would be shown the same few.
 */
const SMALLEST_UNKNOWN_POOL = 10;

/** Share of the bank open to one series. */
const OPEN_SHARE = 0.35;
/** The share grows when it would leave fewer candidates than this on average. */
const SMALLEST_OPEN_POOL = 6;

/** More than rounding can put a log weight above its ceiling. */
const ROUNDING = 1e-6;

/**
 * Whether this place in the series is the one kept for the least known questions: one in each run of eight,
 * drawn by the seed; when a case is under way there, the first place after it.
 */
export function isExplorationSlot({ history, seed }: Turn): boolean {
  const position = history.length;
  const run = Math.floor(position / EXPLORATION_PERIOD);
  const slot = run * EXPLORATION_PERIOD + (deriveSeed(seed, 'least-known', run) % EXPLORATION_PERIOD);
  if (position < slot) return false;
  for (let earlier = slot; earlier < position; earlier += 1) {
    const caseId = history[earlier]!.caseId;
    const continued = earlier > 0 && caseId !== null && history[earlier - 1]!.caseId === caseId;
    if (!continued) return false;
  }
  return true;
}

/**
 * A unit drawn evenly among questions not yet calibrated (among all, when all are), or null when the slot is
 * left to precision because so few are unknown.
 */
export function drawLeastKnown(turn: Turn, units: readonly Unit[]): Unit | null {
  const isUnknown = (unit: Unit) => unit.items.some((item) => !item.calibrated);
  const unknown = units.filter(isUnknown);
  if (unknown.length === 0) return draw(turn, units, ({ items }) => Math.log(items.length));
  const chance = unknown.length / SMALLEST_UNKNOWN_POOL;
  if (uniformFrom(turn.seed, 'explore', turn.history.length) >= chance) return null;
  return draw(turn, unknown, ({ items }) => Math.log(items.filter((item) => !item.calibrated).length));
}

/**
 * The part of the bank one series may draw on, the same for the whole series, so that no question can be shown
 * to everybody however useful it is.
 */
export function openTo({ seed }: Turn, { alone, cases }: Candidates): (name: string) => boolean {
  const count = alone.reduce((sum, items) => sum + items.length, cases.size);
  const share = Math.max(OPEN_SHARE, SMALLEST_OPEN_POOL / count);
  const place = uniformsFrom(seed, 'open');
  return (name) => place(name) < share;
}

/**
 * Draws a unit with a probability proportional to exp(log weight), by the Gumbel-max rule (Gumbel 1954). The
 * chance attached to a unit depends on the seed, the place in the series and its name, not on the order of the
 * bank. `units` is not empty. Where `ceiling`, which no log weight exceeds, leaves a unit no chance, its log weight is
 * not asked for: that saves time and changes nothing.
 */
export function draw(
  turn: Turn,
  units: readonly Unit[],
  logWeight: (unit: Unit) => number,
  ceiling: (unit: Unit) => number = () => Number.POSITIVE_INFINITY,
): Unit {
  const chanceOf = uniformsFrom(deriveSeed(turn.seed, 'turn', turn.history.length));
  let best = units[0]!;
  let highest = Number.NEGATIVE_INFINITY;
  for (const unit of units) {
    const luck = -Math.log(-Math.log(chanceOf(unit.name) + 2 ** -33));
    if (ceiling(unit) + luck < highest - ROUNDING) continue;
    const score = logWeight(unit) + luck;
    if (score > highest) {
      highest = score;
      best = unit;
    }
  }
  return best;
}
