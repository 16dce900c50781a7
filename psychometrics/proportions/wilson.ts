import { normalQuantile } from '../distributions/normal.ts';

/** A share among people, with the interval that holds the true one with the asked confidence. All in [0, 1]. */
export type Proportion = {
  /** null when nobody was asked. */
  share: number | null;
  low: number;
  high: number;
};

/**
 * Wilson's score interval of a share.
 *
 *   ( x + z²/2 ± z √( x(n − x)/n + z²/4 ) ) / (n + z²)
 *
 * Wilson (1927), JASA 22, 209–212; recommended by Newcombe (1998), Statistics in Medicine 17, 857–872, method 3: it
 * never leaves [0, 1] and holds at 0 and n. With nobody asked it is [0, 1]. `successes` between 0 and `trials`, whole
 * or weighted; `confidence` in (0, 1), 0.95 by default. Throws a RangeError otherwise.
 */
export function wilsonInterval(successes: number, trials: number, confidence = 0.95): Proportion {
  if (!(successes >= 0 && successes <= trials && Number.isFinite(trials))) {
    throw new RangeError(`successes must lie between 0 and trials, not ${successes} of ${trials}`);
  }
  if (!(confidence > 0 && confidence < 1))
    throw new RangeError(`confidence must lie in (0, 1), not ${confidence}`);
  if (trials === 0) return { share: null, low: 0, high: 1 };
  const z = normalQuantile((1 + confidence) / 2);
  const square = z * z;
  const share = successes / trials;
  const centre = successes + square / 2;
  const spread = z * Math.sqrt(successes * (1 - share) + square / 4);
  return {
    share,
    low: successes === 0 ? 0 : Math.min(share, Math.max(0, (centre - spread) / (trials + square))),
    high: successes === trials ? 1 : Math.max(share, Math.min(1, (centre + spread) / (trials + square))),
  };
}
