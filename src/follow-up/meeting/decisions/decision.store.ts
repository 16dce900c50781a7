import { dayOf } from '../../../calendar/index.ts';
import { type Db, inTransaction } from '../../../database/index.ts';
import { confirmedSchools } from '../../../identity/index.ts';
import { audit } from '../../../privacy/index.ts';
import type { Viewer } from '../../../web/index.ts';
import { visibleFollowUps } from '../../scope.store.ts';
import type { SeenFollowUp } from '../../situations/follow-up.store.ts';
import type { DecisionOutcome } from '../../vocabulary.ts';
import { type Meeting, noteWork } from '../meeting.store.ts';
import type { Decision, Discussion } from './decision.ts';

/** What was decided about a young person, what is due first. The caller has opened the file. */
export async function findDecisions(db: Db, file: SeenFollowUp): Promise<Decision[]> {
  const rows = await db
    .selectFrom('gpds_decision as d')
    .leftJoin('person as p', 'p.id', 'd.person_id')
    .select([
      'd.id',
      'd.kind',
      'd.act',
      'd.who',
      'd.person_id',
      'p.display_name as name',
      'd.due',
      'd.decided_on as decidedOn',
      'd.outcome',
      'd.ended_on as endedOn',
    ])
    .where('d.follow_up_id', '=', file.id)
    .orderBy('d.due')
    .orderBy('d.id')
    .execute();
  return rows.map(({ person_id, name, ...row }) => ({
    ...row,
    person: person_id !== null && name !== null ? { id: person_id, name } : null,
  }));
}

export type AwaitedAct = { due: string; who: string };

/** What is awaited first of each of these files, when something is. The caller may read their decisions. */
export async function findAwaited(db: Db, files: readonly SeenFollowUp[]): Promise<Map<string, AwaitedAct>> {
  if (files.length === 0) return new Map();
  const rows = await db
    .selectFrom('gpds_decision')
    .distinctOn('follow_up_id')
    .select(['follow_up_id as file', 'due', 'who'])
    .where(
      'follow_up_id',
      'in',
      files.map(({ id }) => id),
    )
    .where('outcome', 'is', null)
    .orderBy('follow_up_id')
    .orderBy('due')
    .orderBy('id')
    .execute();
  return new Map(rows.map(({ file, ...awaited }) => [file, awaited]));
}

/** When the young person was last talked about, this meeting left out. */
export async function findLastDiscussed(
  db: Db,
  file: SeenFollowUp,
  meeting: Meeting,
): Promise<string | null> {
  const row = await db
    .selectFrom('gpds_item as i')
    .innerJoin('gpds_meeting as m', 'm.id', 'i.meeting_id')
    .select(({ fn }) => fn.max('m.held_on').as('on'))
    .where('i.follow_up_id', '=', file.id)
    .where('i.discussed_at', 'is not', null)
    .where('m.id', '<>', meeting.id)
    .executeTakeFirst();
  return row?.on ?? null;
}

/**
 * Keeps what a meeting said of a young person: levers, what became of earlier decisions, a new decision. Sent twice, the
 * decision is kept once. Null: the meeting is closed, or they are not on its agenda.
 */
