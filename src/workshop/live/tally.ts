import type { Profession } from '../../content/index.ts';

/** No group of fewer people is told apart, and no count is told of fewer votes. */
export const FEWEST = 3;
/** While votes come, the screen moves on by so many votes at least, from so many on. */
export const STEP = 3;
export const FEWEST_WHILE_OPEN = 5;

/** How many people of a métier chose exactly this. */
export type Ballots = { profession: Profession; choices: readonly string[]; people: number };

export type Counts = Readonly<Record<string, number>>;
/** Several métiers at once when each is too small to be told apart; « others » then. */
export type Group = { profession: Profession | 'others'; voters: number; counts: Counts };
/** What may be shown of a round: no counts below three votes, no group of one or two people. */
export type Tally = { voters: number; counts: Counts | null; groups: readonly Group[] };

/**
 * Counts votes, and says by métier only what singles nobody out: métiers of one or two people go together, and when that
 * leaves one or two people apart — whom the totals less the groups would give away — the smallest group joins them.
 */
export function tallyOf(ballots: readonly Ballots[], options: readonly string[]): Tally {
  const voters = peopleOf(ballots);
  if (voters < FEWEST) return { voters, counts: null, groups: [] };
  return { voters, counts: countsOf(ballots, options), groups: groupsOf(ballots, options) };
}

/** The same while votes come: nothing of a métier. */
export function tallyWhileOpen(ballots: readonly Ballots[], options: readonly string[]): Tally {
  const voters = peopleOf(ballots);
  return { voters, counts: voters < FEWEST_WHILE_OPEN ? null : countsOf(ballots, options), groups: [] };
}

function groupsOf(ballots: readonly Ballots[], options: readonly string[]): Group[] {
  const byProfession = new Map<Profession, Ballots[]>();
  for (const ballot of ballots)
    byProfession.set(ballot.profession, [...(byProfession.get(ballot.profession) ?? []), ballot]);
  const sorted = [...byProfession].sort(
    ([name, one], [other, two]) => peopleOf(two) - peopleOf(one) || name.localeCompare(other),
  );
  const apart = sorted.filter(([, some]) => peopleOf(some) >= FEWEST);
  const together = sorted.filter(([, some]) => peopleOf(some) < FEWEST).flatMap(([, some]) => some);
  while (together.length > 0 && peopleOf(together) < FEWEST && apart.length > 0)
    together.push(...apart.pop()![1]);
  const groups = [
    ...apart.map(([profession, some]) => groupOf(profession, some, options)),
    ...(together.length > 0 ? [groupOf('others', together, options)] : []),
  ];
  // One group alone says again what the totals say.
  return groups.length > 1 ? groups : [];
}

function groupOf(
  profession: Group['profession'],
  ballots: readonly Ballots[],
  options: readonly string[],
): Group {
  return { profession, voters: peopleOf(ballots), counts: countsOf(ballots, options) };
}

function countsOf(ballots: readonly Ballots[], options: readonly string[]): Counts {
  return Object.fromEntries(
    options.map((option) => [option, peopleOf(ballots.filter(({ choices }) => choices.includes(option)))]),
  );
}

function peopleOf(ballots: readonly Ballots[]): number {
  return ballots.reduce((sum, { people }) => sum + people, 0);
}

/** The options most chosen, in their order; several when they are even. */
export function leadersOf(counts: Counts): string[] {
  const most = Math.max(0, ...Object.values(counts));
  return most === 0 ? [] : Object.keys(counts).filter((option) => counts[option] === most);
}

export type Disagreement = {
  /** `agreed`: three in five chose it; `split`: no option has three in five; null: nothing may be said. */
  room: 'agreed' | 'split' | null;
  /** Groups that put another option first than the whole room. */
  apart: readonly Group[];
};

const MOST_AGREE = 0.6;

export function disagreementOf({ voters, counts, groups }: Tally): Disagreement {
  if (!counts) return { room: null, apart: [] };
  const leaders = leadersOf(counts);
  const first = leaders[0];
  const agreed = leaders.length === 1 && first !== undefined && (counts[first] ?? 0) >= MOST_AGREE * voters;
  const apart = groups.filter(
    (group) =>
      leadersOf(group.counts).length > 0 && !leadersOf(group.counts).some((own) => leaders.includes(own)),
  );
  return { room: agreed ? 'agreed' : 'split', apart };
}
