import { normalQuantile } from '../distributions/normal.ts';

/**
 * Whether one person's raw scores moved by more than the error of the test. `index` is the change in standard errors
 * of a difference; `smallestChange` the raw change needed to be sure with the asked confidence.
 */
export type ReliableChange = {
  standardErrorOfMeasurement: number;
  standardErrorOfDifference: number;
  index: number;
  smallestChange: number;
  direction: 'up' | 'down' | 'none';
};

/**
 * Reliable change index.
 *
 *   SEM = s√(1 − r)    S_diff = √2 SEM    RCI = (after − before)/S_diff    established when |RCI| > z_{1−α/2}
 *
 * Jacobson & Truax (1991), Journal of Consulting and Clinical Psychology 59(1), 12–19. `deviation` > 0 is the standard
 * deviation of the scores in the reference population, `reliability` in [0, 1) that of the test there. For abilities
 * with their own standard errors use `changeBetween`. Throws a RangeError outside these ranges.
 */
export function reliableChange(input: {
  before: number;
  after: number;
  deviation: number;
  reliability: number;
  confidence?: number;
}): ReliableChange {
  const { before, after, deviation, reliability, confidence = 0.95 } = input;
  if (!Number.isFinite(before) || !Number.isFinite(after)) throw new RangeError('both scores must be finite');
  if (!(deviation > 0) || !Number.isFinite(deviation)) {
    throw new RangeError(`the standard deviation must be positive, not ${deviation}`);
  }
  if (!(reliability >= 0 && reliability < 1)) {
    throw new RangeError(`the reliability must lie in [0, 1), not ${reliability}`);
  }
  if (!(confidence > 0 && confidence < 1))
    throw new RangeError(`confidence must lie in (0, 1), not ${confidence}`);
  const standardErrorOfMeasurement = deviation * Math.sqrt(1 - reliability);
  const standardErrorOfDifference = Math.SQRT2 * standardErrorOfMeasurement;
  const index = (after - before) / standardErrorOfDifference;
  const critical = normalQuantile((1 + confidence) / 2);
  return {
    standardErrorOfMeasurement,
    standardErrorOfDifference,
    index,
    smallestChange: critical * standardErrorOfDifference,
    direction: Math.abs(index) <= critical ? 'none' : index > 0 ? 'up' : 'down',
  };
}
