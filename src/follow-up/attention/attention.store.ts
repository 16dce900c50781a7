import { dayOf, daysAfter } from '../../calendar/index.ts';
import type { Db } from '../../database/index.ts';
import type { Viewer } from '../../web/index.ts';
import { may } from '../access-rights.ts';
import { warnedUntil } from '../erasure/erasure.ts';
import { type Access, schoolsRun, visibleFollowUps } from '../scope.store.ts';

/** How long a request for an adult is shown. */
const RELAY_DAYS = 30;

/** Young people who asked for an adult lately, the latest first: the day, and nothing else. */
export async function findRelayRequests(
  db: Db,
  viewer: Viewer,
  now: Date,
): Promise<{ code: string; on: string }[]> {
  const today = dayOf(now);
  const rows = await visibleFollowUps(db, viewer, today)
    .innerJoin('relay_request as r', 'r.follow_up_id', 'follow_up.id')
    .select(['follow_up.code', 'r.requested_on as on'])
    .where('r.requested_on', '>=', daysAfter(today, -RELAY_DAYS))
    .orderBy('r.requested_on', 'desc')
    .orderBy('follow_up.code')
    .execute();
  return rows.flatMap(({ access, code, on }) =>
    may({ access: access as Access }, 'answer-requests') ? [{ code, on }] : [],
  );
}

/** How many files of the schools whose GPDS the viewer runs are erased in the days to come, and the first day. */
export async function countSoonErased(
  db: Db,
  viewer: Viewer,
  now: Date,
): Promise<{ files: number; first: string | null }> {
  const { files, first } = await db
    .selectFrom('follow_up')
    .select((where) => [where.fn.countAll<string>().as('files'), where.fn.min('purge_on').as('first')])
    .where('school', 'in', [...schoolsRun(viewer), ''])
    .where('purge_on', '<=', warnedUntil(dayOf(now)))
    .executeTakeFirstOrThrow();
  return { files: Number(files), first };
}
