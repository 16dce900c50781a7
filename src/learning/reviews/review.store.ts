import { type Db, inTransaction, type Trx } from '../../database/index.ts';
import { audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import { afterRecall, type Memory, newCard, type Recall } from './schedule.ts';

export type DueCard = { module: string; card: string };

/** Cards of the person that come back by now, the oldest first. */
export async function findDueCards(db: Db, viewer: Viewer, now: Date): Promise<DueCard[]> {
  return db
    .selectFrom('review_card')
    .select(['module_id as module', 'card'])
    .where('person_id', '=', viewer.personId)
    .where('due', '<=', now)
    .orderBy('due')
    .orderBy('module_id')
    .orderBy('card')
    .execute();
}

/** Everybody with cards that come back by now, and how many: one query, whatever the number of people. */
export async function findEverybodyDue(db: Db, now: Date): Promise<{ person: string; cards: number }[]> {
  return db
    .selectFrom('review_card')
    .select((card) => ['person_id as person', card.fn.countAll<number>().as('cards')])
    .where('due', '<=', now)
    .groupBy('person_id')
    .execute();
}

/** When the next card comes back, or null without any. */
export async function findNextDue(db: Db, viewer: Viewer): Promise<Date | null> {
  const row = await db
    .selectFrom('review_card')
    .select((card) => card.fn.min('due').as('due'))
    .where('person_id', '=', viewer.personId)
    .executeTakeFirst();
  return row?.due ?? null;
}

/** Adds the cards of a module finished, in the transaction that finishes it. */
export async function addCards(
  trx: Trx,
  viewer: Viewer,
  module: { id: string; cards: readonly { id: string }[] },
  now: Date,
): Promise<void> {
  const { due, memory } = newCard(now);
  await trx
    .insertInto('review_card')
    .values(
      module.cards.map(({ id }) => ({
        person_id: viewer.personId,
        module_id: module.id,
        card: id,
        due,
        memory: JSON.stringify(memory),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Says how a card due came back, once: sent again, it changes nothing. */
export async function recordRecall(
  db: Db,
  viewer: Viewer,
  { module, card }: DueCard,
  recall: Recall,
  now: Date,
): Promise<'recorded' | 'not-due'> {
  return inTransaction(db, async (trx) => {
    const row = await trx
      .selectFrom('review_card')
      .select('memory')
      .where('person_id', '=', viewer.personId)
      .where('module_id', '=', module)
      .where('card', '=', card)
      .where('due', '<=', now)
      .forUpdate()
      .executeTakeFirst();
    if (!row) return 'not-due';
    const { due, memory } = afterRecall(row.memory as Memory, recall, now);
    await trx
      .updateTable('review_card')
      .set({ due, memory: JSON.stringify(memory), reviewed_at: now })
      .where('person_id', '=', viewer.personId)
      .where('module_id', '=', module)
      .where('card', '=', card)
      .execute();
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'reviewed',
      subject: `module ${module}, ${card}`,
    });
    return 'recorded';
  });
}
