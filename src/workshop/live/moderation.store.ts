import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Db, inTransaction, type Trx } from '../../database/index.ts';
import { audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';

/** Projects what somebody proposed, or does not. The caller has checked that the workshop is the viewer's. */
export async function decideCommitment(
  db: Db,
  viewer: Viewer,
  { workshopId, id, status }: { workshopId: string; id: string; status: 'accepted' | 'refused' },
  now: Date,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('workshop_commitment')
      .set({ status })
      .where('id', '=', id)
      .where('workshop_id', '=', workshopId)
      .executeTakeFirst();
    if (numUpdatedRows > 0n) await tell(trx, viewer, workshopId, now);
  });
}

/** What the trainer writes for the room: it is projected at once. */
export async function addCommitment(
  db: Db,
  viewer: Viewer,
  { workshopId, text }: { workshopId: string; text: string },
  now: Date,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('workshop_commitment')
      .values({ id: randomUUID(), workshop_id: workshopId, text, status: 'accepted', proposed_at: now })
      .execute();
    await tell(trx, viewer, workshopId, now);
  });
}

async function tell(trx: Trx, viewer: Viewer, workshopId: string, now: Date): Promise<void> {
  await trx
    .updateTable('workshop')
    .set((row) => ({ version: sql<number>`${row.ref('version')} + 1`, changed_at: now }))
    .where('id', '=', workshopId)
    .execute();
  await audit(trx, {
    at: now,
    actor: viewer.auditActor,
    action: 'commitment-decided',
    subject: `workshop ${workshopId}`,
  });
}
