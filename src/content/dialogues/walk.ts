import type { Line, Moment, Step, StoryMap } from './story.ts';

/** What is known of all the ways that go on from a moment. */
export type Onward = {
  /** Number of paths to an end. */
  paths: number;
  /** Fewest and most choices to an end. */
  shortest: number;
  longest: number;
  /** Most times that one reply changes the confidence by two or more. */
  leaps: number;
  endings: ReadonlySet<string>;
  /** Decisions that may still come. */
  points: ReadonlySet<string>;
};

/** Every way through a story. */
export type Walk = Onward & {
  moments: readonly Moment[];
  /** Each step once, with the reply that leads there; the beginning has none. */
  steps: readonly { step: Step; from: Moment | null; reply: string | null }[];
  /** Moments from which a story comes back on itself or never ends. */
  endless: readonly Moment[];
};

/** A path of more choices, or a story of more moments, has lost its way: a loop where a variable grows, for instance. */
const LONGEST_PATH = 40;
const MOST_MOMENTS = 5_000;

/** Walks every path of a story. Ways that meet again are walked once, so their number does not matter. */
export function walkStory(map: StoryMap): Walk {
  const known = new Map<Moment, Onward>();
  const onTheWay = new Set<Moment>();
  const endless = new Set<Moment>();
  const steps: { step: Step; from: Moment | null; reply: string | null }[] = [];

  function visit({ lines, moment }: Step): Onward {
    const seen = known.get(moment);
    if (seen) return seen;
    if (onTheWay.has(moment) || onTheWay.size > LONGEST_PATH || known.size > MOST_MOMENTS) {
      endless.add(moment);
      return nothing;
    }
    onTheWay.add(moment);
    const onward = moment.choices.length === 0 ? endOf(lines) : together(moment, moment.choices.map(walk));
    onTheWay.delete(moment);
    known.set(moment, onward);
    return onward;

    function walk(reply: string, choice: number) {
      const step = map.follow(moment, choice)!;
      steps.push({ step, from: moment, reply });
      return { moment: step.moment, onward: visit(step) };
    }
  }

  steps.push({ step: map.start, from: null, reply: null });
  const onward = visit(map.start);
  return { ...onward, moments: [...known.keys()], steps, endless: [...endless] };
}

const nothing: Onward = {
  paths: 0,
  shortest: Number.POSITIVE_INFINITY,
  longest: 0,
  leaps: 0,
  endings: new Set(),
  points: new Set(),
};

function endOf(lines: readonly Line[]): Onward {
  const last = lines.at(-1);
  return { ...nothing, paths: 1, shortest: 0, endings: new Set(last?.kind === 'ending' ? [last.text] : []) };
}

function together(from: Moment, ways: readonly { moment: Moment; onward: Onward }[]): Onward {
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  const leap = ({ moment, onward }: (typeof ways)[number]) =>
    onward.leaps + (Math.abs(moment.confidence - from.confidence) >= 2 ? 1 : 0);
  return {
    paths: sum(ways.map(({ onward }) => onward.paths)),
    shortest: 1 + Math.min(...ways.map(({ onward }) => onward.shortest)),
    longest: 1 + Math.max(...ways.map(({ onward }) => onward.longest)),
    leaps: Math.max(...ways.map(leap)),
    endings: new Set(ways.flatMap(({ onward }) => [...onward.endings])),
    points: new Set([from.point, ...ways.flatMap(({ onward }) => [...onward.points])]),
  };
}
