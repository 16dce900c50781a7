import { sql } from 'kysely';
import { dayOf } from '../../calendar/index.ts';
import { type Db, inTransaction } from '../../database/index.ts';
import { audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import { findOnDesk } from '../desk/campaign.store.ts';
import { peopleToRemind } from '../desk/progress.store.ts';
import { mayRemind } from './reminder.ts';

/** Makes a mail for each member who agreed and has something left; they leave as all mails do. */
export async function remind(
  db: Db,
  viewer: Viewer,
  id: string,
  now: Date,
): Promise<'made' | 'too-soon' | 'absent'> {
  return inTransaction(db, async (trx) => {
    await sql`select from campaign where id::text = ${id} for update`.execute(trx);
    const campaign = await findOnDesk(trx, viewer, id);
    if (!campaign) return 'absent';
    const today = dayOf(now);
    if (!mayRemind(campaign, today)) return 'too-soon';
    await sql`
      insert into notice (id, person_id, kind, campaign_id, day, made_at, next_try_at)
      select gen_random_uuid(), person_id, 'group', ${campaign.id}::uuid, ${today}::date, ${now}, ${now}
      from (${peopleToRemind(campaign.id)}) as people
      on conflict do nothing`.execute(trx);
    await trx.updateTable('campaign').set({ reminded_at: now }).where('id', '=', campaign.id).execute();
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'group-reminded',
      subject: `campaign ${campaign.id}`,
    });
    return 'made';
  });
}
