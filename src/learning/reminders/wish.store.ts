import { randomBytes, randomUUID } from 'node:crypto';
import { dayOf } from '../../calendar/index.ts';
import { type Db, inTransaction, type Trx } from '../../database/index.ts';
import { audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import type { Wish } from './rhythm.ts';
import { isSignedBy, readToken } from './stop-link.ts';

/** What the person chose, or null when they were not asked yet. */
export async function findWish(db: Db, viewer: Viewer): Promise<Wish | null> {
  const row = await db
    .selectFrom('mail_wish')
    .select(['rhythm', 'weekday', 'plans'])
    .where('person_id', '=', viewer.personId)
    .executeTakeFirst();
  return row ?? null;
}

/** Writes the choice. Today counts as looked at: the first mail comes on a day after it. */
export async function saveWish(db: Db, viewer: Viewer, wish: Wish, now: Date): Promise<void> {
  const chosen = { ...wish, considered_on: dayOf(now), chosen_at: now };
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('mail_wish')
      .values({
        person_id: viewer.personId,
        ...chosen,
        link_id: randomUUID(),
        link_key: randomBytes(32),
      })
      .onConflict((conflict) => conflict.column('person_id').doUpdateSet(chosen))
      .execute();
    await forgetWhatIsNoLongerWished(trx, viewer.personId, wish);
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'reminders-chosen',
      subject: `${wish.rhythm}${wish.plans ? ', plans' : ''}`,
    });
  });
}

async function forgetWhatIsNoLongerWished(trx: Trx, personId: string, { rhythm, plans }: Wish) {
  const kinds = [
    ...(rhythm === 'never' ? (['reminder'] as const) : []),
    ...(plans ? [] : (['plan-due', 'companion-wrote'] as const)),
  ];
  if (kinds.length === 0) return;
  await trx
    .deleteFrom('notice')
    .where('person_id', '=', personId)
    .where('kind', 'in', kinds)
    .where('sent_at', 'is', null)
    .execute();
}

/** Whether a link of a mail is one of ours and alive. */
export async function isStopLink(db: Db, token: string): Promise<boolean> {
  return (await findByToken(db, token)) !== null;
}

/** Stops all reminders, for whoever holds the link; again, it changes nothing. False when the link is not ours. */
export async function stopMails(db: Db, token: string, now: Date): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const wish = await findByToken(trx, token);
    if (!wish) return false;
    if (wish.rhythm === 'never' && !wish.plans) return true;
    await trx
      .updateTable('mail_wish')
      .set({ rhythm: 'never', plans: false, chosen_at: now })
      .where('person_id', '=', wish.personId)
      .execute();
    await forgetWhatIsNoLongerWished(trx, wish.personId, {
      rhythm: 'never',
      weekday: wish.weekday,
      plans: false,
    });
    await audit(trx, { at: now, actor: wish.actor, action: 'reminders-stopped', subject: 'link of a mail' });
    return true;
  });
}

async function findByToken(db: Db, token: string) {
  const read = readToken(token);
  if (!read) return null;
  const row = await db
    .selectFrom('mail_wish')
    .innerJoin('person', 'person.id', 'mail_wish.person_id')
    .select([
      'person_id as personId',
      'audit_actor as actor',
      'rhythm',
      'weekday',
      'plans',
      'link_id as id',
      'link_key as key',
    ])
    .where('link_id', '=', read.id)
    .executeTakeFirst();
  return row && isSignedBy(read, row) ? row : null;
}
