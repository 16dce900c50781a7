import { type Db, inTransaction } from '../../database/index.ts';
import { isSignedBy, readToken } from '../../learning/index.ts';
import { audit } from '../../privacy/index.ts';

/** The membership a link of a mail names, when the link is one of ours. */
export async function findStopLink(db: Db, token: string) {
  const read = readToken(token);
  if (!read) return null;
  const row = await db
    .selectFrom('campaign_member as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .select([
      'm.campaign_id as campaign',
      'm.person_id as person',
      'p.audit_actor as actor',
      'm.link_id as id',
      'm.link_key as key',
    ])
    .where('m.link_id', '=', read.id)
    .executeTakeFirst();
  return row && isSignedBy(read, row) ? row : null;
}

/** Stops the mails of one group, for whoever holds the link; again, it changes nothing. */
export async function stopReminders(db: Db, token: string, now: Date): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const link = await findStopLink(trx, token);
    if (!link) return false;
    const { numUpdatedRows } = await trx
      .updateTable('campaign_member')
      .set({ reminders_at: null })
      .where('link_id', '=', link.id)
      .where('reminders_at', 'is not', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return true;
    await trx
      .deleteFrom('notice')
      .where('campaign_id', '=', link.campaign)
      .where('person_id', '=', link.person)
      .where('sent_at', 'is', null)
      .execute();
    await audit(trx, {
      at: now,
      actor: link.actor,
      action: 'group-reminders-stopped',
      subject: `campaign ${link.campaign}`,
    });
    return true;
  });
}
