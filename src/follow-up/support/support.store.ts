import { randomUUID } from 'node:crypto';
import { dayOf } from '../../calendar/index.ts';
import { type Db, inTransaction, type Trx } from '../../database/index.ts';
import { type AuditAction, audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import { may } from '../access-rights.ts';
import { reachMilestone } from '../milestones/milestone.store.ts';
import type { SeenFollowUp } from '../situations/follow-up.store.ts';
import type { StopReason } from '../vocabulary.ts';
import type { Plan, Support } from './support.ts';

/** Whoever runs the GPDS, chairs it or is a member of it plans; a tutor notes what they did; the others read. */
export const plansSupports = (file: SeenFollowUp) => may(file, 'plan');
export const notesSessions = (file: SeenFollowUp) => may(file, 'note-sessions');

/** Everything done for a young person, the latest planned first. The caller has opened the file. */
export async function findSupports(db: Db, file: SeenFollowUp): Promise<Support[]> {
  const [supports, sessions, checks] = await Promise.all([
    db
      .selectFrom('support as s')
      .leftJoin('person as p', 'p.id', 's.tutor')
      .select([
        's.id',
        's.kind',
        's.planned_from as plannedFrom',
        's.planned_until as plannedUntil',
        's.planned_hours as plannedHours',
        's.started_on as startedOn',
        's.ended_on as endedOn',
        's.stop_reason as stopReason',
        'p.display_name as tutor',
      ])
      .where('s.follow_up_id', '=', file.id)
      .orderBy('s.planned_from', 'desc')
      .orderBy('s.id')
      .execute(),
    db
      .selectFrom('support_session as d')
      .innerJoin('support as s', 's.id', 'd.support_id')
      .select(['d.id', 'd.support_id as supportId', 'd.on_day as on', 'd.hours'])
      .where('s.follow_up_id', '=', file.id)
      .orderBy('d.on_day')
      .orderBy('d.id')
      .execute(),
    db
      .selectFrom('procedure_check as c')
      .innerJoin('support as s', 's.id', 'c.support_id')
      .select(['c.support_id as supportId', 'c.item', 'c.checked_on as on'])
      .where('s.follow_up_id', '=', file.id)
      .execute(),
  ]);
  return supports.map((support) => ({
    ...support,
    plannedHours: support.plannedHours === null ? null : Number(support.plannedHours),
    sessions: sessions
      .filter(({ supportId }) => supportId === support.id)
      .map(({ id, on, hours }) => ({ id, on, hours: Number(hours) })),
    checked: new Map(
      checks.filter(({ supportId }) => supportId === support.id).map(({ item, on }) => [item, on]),
    ),
  }));
}

/** Plans a support; null for those who do not plan. */
export async function planSupport(
  db: Db,
  viewer: Viewer,
  file: SeenFollowUp,
  { kind, from, until, hours, tutorId }: Plan,
  now: Date,
): Promise<string | null> {
  if (!plansSupports(file) || file.closedOn !== null) return null;
  const id = randomUUID();
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('support')
      .values({
        id,
        follow_up_id: file.id,
        kind,
        planned_from: from,
        planned_until: until,
        planned_hours: hours,
        tutor: tutorId,
        recorded_by: viewer.personId,
        recorded_at: now,
      })
      .execute();
    await tell(trx, viewer, 'support-planned', file, now);
  });
  return id;
}

/** Notes a session; the first one begins the support, and is a milestone. Null when there is no such support, or it is over. */
export async function noteSession(
  db: Db,
  viewer: Viewer,
  file: SeenFollowUp,
  {
    id,
    supportId,
    on,
    hours,
    maxHours,
  }: { id: string; supportId: string; on: string; hours: number; maxHours?: number | undefined },
  now: Date,
): Promise<'noted' | 'too-many-hours' | null> {
  if (!notesSessions(file)) return null;
  return inTransaction(db, async (trx): Promise<'noted' | 'too-many-hours' | null> => {
    const support = await trx
      .selectFrom('support')
      .select(['id', 'started_on as startedOn'])
      .where('id', '=', supportId)
      .where('follow_up_id', '=', file.id)
      .where('ended_on', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (!support) return null;
    if (maxHours !== undefined) {
      // Read again under the lock: two adults who note at once do not go past the rule together.
      const others = await trx
        .selectFrom('support_session')
        .select('hours')
        .where('support_id', '=', supportId)
        .where('id', '<>', id)
        .execute();
      const done = others.reduce((sum, session) => sum + Number(session.hours), 0);
      if (done + hours > maxHours) return 'too-many-hours';
    }
    await trx
      .insertInto('support_session')
      .values({ id, support_id: supportId, on_day: on, hours, recorded_by: viewer.personId })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
    if (support.startedOn === null || support.startedOn > on)
      await trx.updateTable('support').set({ started_on: on }).where('id', '=', supportId).execute();
    await reachMilestone(trx, viewer, file, { kind: 'engaged', on }, now);
    await tell(trx, viewer, 'session-recorded', file, now);
    return 'noted';
  });
}

/** Ends a support and says how. Null when there is no such support, or it is over. */
export async function stopSupport(
  db: Db,
  viewer: Viewer,
  file: SeenFollowUp,
  { supportId, on, reason }: { supportId: string; on: string; reason: StopReason },
  now: Date,
): Promise<'stopped' | null> {
  if (!plansSupports(file)) return null;
  return inTransaction(db, async (trx) => {
    const stopped = await trx
      .updateTable('support')
      .set({ ended_on: on, stop_reason: reason })
      .where('id', '=', supportId)
      .where('follow_up_id', '=', file.id)
      .where('ended_on', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!stopped) return null;
    await tell(trx, viewer, 'support-changed', file, now);
    return 'stopped' as const;
  });
}

/** Keeps which lines of the procedure of a support are checked; those already checked keep their day. */
export async function checkProcedure(
  db: Db,
  viewer: Viewer,
  file: SeenFollowUp,
  { supportId, items }: { supportId: string; items: readonly string[] },
  now: Date,
): Promise<'checked' | null> {
  if (!plansSupports(file)) return null;
  return inTransaction(db, async (trx) => {
    const support = await trx
      .selectFrom('support')
      .select('id')
      .where('id', '=', supportId)
      .where('follow_up_id', '=', file.id)
      .executeTakeFirst();
    if (!support) return null;
    await trx
      .deleteFrom('procedure_check')
      .where('support_id', '=', supportId)
      .where('item', 'not in', items.length === 0 ? [''] : items)
      .execute();
    for (const item of items) {
      await trx
        .insertInto('procedure_check')
        .values({
          support_id: supportId,
          item,
          checked_on: dayOf(now),
          checked_by: viewer.personId,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    await tell(trx, viewer, 'procedure-checked', file, now);
    return 'checked' as const;
  });
}

function tell(trx: Trx, viewer: Viewer, action: AuditAction, file: SeenFollowUp, now: Date): Promise<void> {
  return audit(trx, { at: now, actor: viewer.auditActor, action, subject: `follow-up ${file.id}` });
}
