import { randomUUID } from 'node:crypto';
import { type Db, inTransaction } from '../../database/index.ts';
import { audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import type { NewPlan, Obstacle, Outcome, Plan } from './plan.ts';

/** The person's own plans, the nearest date first. */
export async function findPlans(db: Db, viewer: Viewer): Promise<Plan[]> {
  return db
    .selectFrom('plan')
    .select([
      'id',
      'module_id as module',
      'situation',
      'act',
      'help',
      'due',
      'outcome',
      'what_happened as whatHappened',
      'obstacle',
    ])
    .where('person_id', '=', viewer.personId)
    .orderBy('due')
    .orderBy('made_at')
    .execute();
}

export type LivedPlan = Pick<Plan, 'id' | 'module' | 'situation' | 'act'> & {
  outcome: 'done' | 'partly';
  lookedBackAt: Date;
};

/** The person's plans that came about, in whole or in part. */
export async function findLivedPlans(db: Db, viewer: Viewer): Promise<LivedPlan[]> {
  const rows = await db
    .selectFrom('plan')
    .select(['id', 'module_id as module', 'situation', 'act', 'outcome', 'looked_back_at as lookedBackAt'])
    .where('person_id', '=', viewer.personId)
    .where('outcome', 'in', ['done', 'partly'])
    .orderBy('looked_back_at', 'desc')
    .execute();
  return rows.flatMap(({ outcome, lookedBackAt, ...plan }) =>
    lookedBackAt && (outcome === 'done' || outcome === 'partly') ? [{ ...plan, outcome, lookedBackAt }] : [],
  );
}

/** One plan of the person; anything else is absent. */
export async function findPlan(db: Db, viewer: Viewer, id: string): Promise<Plan | undefined> {
  return (await findPlans(db, viewer)).find((plan) => plan.id === id);
}

/** Makes a plan; the same one still waiting is left as it is. */
export async function makePlan(
  db: Db,
  viewer: Viewer,
  plan: NewPlan & { module: string | null },
  now: Date,
): Promise<void> {
  const id = randomUUID();
  const { module, ...written } = plan;
  await inTransaction(db, async (trx) => {
    const made = await trx
      .insertInto('plan')
      .values({ id, person_id: viewer.personId, module_id: module, ...written, made_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute();
    if (made.length === 0) return;
    await audit(trx, { at: now, actor: viewer.auditActor, action: 'plan-made', subject: `plan ${id}` });
  });
}

/** Says what became of a plan, once. False when it is not the person's, or already looked back on. */
export async function lookBack(
  db: Db,
  viewer: Viewer,
  { id, outcome, whatHappened }: { id: string; outcome: Outcome; whatHappened: string },
  now: Date,
): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const plan = await trx
      .updateTable('plan')
      .set({ outcome, what_happened: whatHappened, looked_back_at: now })
      .where('id', '=', id)
      .where('person_id', '=', viewer.personId)
      .where('outcome', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!plan) return false;
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'plan-looked-back',
      subject: `plan ${id}`,
    });
    return true;
  });
}

/** Says, or says anew, what got in the way of a plan not done yet; its next step follows from it. */
export async function tellObstacle(
  db: Db,
  viewer: Viewer,
  id: string,
  obstacle: Obstacle,
  now: Date,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const told = await trx
      .updateTable('plan')
      .set({ obstacle })
      .where('id', '=', id)
      .where('person_id', '=', viewer.personId)
      .where('outcome', '=', 'not-yet')
      .returning('id')
      .execute();
    if (told.length === 0) return;
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'plan-looked-back',
      subject: `plan ${id}, what got in the way`,
    });
  });
}

export async function removePlan(db: Db, viewer: Viewer, id: string, now: Date): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const removed = await trx
      .deleteFrom('plan')
      .where('id', '=', id)
      .where('person_id', '=', viewer.personId)
      .returning('id')
      .execute();
    if (removed.length === 0) return false;
    await audit(trx, { at: now, actor: viewer.auditActor, action: 'plan-removed', subject: `plan ${id}` });
    return true;
  });
}
