import { type AbilityState, assertDimension, standardErrorOf } from '../ability/state.ts';
import { DEPTH_LENGTH } from './blueprint.ts';

/** Standard error at which one competence is known well enough. */
export const DEPTH_STANDARD_ERROR = 0.45;

/**
 * Whether a series in depth is over: standard error ≤ 0.45, or 12 questions `answered` in it. Throws a RangeError when the
 * state has no such dimension.
 */
export function shouldStopDepth(state: AbilityState, dimension: number, answered: number): boolean {
  assertDimension(state, dimension);
  return answered >= DEPTH_LENGTH || standardErrorOf(state, dimension) <= DEPTH_STANDARD_ERROR;
}
