import { sql } from 'kysely';
import { dayOf, daysAfter } from '../../calendar/index.ts';
import { type Db, inTransaction, type Trx } from '../../database/index.ts';
import type { Job, Surroundings } from '../../jobs/index.ts';
import { audit } from '../../privacy/index.ts';
import { type NoticeKind, noticeMail } from './notice-mail.ts';
import { calendarOf } from './rhythm.ts';
import { stopToken } from './stop-link.ts';

export const noticeJobs: readonly Job[] = [
  {
    name: 'prepare-notices',
    // Not before seven: nobody wants to be woken. The later runs make up for what a stop delayed.
    schedule: '5 7-20 * * *',
    retries: 3,
    retrySeconds: 60,
    run: async ({ db, now }) => void (await prepareNotices(db, now())),
  },
  {
    name: 'send-notices',
    schedule: '* * * * *',
    retries: 0,
    retrySeconds: 60,
    run: sendNotices,
  },
];

/** A day of the rhythm missed by more than this is left: the next one is near. */
const LATE_DAYS = 2;
/** What left, and what never could, is forgotten after this. */
export const KEPT_DAYS = 30;

/** People looked at in one transaction: no statement lasts, whatever their number. */
const BATCH = 2_000;

/**
 * Makes what must leave today: for those whose day it is and who have something due, and for plans at their date. Once,
 * however often it runs.
 */
export async function prepareNotices(db: Db, now: Date): Promise<number> {
  const today = dayOf(now);
  const since = daysAfter(today, -LATE_DAYS);
  await db.deleteFrom('notice').where('day', '<', daysAfter(today, -KEPT_DAYS)).execute();
  let total = 0;
  for (;;) {
    const { looked, made } = await prepareReminders(db, { today, since, now });
    total += made;
    if (looked < BATCH) break;
  }
  for (;;) {
    const made = await preparePlanNotices(db, { today, since, now });
    total += made;
    if (made < BATCH) return total;
  }
}

type Day = { today: string; since: string; now: Date };

async function prepareReminders(
  db: Db,
  { today, since, now }: Day,
): Promise<{ looked: number; made: number }> {
  const calendar = sql.join(
    calendarOf(today).map(
      ({ rhythm, weekday, day }) => sql`(${rhythm}::text, ${weekday}::smallint, ${day}::date)`,
    ),
  );
  return inTransaction(db, async (trx) => {
    const { rows } = await sql<{ looked: number; made: number }>`
      with calendar (rhythm, weekday, day) as (values ${calendar}),
      next as (
        select w.person_id, c.day from mail_wish w join calendar c using (rhythm, weekday)
        where w.considered_on < c.day and w.rhythm <> 'never'
        limit ${BATCH} for update of w skip locked),
      looked_at as (
        update mail_wish w set considered_on = next.day from next where next.person_id = w.person_id
        returning w.person_id, next.day),
      made as (
        insert into notice (id, person_id, kind, day, made_at, next_try_at)
        select gen_random_uuid(), person_id, 'reminder', day, ${now}, ${now} from looked_at l
        where day >= ${since}::date and (
          exists (select from review_card r where r.person_id = l.person_id and r.due <= ${now})
          or exists (select from plan p
            where p.person_id = l.person_id and p.outcome is null and p.due <= ${today}::date))
        on conflict do nothing returning id)
      select (select count(*)::int from looked_at) as looked, (select count(*)::int from made) as made`.execute(
      trx,
    );
    const [counts] = rows;
    await noteMade(trx, counts!.made, now);
    return counts!;
  });
}

/** One mail a day is enough: the reminder of the same day speaks of plans too. */
async function preparePlanNotices(db: Db, { today, since, now }: Day): Promise<number> {
  return inTransaction(db, async (trx) => {
    const { numAffectedRows = 0n } = await sql`
      insert into notice (id, person_id, kind, plan_id, day, made_at, next_try_at)
      select gen_random_uuid(), p.person_id, 'plan-due', p.id, p.due, ${now}, ${now}
      from plan p join mail_wish w on w.person_id = p.person_id
      where w.plans and p.outcome is null and p.due between ${since}::date and ${today}::date
        and (p.made_at at time zone 'Europe/Paris')::date < p.due
        and not exists (select from notice n
          where n.plan_id is null and n.person_id = p.person_id and n.kind = 'reminder' and n.day = p.due)
        and not exists (select from notice n where n.plan_id = p.id and n.kind = 'plan-due' and n.day = p.due)
      limit ${BATCH}
      on conflict do nothing`.execute(trx);
    const made = Number(numAffectedRows);
    await noteMade(trx, made, now);
    return made;
  });
}

