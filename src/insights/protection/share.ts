import { wilsonInterval } from '../../../psychometrics/index.ts';
import { FEWEST_PEOPLE, type Precision } from './rounding.ts';

/** A part of a group with its 95 % interval, or why there is none. */
export type Share =
  | { people: number; among: number; share: number; low: number; high: number }
  | { none: 'nobody' | 'too-few' };

/** Both counts as the reader may see them. */
export function shareOf(people: number, among: number, precision: Precision): Share {
  if (precision === 'rounded' && among < FEWEST_PEOPLE) return { none: 'too-few' };
  if (among === 0) return { none: 'nobody' };
  const { share, low, high } = wilsonInterval(Math.min(people, among), among);
  return { people: Math.min(people, among), among, share: share!, low, high };
}
