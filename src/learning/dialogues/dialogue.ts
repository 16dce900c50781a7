import type { Dialogue, Line, Moment, StoryMap } from '../../content/index.ts';

export type Said = Extract<Line, { kind: 'speech' | 'narration' }>;

/** What follows a reply: what it made the other hear, what is said then, and what may be answered. */
export type Scene = {
  reply: string | null;
  feedback: string | null;
  lines: readonly Said[];
  /** From 0, closed, to 4, trusting. */
  confidence: number;
  /** How much the reply opened, or closed when below zero. */
  change: number;
  moment: Moment;
};
export type Ending = Dialogue['endings'][number];
export type Play = {
  /** The beginning, then one scene a reply. */
  scenes: readonly Scene[];
  /** What may be answered now; nothing once it is over. */
  choices: readonly string[];
  confidence: number;
  ending: Ending | null;
};

/**
 * A conversation told from the replies chosen, each by its place among those offered. Null when they do not fit this story:
 * it was written again since.
 */
export function play(dialogue: Dialogue, story: StoryMap, path: readonly number[]): Play | null {
  let step = story.start;
  const scenes: Scene[] = [sceneOf(step, null)];
  for (const choice of path) {
    const before = step.moment;
    const next = story.follow(before, choice);
    if (!next) return null;
    scenes.push(sceneOf(next, { reply: before.choices[choice]!, from: before }));
    step = next;
  }
  const last = step.lines.at(-1);
  const ending =
    last?.kind === 'ending' ? (dialogue.endings.find(({ id }) => id === last.text) ?? null) : null;
  const { choices, confidence } = step.moment;
  return { scenes, choices, confidence: shown(confidence), ending };
}

function sceneOf(
  { lines, moment }: StoryMap['start'],
  answer: { reply: string; from: Moment } | null,
): Scene {
  const confidence = shown(moment.confidence);
  return {
    reply: answer?.reply ?? null,
    feedback: lines.find(({ kind }) => kind === 'feedback')?.text ?? null,
    lines: lines.filter((line): line is Said => line.kind === 'speech' || line.kind === 'narration'),
    confidence,
    change: answer ? confidence - shown(answer.from.confidence) : 0,
    moment,
  };
}

function shown(confidence: number): number {
  return Math.min(4, Math.max(0, confidence));
}