async function noteMade(trx: Trx, made: number, now: Date): Promise<void> {
  if (made === 0) return;
  await audit(trx, { at: now, actor: null, action: 'notices-made', subject: `${made} notices` });
}

const AT_ONCE = 1_000;
/** While a notice is being sent, nobody else takes it; should the process die, somebody does after this. */
const TAKEN_MINUTES = 10;
export const MOST_TRIES = 6;

/** Sends what waits, one mail after the other. What could not leave waits, longer each time. */
export async function sendNotices(
  { db, sendMail, now, origin, log }: Pick<Surroundings, 'db' | 'sendMail' | 'now' | 'origin' | 'log'>,
  signal: AbortSignal,
): Promise<void> {
  let failed = 0;
  for (let count = 0; count < AT_ONCE && !signal.aborted; count += 1) {
    const notice = await takeNext(db, now());
    if (!notice) break;
    const to = await recipientOf(db, notice);
    if (to) {
      const sent = await sendMail(noticeMail(notice.kind, { ...to, origin })).then(
        () => true,
        () => false,
      );
      if (!sent) {
        failed += 1;
        continue;
      }
    }
    await markSent(db, notice, now());
  }
  if (failed > 0) log(`Courriels : ${failed} n’ont pas pu partir, ils seront essayés de nouveau.`);
}

type Taken = {
  id: string;
  kind: NoticeKind;
  personId: string;
  planId: string | null;
  campaignId: string | null;
};

async function takeNext(db: Db, now: Date): Promise<Taken | undefined> {
  const { rows } = await sql<Taken>`
    update notice set tries = tries + 1,
      next_try_at = ${now}::timestamptz + make_interval(mins => ${TAKEN_MINUTES} * (1 << tries))
    where id = (
      select id from notice where sent_at is null and next_try_at <= ${now} and tries < ${MOST_TRIES}
      order by next_try_at limit 1 for update skip locked)
    returning id, kind, person_id as "personId", plan_id as "planId",
      campaign_id as "campaignId"`.execute(db);
  return rows[0];
}

/** To whom, and with which link to stop; null when it is no longer to be sent: that is looked at last. */
async function recipientOf(db: Db, notice: Taken): Promise<{ to: string; stop: string | null } | null> {
  if (notice.kind === 'companion-asked') {
    const companion = await db
      .selectFrom('plan_companion')
      .select('email')
      .where('plan_id', '=', notice.planId)
      .where('declined_at', 'is', null)
      .executeTakeFirst();
    return companion ? { to: companion.email, stop: null } : null;
  }
  if (notice.kind === 'group') {
    const member = await db
      .selectFrom('campaign_member as m')
      .innerJoin('person as p', 'p.id', 'm.person_id')
      .select(['p.email', 'm.link_id as id', 'm.link_key as key'])
      .where('m.campaign_id', '=', notice.campaignId)
      .where('m.person_id', '=', notice.personId)
      .where('m.reminders_at', 'is not', null)
      .executeTakeFirst();
    return member?.email ? { to: member.email, stop: stopToken(member) } : null;
  }
  if (notice.kind === 'follow-up') {
    const reader = await db
      .selectFrom('follow_up_mail as w')
      .innerJoin('person as p', 'p.id', 'w.person_id')
      .select(['p.email', 'w.link_id as id', 'w.link_key as key'])
      .where('w.person_id', '=', notice.personId)
      .where('w.wanted', '=', true)
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('membership as m')
            .select('m.id')
            .whereRef('m.person_id', '=', 'w.person_id')
            .where('m.role', 'in', ['referent', 'direction']),
        ),
      )
      .executeTakeFirst();
    return reader?.email ? { to: reader.email, stop: stopToken(reader) } : null;
  }
  const row = await db
    .selectFrom('person')
    .innerJoin('mail_wish', 'mail_wish.person_id', 'person.id')
    .select(['email', 'rhythm', 'plans', 'link_id as id', 'link_key as key'])
    .where('person.id', '=', notice.personId)
    .executeTakeFirst();
  if (!row?.email) return null;
  const wished = notice.kind === 'reminder' ? row.rhythm !== 'never' : row.plans;
  return wished ? { to: row.email, stop: stopToken(row) } : null;
}

async function markSent(db: Db, { id, kind }: Taken, now: Date): Promise<void> {
  await inTransaction(db, async (trx) => {
    await trx.updateTable('notice').set({ sent_at: now }).where('id', '=', id).execute();
    await audit(trx, { at: now, actor: null, action: 'notice-sent', subject: kind });
  });
}
