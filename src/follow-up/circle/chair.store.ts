import { randomUUID } from 'node:crypto';
import { dayOf } from '../../calendar/index.ts';
import { type Db, inTransaction } from '../../database/index.ts';
import { audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import { schoolsHeaded } from '../scope.store.ts';

export type Chair = { name: string; since: string; own: boolean };

/** Who chairs the GPDS of a school. The caller has checked the school is the viewer's. */
export async function findChairs(db: Db, viewer: Viewer, school: string): Promise<Chair[]> {
  const rows = await db
    .selectFrom('gpds_chair as c')
    .innerJoin('person as p', 'p.id', 'c.person_id')
    .select(['p.id', 'p.display_name as name', 'c.from_day as since'])
    .where('c.school', '=', school)
    .where('c.ended_at', 'is', null)
    .orderBy('c.from_day')
    .execute();
  return rows.map(({ id, ...row }) => ({ ...row, own: id === viewer.personId }));
}

/** The head of a school says they chair its GPDS, from today; said again, nothing changes. */
export async function becomeChair(db: Db, viewer: Viewer, school: string, now: Date): Promise<void> {
  if (!schoolsHeaded(viewer).includes(school)) return;
  await inTransaction(db, async (trx) => {
    const created = await trx
      .insertInto('gpds_chair')
      .values({
        id: randomUUID(),
        school,
        person_id: viewer.personId,
        from_day: dayOf(now),
        recorded_by: viewer.personId,
      })
      .onConflict((conflict) =>
        conflict.columns(['school', 'person_id']).where('ended_at', 'is', null).doNothing(),
      )
      .returning('id')
      .executeTakeFirst();
    if (!created) return;
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'chair-designated',
      subject: `school ${school}`,
    });
  });
}

/** They no longer chair it, at once. */
export async function leaveChair(db: Db, viewer: Viewer, school: string, now: Date): Promise<void> {
  await inTransaction(db, async (trx) => {
    const ended = await trx
      .updateTable('gpds_chair')
      .set({ ended_at: now })
      .where('school', '=', school)
      .where('person_id', '=', viewer.personId)
      .where('ended_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!ended) return;
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'chair-ended',
      subject: `school ${school}`,
    });
  });
}
