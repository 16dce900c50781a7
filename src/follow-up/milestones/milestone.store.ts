import { dayOf } from '../../calendar/index.ts';
import { type Db, inTransaction, type Trx } from '../../database/index.ts';
import { audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import { may } from '../access-rights.ts';
import { visibleFollowUps } from '../scope.store.ts';
import type { SeenFollowUp } from '../situations/follow-up.store.ts';
import type { Milestone } from '../vocabulary.ts';
import type { Gone } from './calls.ts';
import type { Closing, Reached } from './milestone.ts';
import { purgeDay } from './purge.ts';

/** What a young person has gone through, in the order of time. The caller has opened the file. */
export async function findMilestones(db: Db, followUpId: string): Promise<Reached[]> {
  return db
    .selectFrom('milestone')
    .select(['kind', 'on_day as on', 'situation'])
    .where('follow_up_id', '=', followUpId)
    .orderBy('on_day')
    .orderBy('recorded_at')
    .execute();
}

export const recordsMilestones = (file: SeenFollowUp) => may(file, 'record-milestones');
/** A follow-up is ended by those who lead the GPDS. */
export const endsFollowUps = (file: SeenFollowUp) => may(file, 'end');

/** Records a milestone, or corrects it. The exit moves the day a closed file is erased. */
export async function recordMilestone(
  db: Db,
  viewer: Viewer,
  file: SeenFollowUp,
  { kind, on, situation }: Reached,
  now: Date,
): Promise<'recorded' | null> {
  if (!recordsMilestones(file)) return null;
  const values = { on_day: on, situation, recorded_by: viewer.personId, recorded_at: now };
  return inTransaction(db, async (trx): Promise<'recorded'> => {
    await trx
      .insertInto('milestone')
      .values({ follow_up_id: file.id, kind, ...values })
      .onConflict((conflict) => conflict.columns(['follow_up_id', 'kind']).doUpdateSet(values))
      .execute();
    if (kind === 'exit') await movePurge(trx, file);
    await tell(trx, viewer, 'milestone-recorded', file, now);
    return 'recorded';
  });
}

/** Notes a milestone that something else tells of, unless it is known already; part of a write that has its own audit line. */
export async function reachMilestone(
  trx: Trx,
  viewer: Viewer,
  file: SeenFollowUp,
  { kind, on }: { kind: 'interviewed' | 'engaged'; on: string },
  now: Date,
): Promise<void> {
  await trx
    .insertInto('milestone')
    .values({ follow_up_id: file.id, kind, on_day: on, recorded_by: viewer.personId, recorded_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Takes back a milestone noted by mistake; being spotted is what opened the file, and stays. */
export async function removeMilestone(
  db: Db,
  viewer: Viewer,
  file: SeenFollowUp,
  kind: Milestone,
  now: Date,
): Promise<'removed' | null> {
  if (!recordsMilestones(file) || kind === 'spotted') return null;
  return inTransaction(db, async (trx) => {
    const removed = await trx
      .deleteFrom('milestone')
      .where('follow_up_id', '=', file.id)
      .where('kind', '=', kind)
      .returning('kind')
      .executeTakeFirst();
    if (!removed) return null;
    if (kind === 'exit') await movePurge(trx, file);
    await tell(trx, viewer, 'milestone-recorded', file, now);
    return 'removed';
  });
}

/** Ends a follow-up: why, where the young person is, and the day the file is erased. */
export async function closeFollowUp(
  db: Db,
  viewer: Viewer,
  file: SeenFollowUp,
  { reason, closedOn, exit }: Closing,
  now: Date,
): Promise<'closed' | null> {
  if (!endsFollowUps(file)) return null;
  return inTransaction(db, async (trx) => {
    const closed = await trx
      .updateTable('follow_up')
      .set({
        closed_on: closedOn,
        close_reason: reason,
        opposed_on: reason === 'opposition' ? closedOn : null,
      })
      .where('id', '=', file.id)
      .where('closed_on', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!closed) return null;
    if (exit !== null) {
      await trx
        .insertInto('milestone')
        .values({
          follow_up_id: file.id,
          kind: 'exit',
          on_day: closedOn,
          situation: exit,
          recorded_by: viewer.personId,
          recorded_at: now,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    await movePurge(trx, file);
    await tell(trx, viewer, 'follow-up-closed', file, now);
    return 'closed';
  });
}

/** Computes the day of the purge again, from the file as it is now. An open file has none. */
async function movePurge(trx: Trx, file: SeenFollowUp): Promise<void> {
  const state = await trx
    .selectFrom('follow_up as f')
    .leftJoin('milestone as m', (join) => join.onRef('m.follow_up_id', '=', 'f.id').on('m.kind', '=', 'exit'))
    .select(['f.closed_on as closedOn', 'f.opposed_on as opposedOn', 'f.continued', 'm.on_day as exitOn'])
    .where('f.id', '=', file.id)
    .executeTakeFirstOrThrow();
  if (state.closedOn === null) return;
  await trx
    .updateTable('follow_up')
    .set({
      purge_on: purgeDay({
        closedOn: state.closedOn,
        exitOn: state.exitOn,
        opposed: state.opposedOn !== null,
        continued: state.continued,
      }),
    })
    .where('id', '=', file.id)
    .execute();
}

/** Why and until when a file that is closed is kept. */
export async function findEnd(
  db: Db,
  file: SeenFollowUp,
): Promise<{ reason: Closing['reason']; purgeOn: string | null } | null> {
  const row = await db
    .selectFrom('follow_up')
    .select(['close_reason as reason', 'purge_on as purgeOn'])
    .where('id', '=', file.id)
    .executeTakeFirst();
  return row?.reason ? { reason: row.reason, purgeOn: row.purgeOn } : null;
}

/** Those who left, in the scope of the viewer, and what is known of them since. */
export async function findGone(db: Db, viewer: Viewer, now: Date): Promise<Gone[]> {
  const rows = await visibleFollowUps(db, viewer, dayOf(now))
    .innerJoin('milestone as exit', (join) =>
      join.onRef('exit.follow_up_id', '=', 'follow_up.id').on('exit.kind', '=', 'exit'),
    )
    .leftJoin('milestone as six', (join) =>
      join.onRef('six.follow_up_id', '=', 'follow_up.id').on('six.kind', '=', 'six-months'),
    )
    .leftJoin('milestone as twelve', (join) =>
      join.onRef('twelve.follow_up_id', '=', 'follow_up.id').on('twelve.kind', '=', 'twelve-months'),
    )
    .select(['follow_up.code', 'exit.on_day as exitOn', 'six.kind as six', 'twelve.kind as twelve'])
    .where('follow_up.opposed_on', 'is', null)
    .execute();
  return rows.map(({ code, exitOn, six, twelve }) => ({
    code,
    exitOn,
    sixMonths: six !== null,
    twelveMonths: twelve !== null,
  }));
}

function tell(
  trx: Trx,
  viewer: Viewer,
  action: 'milestone-recorded' | 'follow-up-closed',
  file: SeenFollowUp,
  now: Date,
): Promise<void> {
  return audit(trx, { at: now, actor: viewer.auditActor, action, subject: `follow-up ${file.id}` });
}
