import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { dayOf } from '../../calendar/index.ts';
import { type Db, inTransaction } from '../../database/index.ts';
import { confirmedSchools } from '../../identity/index.ts';
import { audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import { arrangeAgenda, findItems, findMeetings, schoolsMet } from '../meeting/meeting.store.ts';
import { schoolsRun } from '../scope.store.ts';
import { chooseSignals } from '../signals/signals.store.ts';
import { openFile, openFollowUp, type SeenFollowUp } from '../situations/follow-up.store.ts';
import type { Level } from '../vocabulary.ts';
import type { Advice } from './advice.ts';
import type { AlertOutcome, NewAlert, Verdict } from './alert.ts';

type Said = {
  id: string;
  number: number;
  code: string | null;
  level: Level | null;
  signals: string[];
  word: string | null;
  observedOn: string;
  createdAt: Date;
  readAt: Date | null;
  outcome: AlertOutcome | null;
  advice: Advice[];
  decidedAt: Date | null;
};
/** An alert as its author sees it: what they said, and what was answered; never which file it went to. */
export type MyAlert = Said & { school: string };
/** An alert as those who receive it see it. */
export type ReceivedAlert = Said & { school: string; author: string | null; attached: string | null };

const SAID = [
  'alert.id',
  'alert.school',
  'alert.number',
  'alert.code',
  'alert.level',
  'alert.signals',
  'alert.word',
  'alert.observed_on as observedOn',
  'alert.created_at as createdAt',
  'alert.read_at as readAt',
  'alert.outcome',
  'alert.advice',
  'alert.decided_at as decidedAt',
] as const;

/** A school one belongs to, that follows young people, and who reads what is said there. */
export type AlertSchool = { uai: string; name: string; readers: string[] };

/** The schools the viewer may send an alert in: their own, once the school has recorded by what right it follows. */
export async function findAlertSchools(db: Db, viewer: Viewer, now: Date): Promise<AlertSchool[]> {
  const own = confirmedSchools(viewer);
  if (own.length === 0) return [];
  const { rows } = await sql<AlertSchool>`
    select s.uai, s.name, array(
      select p.display_name from person p where exists (
        select from membership m where m.person_id = p.id and m.school = s.uai and m.confirmed_at is not null and (m.role = 'referent' or m.role = 'direction' and exists (
          select from gpds_chair c where c.person_id = p.id and c.school = s.uai and c.ended_at is null and c.from_day <= ${dayOf(now)})))
      order by p.display_name) as readers
    from school s join follow_up_gate g on g.school = s.uai
    where s.uai = any(${own}) order by s.name`.execute(db);
  return rows;
}

/**
 * Keeps what an adult saw. A code of a current follow-up of the school attaches it at once, without a word to the author:
 * nobody learns here which codes exist. Sent twice, it is kept once. Null: the school follows nobody.
 */
export async function sendAlert(
  db: Db,
  viewer: Viewer,
  { id, school, code, level, signals, observedOn, word }: NewAlert,
  now: Date,
): Promise<number | null> {
  if (!confirmedSchools(viewer).includes(school)) return null;
  return inTransaction(db, async (trx) => {
    // One at a time in a school, so that numbers follow each other.
    const gate = await trx
      .selectFrom('follow_up_gate')
      .select('school')
      .where('school', '=', school)
      .forUpdate()
      .executeTakeFirst();
    if (!gate) return null;
    const sent = await trx
      .selectFrom('alert')
      .select(['number', 'author'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (sent) return sent.author === viewer.personId ? sent.number : null;
    const { last } = await trx
      .selectFrom('alert')
      .select(({ fn }) => fn.max('number').as('last'))
      .where('school', '=', school)
      .executeTakeFirstOrThrow();
    const known =
      code === null
        ? undefined
        : await trx
            .selectFrom('follow_up')
            .select('id')
            .where('code', '=', code)
            .where('school', '=', school)
            .where('closed_on', 'is', null)
            .executeTakeFirst();
    const number = (last ?? 0) + 1;
    await trx
      .insertInto('alert')
      .values({
        id,
        school,
        number,
        author: viewer.personId,
        follow_up_id: known?.id ?? null,
        signals,
        code,
        level,
        word,
        observed_on: observedOn,
        created_at: now,
      })
      .execute();
    await audit(trx, { at: now, actor: viewer.auditActor, action: 'alert-sent', subject: `alert ${id}` });
    return number;
  });
}

/** What the viewer said, the latest first. */
export async function findMyAlerts(db: Db, viewer: Viewer): Promise<MyAlert[]> {
  const rows = await db
    .selectFrom('alert')
    .select(SAID)
    .where('author', '=', viewer.personId)
    .orderBy('created_at', 'desc')
    .limit(100)
    .execute();
  return rows as MyAlert[];
}

/** What was said in the schools whose GPDS the viewer runs or chairs: what waits first, the oldest first. */
export async function findReceived(db: Db, viewer: Viewer, now: Date): Promise<ReceivedAlert[]> {
  const schools = await schoolsMet(db, viewer, now);
  if (schools.length === 0) return [];
  const rows = await received(db, schools)
    .orderBy(sql`alert.decided_at is null`, 'desc')
    .orderBy(sql`case when alert.decided_at is null then alert.created_at end`)
    .orderBy('alert.decided_at', 'desc')
    .limit(200)
    .execute();
  return rows as ReceivedAlert[];
}

function received(db: Db, schools: readonly string[]) {
  return db
    .selectFrom('alert')
    .leftJoin('person as p', 'p.id', 'alert.author')
    .leftJoin('follow_up as f', 'f.id', 'alert.follow_up_id')
    .select([...SAID, 'p.display_name as author', 'f.code as attached'])
    .where('alert.school', 'in', schools);
}

/** One alert, by whoever receives it; the first reading is noted, and the author sees it. */
export async function readAlert(
  db: Db,
  viewer: Viewer,
  id: string,
  now: Date,
): Promise<ReceivedAlert | undefined> {
  const schools = await schoolsMet(db, viewer, now);
  if (schools.length === 0) return undefined;
  return inTransaction(db, async (trx) => {
    const alert = (await received(trx, schools).where('alert.id', '=', id).executeTakeFirst()) as
      | ReceivedAlert
      | undefined;
    if (alert && alert.readAt === null) {
      await trx.updateTable('alert').set({ read_at: now }).where('id', '=', id).execute();
      await audit(trx, { at: now, actor: viewer.auditActor, action: 'alert-read', subject: `alert ${id}` });
    }
    return alert;
  });
}

/** Whether the viewer may open a follow-up from an alert. */
export const opensFrom = (viewer: Viewer, { school }: { school: string }) =>
  schoolsRun(viewer).includes(school);

/**
 * Decides what becomes of an alert, in one transaction: attached to a follow-up, it joins the agenda of the meeting being
 * prepared, or of the next one. Says which file it went to. Null: decided already, or not the viewer's to decide.
 */
export async function decideAlert(
  db: Db,
  viewer: Viewer,
  alert: ReceivedAlert,
  { what, advice }: Verdict,
  { now, fictitious }: { now: Date; fictitious: boolean },
): Promise<{ code: string | null } | null> {
  return inTransaction(db, async (trx) => {
    const waiting = await trx
      .selectFrom('alert')
      .select('id')
      .where('id', '=', alert.id)
      .where('decided_at', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (!waiting) return null;
    let file: SeenFollowUp | undefined;
    if (what.outcome === 'opened') {
      const opening = await openFollowUp(
        trx,
        viewer,
        alert.school,
        { level: what.level, ageBand: what.ageBand, informedOn: null },
        { now, fictitious },
      );
      if ('refused' in opening) return null;
      file = await openFile(trx, viewer, opening.code, now);
      if (file) await chooseSignals(trx, viewer, file, alert.signals, now);
    } else if (what.outcome === 'already-followed') {
      file = await openFile(trx, viewer, what.code, now);
      if (!file || file.school !== alert.school || file.closedOn !== null) return null;
    }
    await trx
      .updateTable('alert')
      .set((where) => ({
        outcome: what.outcome,
        advice,
        decided_at: now,
        read_at: where.fn.coalesce('read_at', where.val(now)),
        follow_up_id: file?.id ?? null,
      }))
      .where('id', '=', alert.id)
      .execute();
    if (file) await joinAgenda(trx, viewer, file, now);
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'alert-decided',
      subject: `alert ${alert.id}`,
    });
    return { code: file?.code ?? null };
  });
}

/** A meeting being prepared was drawn up before the alert: the situation is added last. */
async function joinAgenda(db: Db, viewer: Viewer, file: SeenFollowUp, now: Date): Promise<void> {
  const open = (await findMeetings(db, viewer, now)).find(
    ({ school, closedAt }) => school === file.school && closedAt === null,
  );
  if (!open) return;
  const codes = (await findItems(db, viewer, open, now)).map(({ code }) => code);
  if (!codes.includes(file.code)) await arrangeAgenda(db, viewer, open, [...codes, file.code], now);
}

/** What adults said of a young person, the latest first. The caller has opened the file. */
export async function findSaid(
  db: Db,
  file: SeenFollowUp,
): Promise<{ signals: string[]; word: string | null; observedOn: string }[]> {
  return db
    .selectFrom('alert')
    .select(['signals', 'word', 'observed_on as observedOn'])
    .where('follow_up_id', '=', file.id)
    .orderBy('observed_on', 'desc')
    .limit(50)
    .execute();
}

/** A worrying sign: that somebody was called, the day, and nothing else; neither who nor about whom. */
export async function requestRelay(db: Db, school: string, now: Date): Promise<void> {
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('relay_request')
      .values({ id: randomUUID(), school, follow_up_id: null, requested_on: dayOf(now) })
      .execute();
    await audit(trx, { at: now, actor: null, action: 'relay-requested', subject: `school ${school}` });
  });
}
