import type { Rating } from '../../signals/signals.ts';
import { latestLevels } from '../../signals/signals.ts';

export type Movement = { signal: string; before: number | null; after: number; on: string };

/** How each watched signal moved: its level as it was known on a day, and the latest one since, when there is one. */
export function movementsSince(
  ratings: readonly Rating[],
  watched: readonly string[],
  since: string | null,
): Movement[] {
  const earlier = latestLevels(since === null ? [] : ratings.filter(({ on }) => on <= since));
  const recent = since === null ? ratings : ratings.filter(({ on }) => on > since);
  const later = latestLevels(recent);
  return watched.flatMap((signal) => {
    const after = later.get(signal);
    if (after === undefined) return [];
    const on = recent
      .filter((rating) => rating.signal === signal)
      .map((rating) => rating.on)
      .toSorted()
      .at(-1)!;
    return [{ signal, before: earlier.get(signal) ?? null, after, on }];
  });
}
