import type { Level } from '../models/prior-parameters.ts';

/**
 * Abilities that separate levels 1|2, 2|3, 3|4 and 4|5.
 *
 * Standard setting by the bookmark method (Lewis, Mitzel & Green 1996; Cizek & Bunch 2007, ch. 10). Questions
 * are put in order of difficulty; the border of a level is marked at the first question that belongs to it; a
 * person is past the border when they would answer that question with a probability of 67 %, beyond luck.
 *
 * Authors place levels 1 … 5 at difficulties −1.6, −0.8, 0, 0.8, 1.6, so the first question of level k + 1
 * stands half-way, at b = −1.2, −0.4, 0.4, 1.2. With odds of 2 to 1 and the typical discrimination a = 0.8 of a
 * choice,
 *
 *   θ_cut = b + ln(2) / a = b + 0.866  →  −0.33, 0.47, 1.27, 2.07   (rounded to 0.01)
 *
 * In a population N(0, 1) levels 1 … 5 then hold 37, 31, 22, 8 and 2 %. Provisional like the difficulties they
 * come from: a new version is due when questions have been calibrated and a panel has set its own marks.
 */
export const CUT_SCORES: {
  readonly version: string;
  readonly cuts: readonly [number, number, number, number];
} = {
  version: '2026-1',
  cuts: [-0.33, 0.47, 1.27, 2.07],
};

/** Level of an ability: 1 below the first cut, 5 from the last one upwards. Nothing throws. */
export function levelOf(ability: number): Level {
  return (1 + CUT_SCORES.cuts.filter((cut) => ability >= cut).length) as Level;
}
