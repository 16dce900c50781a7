import type { Step } from './campaign.ts';

/** How many of the people of a group began and finished each step, and any or all of them. */
export type Counts = {
  joined: number;
  begun: number;
  finished: number;
  steps: { step: Step; begun: number; finished: number }[];
};

/** Below so many people, nothing is said but how many joined. */
export const FEWEST_IN_GROUP = 5;

/** A number of people as whoever proposes the group may read it: by whole fives, so that nobody is told apart. */
export type Floor = (people: number) => number;

export type ShownProgress =
  | { joined: number; enough: false }
  | {
      joined: number;
      enough: true;
      begun: number;
      finished: number;
      steps: { step: Step; begun: number; finished: number }[];
    };

export function showProgress({ joined, begun, finished, steps }: Counts, floor: Floor): ShownProgress {
  if (joined < FEWEST_IN_GROUP) return { joined, enough: false };
  return {
    joined,
    enough: true,
    begun: floor(begun),
    finished: floor(finished),
    steps: steps.map(({ step, ...counts }) => ({
      step,
      begun: floor(counts.begun),
      finished: floor(counts.finished),
    })),
  };
}

/** « au moins 10 », or that there are too few to say. */
export function atLeastText(people: number): string {
  return people === 0 ? 'moins de 5' : `au moins ${people}`;
}
