import { sql } from 'kysely';
import { type Db, inTransaction, type Trx } from '../../database/index.ts';
import type { Job } from '../../jobs/index.ts';
import { audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import { closeOpenRound, findRounds } from './live.store.ts';

const HOUR = 3_600_000;
/** What participants sent is kept this long after the end, so that a phone finds again what was decided. */
export const KEPT_HOURS = 24;
/** A workshop left in the middle is over when nothing was done for this long. */
const LEFT_HOURS = 24;
/** A code nobody used in this time is forgotten. */
const READY_HOURS = 24 * 90;

export const workshopJobs: readonly Job[] = [
  {
    name: 'forget-workshop-participants',
    schedule: '20 * * * *',
    retries: 3,
    retrySeconds: 300,
    run: async ({ db, now }) => {
      await forgetParticipants(db, now());
    },
  },
];

/** Ends what was left open, then erases what participants sent to what ended a day ago; the counts and the commitments stay. */
export async function forgetParticipants(db: Db, now: Date): Promise<number> {
  return inTransaction(db, async (trx) => {
    await endWhatWasLeft(trx, now);
    const over = await trx
      .updateTable('workshop')
      .set({ code: null })
      .where('ended_at', '<=', new Date(now.getTime() - KEPT_HOURS * HOUR))
      .where('code', 'is not', null)
      .returning('id')
      .execute();
    const ids = over.map(({ id }) => id);
    if (ids.length === 0) return 0;
    await trx
      .deleteFrom('workshop_commitment')
      .where('workshop_id', 'in', ids)
      .where('status', '<>', 'accepted')
      .execute();
    await trx.deleteFrom('workshop_participant').where('workshop_id', 'in', ids).execute();
    await audit(trx, { at: now, actor: null, action: 'workshops-purged', subject: 'workshops' });
    return ids.length;
  });
}

async function endWhatWasLeft(trx: Trx, now: Date): Promise<void> {
  const left = await trx
    .selectFrom('workshop')
    .select('id')
    .where('stage', '<>', 'ended')
    .where((where) =>
      where.or([
        where.and([
          where('begun_at', 'is not', null),
          where('changed_at', '<=', new Date(now.getTime() - LEFT_HOURS * HOUR)),
        ]),
        where('changed_at', '<=', new Date(now.getTime() - READY_HOURS * HOUR)),
        where.and([
          where(
            'id',
            'in',
            where
              .selectFrom('workshop_participant')
              .select('workshop_id')
              .where('joined_at', '<=', new Date(now.getTime() - LEFT_HOURS * HOUR)),
          ),
          where('changed_at', '<=', new Date(now.getTime() - LEFT_HOURS * HOUR)),
        ]),
      ]),
    )
    .forNoKeyUpdate()
    .execute();
  for (const { id } of left) {
    await closeOpenRound(trx, id, await findRounds(trx, id), now);
    await trx
      .updateTable('workshop')
      .set((row) => ({
        stage: 'ended',
        ended_at: now,
        changed_at: now,
        version: sql<number>`${row.ref('version')} + 1`,
        participants: sql<number>`(select count(*) from workshop_participant where workshop_id = ${id})`,
      }))
      .where('id', '=', id)
      .execute();
  }
}

/** Takes away a workshop that is over or not begun, with all that it holds. False when it is not the viewer's. */
export async function removeWorkshop(db: Db, viewer: Viewer, id: string, now: Date): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const { numDeletedRows } = await trx
      .deleteFrom('workshop')
      .where(sql<string>`id::text`, '=', id)
      .where('person_id', '=', viewer.personId)
      .where('stage', 'in', ['welcome', 'ended'])
      .executeTakeFirst();
    if (numDeletedRows === 0n) return false;
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'workshop-removed',
      subject: `workshop ${id}`,
    });
    return true;
  });
}
