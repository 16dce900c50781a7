import type { Dialogue } from '../../content/index.ts';
import type { Reason, Situation } from './proposal.ts';

export type DialogueProposal = { dialogue: Dialogue; reason: Reason | { kind: 'begun' } };

/** Conversations begun and not over, and those played to an end, by id. */
export type Played = { begun: ReadonlySet<string>; ended: ReadonlySet<string> };

/**
 * Conversations for a person, in the order they may help: the one they left, what they say they need now, then what they
 * know less of, then the core of the métier. What was played to an end comes no more.
 */
export function proposeDialogues(
  dialogues: readonly Dialogue[],
  situation: Omit<Situation, 'modules' | 'finished'>,
  { begun, ended }: Played,
): DialogueProposal[] {
  return dialogues
    .filter(({ professions }) => professions === 'all' || professions.includes(situation.profession))
    .filter(({ id }) => begun.has(id) || !ended.has(id))
    .map((dialogue) => ({
      dialogue,
      reason: begun.has(dialogue.id) ? ({ kind: 'begun' } as const) : reasonFor(dialogue, situation),
    }))
    .map((proposal, index) => ({ proposal, index, rank: rankOf(proposal.reason) }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ proposal }) => proposal);
}

function reasonFor(
  { needs, competences }: Dialogue,
  { need, levels, core }: Pick<Situation, 'need' | 'levels' | 'core'>,
): Reason {
  if (need && needs.includes(need)) return { kind: 'need', need };
  const measured = competences.flatMap((code) => levels.get(code) ?? []);
  if (measured.length > 0) return { kind: 'measured', level: Math.min(...measured) };
  return competences.some((code) => core.includes(code)) ? { kind: 'core' } : { kind: 'other' };
}

function rankOf(reason: DialogueProposal['reason']): number {
  switch (reason.kind) {
    case 'begun':
      return 0;
    case 'need':
      return 1;
    case 'measured':
      return 2 + reason.level / 10;
    case 'core':
      return 3;
    case 'other':
      return 4;
  }
}
