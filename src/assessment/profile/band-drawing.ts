import { scaleLinear } from 'd3-scale';
import { CUT_SCORES, type LevelReading } from '../../../psychometrics/index.ts';

/** The zones are drawn equally wide: the cuts are equally far apart, and what is further out stands at the edge. */
const [first, second, third] = CUT_SCORES.cuts;
const step = second - first;
const domain = [first - step, third + step];

/** Where a band stands in a drawing of a given width: zones of levels, the band, the most probable point. */
export function placeBand(reading: Pick<LevelReading, 'band' | 'mean'>, width: number) {
  const place = scaleLinear().domain(domain).range([0, width]).clamp(true);
  const left = place(reading.band.low);
  const right = place(reading.band.high);
  return { left, width: Math.max(4, right - left), point: place(reading.mean) };
}

/** Edges of the four zones in a drawing of a given width, the outer ones included. */
export function placeZones(width: number): number[] {
  const place = scaleLinear().domain(domain).range([0, width]);
  return [0, ...CUT_SCORES.cuts.slice(0, 3).map(place), width];
}
