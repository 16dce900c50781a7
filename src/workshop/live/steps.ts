import type { After, RoundBody } from './rounds.ts';
import type { Tally } from './tally.ts';

export type Stage = 'welcome' | 'reading' | 'rounds' | 'commitments' | 'ended';

/** A round of a live workshop, as it stands. */
export type LiveRound = {
  number: number;
  body: RoundBody;
  state: 'open' | 'closed' | 'revealed';
  followed: string | null;
  after: After | null;
  tally: Tally | null;
};

/** What a trainer may do next; the first is the one the guide expects. */
export type Step =
  | { step: 'read' }
  | { step: 'open'; round: number }
  | { step: 'close'; round: number }
  | { step: 'reveal'; round: number }
  | { step: 'follow'; round: number; reply: string }
  | { step: 'commit' }
  | { step: 'end' };

/** `rounds`: how many there are to open; null when only the story knows. */
export function stepsFrom(stage: Stage, last: LiveRound | null, rounds: number | null): Step[] {
  switch (stage) {
    case 'welcome':
      return [{ step: 'read' }];
    case 'reading':
      return [{ step: 'open', round: 1 }];
    case 'rounds':
      return last ? stepsInRound(last, rounds) : [];
    case 'commitments':
      return [{ step: 'end' }];
    case 'ended':
      return [];
  }
}

function stepsInRound({ number, state, body, followed, after }: LiveRound, rounds: number | null): Step[] {
  if (state === 'open') return [{ step: 'close', round: number }];
  if (state === 'closed') return [{ step: 'reveal', round: number }];
  const commit: Step = { step: 'commit' };
  if (rounds === null && followed === null)
    return [...body.options.map(({ id }): Step => ({ step: 'follow', round: number, reply: id })), commit];
  const over = rounds === null ? after?.ending != null : number >= rounds;
  return over ? [commit] : [{ step: 'open', round: number + 1 }, commit];
}

/** Whether a step asked for is one of those that may be taken: a page left behind asks for one that is over. */
export function isAmong(steps: readonly Step[], asked: Step): boolean {
  return steps.some((step) => JSON.stringify(step) === JSON.stringify(asked));
}

const NUMBER = /^[1-9]\d?$/;

/** A step as a form of ours sends it; null when it is none. */
export function parseStep(step: string, round: string, reply: string): Step | null {
  const number = NUMBER.test(round) ? Number(round) : 0;
  switch (step) {
    case 'read':
    case 'commit':
    case 'end':
      return { step };
    case 'open':
    case 'close':
    case 'reveal':
      return { step, round: number };
    case 'follow':
      return { step, round: number, reply };
    default:
      return null;
  }
}
