import { scaleLinear } from 'd3-scale';
import { CUT_SCORES, type LevelReading } from '../../../psychometrics/index.ts';

/** The zones are drawn equally wide: the cuts are equally far apart, and what is further out stands at the edge. */
const [first, second, third] = CUT_SCORES.cuts;
const step = second - first;
const domain = [first - step, third + step];

/** A band thinner than this could not be seen. */
const THINNEST = 4;
/** The mark of the most probable point stays whole at the edges. */
const HALF_MARK = 5;

/** Where a band stands in a drawing of a given width: zones of levels, the band, the most probable point. */
export function placeBand(reading: Pick<LevelReading, 'band' | 'mean'>, width: number) {
  const place = scaleLinear().domain(domain).range([0, width]).clamp(true);
  const left = Math.min(place(reading.band.low), width - THINNEST);
  const right = place(reading.band.high);
  const point = Math.min(Math.max(place(reading.mean), HALF_MARK), width - HALF_MARK);
  return { left, width: Math.max(THINNEST, right - left), point };
}

/** Edges of the four zones in a drawing of a given width, the outer ones included. */
export function placeZones(width: number): number[] {
  const place = scaleLinear().domain(domain).range([0, width]);
  return [0, ...CUT_SCORES.cuts.slice(0, 3).map(place), width];
}
