import type { DecisionCard } from '../../content/index.ts';
import { isOver, nextTry, type Try } from '../modules/steps.ts';

export type Moment = DecisionCard['rehearsal']['steps'][number];

/** A rehearsal being played. It is kept by the address alone: nothing of it is stored. */
export type Played = {
  moments: readonly { moment: Moment; tries: readonly Try[] }[];
  /** The moment to show, from 1; one more than there are, for the words to say aloud. */
  place: number;
};

/** What the fields of a form or of an address say was played; what makes no sense in them is left out. */
export function readPlayed(
  { rehearsal: { steps } }: DecisionCard,
  fields: Readonly<Record<string, readonly string[]>>,
): Played {
  const moments: { moment: Moment; tries: readonly Try[] }[] = [];
  for (const moment of steps) {
    const reached = moments.every(({ tries }) => isOver(tries));
    moments.push({
      moment,
      tries: reached
        ? triesOf(
            moment,
            (fields[moment.id] ?? []).flatMap((chosen) => chosen.split(' ')),
          )
        : [],
    });
  }
  return { moments, place: placeAmong(moments, Number(fields.moment?.[0])) };
}

function triesOf(moment: Moment, chosen: readonly string[]): Try[] {
  const tries: Try[] = [];
  for (const option of chosen) {
    const next = nextTry(moment, tries, option);
    if ('refused' in next) break;
    tries.push(next);
  }
  return tries;
}

/** The place asked for, when it is reached; otherwise the furthest one. */
function placeAmong(moments: Played['moments'], asked: number): number {
  const waiting = moments.findIndex(({ tries }) => !isOver(tries));
  const furthest = waiting < 0 ? moments.length + 1 : waiting + 1;
  return Number.isInteger(asked) && asked >= 1 && asked <= furthest ? asked : furthest;
}

export function isPlayed({ moments }: Played): boolean {
  return moments.every(({ tries }) => isOver(tries));
}

/** The same, as names and values of a form or of an address. */
export function fieldsOf({ moments }: Played): [string, string][] {
  return moments
    .filter(({ tries }) => tries.length > 0)
    .map(({ moment, tries }) => [moment.id, tries.map(({ option }) => option).join(' ')]);
}

/** `?s1=b+a&moment=2`; empty when nothing is played yet. */
export function addressOf(played: Played, place: number = played.place): string {
  const query = new URLSearchParams(fieldsOf(played));
  if (query.size === 0) return '';
  query.set('moment', String(place));
  return `?${query}`;
}
