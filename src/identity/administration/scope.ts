import type { Membership, Viewer } from '../../web/index.ts';

/** The académies whose people and schools a viewer answers for; all of them with a national view. */
export function scopeOf({ memberships }: Viewer): 'all' | string[] {
  if (memberships.some(({ role }) => role === 'national')) return 'all';
  return memberships.flatMap(({ role, academie }) => (role === 'academie' && academie ? [academie] : []));
}

/** What a viewer may give, in the order of a form: nobody gives what they are not above. */
export function rolesGivenBy(viewer: Viewer): Membership['role'][] {
  const scope = scopeOf(viewer);
  if (scope === 'all') return ['agent', 'referent', 'direction', 'formateur', 'academie', 'national'];
  return scope.length > 0 ? ['agent', 'referent', 'direction', 'formateur'] : [];
}

export const IN_A_SCHOOL: readonly Membership['role'][] = ['agent', 'referent', 'direction'];
export const IN_AN_ACADEMIE: readonly Membership['role'][] = ['formateur', 'academie'];
