import { scaleLinear, scalePoint } from 'd3-scale';
import type { Share } from '../protection/share.ts';
import { type CurveStep, worthSaying } from './report.ts';

/** In the units of the drawing of one share: the bar, and the interval as a line over it. */
export const BAR = { width: 400, height: 22 } as const;

export function placeShare({ share, low, high }: { share: number; low: number; high: number }) {
  const x = scaleLinear().domain([0, 1]).range([0, BAR.width]);
  return { end: x(share), from: x(low), until: x(high) };
}

export const CHART = { width: 380, height: 216, left: 44, right: 14, top: 20, bottom: 38 } as const;

/** A curve that falls by steps, and the band of its intervals, between 0 and 100 %. */
export function placeCurve(steps: readonly CurveStep[], last: number) {
  const { width, height, left, right, top, bottom } = CHART;
  const x = scaleLinear()
    .domain([0, last])
    .range([left, width - right])
    .clamp(true);
  const y = scaleLinear()
    .domain([0, 1])
    .range([height - bottom, top]);
  const stairs = (value: (step: CurveStep) => number) =>
    steps.flatMap((step, index) => {
      const next = steps[index + 1]?.at ?? last;
      return [`${x(step.at)},${y(value(step))}`, `${x(next)},${y(value(step))}`];
    });
  return {
    line: stairs(({ share }) => share).join(' '),
    band: [...stairs(({ low }) => low), ...stairs(({ high }) => high).reverse()].join(' '),
    rows: [0, 0.25, 0.5, 0.75, 1].map((share) => ({ share, y: y(share) })),
    months: x.ticks(Math.min(6, last)).map((month) => ({ month, x: x(month) })),
  };
}

/** Shares of successive years and their intervals, joined where they are known; an aim as a level line. */
export function placeLine(points: readonly { label: string; share: Share }[], aim: number | null) {
  const { width, height, left, right, top, bottom } = CHART;
  const highs = points.flatMap(({ share }) => ('none' in share ? [] : [share.high]));
  const highest = Math.max(...highs, aim ?? 0, 0.01);
  const x = scalePoint<string>()
    .domain(points.map(({ label }) => label))
    .range([left + 24, width - right - 40]);
  const y = scaleLinear()
    .domain([0, highest])
    .nice()
    .range([height - bottom, top]);
  return {
    points: points.map(({ label, share }) => ({
      label,
      x: x(label)!,
      known:
        'none' in share
          ? null
          : {
              share: worthSaying(share.share, share.among),
              y: y(share.share),
              lowest: y(share.low),
              highest: y(share.high),
            },
    })),
    aim: aim === null ? null : y(aim),
    rows: y.ticks(4).map((value) => ({ value, y: y(value) })),
  };
}
