import type { Professions } from '../../content/index.ts';
import type { LiveWorkshop } from '../live/live.store.ts';
import type { Commitment } from '../live/participants.store.ts';
import type { LiveRound } from '../live/steps.ts';
import { leadersOf } from '../live/tally.ts';
import { disagreementText, groupName, letterOf } from '../live/words.ts';

/** What is left of a workshop: counts, disagreements, what the team will do. No name, nobody told apart. */
export type WorkshopRecord = {
  title: string;
  label: string;
  participants: number;
  rounds: readonly RecordedRound[];
  commitments: readonly string[];
};
type RecordedRound = {
  title: string;
  question: string;
  voters: number;
  options: readonly { letter: string; text: string; count: number | null; leads: boolean; point: boolean }[];
  verdict: string;
  groups: readonly { name: string; voters: number; counts: readonly number[] }[];
  ending: string | null;
};

export function recordOf(
  { title, label, participants }: LiveWorkshop,
  rounds: readonly LiveRound[],
  commitments: readonly Commitment[],
  professions: Professions,
): WorkshopRecord {
  return {
    title,
    label,
    participants: participants ?? 0,
    rounds: rounds.flatMap((round) => recordedRound(round, professions) ?? []),
    commitments: commitments.flatMap(({ text, status }) => (status === 'accepted' ? [text] : [])),
  };
}

/** « CPE (3) : A 1, B 2. AED (4) : A 4, B 0 », each group with all its votes. */
export function groupsText({ groups, options }: Pick<RecordedRound, 'groups' | 'options'>): string {
  return groups
    .map(
      ({ name, voters, counts }) =>
        `${name} (${voters}) : ${counts.map((count, index) => `${options[index]!.letter}\u00a0${count}`).join(', ')}`,
    )
    .join('. ');
}

function recordedRound({ body, tally, after }: LiveRound, professions: Professions): RecordedRound | null {
  if (!tally) return null;
  const leaders = tally.counts ? leadersOf(tally.counts) : [];
  return {
    title: body.title,
    question: body.question,
    voters: tally.voters,
    options: body.options.map(({ id, text }) => ({
      letter: letterOf(id),
      text,
      count: tally.counts?.[id] ?? null,
      leads: leaders.includes(id),
      point: body.points.includes(id),
    })),
    verdict: disagreementText(tally, professions),
    groups: tally.groups.map((group) => ({
      name: groupName(group, professions),
      voters: group.voters,
      counts: body.options.map(({ id }) => group.counts[id] ?? 0),
    })),
    ending: after?.ending ? `${after.ending.title} ${after.ending.text}` : null,
  };
}
