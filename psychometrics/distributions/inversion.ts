/**
 * The x ≥ low where an increasing function reaches a value: the upper bound is doubled until it is past it, then the
 * interval is halved until two neighbouring numbers remain. Certain rather than fast: about 60 evaluations, more for
 * an answer very near 0.
 * Throws a RangeError when the value is never reached.
 */
export function invert(
  increasing: (x: number) => number,
  value: number,
  start: { low: number; high: number },
): number {
  let { low, high } = start;
  while (increasing(high) < value) {
    low = high;
    high *= 2;
    if (!Number.isFinite(high)) throw new RangeError(`the value ${value} is never reached`);
  }
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (increasing(middle) < value) low = middle;
    else high = middle;
  }
}
