import type { Decision, Need } from '../../content/index.ts';
import type { Proposal } from './proposal.ts';

/** Among the first proposals, another gesture each day: somebody who comes back finds something else. */
const GESTURES = 5;

export function gestureOfDay(proposals: readonly Proposal[], day: string): Proposal | undefined {
  const leading = proposals[0]?.reason.kind;
  const first = proposals.slice(0, GESTURES).filter(({ reason }) => reason.kind === leading);
  return first[daysOf(day) % first.length];
}

function daysOf(day: string): number {
  return Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
}

export type RehearsalProposal = { decision: Decision; reason: 'need' | 'core' | 'other' };

/** The rehearsal that may help: for the need said, then at the core of the métier; what was rehearsed longest ago first. */
export function proposeRehearsal(
  decisions: readonly Decision[],
  { need, core }: { need: Need | null; core: readonly string[] },
  rehearsed: ReadonlyMap<string, string>,
): RehearsalProposal | undefined {
  const reasonFor = ({ needs, competences }: Decision): RehearsalProposal['reason'] => {
    if (need && needs.includes(need)) return 'need';
    return competences.some((code) => core.includes(code)) ? 'core' : 'other';
  };
  const rank = { need: 0, core: 1, other: 2 };
  const proposals = decisions.map((decision) => ({ decision, reason: reasonFor(decision) }));
  const last = ({ decision }: RehearsalProposal) => rehearsed.get(decision.id) ?? '';
  return proposals.toSorted(
    (a, b) => rank[a.reason] - rank[b.reason] || (last(a) < last(b) ? -1 : last(a) > last(b) ? 1 : 0),
  )[0];
}
