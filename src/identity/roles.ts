import type { Membership, Viewer } from '../web/index.ts';

export const ROLE_NAMES: Record<Membership['role'], string> = {
  agent: 'Membre du personnel',
  referent: 'Référent ou référente décrochage',
  direction: 'Direction',
  formateur: 'Formation académique',
  academie: 'Académie',
  national: 'Ministère',
};

/** Roles that act for others, or open the files of young people. */
const SENSITIVE: readonly Membership['role'][] = [
  'referent',
  'direction',
  'formateur',
  'academie',
  'national',
];

/** The same person without the roles that one factor does not open; what they may do for themselves stays. */
export function withholding(viewer: Viewer): Viewer {
  const withheld = viewer.memberships.filter(({ role }) => SENSITIVE.includes(role));
  if (withheld.length === 0) return viewer;
  return { ...viewer, memberships: viewer.memberships.filter((held) => !withheld.includes(held)), withheld };
}
