import type { Professions } from '../../content/index.ts';
import { type Disagreement, disagreementOf, type Group, leadersOf, type Tally } from './tally.ts';

export function groupName({ profession }: Pick<Group, 'profession'>, professions: Professions): string {
  return profession === 'others' ? 'Autres métiers ensemble' : professions[profession].label;
}

/** « 12 votes sur 20 ». */
export function votesText(voters: number, people: number): string {
  return `${voters} ${voters > 1 ? 'votes' : 'vote'} sur ${people}`;
}

export const letterOf = (id: string) => id.toUpperCase();

/** « A », « A et C », « A, B et C ». */
export function lettersText(ids: readonly string[]): string {
  const letters = ids.map(letterOf);
  const last = letters.pop() ?? '';
  return letters.length === 0 ? last : `${letters.join(', ')} et ${last}`;
}

/** What the counts say, in a sentence or two. */
export function disagreementText(tally: Tally, professions: Professions): string {
  if (!tally.counts)
    return tally.voters === 0
      ? 'Personne n’a voté dans ce tour.'
      : 'Moins de trois votes : le détail n’est pas montré, il dirait qui a choisi quoi.';
  const { room, apart }: Disagreement = disagreementOf(tally);
  const leaders = leadersOf(tally.counts);
  const whole =
    room === 'agreed'
      ? `La salle penche nettement pour ${lettersText(leaders)}.`
      : `La salle est partagée${leaders.length > 1 ? ` entre ${lettersText(leaders)}` : `, ${lettersText(leaders)} devant`}.`;
  if (apart.length === 0) return whole;
  const others = apart.map(
    (group) => `${groupName(group, professions)} : plutôt ${lettersText(leadersOf(group.counts))}`,
  );
  return `${whole} ${others.join(' ; ')}.`;
}
