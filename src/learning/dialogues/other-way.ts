import { setImmediate as othersFirst } from 'node:timers/promises';
import type { Dialogue, Moment, StoryMap } from '../../content/index.ts';
import { type Play, play } from './dialogue.ts';

/** A decision of a path, and a reply that was not chosen there. */
export type Fork = { decision: number; choice: number };

/**
 * The decision that weighed most: where another reply would have opened most, compared with the one chosen. When none would
 * have, where the one chosen avoided the worst.
 */
export function pivotOf(story: StoryMap, { scenes }: Play, path: readonly number[]): Fork | null {
  const forks = path.flatMap((chosen, decision) => {
    const { moment } = scenes[decision]!;
    const opens = moment.choices.map((_, choice) => confidenceAfter(story, moment, choice));
    return opens.flatMap((confidence, choice) =>
      choice === chosen ? [] : [{ decision, choice, gain: confidence - opens[chosen]! }],
    );
  });
  const [best] = forks.toSorted((one, other) => other.gain - one.gain);
  const [worst] = forks.toSorted((one, other) => one.gain - other.gain);
  const fork = best && best.gain > 0 ? best : worst;
  return fork ? { decision: fork.decision, choice: fork.choice } : null;
}

/** The conversation had this other reply been chosen, then the best that could follow. Null when there is no such reply. */
export async function otherWay(
  dialogue: Dialogue,
  story: StoryMap,
  path: readonly number[],
  { decision, choice }: Fork,
): Promise<Play | null> {
  if (decision < 0 || decision >= path.length || path[decision] === choice) return null;
  const taken = [...path.slice(0, decision), choice];
  const begun = play(dialogue, story, taken);
  if (!begun) return null;
  const onward = await bestOnward(dialogue, story, begun);
  return play(dialogue, story, [...taken, ...onward.path]);
}

type Onward = { path: readonly number[]; ending: number; confidence: number };

/** What was already looked for, story by story. */
const found = new WeakMap<StoryMap, Map<Moment, Onward>>();

/** A story has up to some thousands of moments, half a millisecond each: other requests are served between a few of them. */
const STEPS_AT_ONCE = 20;

/**
 * The way to the most favourable ending: endings are listed from the one that helps most. Replies that open most are tried
 * first, and the first way to the best ending is enough; between equal endings, the most open, then the shortest.
 */
async function bestOnward(dialogue: Dialogue, story: StoryMap, { scenes }: Play): Promise<Onward> {
  const known = found.get(story) ?? new Map<Moment, Onward>();
  found.set(story, known);
  let steps = 0;

  async function explore(moment: Moment, ending: string | null): Promise<Onward> {
    const kept = known.get(moment);
    if (kept) return kept;
    steps += 1;
    if (steps % STEPS_AT_ONCE === 0) await othersFirst();
    let best: Onward | null = null;
    for (const choice of mostOpenFirst(story, moment)) {
      const step = story.follow(moment, choice)!;
      const last = step.lines.at(-1);
      const { path, ...end } = await explore(step.moment, last?.kind === 'ending' ? last.text : null);
      const way = { path: [choice, ...path], ...end };
      if (best === null || isBetter(way, best)) best = way;
      if (best.ending === 0) break;
    }
    const onward = best ?? {
      path: [],
      ending: dialogue.endings.findIndex(({ id }) => id === ending),
      confidence: moment.confidence,
    };
    known.set(moment, onward);
    return onward;
  }

  const { moment } = scenes.at(-1)!;
  return explore(moment, null);
}

function mostOpenFirst(story: StoryMap, moment: Moment): number[] {
  const after = moment.choices.map((_, choice) => confidenceAfter(story, moment, choice));
  return moment.choices.map((_, choice) => choice).sort((one, other) => after[other]! - after[one]!);
}

function isBetter(one: Onward, other: Onward): boolean {
  if (one.ending !== other.ending) return one.ending < other.ending;
  if (one.confidence !== other.confidence) return one.confidence > other.confidence;
  return one.path.length < other.path.length;
}

function confidenceAfter(story: StoryMap, moment: Moment, choice: number): number {
  return story.follow(moment, choice)!.moment.confidence;
}
