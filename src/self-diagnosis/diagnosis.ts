import { confirmedSchools } from '../identity/index.ts';
import type { Viewer } from '../web/index.ts';

/** From so many sheets on a school may be told what its staff see; below, nothing at all. */
export const FEWEST_SHEETS = 5;

export type Diagnosis = {
  id: string;
  school: string;
  schoolName: string;
  year: number;
  openedAt: Date;
  closedAt: Date | null;
};

/** The schools somebody is known to work in, each once. */
export const schoolsOf = (viewer: Viewer): string[] => confirmedSchools(viewer);

/** Whether somebody opens, closes and decides for a school: its head, or who runs its GPDS. */
export function leads({ memberships }: Viewer, school: string): boolean {
  return memberships.some(
    (membership) =>
      membership.school === school && (membership.role === 'direction' || membership.role === 'referent'),
  );
}
