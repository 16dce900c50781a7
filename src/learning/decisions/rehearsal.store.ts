import { dayOf } from '../../calendar/index.ts';
import type { Decision } from '../../content/index.ts';
import { type Db, inTransaction } from '../../database/index.ts';
import { audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';

/** The last day the person finished the rehearsal of each decision, YYYY-MM-DD. */
export async function findRehearsed(db: Db, viewer: Viewer): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('rehearsal_done')
    .select(['decision_id as decision', (row) => row.fn.max('done_on').as('day')])
    .where('person_id', '=', viewer.personId)
    .groupBy('decision_id')
    .execute();
  return new Map(rows.map(({ decision, day }) => [decision, day]));
}

/** Says that the person finished a rehearsal today; once a day, however often it is sent. */
export async function finishRehearsal(
  db: Db,
  viewer: Viewer,
  { id, version }: Pick<Decision, 'id' | 'version'>,
  now: Date,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const done = await trx
      .insertInto('rehearsal_done')
      .values({ person_id: viewer.personId, decision_id: id, decision_version: version, done_on: dayOf(now) })
      .onConflict((conflict) => conflict.doNothing())
      .returning('decision_id')
      .execute();
    if (done.length === 0) return;
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'rehearsal-finished',
      subject: `decision ${id}@${version}`,
    });
  });
}
