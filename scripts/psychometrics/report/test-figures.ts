import { scaleLinear } from 'd3-scale';
import { difficultiesOf, type ItemParameters, information } from '../../../psychometrics/index.ts';
import {
  BLUE,
  decimals,
  drawing,
  FAINT,
  type Figure,
  INK,
  line,
  RED,
  RULE,
  rectangle,
  round,
  shortened,
  text,
} from './figure.ts';
import type { ItemReport } from './item-report.ts';

const WIDTH = 760;
const REACH = 4;

/** What the whole test tells, and how precise it is, along ability. */
export function informationFigure({ questions }: ItemReport): Figure {
  const items = questions.flatMap(({ parameters }) => (parameters ? [parameters] : []));
  const curve = abilities(0.1).map((ability) => ({ ability, ...precisionAt(items, ability) }));
  const id = 'information';
  const most = Math.max(0.5, ...curve.map((point) => point.information));
  const best = curve.reduce((top, point) => (point.information > top.information ? point : top));
  const panels = [
    panel({
      top: 24,
      name: 'information I(θ)',
      highest: most * 1.08,
      colour: BLUE,
      points: curve.map((p) => [p.ability, p.information]),
    }),
    panel({
      top: 254,
      name: 'standard error of an ability, 1/√(1 + I(θ))',
      highest: 1.05,
      colour: RED,
      points: curve.map((p) => [p.ability, p.error]),
    }),
  ];
  return {
    id,
    title: 'Information: where the test measures well',
    description: `Above, the information the whole test gives along ability θ (0 is the mean of the people, 1 their standard deviation); below, the standard error it leaves when ability is known to be N(0, 1) beforehand. It measures best at ${decimals(best.ability, 1)}.`,
    svg: drawing(id, WIDTH, 490, panels.flat()),
    table: {
      head: ['Ability θ', 'Information', 'Standard error'],
      rows: abilities(0.5).map((ability) => {
        const { information: told, error } = precisionAt(items, ability);
        return [decimals(ability, 1), decimals(told), decimals(error)];
      }),
    },
  };
}

function precisionAt(items: readonly ItemParameters[], ability: number) {
  const told = items.reduce((sum, item) => sum + information(item, ability), 0);
  return { information: told, error: 1 / Math.sqrt(1 + told) };
}

function abilities(step: number): number[] {
  const count = Math.round((2 * REACH) / step);
  return Array.from({ length: count + 1 }, (_, index) => index * step - REACH);
}

function panel(options: {
  top: number;
  name: string;
  highest: number;
  colour: string;
  points: [number, number][];
}): string[] {
  const { top, name, highest, colour, points } = options;
  const floor = top + 170;
  const x = scaleLinear([-REACH, REACH], [60, WIDTH - 24]);
  const y = scaleLinear([0, highest], [floor, top]);
  const parts = [text(60, top - 8, name)];
  for (const tick of y.ticks(5)) {
    parts.push(line({ x: 60, y: y(tick) }, { x: WIDTH - 24, y: y(tick) }, { colour: RULE }));
    parts.push(text(52, y(tick) + 4, y.tickFormat(5)(tick), { anchor: 'end', colour: FAINT }));
  }
  for (const tick of x.ticks(9)) {
    parts.push(text(x(tick), floor + 16, decimals(tick, 0), { anchor: 'middle', colour: FAINT }));
  }
  parts.push(line({ x: 60, y: floor }, { x: WIDTH - 24, y: floor }));
  parts.push(text((36 + WIDTH) / 2, floor + 34, 'ability θ', { anchor: 'middle' }));
  const path = points.map(([ability, value]) => `${round(x(ability))},${round(y(value))}`).join(' ');
  parts.push(`<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>`);
  return parts;
}

const CLASS = 0.25;

/** People and questions on one ability scale (a Wright map). */
export function wrightMap({ questions, abilities: people }: ItemReport): Figure {
  const classes = abilities(CLASS).map((low) => ({ low, people: 0, labels: [] as string[] }));
  const classOf = (ability: number) => {
    const place = Math.floor((ability + REACH) / CLASS + 1e-9);
    return classes[Math.max(0, Math.min(classes.length - 1, place))]!;
  };
  for (const ability of people) classOf(ability).people += 1;
  for (const { id, parameters } of questions) {
    if (!parameters) continue;
    const positions = difficultiesOf(parameters);
    positions.forEach((position, step) => {
      classOf(position).labels.push(positions.length > 1 ? `${id}·${step + 1}` : id);
    });
  }
  const used = trimmed(classes, ({ people: count, labels }) => count > 0 || labels.length > 0);
  const id = 'wright-map';
  return {
    id,
    title: 'Wright map: people and questions on one scale',
    description:
      'On the left, how many people have each ability (EAP); on the right, the questions at their difficulty (question·credit for ordered credits). Where there are people and no questions, the test measures badly; where there are questions and no people, they are wasted.',
    svg: drawing(id, WIDTH, used.length * 18 + 40, mapParts(used)),
    table: {
      head: ['Ability from', 'to', 'People', 'Questions'],
      rows: used
        .map(({ low, people: count, labels }) => [
          low === -REACH ? 'lower' : decimals(low),
          low === REACH ? 'higher' : decimals(low + CLASS),
          String(count),
          labels.join(', ') || '–',
        ])
        .reverse(),
    },
  };
}

/** The list without what is empty at both ends. */
function trimmed<Item>(list: readonly Item[], isUsed: (item: Item) => boolean): Item[] {
  return list.slice(Math.max(0, list.findIndex(isUsed)), list.findLastIndex(isUsed) + 1);
}

function mapParts(classes: readonly { low: number; people: number; labels: readonly string[] }[]): string[] {
  const middle = 330;
  const most = Math.max(1, ...classes.map(({ people }) => people));
  const floor = classes.length * 18 + 10;
  const parts = [
    line({ x: middle, y: 10 }, { x: middle, y: floor }),
    text(middle - 60, floor + 18, 'people', { anchor: 'end' }),
    text(middle + 14, floor + 18, 'questions'),
  ];
  classes.forEach(({ low, people, labels }, index) => {
    const top = floor - (index + 1) * 18;
    const width = (people / most) * (middle - 120);
    if (people > 0) {
      parts.push(rectangle({ x: middle - 50 - width, y: top + 3 }, { width, height: 12 }, BLUE));
      parts.push(
        text(middle - 54 - width, top + 13, String(people), { anchor: 'end', colour: INK, size: 11 }),
      );
    }
    if (Number.isInteger(low * 2))
      parts.push(text(middle - 8, top + 22, decimals(low, 1), { anchor: 'end', colour: FAINT }));
    if (labels.length > 0) parts.push(text(middle + 14, top + 13, shortened(labels.join('  '), 62)));
  });
  return parts;
}
