import type { Membership, Viewer } from '../../web/index.ts';

type Role = Membership['role'];

/** A membership as whoever answers for it reads it. `place` is the académie of the school, or the académie itself. */
export type Held = {
  personId: string;
  role: Role;
  school: string | null;
  place: string | null;
};

/** In whose name somebody confirms, gives or ends a membership. */
export type Authority = 'direction' | 'academie' | 'national';

const IN_A_SCHOOL: readonly Role[] = ['agent', 'referent', 'direction'];
/** What a head gives in their school. Their own role, and that of another head, come from the académie. */
const GIVEN_BY_HEADS: readonly Role[] = ['agent', 'referent'];

/**
 * Whether a viewer answers for a membership, and in whose name; null when they do not. Nobody answers for their own: whoever
 * gives roles would give themselves the files of any school.
 */
export function authorityOver(viewer: Viewer, { personId, role, school, place }: Held): Authority | null {
  if (personId === viewer.personId) return null;
  const has = (wanted: Role, where: 'school' | 'academie', value: string | null) =>
    value !== null && viewer.memberships.some((one) => one.role === wanted && one[where] === value);
  if (viewer.memberships.some((one) => one.role === 'national')) return 'national';
  if ((IN_A_SCHOOL.includes(role) || role === 'formateur') && has('academie', 'academie', place))
    return 'academie';
  if (GIVEN_BY_HEADS.includes(role) && has('direction', 'school', school)) return 'direction';
  return null;
}

/** The schools a viewer is at the head of, or runs the GPDS of: they see who works there. */
export function schoolsLed(viewer: Viewer): string[] {
  const led = viewer.memberships.flatMap(({ role, school }) =>
    school !== null && (role === 'direction' || role === 'referent') ? [school] : [],
  );
  return [...new Set(led)];
}

export function heads(viewer: Viewer, school: string): boolean {
  return viewer.memberships.some((one) => one.role === 'direction' && one.school === school);
}

/** The roles somebody may ask for in the school they work in, or invite a colleague to. */
export function invitableRoles(viewer: Viewer, school: string): ('agent' | 'referent')[] {
  if (heads(viewer, school)) return ['agent', 'referent'];
  return schoolsLed(viewer).includes(school) ? ['agent'] : [];
}

/** The schools a viewer is known to work in: what they say themselves does not count. */
export function confirmedSchools({ memberships }: Pick<Viewer, 'memberships'>): string[] {
  return [...new Set(memberships.flatMap(({ school, declared }) => (declared ? [] : (school ?? []))))];
}

/** An invitation waits two weeks: time for a colleague to come back from holidays. */
export const INVITATION_DAYS = 14;

/**
 * Whether an address is one of an académie: `…@ac-lille.fr`. Somebody who reads it works for that académie; which school is
 * for its head to say.
 */
export function isAddressOf(email: string, domains: readonly string[]): boolean {
  return domains.includes(email.slice(email.lastIndexOf('@') + 1).toLowerCase());
}
