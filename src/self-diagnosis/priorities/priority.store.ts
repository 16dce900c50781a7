import { type Db, inTransaction } from '../../database/index.ts';
import { audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import { type Diagnosis, leads } from '../diagnosis.ts';
import type { Priority } from './priority.ts';

export async function findPriorities(db: Db, { id }: Diagnosis): Promise<Priority[]> {
  return db
    .selectFrom('self_diagnosis_priority')
    .select(['rank', 'statement', 'actions', 'what', 'who', 'due', 'sign'])
    .where('diagnosis_id', '=', id)
    .orderBy('rank')
    .execute();
}

/** Keeps a priority of a closed diagnosis, by who leads the school. */
export async function keepPriority(
  db: Db,
  viewer: Viewer,
  { id, school, closedAt }: Diagnosis,
  { rank, ...priority }: Priority,
  now: Date,
): Promise<boolean> {
  if (!leads(viewer, school) || closedAt === null) return false;
  return inTransaction(db, async (trx) => {
    await trx
      .insertInto('self_diagnosis_priority')
      .values({ diagnosis_id: id, rank, ...priority, changed_at: now })
      .onConflict((conflict) =>
        conflict.columns(['diagnosis_id', 'rank']).doUpdateSet({ ...priority, changed_at: now }),
      )
      .execute();
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'priority-chosen',
      subject: `${id} ${rank} ${priority.statement}`,
    });
    return true;
  });
}

export async function removePriority(
  db: Db,
  viewer: Viewer,
  { id, school }: Diagnosis,
  rank: number,
  now: Date,
): Promise<boolean> {
  if (!leads(viewer, school)) return false;
  return inTransaction(db, async (trx) => {
    const gone = await trx
      .deleteFrom('self_diagnosis_priority')
      .where('diagnosis_id', '=', id)
      .where('rank', '=', rank)
      .returning('rank')
      .executeTakeFirst();
    if (!gone) return false;
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'priority-removed',
      subject: `${id} ${rank}`,
    });
    return true;
  });
}
