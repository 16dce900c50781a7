import type { Exercise, Module } from '../../content/index.ts';
import { type Db, inTransaction } from '../../database/index.ts';
import { audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import { addCards } from '../reviews/review.store.ts';
import { nextTry, type Try, type TryRefusal } from './steps.ts';

export type Progress = { module: string; step: number; begunAt: Date; finishedAt: Date | null };

/** How far the person is in each module begun, the latest first. */
export async function findProgress(db: Db, viewer: Viewer): Promise<Progress[]> {
  return db
    .selectFrom('module_progress')
    .select(['module_id as module', 'step', 'begun_at as begunAt', 'finished_at as finishedAt'])
    .where('person_id', '=', viewer.personId)
    .orderBy('begun_at', 'desc')
    .execute();
}

/** Tries of the person on the exercises of a module, by exercise. */
export async function findTries(db: Db, viewer: Viewer, module: Module): Promise<Map<string, Try[]>> {
  const rows = await db
    .selectFrom('practice_try')
    .select(['exercise', 'number', 'option', 'correct'])
    .where('person_id', '=', viewer.personId)
    .where('module_id', '=', module.id)
    .where('module_version', '=', module.version)
    .orderBy('number')
    .execute();
  const tries = new Map<string, Try[]>();
  for (const { exercise, ...row } of rows) tries.set(exercise, [...(tries.get(exercise) ?? []), row]);
  return tries;
}

/** Begins a module; one already begun is left where it is. */
export async function beginModule(db: Db, viewer: Viewer, module: Module, now: Date): Promise<void> {
  await inTransaction(db, async (trx) => {
    const begun = await trx
      .insertInto('module_progress')
      .values({
        person_id: viewer.personId,
        module_id: module.id,
        competence: module.competence,
        step: 1,
        begun_at: now,
      })
      .onConflict((conflict) => conflict.columns(['person_id', 'module_id']).doNothing())
      .returning('module_id')
      .execute();
    if (begun.length === 0) return;
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'module-begun',
      subject: `module ${module.id}@${module.version}`,
    });
  });
}

/** Goes on to a step, never back; past the last one, the module is finished. False when it was not begun. */
export async function reachStep(
  db: Db,
  viewer: Viewer,
  module: Module,
  { step, count }: { step: number; count: number },
  now: Date,
): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const progress = await trx
      .selectFrom('module_progress')
      .select(['step', 'finished_at'])
      .where('person_id', '=', viewer.personId)
      .where('module_id', '=', module.id)
      .forUpdate()
      .executeTakeFirst();
    if (!progress) return false;
    const finished = step > count && progress.finished_at === null;
    await trx
      .updateTable('module_progress')
      .set({
        step: Math.max(progress.step, Math.min(step, count)),
        ...(finished && { finished_at: now }),
      })
      .where('person_id', '=', viewer.personId)
      .where('module_id', '=', module.id)
      .execute();
    if (finished) {
      await addCards(trx, viewer, module, now);
      await audit(trx, {
        at: now,
        actor: viewer.auditActor,
        action: 'module-finished',
        subject: `module ${module.id}@${module.version}`,
      });
    }
    return true;
  });
}

/** Records a choice on an exercise of a module begun. */
export async function recordTry(
  db: Db,
  viewer: Viewer,
  module: Module,
  exercise: Exercise,
  chosen: string | undefined,
  now: Date,
): Promise<'recorded' | TryRefusal | 'not-begun'> {
  return inTransaction(db, async (trx) => {
    const progress = await trx
      .selectFrom('module_progress')
      .select('step')
      .where('person_id', '=', viewer.personId)
      .where('module_id', '=', module.id)
      .forUpdate()
      .executeTakeFirst();
    if (!progress) return 'not-begun';
    const tries = (await findTries(trx, viewer, module)).get(exercise.id) ?? [];
    const next = nextTry(exercise, tries, chosen);
    if ('refused' in next) return next.refused;
    await trx
      .insertInto('practice_try')
      .values({
        person_id: viewer.personId,
        module_id: module.id,
        module_version: module.version,
        exercise: exercise.id,
        ...next,
        tried_at: now,
      })
      .execute();
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'practised',
      subject: `module ${module.id}@${module.version}, ${exercise.id}`,
    });
    return 'recorded';
  });
}
