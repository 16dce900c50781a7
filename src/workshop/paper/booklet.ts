import type { Line, StoryMap } from '../../content/index.ts';
import type { Said } from '../live/rounds.ts';

// A conversation on paper: exchanges with a number, and where each reply leads, as in a book whose reader chooses.

/** What is put before the room: what has just been said, and the replies. */
export type Exchange = {
  number: number;
  /** Said whichever reply led here. */
  said: readonly Said[];
  replies: readonly BookletReply[];
};
export type BookletReply = {
  text: string;
  feedback: string;
  /** Whether it opens or closes the person opposite. */
  effect: -1 | 0 | 1;
  outcomes: readonly Outcome[];
};
/** Where a reply leads; several when it depends on what came before. */
export type Outcome = {
  said: readonly Said[];
  leadsTo: { exchange: number } | 'the-end';
  /** Confidences, before the reply, that lead there; null when they do not tell, or when nothing else is possible. */
  confidence: { from: number; to: number } | null;
};

type Step = StoryMap['start'];
type Moment = Step['moment'];
type Way = { confidence: number; next: Step };
type Draft = { number: number; arrivals: Said[][]; texts: readonly string[]; ways: Way[][] };

/**
 * The exchanges of a story, numbered in the order they may be met. Sentences that hang on more than the confidence are told
 * as the first way there tells them. A story has thousands of moments, a second or two of work: `pause` lets others pass.
 */
export async function bookletOf(
  story: StoryMap,
  pause: () => Promise<void> = async () => {},
): Promise<Exchange[]> {
  const drafts = await draftExchanges(story, pause);
  const common = new Map([...drafts].map(([key, { arrivals }]) => [key, commonEnd(arrivals)]));
  return [...drafts].map(([key, { number, texts, ways }]) => ({
    number,
    said: common.get(key)!,
    replies: texts.map((text, index) => replyOf(text, ways[index]!, drafts, common)),
  }));
}

async function draftExchanges(story: StoryMap, pause: () => Promise<void>): Promise<Map<string, Draft>> {
  const drafts = new Map<string, Draft>();
  const seen = new Set<Moment>();
  const waiting: Step[] = [story.start];
  for (let step = waiting.shift(); step; step = waiting.shift()) {
    const { moment } = step;
    if (moment.choices.length === 0) continue;
    const key = keyOf(step);
    const draft = drafts.get(key) ?? {
      number: drafts.size + 1,
      arrivals: [],
      texts: moment.choices,
      ways: moment.choices.map(() => []),
    };
    drafts.set(key, draft);
    draft.arrivals.push(step.lines.filter(isSaid));
    if (seen.has(moment)) continue;
    seen.add(moment);
    await pause();
    for (const [index, ways] of draft.ways.entries()) {
      const next = story.follow(moment, index)!;
      if (!ways.some((way) => isSameWay(way, moment, next)))
        ways.push({ confidence: moment.confidence, next });
      waiting.push(next);
    }
  }
  return drafts;
}

/**
 * The same replies at the same decision are one exchange, whatever was said before. All ends are one: which of them it is
 * hangs on more than paper can follow, and the room says which it lived.
 */
function keyOf({ moment: { point, choices } }: Step): string {
  return choices.length > 0 ? JSON.stringify([point, choices]) : '';
}

function replyOf(
  text: string,
  ways: readonly Way[],
  drafts: ReadonlyMap<string, Draft>,
  common: ReadonlyMap<string, readonly Said[]>,
): BookletReply {
  const change = ways.reduce((sum, { confidence, next }) => sum + next.moment.confidence - confidence, 0);
  const byPlace = new Map<string, Way[]>();
  for (const way of ways) {
    const place = keyOf(way.next);
    byPlace.set(place, [...(byPlace.get(place) ?? []), way]);
  }
  const spans = [...byPlace.values()].map((some) => some.map(({ confidence }) => confidence));
  const tells = spans.length > 1 && areApart(spans);
  return {
    text,
    feedback: ways[0]!.next.lines.find(({ kind }) => kind === 'feedback')?.text ?? '',
    effect: Math.sign(change) as -1 | 0 | 1,
    outcomes: [...byPlace].map(([key, some]) => {
      const said = some[0]!.next.lines.filter(isSaid);
      const exchange = drafts.get(key)?.number;
      const confidences = some.map(({ confidence }) => confidence);
      return {
        said: said.slice(0, said.length - (common.get(key)?.length ?? 0)),
        leadsTo: exchange === undefined ? 'the-end' : { exchange },
        confidence: tells ? { from: Math.min(...confidences), to: Math.max(...confidences) } : null,
      };
    }),
  };
}

/** Whether a way that leads there from the same confidence is known already. */
function isSameWay(way: Way, from: Moment, next: Step): boolean {
  return (
    way.confidence === from.confidence &&
    way.next.moment.confidence === next.moment.confidence &&
    keyOf(way.next) === keyOf(next)
  );
}

/** Whether no span of confidences reaches into another. */
function areApart(spans: readonly number[][]): boolean {
  const sorted = spans
    .map((span) => ({ from: Math.min(...span), to: Math.max(...span) }))
    .sort((one, other) => one.from - other.from);
  return sorted.every(({ from }, index) => index === 0 || sorted[index - 1]!.to < from);
}

function commonEnd(arrivals: readonly Said[][]): Said[] {
  const [first = [], ...others] = arrivals;
  let length = first.length;
  for (const other of others) {
    let same = 0;
    while (same < length && isSame(first.at(-1 - same), other.at(-1 - same))) same += 1;
    length = same;
  }
  return length === 0 ? [] : first.slice(-length);
}

function isSame(one: Said | undefined, other: Said | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function isSaid(line: Line): line is Said {
  return line.kind === 'speech' || line.kind === 'narration';
}
