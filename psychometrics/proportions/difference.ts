import { wilsonInterval } from './wilson.ts';

/** Difference between the shares of two groups, in [−1, 1]; null when one of them is empty. */
export type ProportionDifference = { difference: number | null; low: number; high: number };

/**
 * Difference of two independent shares p₁ − p₂ by Newcombe's hybrid of two Wilson intervals (lᵢ, uᵢ):
 *
 *   low  = p₁ − p₂ − √( (p₁ − l₁)² + (u₂ − p₂)² )
 *   high = p₁ − p₂ + √( (u₁ − p₁)² + (p₂ − l₂)² )
 *
 * Newcombe (1998), Interval estimation for the difference between independent proportions, Statistics in Medicine
 * 17, 873–890, method 10. With an empty group nothing is known: [−1, 1]. Ranges as in `wilsonInterval`, and throws a RangeError
 * as it does.
 */
export function proportionDifference(
  first: { successes: number; trials: number },
  second: { successes: number; trials: number },
  confidence = 0.95,
): ProportionDifference {
  const one = wilsonInterval(first.successes, first.trials, confidence);
  const two = wilsonInterval(second.successes, second.trials, confidence);
  if (one.share === null || two.share === null) return { difference: null, low: -1, high: 1 };
  const difference = one.share - two.share;
  return {
    difference,
    low: difference - Math.hypot(one.share - one.low, two.high - two.share),
    high: difference + Math.hypot(one.high - one.share, two.share - two.low),
  };
}

/**
 * Difference of two independent differences, in [−2, 2], each between two shares: that of one group over time minus
 * that of another, for instance. The two intervals are combined as `proportionDifference` combines two shares: Zou &
 * Donner (2008), Construction of confidence limits about effect measures, Statistics in Medicine 27, 1693–1702, eq. 3.
 * Nothing throws.
 */
export function differenceOfDifferences(
  first: ProportionDifference,
  second: ProportionDifference,
): ProportionDifference {
  if (first.difference === null || second.difference === null) return { difference: null, low: -2, high: 2 };
  const difference = first.difference - second.difference;
  return {
    difference,
    low: difference - Math.hypot(first.difference - first.low, second.high - second.difference),
    high: difference + Math.hypot(first.high - first.difference, second.difference - second.low),
  };
}
