import { dayOf } from '../../calendar/index.ts';
import { type Db, inTransaction } from '../../database/index.ts';
import type { Job } from '../../jobs/index.ts';
import { audit } from '../../privacy/index.ts';
import { alertPurgeDay } from '../milestones/purge.ts';

export const alertJobs: readonly Job[] = [
  {
    name: 'purge-alerts',
    schedule: '50 3 * * *',
    retries: 3,
    retrySeconds: 600,
    run: async ({ db, now }) => purgeAlerts(db, now()),
  },
];

/** Erases the alerts no follow-up came out of, once their day has come. Those of a follow-up go with it. */
export async function purgeAlerts(db: Db, now: Date): Promise<void> {
  const today = dayOf(now);
  await inTransaction(db, async (trx) => {
    const unattached = await trx
      .selectFrom('alert')
      .select(['id', 'created_at'])
      .where('follow_up_id', 'is', null)
      .execute();
    const due = unattached.filter(({ created_at }) => alertPurgeDay(dayOf(created_at)) <= today);
    if (due.length === 0) return;
    await trx
      .deleteFrom('alert')
      .where(
        'id',
        'in',
        due.map(({ id }) => id),
      )
      .where('follow_up_id', 'is', null)
      .execute();
    await audit(trx, { at: now, actor: null, action: 'alerts-purged', subject: `${due.length} alerts` });
  });
}
