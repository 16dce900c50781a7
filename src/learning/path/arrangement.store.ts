import { type Db, inTransaction, type Trx } from '../../database/index.ts';
import { audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import { type Arrangement, AS_PROPOSED } from './arrangement.ts';

export async function findArrangement(db: Db | Trx, viewer: Viewer): Promise<Arrangement> {
  const row = await db
    .selectFrom('path_arrangement')
    .select(['placed', 'hidden'])
    .where('person_id', '=', viewer.personId)
    .executeTakeFirst();
  return row ?? AS_PROPOSED;
}

/** Changes how the person keeps their path; a change that changes nothing leaves no line in the log. */
export async function changeArrangement(
  db: Db,
  viewer: Viewer,
  change: (before: Arrangement) => Arrangement,
  now: Date,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('path_arrangement')
      .values({ person_id: viewer.personId, placed: [], hidden: [] })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const before = await trx
      .selectFrom('path_arrangement')
      .select(['placed', 'hidden'])
      .where('person_id', '=', viewer.personId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const { placed, hidden } = change(before);
    const after = { placed: [...placed], hidden: [...hidden] };
    if (isSame(after.placed, before.placed) && isSame(after.hidden, before.hidden)) return;
    await trx.updateTable('path_arrangement').set(after).where('person_id', '=', viewer.personId).execute();
    await audit(trx, { at: now, actor: viewer.auditActor, action: 'path-arranged', subject: 'path' });
  });
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index]);
}
