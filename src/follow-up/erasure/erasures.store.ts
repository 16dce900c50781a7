import { dayOf } from '../../calendar/index.ts';
import type { Db } from '../../database/index.ts';
import type { Viewer } from '../../web/index.ts';
import { schoolsHeaded, schoolsRun, visibleFollowUps } from '../scope.store.ts';
import type { CloseReason } from '../vocabulary.ts';
import { endsIfIdle, idleSince, warnedUntil } from './erasure.ts';
import { lastWrittenOn } from './last-written.store.ts';

export type ToErase = { code: string; closedOn: string; reason: CloseReason; purgeOn: string };

/** The closed files of the schools whose GPDS the viewer runs, the first to be erased first. */
export async function findToErase(db: Db, viewer: Viewer, now: Date): Promise<ToErase[]> {
  const rows = await visibleFollowUps(db, viewer, dayOf(now))
    .select([
      'follow_up.code',
      'follow_up.closed_on as closedOn',
      'follow_up.close_reason as reason',
      'follow_up.purge_on as purgeOn',
    ])
    .where('follow_up.school', 'in', [...schoolsRun(viewer), ''])
    .where('follow_up.purge_on', 'is not', null)
    .orderBy('follow_up.purge_on')
    .orderBy('follow_up.code')
    .execute();
  return rows.flatMap(({ code, closedOn, reason, purgeOn }) =>
    closedOn && reason && purgeOn ? [{ code, closedOn, reason, purgeOn }] : [],
  );
}

/** Open files of those schools that will be ended in the days to come, when nothing more is written in them. */
export async function findIdle(
  db: Db,
  viewer: Viewer,
  now: Date,
): Promise<{ code: string; endsOn: string }[]> {
  const today = dayOf(now);
  const rows = await visibleFollowUps(db, viewer, today)
    .select(['follow_up.code', lastWrittenOn.as('lastOn')])
    .where('follow_up.school', 'in', [...schoolsRun(viewer), ''])
    .where('follow_up.closed_on', 'is', null)
    .where(lastWrittenOn, '<=', idleSince(warnedUntil(today)))
    .orderBy('lastOn')
    .orderBy('follow_up.code')
    .execute();
  return rows.map(({ code, lastOn }) => ({ code, endsOn: endsIfIdle(lastOn) }));
}

/** How many files are erased when, in the schools the viewer runs or heads: no code, so that a head reads it too. */
export async function countToErase(db: Db, viewer: Viewer): Promise<{ month: string; files: number }[]> {
  const rows = await db
    .selectFrom('follow_up')
    .select((where) => ['purge_on', where.fn.countAll<string>().as('files')])
    .where('school', 'in', [...schoolsRun(viewer), ...schoolsHeaded(viewer), ''])
    .where('purge_on', 'is not', null)
    .groupBy('purge_on')
    .orderBy('purge_on')
    .execute();
  const months = new Map<string, number>();
  for (const { purge_on, files } of rows) {
    const month = `${purge_on}`.slice(0, 7);
    months.set(month, (months.get(month) ?? 0) + Number(files));
  }
  return [...months].map(([month, files]) => ({ month, files }));
}

/** What was erased lately, and when. */
export async function findErased(db: Db, viewer: Viewer): Promise<{ on: string; files: number }[]> {
  const rows = await db
    .selectFrom('erasure_report')
    .select((where) => ['on_day as on', where.fn.sum<string>('erased').as('files')])
    .where('school', 'in', [...schoolsRun(viewer), ...schoolsHeaded(viewer), ''])
    .groupBy('on_day')
    .orderBy('on_day', 'desc')
    .limit(24)
    .execute();
  return rows.map(({ on, files }) => ({ on, files: Number(files) }));
}
