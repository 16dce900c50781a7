import { scaleLinear, scaleTime } from 'd3-scale';
import { daysAfter } from '../../calendar/index.ts';

const noon = (day: string) => new Date(`${day}T12:00:00Z`);

/** Geometry of a timeline, in the units of its drawing. */
export const TIMELINE = { width: 380, height: 124, left: 12, right: 12, top: 14, bottom: 28 } as const;

export type TimelinePoint = { x: number; y: number; level: number; on: string };

/**
 * Places the ratings of one signal in time: level 0 at the bottom, 3 on top. `from` and `until` are the days at the edges,
 * the same for all signals of a situation so that they can be read one under another.
 */
export function placeRatings(
  ratings: readonly { on: string; level: number }[],
  { from, until }: { from: string; until: string },
): TimelinePoint[] {
  const { width, height, left, right, top, bottom } = TIMELINE;
  const last = until > from ? until : daysAfter(from, 1);
  const x = scaleTime()
    .domain([noon(from), noon(last)])
    .range([left, width - right])
    .clamp(true);
  const y = scaleLinear()
    .domain([0, 3])
    .range([height - bottom, top]);
  return ratings.map(({ on, level }) => ({ x: x(noon(on)), y: y(level), level, on }));
}
