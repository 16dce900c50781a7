import type { staff, Viewer } from '../web/index.ts';

const ROLES = new Set(['formateur', 'direction', 'referent']);

export function leadsWorkshops({ memberships }: Viewer): boolean {
  return memberships.some(({ role }) => ROLES.has(role));
}

/** Who leads workshops; to everybody else these pages do not exist. */
export const trainer: typeof staff = {
  name: 'trainer',
  admits(viewer) {
    if (!viewer) return { refused: 'sign-in-first' };
    if (!viewer.welcomed) return { refused: 'welcome-first' };
    return leadsWorkshops(viewer) ? { viewer } : { refused: 'absent' };
  },
};
