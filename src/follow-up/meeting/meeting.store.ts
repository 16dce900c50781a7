import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { dayOf } from '../../calendar/index.ts';
import { type Db, inTransaction, type Trx } from '../../database/index.ts';
import { type AuditAction, audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import { schoolsHeaded, schoolsRun, visibleFollowUps } from '../scope.store.ts';
import type { Level } from '../vocabulary.ts';
import { agendaOf, type Reason, reasonsOf, type SituationState } from './agenda.ts';

export type Meeting = {
  id: string;
  school: string;
  schoolName: string;
  heldOn: string;
  begunAt: Date | null;
  closedAt: Date | null;
};

export type Item = {
  followUpId: string;
  code: string;
  level: Level;
  levers: string[];
  discussedAt: Date | null;
};

/** As many as one agenda may hold. */
const MOST_ITEMS = 60;

/** The schools whose meetings the viewer prepares and leads: whose GPDS they run, or which they chair once designated. */
export async function schoolsMet(db: Db, viewer: Viewer, now: Date): Promise<string[]> {
  const headed = schoolsHeaded(viewer);
  const chaired =
    headed.length === 0
      ? []
      : await db
          .selectFrom('gpds_chair')
          .select('school')
          .where('person_id', '=', viewer.personId)
          .where('school', 'in', headed)
          .where('ended_at', 'is', null)
          .where('from_day', '<=', dayOf(now))
          .execute();
  return [...new Set([...schoolsRun(viewer), ...chaired.map(({ school }) => school)])];
}

const MEETING = [
  'gpds_meeting.id',
  'gpds_meeting.school',
  'school.name as schoolName',
  'held_on as heldOn',
  'begun_at as begunAt',
  'closed_at as closedAt',
] as const;

/** The meetings of the schools the viewer meets for, the latest first. */
export async function findMeetings(db: Db, viewer: Viewer, now: Date): Promise<Meeting[]> {
  const schools = await schoolsMet(db, viewer, now);
  if (schools.length === 0) return [];
  return db
    .selectFrom('gpds_meeting')
    .innerJoin('school', 'school.uai', 'gpds_meeting.school')
    .select(MEETING)
    .where('gpds_meeting.school', 'in', schools)
    .orderBy('held_on', 'desc')
    .orderBy('prepared_at', 'desc')
    .execute();
}

export async function findMeeting(
  db: Db,
  viewer: Viewer,
  id: string,
  now: Date,
): Promise<Meeting | undefined> {
  return (await findMeetings(db, viewer, now)).find((meeting) => meeting.id === id);
}

/** What is on the agenda, in order; only what the viewer may see. */
export async function findItems(db: Db, viewer: Viewer, meeting: Meeting, now: Date): Promise<Item[]> {
  const rows = await visibleFollowUps(db, viewer, dayOf(now))
    .innerJoin('gpds_item', 'gpds_item.follow_up_id', 'follow_up.id')
    .select([
      'follow_up.id as followUpId',
      'follow_up.code',
      'follow_up.level',
      'gpds_item.levers',
      'gpds_item.discussed_at as discussedAt',
    ])
    .where('gpds_item.meeting_id', '=', meeting.id)
    .orderBy('gpds_item.place')
    .execute();
  return rows as Item[];
}

/** The current situations of a school the viewer meets for, with what makes them due or new. */
async function findStates(
  db: Db,
  viewer: Viewer,
  school: string,
  now: Date,
): Promise<(SituationState & { level: Level })[]> {
  const rows = await visibleFollowUps(db, viewer, dayOf(now))
    .select((where) => [
      'follow_up.id as followUpId',
      'follow_up.code',
      'follow_up.level',
      'follow_up.opened_on as openedOn',
      where
        .selectFrom('gpds_item as i')
        .innerJoin('gpds_meeting as m', 'm.id', 'i.meeting_id')
        .whereRef('i.follow_up_id', '=', 'follow_up.id')
        .where('i.discussed_at', 'is not', null)
        .select(({ fn }) => fn.max('m.held_on').as('on'))
        .as('discussedOn'),
      sql<string[]>`array(select due::text from gpds_decision d
        where d.follow_up_id = follow_up.id and d.outcome is null order by due)`.as('waiting'),
      sql<number>`(select count(*) from alert a where a.follow_up_id = follow_up.id and a.created_at > coalesce(
        (select max(i.discussed_at) from gpds_item i where i.follow_up_id = follow_up.id), '-infinity'))`.as(
        'newAlerts',
      ),
      where
        .selectFrom('signal_rating as r')
        .whereRef('r.follow_up_id', '=', 'follow_up.id')
        .select(({ fn }) => fn.min('r.observed_on').as('on'))
        .as('firstRatedOn'),
      sql<string[]>`array(select distinct p.display_name from signal_rating r join person p on p.id = r.rater
        where r.follow_up_id = follow_up.id and r.source = 'observed' and r.observed_on = (
          select min(observed_on) from signal_rating where follow_up_id = follow_up.id) order by 1)`.as(
        'firstRaters',
      ),
      where
        .selectFrom('signal_rating as r')
        .whereRef('r.follow_up_id', '=', 'follow_up.id')
        .select(({ fn }) => fn.max('r.observed_on').as('on'))
        .as('lastRatedOn'),
    ])
    .where('follow_up.school', '=', school)
    .where('follow_up.closed_on', 'is', null)
    .orderBy('follow_up.code')
    .execute();
  return rows as (SituationState & { level: Level })[];
}

/** Why each current situation of the school would be talked about that day, and those nothing calls for. */
export async function findReasons(
  db: Db,
  viewer: Viewer,
  { school, heldOn }: Pick<Meeting, 'school' | 'heldOn'>,
  now: Date,
): Promise<{ code: string; level: Level; reasons: Reason[] }[]> {
  const states = await findStates(db, viewer, school, now);
  return states.map((state) => ({
    code: state.code,
    level: state.level,
    reasons: reasonsOf(state, heldOn),
  }));
}

export type Preparation = { id: string } | { refused: 'not-yours' | 'one-is-open' };

/** Prepares a meeting, its agenda filled with what is due and what is new. One at a time for a school. */
export async function prepareMeeting(
  db: Db,
  viewer: Viewer,
  { school, heldOn }: { school: string; heldOn: string },
  now: Date,
): Promise<Preparation> {
  if (!(await schoolsMet(db, viewer, now)).includes(school)) return { refused: 'not-yours' };
  return inTransaction(db, async (trx): Promise<Preparation> => {
    const id = randomUUID();
    const created = await trx
      .insertInto('gpds_meeting')
      .values({
        id,
        school,
        held_on: heldOn,
        prepared_by: viewer.personId,
        prepared_at: now,
        prepared_seconds: 0,
        touched_at: now,
      })
      .onConflict((conflict) => conflict.column('school').where('closed_at', 'is', null).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!created) return { refused: 'one-is-open' };
    const agenda = agendaOf(await findStates(trx, viewer, school, now), heldOn).slice(0, MOST_ITEMS);
    await setAgenda(
      trx,
      id,
      agenda.map(({ followUpId }) => followUpId),
    );
    await tell(trx, viewer, 'meeting-prepared', id, now);
    return { id };
  });
}

/** Whoever did nothing for so long was elsewhere. */
const PAUSE_MINUTES = 10;

/** Adds to the time an agenda was worked on, as long as the meeting has not begun. */
export async function noteWork(trx: Trx, meetingId: string, now: Date): Promise<void> {
  await sql`
    update gpds_meeting set touched_at = ${now}, prepared_seconds = prepared_seconds + case
      when ${now}::timestamptz - touched_at between interval '0' and make_interval(mins => ${PAUSE_MINUTES})
      then extract(epoch from ${now}::timestamptz - touched_at)::integer else 0 end
    where id = ${meetingId} and begun_at is null and prepared_seconds is not null`.execute(trx);
}

/** Puts the agenda in this order: what is not named leaves it, unless it was discussed already. */
export async function arrangeAgenda(
  db: Db,
  viewer: Viewer,
  meeting: Meeting,
  codes: readonly string[],
  now: Date,
): Promise<void> {
  if (meeting.closedAt !== null) return;
  await inTransaction(db, async (trx) => {
    const known = await visibleFollowUps(trx, viewer, dayOf(now))
      .select(['follow_up.id', 'follow_up.code'])
      .where('follow_up.school', '=', meeting.school)
      .where('follow_up.code', 'in', codes.length === 0 ? [''] : [...new Set(codes)].slice(0, MOST_ITEMS))
      .execute();
    const ids = codes.flatMap((code) => known.find((row) => row.code === code)?.id ?? []);
    const discussed = await trx
      .selectFrom('gpds_item')
      .select('follow_up_id as id')
      .where('meeting_id', '=', meeting.id)
      .where('discussed_at', 'is not', null)
      .orderBy('place')
      .execute();
    const kept = discussed.map(({ id }) => id).filter((id) => !ids.includes(id));
    await setAgenda(trx, meeting.id, [...new Set([...kept, ...ids])].slice(0, MOST_ITEMS));
    await noteWork(trx, meeting.id, now);
    await tell(trx, viewer, 'meeting-changed', meeting.id, now);
  });
}

async function setAgenda(trx: Trx, meetingId: string, ids: readonly string[]): Promise<void> {
  await trx
    .deleteFrom('gpds_item')
    .where('meeting_id', '=', meetingId)
    .where('follow_up_id', 'not in', ids.length === 0 ? [randomUUID()] : ids)
    .execute();
  if (ids.length === 0) return;
  await trx
    .insertInto('gpds_item')
    .values(ids.map((id, index) => ({ meeting_id: meetingId, follow_up_id: id, place: index + 1 })))
    .onConflict((conflict) =>
      conflict
        .columns(['meeting_id', 'follow_up_id'])
        .doUpdateSet((row) => ({ place: row.ref('excluded.place') })),
    )
    .execute();
}

/** Moves the meeting to another day. */
export async function changeDay(
  db: Db,
  viewer: Viewer,
  meeting: Meeting,
  heldOn: string,
  now: Date,
): Promise<void> {
  if (meeting.closedAt !== null) return;
  await inTransaction(db, async (trx) => {
    await trx.updateTable('gpds_meeting').set({ held_on: heldOn }).where('id', '=', meeting.id).execute();
    await noteWork(trx, meeting.id, now);
    await tell(trx, viewer, 'meeting-changed', meeting.id, now);
  });
}

/** Closes the meeting: its minutes are ready, and what was not discussed waits for the next one. */
export async function closeMeeting(db: Db, viewer: Viewer, meeting: Meeting, now: Date): Promise<void> {
  await inTransaction(db, async (trx) => {
    const closed = await trx
      .updateTable('gpds_meeting')
      .set({ closed_at: now })
      .where('id', '=', meeting.id)
      .where('closed_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (closed) await tell(trx, viewer, 'meeting-closed', meeting.id, now);
  });
}

function tell(trx: Trx, viewer: Viewer, action: AuditAction, meetingId: string, now: Date): Promise<void> {
  return audit(trx, { at: now, actor: viewer.auditActor, action, subject: `meeting ${meetingId}` });
}
