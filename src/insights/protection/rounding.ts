// What may be said of a group to somebody who may not open every file in it (docs/adr/0012). Everything shown to them is
// computed from multiples of five: any sum or difference of those is one too, so none is 1 to 4.

/** `exact` for whoever may open every file counted; `rounded` for everybody else. */
export type Precision = 'exact' | 'rounded';

const STEP = 5;

/** Below so many people no share, mean or interval is given to somebody who sees rounded counts. */
export const FEWEST_PEOPLE = 20;

/** The nearest multiple of five. */
export function roundToFive(people: number): number {
  return Math.round(people / STEP) * STEP;
}

/** The multiple of five a number of people reaches: « au moins 5 », never more than there are. */
export function floorToFive(people: number): number {
  return Math.floor(people / STEP) * STEP;
}

/** Each count of a table, as somebody may see it. */
export function protectCounts<Name extends string>(
  counts: Readonly<Record<Name, number>>,
  precision: Precision,
): Record<Name, number> {
  if (precision === 'exact') return { ...counts };
  const entries = Object.entries<number>(counts).map(([name, people]) => [name, roundToFive(people)]);
  return Object.fromEntries(entries) as Record<Name, number>;
}

/**
 * A distribution, as somebody may see it: what is rounded is how many people come up to each line, in the order given, so
 * that no line drifts away by more than two people and the total is the rounded total. Rounding each line of a long
 * table alone would lose nearly everybody.
 */
export function protectDistribution<Line extends { people: number }>(
  lines: readonly Line[],
  precision: Precision,
): Line[] {
  if (precision === 'exact') return [...lines];
  let total = 0;
  let shown = 0;
  return lines.map((line) => {
    total += line.people;
    const upTo = roundToFive(total);
    const people = upTo - shown;
    shown = upTo;
    return { ...line, people };
  });
}
