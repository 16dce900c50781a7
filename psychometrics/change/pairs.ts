/** Scores of the same people on two occasions, in the same order. Finite numbers, on one scale. */
export type Pairs = { before: readonly number[]; after: readonly number[] };

/**
 * after − before of each person. Throws a RangeError when the two lists differ in length, hold fewer than `fewest`
 * people, or a score that is not finite.
 */
export function differencesOf({ before, after }: Pairs, fewest: number): number[] {
  if (before.length !== after.length) {
    throw new RangeError(`${before.length} scores before and ${after.length} after are not pairs`);
  }
  if (before.length < fewest)
    throw new RangeError(`at least ${fewest} people are needed, not ${before.length}`);
  return before.map((score, person) => {
    const difference = after[person]! - score;
    if (!Number.isFinite(difference))
      throw new RangeError(`the scores of person ${person + 1} are not finite`);
    return difference;
  });
}
