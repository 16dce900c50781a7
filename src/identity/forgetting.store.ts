import { type Db, inTransaction } from '../database/index.ts';
import type { Job } from '../jobs/index.ts';
import { audit } from '../privacy/index.ts';
import { ABSOLUTE_HOURS, hoursBefore, IDLE_HOURS, LONG_HOURS } from './session.ts';
import { startOfHour } from './sign-in/code.ts';

export const forgettingJobs: readonly Job[] = [
  {
    name: 'forget-sign-ins',
    schedule: '50 2 * * *',
    retries: 3,
    retrySeconds: 300,
    run: async ({ db, now }) => {
      await forgetSignIns(db, now());
    },
  },
];

/** An invitation says whom a school wrote to: not for longer than it takes to ask why nobody came. */
const INVITATION_KEPT_HOURS = 30 * 24;

/** What a sign-in leaves once it is over: codes, sessions, counts of tries, invitations. Nothing else in them is of use to anybody. */
export async function forgetSignIns(db: Db, now: Date): Promise<number> {
  return inTransaction(db, async (trx) => {
    const gone = [
      await trx.deleteFrom('sign_in_code').where('expires_at', '<', now).executeTakeFirst(),
      await trx.deleteFrom('rate_limit').where('window_start', '<', startOfHour(now)).executeTakeFirst(),
      await trx
        .deleteFrom('session')
        .where((where) =>
          where.or([
            where('created_at', '<=', hoursBefore(now, LONG_HOURS)),
            where.and([
              where('long', '=', false),
              where.or([
                where('last_seen_at', '<=', hoursBefore(now, IDLE_HOURS)),
                where('created_at', '<=', hoursBefore(now, ABSOLUTE_HOURS)),
              ]),
            ]),
          ]),
        )
        .executeTakeFirst(),
      await trx
        .deleteFrom('school_invitation')
        .where('expires_at', '<', hoursBefore(now, INVITATION_KEPT_HOURS))
        .executeTakeFirst(),
    ];
    const lines = gone.reduce((sum, { numDeletedRows }) => sum + Number(numDeletedRows), 0);
    if (lines > 0) await audit(trx, { at: now, actor: null, action: 'expired-erased', subject: 'sign-ins' });
    return lines;
  });
}
