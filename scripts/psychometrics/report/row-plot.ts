import { scaleLinear } from 'd3-scale';
import {
  BAND,
  BLUE,
  decimals,
  drawing,
  FAINT,
  INK,
  line,
  RED,
  RULE,
  rectangle,
  round,
  shortened,
  text,
} from './figure.ts';

/** A disc or a ring at a value, with an interval around it if there is one. Red when it stands out. */
export type Mark = {
  value: number;
  shape: 'disc' | 'ring';
  interval?: { low: number; high: number };
  standsOut?: boolean;
};

export type RowPlot = {
  id: string;
  /** Name of the horizontal axis, its unit included. */
  axis: string;
  domain: { low: number; high: number };
  /** Where nothing is to be said: shaded. */
  band?: { low: number; high: number };
  /** Where nothing happens: a dashed line. */
  reference?: number;
  legend?: { shape: Mark['shape']; label: string }[];
  rows: { label: string; marks: Mark[] }[];
};

const WIDTH = 760;
const LEFT = 150;
const RIGHT = 24;
const ROW = 18;
const BOTTOM = 44;
const LONGEST_LABEL = 20;

/** One row a question, its figures on a common horizontal axis. Marks outside the axis are drawn on its edge. */
export function rowPlot({ id, axis, domain, band, reference, legend = [], rows }: RowPlot): string {
  const top = legend.length > 0 ? 30 : 10;
  const floor = top + rows.length * ROW + 4;
  const scale = scaleLinear([domain.low, domain.high], [LEFT, WIDTH - RIGHT]).clamp(true);
  const parts: string[] = [];
  if (band) {
    const corner = { x: scale(band.low), y: top };
    parts.push(rectangle(corner, { width: scale(band.high) - scale(band.low), height: floor - top }, BAND));
  }
  for (const tick of scale.ticks(8)) {
    parts.push(line({ x: scale(tick), y: top }, { x: scale(tick), y: floor }, { colour: RULE }));
    parts.push(
      text(scale(tick), floor + 16, decimals(tick, tickDigits(scale.ticks(8))), {
        anchor: 'middle',
        colour: FAINT,
      }),
    );
  }
  if (reference !== undefined) {
    parts.push(line({ x: scale(reference), y: top }, { x: scale(reference), y: floor }, { dashed: true }));
  }
  parts.push(line({ x: LEFT, y: floor }, { x: WIDTH - RIGHT, y: floor }));
  parts.push(text((LEFT + WIDTH - RIGHT) / 2, floor + 36, axis, { anchor: 'middle' }));
  rows.forEach(({ label, marks }, index) => {
    const y = top + index * ROW + ROW / 2;
    parts.push(text(LEFT - 8, y + 4, shortened(label, LONGEST_LABEL), { anchor: 'end' }));
    for (const mark of marks) parts.push(...drawMark(mark, y, scale));
  });
  legend.forEach(({ shape, label }, index) => {
    const x = LEFT + index * 150;
    parts.push(symbol({ x, y: 14 }, shape, BLUE), text(x + 10, 18, label));
  });
  return drawing(id, WIDTH, floor + BOTTOM, parts);
}

function drawMark(
  { value, shape, interval, standsOut }: Mark,
  y: number,
  scale: (value: number) => number,
): string[] {
  const colour = standsOut ? RED : BLUE;
  const parts: string[] = [];
  if (interval) {
    parts.push(line({ x: scale(interval.low), y }, { x: scale(interval.high), y }, { colour, width: 1.5 }));
  }
  parts.push(symbol({ x: scale(value), y }, shape, colour));
  return parts;
}

function symbol({ x, y }: { x: number; y: number }, shape: Mark['shape'], colour: string): string {
  const fill = shape === 'disc' ? colour : '#ffffff';
  return `<circle cx="${round(x)}" cy="${round(y)}" r="4" fill="${fill}" stroke="${shape === 'disc' ? colour : colour || INK}" stroke-width="1.5"/>`;
}

function tickDigits(ticks: readonly number[]): number {
  return ticks.every((tick) => Number.isInteger(tick))
    ? 0
    : ticks.every((tick) => Number.isInteger(tick * 10))
      ? 1
      : 2;
}
