import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { dayOf, daysAfter } from '../../calendar/index.ts';
import { type Db, inTransaction } from '../../database/index.ts';
import type { Job } from '../../jobs/index.ts';
import { isSignedBy, readToken } from '../../learning/index.ts';
import { audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';

export const mailJobs: readonly Job[] = [
  {
    name: 'prepare-follow-up-notices',
    // Working days and hours: nothing sent here is an emergency, those are told by word of mouth.
    schedule: '15 7-18 * * 1-5',
    retries: 3,
    retrySeconds: 60,
    run: async ({ db, now }) => void (await prepareFollowUpNotices(db, now())),
  },
];

/** What came before that is told on the pages, and in no mail. */
const LOOKED_BACK_DAYS = 7;

/**
 * Makes a mail for each who runs or chairs a GPDS where something came that nobody has read: an alert, a pupil who asks for
 * an adult, somebody who opposes or asks for a correction. One a day at most; what still waits the day after is told again,
 * once.
 */
export async function prepareFollowUpNotices(db: Db, now: Date): Promise<number> {
  const today = dayOf(now);
  return inTransaction(db, async (trx) => {
    const { rows } = await sql<{ personId: string }>`
      with reader as (
        select p.id as person_id, m.school, m.role = 'referent' as runs,
          coalesce((select max(n.day) from notice n where n.person_id = p.id and n.kind = 'follow-up'), '-infinity') as told_on
        from membership m join person p on p.id = m.person_id join follow_up_gate g on g.school = m.school
        where p.email is not null
          and not exists (select from follow_up_mail w where w.person_id = p.id and not w.wanted)
          and (m.role = 'referent' or (m.role = 'direction' and exists (
            select from gpds_chair c
            where c.person_id = p.id and c.school = m.school and c.ended_at is null and c.from_day <= ${today}::date)))),
      waiting as (
        select school, (created_at at time zone 'Europe/Paris')::date as day, author, false as for_who_runs
        from alert where read_at is null and decided_at is null
        union all
        select f.school, r.requested_on, null, f.closed_on is not null
        from relay_request r join follow_up f on f.id = r.follow_up_id
        union all
        select f.school, r.asked_on, null, true
        from data_request r join follow_up f on f.id = r.follow_up_id where r.answered_on is null)
      insert into notice (id, person_id, kind, day, made_at, next_try_at)
      select gen_random_uuid(), told.person_id, 'follow-up', ${today}::date, ${now}, ${now}
      from (
        select distinct reader.person_id
        from reader join waiting using (school)
        where waiting.day >= reader.told_on and waiting.day > ${daysAfter(today, -LOOKED_BACK_DAYS)}::date
          and (reader.runs or not waiting.for_who_runs)
          and waiting.author is distinct from reader.person_id
      ) as told
      on conflict do nothing
      returning person_id as "personId"`.execute(trx);
    if (rows.length === 0) return 0;
    await trx
      .insertInto('follow_up_mail')
      .values(
        rows.map(({ personId }) => ({ ...newLink(), person_id: personId, wanted: true, changed_at: now })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await audit(trx, { at: now, actor: null, action: 'notices-made', subject: `${rows.length} notices` });
    return rows.length;
  });
}

const newLink = () => ({ link_id: randomUUID(), link_key: randomBytes(32) });

/** Whether the viewer agrees to be written to; so they do until they refuse. */
export async function wantsMails(db: Db, viewer: Viewer): Promise<boolean> {
  const row = await db
    .selectFrom('follow_up_mail')
    .select('wanted')
    .where('person_id', '=', viewer.personId)
    .executeTakeFirst();
  return row?.wanted ?? true;
}

/** Writes the choice; refused, what had not left yet does not leave. */
export async function chooseMails(db: Db, viewer: Viewer, wanted: boolean, now: Date): Promise<void> {
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('follow_up_mail')
      .values({ ...newLink(), person_id: viewer.personId, wanted, changed_at: now })
      .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ wanted, changed_at: now }))
      .execute();
    if (!wanted) await forgetWaiting(trx, viewer.personId);
    const subject = `follow-up mails ${wanted ? 'wanted' : 'refused'}`;
    await audit(trx, { at: now, actor: viewer.auditActor, action: 'reminders-chosen', subject });
  });
}

function forgetWaiting(db: Db, personId: string) {
  return db
    .deleteFrom('notice')
    .where('person_id', '=', personId)
    .where('kind', '=', 'follow-up')
    .where('sent_at', 'is', null)
    .execute();
}

/** Whether a link of a mail is one of ours. */
export async function isMailStopLink(db: Db, token: string): Promise<boolean> {
  return (await findByToken(db, token)) !== null;
}

/** Stops these mails for whoever holds the link; again, it changes nothing. False when the link is not ours. */
export async function stopFollowUpMails(db: Db, token: string, now: Date): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const link = await findByToken(trx, token);
    if (!link) return false;
    if (!link.wanted) return true;
    await trx
      .updateTable('follow_up_mail')
      .set({ wanted: false, changed_at: now })
      .where('person_id', '=', link.personId)
      .execute();
    await forgetWaiting(trx, link.personId);
    const subject = 'link of a mail of the follow-up';
    await audit(trx, { at: now, actor: link.actor, action: 'reminders-stopped', subject });
    return true;
  });
}

async function findByToken(db: Db, token: string) {
  const read = readToken(token);
  if (!read) return null;
  const row = await db
    .selectFrom('follow_up_mail as w')
    .innerJoin('person as p', 'p.id', 'w.person_id')
    .select([
      'w.person_id as personId',
      'p.audit_actor as actor',
      'w.wanted',
      'w.link_id as id',
      'w.link_key as key',
    ])
    .where('w.link_id', '=', read.id)
    .executeTakeFirst();
  return row && isSignedBy(read, row) ? row : null;
}
