import { normalQuantile } from '../distributions/normal.ts';

/**
 * How long one person was followed (time ≥ 0, any unit), and whether the event came then or was still to come; or how
 * many `people` were (a whole number ≥ 0), 1 unless said.
 */
export type FollowUp = { time: number; event: boolean; people?: number };

/**
 * One time at which something happened. `atRisk` people were followed until then; `survival` is the estimated share
 * without event just after. `interval` is null while nobody has had the event, and when nobody is left without: the
 * log-log interval is not defined there. So is `standardError`, 0 in the first case, null in the second.
 */
export type SurvivalStep = {
  time: number;
  atRisk: number;
  events: number;
  censored: number;
  survival: number;
  standardError: number | null;
  interval: { low: number; high: number } | null;
};

/**
 * Product-limit estimate of the share of people without event as time goes by, with Greenwood's standard error and
 * log-log intervals. Events d at a time come before losses at the same time; n people are at risk.
 *
 *   S(t) = Π (1 − d/n)    SE = S √V,  V = Σ d/(n(n − d))    S^{exp(± z √V / ln S)}
 *
 * Kaplan & Meier (1958), JASA 53, 457–481; Greenwood (1926); Kalbfleisch & Prentice (2002), p. 18. One step per
 * distinct time, in order; no people, no step. Throws a RangeError on a time that is not ≥ 0 and finite, on people that
 * cannot be counted, or a
 * `confidence` (0.95 by default) outside (0, 1).
 */
export function kaplanMeier(people: readonly FollowUp[], confidence = 0.95): SurvivalStep[] {
  if (!(confidence > 0 && confidence < 1))
    throw new RangeError(`confidence must lie in (0, 1), not ${confidence}`);
  const z = normalQuantile((1 + confidence) / 2);
  let atRisk = people.reduce((sum, { people = 1 }) => sum + people, 0);
  let survival = 1;
  let greenwood = 0;
  return tally(people).map(({ time, events, censored }) => {
    survival *= (atRisk - events) / atRisk;
    if (events < atRisk) greenwood += events / (atRisk * (atRisk - events));
    const step: SurvivalStep = {
      time,
      atRisk,
      events,
      censored,
      survival,
      standardError: survival > 0 ? survival * Math.sqrt(greenwood) : null,
      interval: logLogInterval(survival, greenwood, z),
    };
    atRisk -= events + censored;
    return step;
  });
}

/**
 * Estimated share without event at a time, in [0, 1]: that of the last step at or before it, 1 before the first. Nothing
 * throws.
 */
export function survivalAt(steps: readonly SurvivalStep[], time: number): number {
  return steps.findLast((step) => step.time <= time)?.survival ?? 1;
}

/**
 * People still followed just before each of the times asked for, in their order: the row of figures under a survival curve.
 * Times are not checked, as `kaplanMeier` does; nothing throws.
 */
export function numbersAtRisk(people: readonly FollowUp[], times: readonly number[]): number[] {
  return times.map((asked) =>
    people.reduce((sum, { time, people = 1 }) => (time >= asked ? sum + people : sum), 0),
  );
}

/**
 * First time at which at most half are without event, in the unit of the times, or null when the curve stays above. Nothing
 * throws.
 */
export function medianSurvival(steps: readonly SurvivalStep[]): number | null {
  return steps.find((step) => step.survival <= 0.5 + 1e-12)?.time ?? null;
}

function tally(people: readonly FollowUp[]): { time: number; events: number; censored: number }[] {
  const times = new Map<number, { time: number; events: number; censored: number }>();
  for (const { time, event, people: count = 1 } of people) {
    if (!(time >= 0) || !Number.isFinite(time))
      throw new RangeError(`a time must be finite and ≥ 0, not ${time}`);
    if (!(Number.isSafeInteger(count) && count >= 0))
      throw new RangeError(`${count} people cannot be counted`);
    if (count === 0) continue;
    const known = times.get(time) ?? { time, events: 0, censored: 0 };
    times.set(time, known);
    if (event) known.events += count;
    else known.censored += count;
  }
  return [...times.values()].sort((a, b) => a.time - b.time);
}

function logLogInterval(
  survival: number,
  greenwood: number,
  z: number,
): { low: number; high: number } | null {
  if (survival <= 0 || survival >= 1) return null;
  const width = (z * Math.sqrt(greenwood)) / Math.abs(Math.log(survival));
  return { low: survival ** Math.exp(width), high: survival ** Math.exp(-width) };
}
