import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { dayOf } from '../../calendar/index.ts';
import { type Db, inTransaction } from '../../database/index.ts';
import { audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import { type CircleRole, may } from '../access-rights.ts';
import { type Access, schoolsHeaded, schoolsRun } from '../scope.store.ts';
import type { SeenFollowUp } from '../situations/follow-up.store.ts';
import type { Grant } from './circle.ts';

export type Circle = {
  leads: { name: string; isLead: boolean }[];
  chairs: string[];
  members: { id: string; name: string; role: CircleRole; from: string; until: string }[];
};

/** Who sees a young person today, and until when. The caller has opened the file. */
export async function findCircle(db: Db, file: SeenFollowUp, now: Date): Promise<Circle> {
  const today = dayOf(now);
  const leads = await db
    .selectFrom('membership as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .innerJoin('follow_up as f', 'f.school', 'm.school')
    .select(['p.display_name as name', sql<boolean>`coalesce(f.lead = p.id, false)`.as('isLead')])
    .where('m.role', '=', 'referent')
    .where('m.confirmed_at', 'is not', null)
    .where('f.id', '=', file.id)
    .orderBy('p.display_name')
    .execute();
  const chairs = await db
    .selectFrom('gpds_chair as c')
    .innerJoin('person as p', 'p.id', 'c.person_id')
    .innerJoin('membership as m', (join) =>
      join
        .onRef('m.person_id', '=', 'p.id')
        .onRef('m.school', '=', 'c.school')
        .on('m.role', '=', 'direction')
        .on('m.confirmed_at', 'is not', null),
    )
    .select('p.display_name as name')
    .where('c.school', '=', file.school)
    .where('c.ended_at', 'is', null)
    .where('c.from_day', '<=', today)
    .orderBy('p.display_name')
    .execute();
  const members = await db
    .selectFrom('circle_member as c')
    .innerJoin('person as p', 'p.id', 'c.person_id')
    .select(['c.id', 'p.display_name as name', 'c.role', 'c.from_day as from', 'c.until_day as until'])
    .where('c.follow_up_id', '=', file.id)
    .where('c.ended_at', 'is', null)
    .where('c.until_day', '>=', today)
    .orderBy('c.until_day')
    .orderBy('p.display_name')
    .execute();
  return { leads, chairs: chairs.map(({ name }) => name), members };
}

/**
 * Gives somebody access to one young person until a day; given again, the former access ends. Null: not the viewer's to
 * give. « unknown »: nobody has this address here; « elsewhere »: a place that is for those known in the school.
 */
export async function giveAccess(
  db: Db,
  viewer: Viewer,
  file: SeenFollowUp,
  { who, role, until }: Grant,
  now: Date,
): Promise<'given' | 'unknown' | 'elsewhere' | null> {
  if (!may(file, 'give-access') || file.closedOn !== null) return null;
  return inTransaction(db, async (trx) => {
    const person = await trx
      .selectFrom('person')
      .select(['id', 'audit_actor as actor'])
      .$if('personId' in who, (query) => query.where('id', '=', 'personId' in who ? who.personId : ''))
      .$if('email' in who, (query) => query.where('email', '=', 'email' in who ? who.email : ''))
      .where('welcomed_at', 'is not', null)
      .executeTakeFirst();
    if (!person) return 'unknown';
    const works = await trx
      .selectFrom('membership')
      .select('id')
      .where('person_id', '=', person.id)
      .where('school', '=', file.school)
      .where('confirmed_at', 'is not', null)
      .executeTakeFirst();
    if (!works && (role === 'member' || role === 'observer')) return 'elsewhere';
    await trx
      .updateTable('circle_member')
      .set({ ended_at: now })
      .where('follow_up_id', '=', file.id)
      .where('person_id', '=', person.id)
      .where('ended_at', 'is', null)
      .execute();
    await trx
      .insertInto('circle_member')
      .values({
        id: randomUUID(),
        follow_up_id: file.id,
        person_id: person.id,
        role,
        from_day: dayOf(now),
        until_day: until,
        granted_by: viewer.personId,
      })
      .execute();
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'circle-changed',
      subject: `follow-up ${file.id}: ${role} given to ${person.actor}`,
    });
    return 'given';
  });
}

/** Takes an access back, at once. */
export async function withdrawAccess(
  db: Db,
  viewer: Viewer,
  file: SeenFollowUp,
  id: string,
  now: Date,
): Promise<'withdrawn' | null> {
  if (!may(file, 'give-access')) return null;
  return inTransaction(db, async (trx) => {
    const ended = await trx
      .updateTable('circle_member')
      .set({ ended_at: now })
      .where('id', '=', id)
      .where('follow_up_id', '=', file.id)
      .where('ended_at', 'is', null)
      .returning('person_id')
      .executeTakeFirst();
    if (!ended) return null;
    const { actor } = await trx
      .selectFrom('person')
      .select('audit_actor as actor')
      .where('id', '=', ended.person_id)
      .executeTakeFirstOrThrow();
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'circle-changed',
      subject: `follow-up ${file.id}: withdrawn from ${actor}`,
    });
    return 'withdrawn';
  });
}

export type ReadLine = { code: string; name: string | null; access: Access; lastAt: Date };
const MOST_LINES = 300;

function readings(db: Db) {
  return db
    .selectFrom('follow_up_reading as r')
    .innerJoin('follow_up as f', 'f.id', 'r.follow_up_id')
    .leftJoin('person as p', 'p.id', 'r.person_id')
    .select(['f.code', 'p.display_name as name', 'r.access', 'r.last_at as lastAt'])
    .orderBy('r.last_at', 'desc')
    .limit(MOST_LINES);
}

/** Who opened a file, the latest first. The caller has opened it and may read who did. */
export async function findReadings(db: Db, file: SeenFollowUp): Promise<ReadLine[]> {
  return readings(db).where('r.follow_up_id', '=', file.id).execute();
}

/** Who opened which file of the schools the viewer runs or heads; null for everybody else. */
export async function findReadingsOfSchool(db: Db, viewer: Viewer): Promise<ReadLine[] | null> {
  const schools = [...schoolsRun(viewer), ...schoolsHeaded(viewer)];
  return schools.length === 0 ? null : readings(db).where('f.school', 'in', schools).execute();
}