export async function keepDiscussion(
  db: Db,
  viewer: Viewer,
  { meeting, file }: { meeting: Meeting; file: SeenFollowUp },
  { levers, outcomes, decision }: Discussion,
  now: Date,
): Promise<'kept' | null> {
  const today = dayOf(now);
  return inTransaction(db, async (trx) => {
    await noteWork(trx, meeting.id, now);
    const begun = await trx
      .updateTable('gpds_meeting')
      .set((where) => ({ begun_at: where.fn.coalesce('begun_at', where.val(now)) }))
      .where('id', '=', meeting.id)
      .where('closed_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    const item =
      begun &&
      (await trx
        .updateTable('gpds_item')
        .set({ levers, discussed_at: now })
        .where('meeting_id', '=', meeting.id)
        .where('follow_up_id', '=', file.id)
        .returning('place')
        .executeTakeFirst());
    if (!item) return null;
    for (const [id, outcome] of outcomes) {
      await trx
        .updateTable('gpds_decision')
        .set({ outcome, ended_on: today })
        .where('id', '=', id)
        .where('follow_up_id', '=', file.id)
        .where('outcome', 'is', null)
        .execute();
    }
    if (decision) {
      await trx
        .insertInto('gpds_decision')
        .values({
          id: decision.id,
          follow_up_id: file.id,
          meeting_id: meeting.id,
          kind: decision.kind,
          act: decision.act,
          who: decision.who,
          person_id: decision.personId,
          due: decision.due,
          decided_on: today,
          recorded_by: viewer.personId,
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
    }
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'situation-discussed',
      subject: `follow-up ${file.id}`,
    });
    return 'kept';
  });
}

export type Act = {
  id: string;
  code: string;
  kind: string;
  act: string;
  due: string;
  /** Whether the viewer may open the file; the act itself is theirs anyway. */
  seen: boolean;
};

/**
 * The acts entrusted to the viewer and not yet told of, in schools they still belong to: what they were asked to do is
 * theirs to read, the file stays closed to those outside its circle.
 */
export async function findMyActs(db: Db, viewer: Viewer, now: Date): Promise<Act[]> {
  const schools = confirmedSchools(viewer);
  if (schools.length === 0) return [];
  const visible = visibleFollowUps(db, viewer, dayOf(now)).select('follow_up.id').as('visible');
  const rows = await db
    .selectFrom('gpds_decision as d')
    .innerJoin('follow_up as f', 'f.id', 'd.follow_up_id')
    .leftJoin(visible, 'visible.id', 'f.id')
    .select(['d.id', 'f.code', 'd.kind', 'd.act', 'd.due', 'visible.id as visible'])
    .where('d.person_id', '=', viewer.personId)
    .where('d.outcome', 'is', null)
    .where('f.closed_on', 'is', null)
    .where('f.school', 'in', schools)
    .orderBy('d.due')
    .execute();
  return rows.map(({ visible: id, ...act }) => ({ ...act, seen: id !== null }));
}

/** Says what became of an act entrusted to the viewer. */
export async function tellOfMyAct(
  db: Db,
  viewer: Viewer,
  { id, outcome }: { id: string; outcome: DecisionOutcome },
  now: Date,
): Promise<'told' | null> {
  const mine = await findMyActs(db, viewer, now);
  if (!mine.some((act) => act.id === id)) return null;
  return inTransaction(db, async (trx) => {
    const told = await trx
      .updateTable('gpds_decision')
      .set({ outcome, ended_on: dayOf(now) })
      .where('id', '=', id)
      .where('person_id', '=', viewer.personId)
      .where('outcome', 'is', null)
      .returning('follow_up_id')
      .executeTakeFirst();
    if (!told) return null;
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'decision-looked-back',
      subject: `follow-up ${told.follow_up_id}`,
    });
    return 'told';
  });
}

/** The colleagues of a school an act may be entrusted to. */
export async function findColleagues(
  db: Db,
  school: string,
): Promise<{ id: string; name: string; profession: string }[]> {
  const rows = await db
    .selectFrom('person')
    .select(['person.id', 'person.display_name as name', 'person.profession'])
    .where('person.profession', 'is not', null)
    .where((where) =>
      where.exists(
        where
          .selectFrom('membership')
          .select('membership.id')
          .whereRef('membership.person_id', '=', 'person.id')
          .where('membership.school', '=', school)
          .where('membership.confirmed_at', 'is not', null),
      ),
    )
    .orderBy('person.display_name')
    .execute();
  return rows.flatMap(({ profession, ...row }) => (profession === null ? [] : [{ ...row, profession }]));
}
