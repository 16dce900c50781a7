import { type ExpressionBuilder, sql } from 'kysely';
import type { Database, Db } from '../database/index.ts';
import { confirmedSchools } from '../identity/index.ts';
import type { Viewer } from '../web/index.ts';

/** Why somebody may see a follow-up. What is in nobody's scope does not exist for them. */
export type Access = 'referent' | 'chair' | 'member' | 'observer' | 'tutor' | 'guest';

/** The schools whose GPDS the viewer runs. */
export function schoolsRun(viewer: Viewer): string[] {
  return viewer.memberships.flatMap(({ role, school }) => (role === 'referent' && school ? [school] : []));
}

/** The schools the viewer is at the head of. */
export function schoolsHeaded(viewer: Viewer): string[] {
  return viewer.memberships.flatMap(({ role, school }) => (role === 'direction' && school ? [school] : []));
}

/**
 * The follow-ups a viewer may see on a day, each with the reason: those of the schools whose GPDS they run; the current
 * ones of the school they chair; those whose circle they are in, between its dates. Working beside the GPDS asks to be known
 * in the school; a tutor or a partner may come from elsewhere.
 */
export function visibleFollowUps(db: Db, viewer: Viewer, today: string) {
  return db
    .selectFrom('follow_up')
    .select((where) => accessOf(where, viewer, today).as('access'))
    .where((where) => sql<boolean>`${accessOf(where, viewer, today)} is not null`);
}

function accessOf(where: ExpressionBuilder<Database, 'follow_up'>, viewer: Viewer, today: string) {
  const run = schoolsRun(viewer);
  const headed = schoolsHeaded(viewer);
  const chaired = where
    .selectFrom('gpds_chair')
    .select('gpds_chair.id')
    .whereRef('gpds_chair.school', '=', 'follow_up.school')
    .where('gpds_chair.person_id', '=', viewer.personId)
    .where('gpds_chair.ended_at', 'is', null)
    .where('gpds_chair.from_day', '<=', today);
  const circle = where
    .selectFrom('circle_member')
    .select('circle_member.role')
    .whereRef('circle_member.follow_up_id', '=', 'follow_up.id')
    .where('circle_member.person_id', '=', viewer.personId)
    .where('circle_member.ended_at', 'is', null)
    .where('circle_member.from_day', '<=', today)
    .where('circle_member.until_day', '>=', today)
    .where((place) =>
      place.or([
        place('circle_member.role', 'in', ['tutor', 'guest']),
        sql<boolean>`follow_up.school = any(${confirmedSchools(viewer)})`,
      ]),
    );
  return sql<Access | null>`case
    when follow_up.school = any(${run}) then 'referent'
    when follow_up.school = any(${headed}) and follow_up.closed_on is null and exists (${chaired}) then 'chair'
    else (${circle}) end`;
}
