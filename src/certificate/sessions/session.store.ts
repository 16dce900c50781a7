import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Db, inTransaction, type Trx } from '../../database/index.ts';
import { audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import type { KeptSession, SessionPlan, Step, Told } from './session-plan.ts';

/** The person's sessions, the latest first. */
export async function findSessions(db: Db, viewer: Viewer): Promise<KeptSession[]> {
  const rows = await db
    .selectFrom('planned_session')
    .select([
      'id',
      'title',
      'aim',
      'level',
      'young_people as youngPeople',
      'steps',
      'adaptations',
      'proofs',
      'changed_at as changedAt',
      'held_on',
      'debrief',
    ])
    .where('person_id', '=', viewer.personId)
    .orderBy('changed_at', 'desc')
    .execute();
  return rows.map(({ steps, held_on, debrief, ...row }) => ({
    ...row,
    steps: steps as Step[],
    told: held_on && debrief ? { heldOn: held_on, answers: debrief as Told['answers'] } : null,
  }));
}

const columns = ({ title, aim, level, youngPeople, steps, adaptations, proofs }: SessionPlan) => ({
  title,
  aim,
  level,
  young_people: youngPeople,
  steps: JSON.stringify(steps),
  adaptations,
  proofs,
});

/** Keeps a new session; its number. */
export async function planSession(db: Db, viewer: Viewer, plan: SessionPlan, now: Date): Promise<string> {
  const id = randomUUID();
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('planned_session')
      .values({ id, person_id: viewer.personId, ...columns(plan), made_at: now, changed_at: now })
      .execute();
    await log(trx, viewer, 'session-planned', id, now);
  });
  return id;
}

export async function changeSession(
  db: Db,
  viewer: Viewer,
  id: string,
  plan: SessionPlan,
  now: Date,
): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const changed = await trx
      .updateTable('planned_session')
      .set({ ...columns(plan), changed_at: now })
      .where(sql<string>`id::text`, '=', id)
      .where('person_id', '=', viewer.personId)
      .returning('id')
      .execute();
    if (changed.length > 0) await log(trx, viewer, 'session-planned', id, now);
    return changed.length > 0;
  });
}

/** Says, or says anew, how it went. */
export async function tellSession(
  db: Db,
  viewer: Viewer,
  id: string,
  { heldOn, answers }: Told,
  now: Date,
): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const told = await trx
      .updateTable('planned_session')
      .set({ held_on: heldOn, debrief: JSON.stringify(answers), changed_at: now })
      .where(sql<string>`id::text`, '=', id)
      .where('person_id', '=', viewer.personId)
      .returning('id')
      .execute();
    if (told.length > 0) await log(trx, viewer, 'session-told', id, now);
    return told.length > 0;
  });
}

export async function removeSession(db: Db, viewer: Viewer, id: string, now: Date): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const removed = await trx
      .deleteFrom('planned_session')
      .where(sql<string>`id::text`, '=', id)
      .where('person_id', '=', viewer.personId)
      .returning('id')
      .execute();
    if (removed.length > 0) await log(trx, viewer, 'session-removed', id, now);
    return removed.length > 0;
  });
}

async function log(
  trx: Trx,
  viewer: Viewer,
  action: 'session-planned' | 'session-told' | 'session-removed',
  id: string,
  now: Date,
): Promise<void> {
  await audit(trx, { at: now, actor: viewer.auditActor, action, subject: `planned session ${id}` });
}
