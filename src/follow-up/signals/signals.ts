import { monthsAfter } from '../../calendar/index.ts';

/** One adult, one signal, one day. `level` is 0 (nothing to report) to 3 (strong or lasting); `rater` is null once erased. */
export type Rating = { signal: string; rater: string | null; level: number; on: string; imported: boolean };

/** At most so many signals are watched in one situation. */
export const MOST_WATCHED = 5;
/** A rating « six months after » is one of these months. */
const MONTHS_LATER = { first: 5, last: 8 } as const;

/** The latest level of each signal: the highest of the last day it was rated on. */
export function latestLevels(ratings: readonly Rating[]): Map<string, number> {
  const latest = new Map<string, { on: string; level: number }>();
  for (const { signal, on, level } of ratings) {
    const known = latest.get(signal);
    if (!known || on > known.on || (on === known.on && level > known.level))
      latest.set(signal, { on, level });
  }
  return new Map([...latest].map(([signal, { level }]) => [signal, level]));
}

export type OpeningReason = 'one-strong' | 'two-marked-in-two-domains' | 'three-signs';

/**
 * What may help the GPDS decide whether to open a file: a signal at 3, two signals at 2 or more in two domains, three
 * signals at 1 or more (a landmark of practice, Thionville: « at least three signs »). It never decides: people do.
 */
export function openingReasons(
  levels: ReadonlyMap<string, number>,
  domainOf: (signal: string) => string,
): OpeningReason[] {
  const at = (least: number) => [...levels].filter(([, level]) => level >= least).map(([signal]) => signal);
  const markedDomains = new Set(at(2).map(domainOf));
  return [
    ...(at(3).length > 0 ? (['one-strong'] as const) : []),
    ...(markedDomains.size >= 2 ? (['two-marked-in-two-domains'] as const) : []),
    ...(at(1).length >= 3 ? (['three-signs'] as const) : []),
  ];
}

/** Who rated a signal first, and when: in the months when it is compared, theirs is the eye that saw the beginning. */
export type FirstLook = { on: string; raters: string[] };

/**
 * The signals to rate again: they began at 2 or 3 between five and eight months ago, and none of those who rated them first
 * has done so since the fifth month. `today` is within the time a later rating is compared with the first.
 */
export function toRateAgain(ratings: readonly Rating[], today: string): Map<string, FirstLook> {
  const again = new Map<string, FirstLook>();
  for (const signal of new Set(ratings.map((rating) => rating.signal))) {
    const own = ratings.filter((rating) => rating.signal === signal);
    const on = own.map((rating) => rating.on).toSorted()[0]!;
    const first = own.filter((rating) => rating.on === on);
    const seen = first.filter(({ imported }) => !imported);
    // A register is imported again by whoever has it: no eye is asked for.
    if (seen.length === 0 || !first.some(({ level }) => level >= 2)) continue;
    const [from, until] = [monthsAfter(on, MONTHS_LATER.first), monthsAfter(on, MONTHS_LATER.last)];
    const raters = [...new Set(seen.flatMap(({ rater }) => (rater === null ? [] : [rater])))];
    const since = own.filter((rating) => rating.on >= from);
    const done = since.some(({ rater }) => raters.length === 0 || (rater !== null && raters.includes(rater)));
    if (today >= from && today <= until && !done) again.set(signal, { on, raters });
  }
  return again;
}

export type SignalOutcome = 'gone' | 'reduced' | 'same' | 'worse' | 'unknown';

export type SixMonths = {
  signal: string;
  /** First level rated; what began at 0 or 1 was not a sign to reduce, and is left out. */
  entry: number;
  outcome: SignalOutcome;
  /** Whether both ratings are by the same person, which makes them comparable. */
  sameRater: boolean;
};

/**
 * What became of each signal that began at 2 or 3, six months after: gone when rated 1 or less, reduced when at least one
 * level lower, by the same rater where possible. The later rating is the last one of the fifth to the eighth month;
 * without one, « unknown » stays in the count.
 */
export function afterSixMonths(ratings: readonly Rating[]): SixMonths[] {
  const signals = [...new Set(ratings.map(({ signal }) => signal))].sort();
  return signals.flatMap((signal) => {
    const own = ratings
      .filter((rating) => rating.signal === signal)
      .toSorted((a, b) => a.on.localeCompare(b.on));
    const first = own[0]!;
    const entryDay = own.filter(({ on }) => on === first.on);
    const entry = Math.max(...entryDay.map(({ level }) => level));
    if (entry < 2) return [];
    const [from, until] = [
      monthsAfter(first.on, MONTHS_LATER.first),
      monthsAfter(first.on, MONTHS_LATER.last),
    ];
    const later = own.filter(({ on }) => on >= from && on <= until);
    const raters = new Set(entryDay.flatMap(({ rater }) => (rater === null ? [] : [rater])));
    const same = later.findLast(({ rater }) => rater !== null && raters.has(rater));
    const compared = same ?? later.at(-1);
    if (!compared) return [{ signal, entry, outcome: 'unknown' as const, sameRater: false }];
    const start = same
      ? Math.max(...entryDay.filter(({ rater }) => rater === same.rater).map(({ level }) => level))
      : entry;
    return [{ signal, entry, outcome: outcomeOf(start, compared.level), sameRater: same !== undefined }];
  });
}

function outcomeOf(entry: number, later: number): SignalOutcome {
  if (later > entry) return 'worse';
  if (later === entry) return 'same';
  return later <= 1 ? 'gone' : 'reduced';
}
