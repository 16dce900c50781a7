import { type ExpressionBuilder, sql } from 'kysely';
import { type Database, type Db, inTransaction, type Trx } from '../../database/index.ts';
import { type AuditAction, audit } from '../../privacy/index.ts';
import type { Membership, Viewer } from '../../web/index.ts';
import { domainsOf } from '../schools/academies.ts';
import { takeCode } from '../sign-in/code.store.ts';
import { type Authority, authorityOver, type Held, isAddressOf } from './affiliation.ts';

type Role = Membership['role'];

export type MemberLine = {
  id: number;
  role: Role;
  school: string | null;
  schoolName: string | null;
  city: string | null;
  academie: string | null;
  academieName: string | null;
  since: Date;
  confirmedAt: Date | null;
  confirmedHow: Authority | 'invitation' | null;
  workEmail: string | null;
};
export type Member = MemberLine & {
  personId: string;
  name: string;
  email: string | null;
  profession: string | null;
};

/** Memberships with the place they are in; of a person, of a school, or waiting. */
export function memberships(db: Db) {
  return db
    .selectFrom('membership as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .leftJoin('school as s', 's.uai', 'm.school')
    .leftJoin('academie as a', (join) =>
      join.on(({ eb, fn, ref }) => eb('a.code', '=', fn.coalesce(ref('s.academie'), ref('m.academie')))),
    )
    .select([
      'm.id',
      'm.role',
      'm.school',
      's.name as schoolName',
      's.city',
      'a.code as academie',
      'a.name as academieName',
      'm.created_at as since',
      'm.confirmed_at as confirmedAt',
      'm.confirmed_how as confirmedHow',
      'm.work_email as workEmail',
      'p.id as personId',
      'p.display_name as name',
      'p.email',
      'p.profession',
    ]);
}

/** What somebody is or asked to be, where, and since when. */
export async function findOwnMemberships(db: Db, viewer: Viewer): Promise<MemberLine[]> {
  return memberships(db).where('m.person_id', '=', viewer.personId).orderBy('m.id').execute();
}

/** Everybody of a school, a line for each role; the caller has checked that the viewer leads it. */
export async function findMembers(db: Db, school: string): Promise<Member[]> {
  return memberships(db)
    .where('m.school', '=', school)
    .orderBy('p.display_name')
    .orderBy('p.id')
    .orderBy('m.id')
    .execute();
}

/** One membership, when the viewer answers for it. */
export async function findAnsweredFor(
  db: Db,
  viewer: Viewer,
  id: string,
): Promise<(Member & { authority: Authority }) | undefined> {
  if (!/^\d{1,15}$/.test(id)) return undefined;
  const member = await memberships(db).where('m.id', '=', Number(id)).executeTakeFirst();
  const authority = member && authorityOver(viewer, heldOf(member));
  return member && authority ? { ...member, authority } : undefined;
}

export function heldOf({ personId, role, school, academie }: Member): Held {
  return { personId, role, school, place: academie };
}

/** Somebody asks to run the GPDS of their school, or says they are at its head. It opens nothing by itself. */
export async function askForRole(
  db: Db,
  viewer: Viewer,
  { school, role }: { school: string; role: 'referent' | 'direction' },
  now: Date,
): Promise<'asked' | null> {
  if (!viewer.memberships.some((one) => one.role === 'agent' && one.school === school)) return null;
  return inTransaction(db, async (trx) => {
    const asked = await trx
      .insertInto('membership')
      .values({ person_id: viewer.personId, role, school, created_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!asked) return null;
    await log(trx, viewer, 'membership-asked', `school ${school}: ${role}`, now);
    return 'asked';
  });
}

/**
 * Confirms what somebody said of themselves. A role confirmed makes them a member of the school as well. Done once; null when
 * the viewer does not answer for it.
 */
export async function confirmMembership(
  db: Db,
  viewer: Viewer,
  id: string,
  now: Date,
): Promise<Member | null> {
  return deciding(db, viewer, async (trx, decider) => {
    const member = await findAnsweredFor(trx, decider, id);
    if (!member || member.confirmedAt !== null) return null;
    await write(trx, member, member.authority, now);
    await log(trx, viewer, 'membership-confirmed', await subjectOf(trx, member), now);
    return member;
  });
}

/** Gives a role to somebody, confirmed at once. Null when it is not the viewer’s to give, or they have it already. */
export async function giveRole(
  db: Db,
  viewer: Viewer,
  {
    personId,
    role,
    school,
    academie,
  }: { personId: string; role: Role; school: string | null; academie: string | null },
  now: Date,
): Promise<'given' | null> {
  return deciding(db, viewer, async (trx, decider) => {
    const place =
      school === null
        ? academie
        : (await trx.selectFrom('school').select('academie').where('uai', '=', school).executeTakeFirst())
            ?.academie;
    if (place === undefined) return null;
    const authority = authorityOver(decider, { personId, role, school, place });
    const person = await trx.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst();
    if (!authority || !person) return null;
    const given = await write(trx, { personId, role, school, academie }, authority, now);
    if (!given) return null;
    await log(trx, viewer, 'role-given', await subjectOf(trx, { personId, role, school, academie }), now);
    return 'given';
  });
}

/**
 * Ends a membership, at the next request of whoever had it. Being of a school ends with all one was there, so whoever ends it
 * must answer for all of it. Null when they do not.
 */
export async function endMembership(db: Db, viewer: Viewer, id: string, now: Date): Promise<Member | null> {
  return deciding(db, viewer, async (trx, decider) => {
    const member = await findAnsweredFor(trx, decider, id);
    if (!member) return null;
    const ended = trx
      .deleteFrom('membership')
      .where((where) => within(where, member))
      .where('person_id', '=', member.personId);
    if (member.role === 'agent') {
      const others = await memberships(trx)
        .where('m.person_id', '=', member.personId)
        .where('m.school', '=', member.school)
        .execute();
      if (others.some((other) => authorityOver(decider, heldOf(other)) === null)) return null;
    }
    await ended.execute();
    await dropInvitations(trx, member);
    await log(trx, viewer, 'membership-ended', await subjectOf(trx, member), now);
    return member;
  });
}

/** The membership itself; for « agent », all of the same school. */
function within(where: ExpressionBuilder<Database, 'membership'>, { id, role, school }: Member) {
  return role === 'agent' ? where('school', '=', school) : where('id', '=', id);
}

/** Somebody leaves a school, with all they were there. */
export async function leaveSchool(db: Db, viewer: Viewer, school: string, now: Date): Promise<'left' | null> {
  return inTransaction(db, async (trx) => {
    const left = await trx
      .deleteFrom('membership')
      .where('person_id', '=', viewer.personId)
      .where('school', '=', school)
      .returning('id')
      .execute();
    if (left.length === 0) return null;
    await log(trx, viewer, 'school-left', `school ${school}`, now);
    return 'left';
  });
}

/** Gives back a role one asked for or holds in a school, and stays a member of it. */
export async function giveBackRole(
  db: Db,
  viewer: Viewer,
  { school, role }: { school: string; role: 'referent' | 'direction' },
  now: Date,
): Promise<'given-back' | null> {
  return inTransaction(db, async (trx) => {
    const gone = await trx
      .deleteFrom('membership')
      .where('person_id', '=', viewer.personId)
      .where('school', '=', school)
      .where('role', '=', role)
      .returning('id')
      .executeTakeFirst();
    if (!gone) return null;
    await log(trx, viewer, 'membership-ended', `school ${school}: ${role}, by themselves`, now);
    return 'given-back';
  });
}

/**
 * Takes a code sent to an address of the académie, and notes that address on the person’s memberships of its schools: whoever
 * confirms sees it. Null when the code is wrong.
 */
export async function showWorkEmail(
  db: Db,
  viewer: Viewer,
  { email, code }: { email: string; code: string },
  now: Date,
): Promise<'shown' | null> {
  return inTransaction(db, async (trx) => {
    if (!(await takeCode(trx, { email, code, now, forPerson: viewer.personId }))) return null;
    const own = await memberships(trx).where('m.person_id', '=', viewer.personId).execute();
    const proved = own.filter(
      ({ school, academie }) =>
        school !== null && academie !== null && isAddressOf(email, domainsOf(academie)),
    );
    if (proved.length === 0) return null;
    await trx
      .updateTable('membership')
      .set({ work_email: email })
      .where(
        'id',
        'in',
        proved.map(({ id }) => id),
      )
      .execute();
    await log(trx, viewer, 'work-address-shown', `school ${proved[0]!.school}`, now);
    return 'shown';
  });
}

/** The heads of a school who can confirm, with an address; those of the académie when it has none. */
export async function findConfirmers(
  db: Db,
  { school, role }: { school: string; role: 'agent' | 'referent' | 'direction' },
): Promise<string[]> {
  const confirmed = memberships(db).where('m.confirmed_at', 'is not', null).where('p.email', 'is not', null);
  const ofTheSchool =
    role === 'direction'
      ? []
      : await confirmed.where('m.role', '=', 'direction').where('m.school', '=', school).execute();
  const people =
    ofTheSchool.length > 0
      ? ofTheSchool
      : await confirmed
          .where('m.role', '=', 'academie')
          .where('m.academie', '=', (query) =>
            query.selectFrom('school').select('academie').where('uai', '=', school),
          )
          .execute();
  return [...new Set(people.flatMap(({ email }) => email ?? []))].slice(0, MOST_CONFIRMERS);
}
const MOST_CONFIRMERS = 5;

type Given = { personId: string; role: Role; school: string | null; academie: string | null };

/** Writes a membership as confirmed; a role in a school makes its holder a member of it. False when it was already. */
export async function write(
  trx: Trx,
  { personId, role, school, academie }: Given,
  how: Authority | 'invitation',
  now: Date,
): Promise<boolean> {
  const roles: Role[] = school === null || role === 'agent' ? [role] : ['agent', role];
  const written = await trx
    .insertInto('membership')
    .values(
      roles.map((one) => ({
        person_id: personId,
        role: one,
        school,
        academie: school === null ? academie : null,
        created_at: now,
        confirmed_at: now,
        confirmed_how: how,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['person_id', 'role', 'school', 'academie'])
        .doUpdateSet({ confirmed_at: now, confirmed_how: how })
        .where('membership.confirmed_at', 'is', null),
    )
    .returning('role')
    .execute();
  if (school !== null)
    await trx.updateTable('person').set({ school_answered: true }).where('id', '=', personId).execute();
  return written.some((one) => one.role === role);
}

/**
 * Decides on roles, one decision after the other, in the name of what the viewer still is by then: what their request began with
 * may have ended meanwhile, by the very person they are ending.
 */
export async function deciding<Result>(
  db: Db,
  viewer: Viewer,
  decide: (trx: Trx, decider: Viewer) => Promise<Result>,
): Promise<Result> {
  return inTransaction(db, async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('roles'))`.execute(trx);
    const held = await trx
      .selectFrom('membership')
      .select(['role', 'school', 'academie'])
      .where('person_id', '=', viewer.personId)
      .where('confirmed_at', 'is not', null)
      .execute();
    const still = viewer.memberships.filter((one) =>
      held.some(
        ({ role, school, academie }) =>
          role === one.role && school === one.school && academie === one.academie,
      ),
    );
    return decide(trx, { ...viewer, memberships: still });
  });
}

/** Links somebody made, or was sent, would bring back what was just ended. */
async function dropInvitations(trx: Trx, { personId, school, email, workEmail }: Member): Promise<void> {
  if (school === null) return;
  const addresses = [email, workEmail].filter((one) => one !== null);
  await trx
    .deleteFrom('school_invitation')
    .where('school', '=', school)
    .where('used_at', 'is', null)
    .where((where) =>
      where.or([
        where('made_by', '=', personId),
        ...(addresses.length > 0 ? [where('email', 'in', addresses)] : []),
      ]),
    )
    .execute();
}

/** People are named in the log by the number that stands for them there. */
async function subjectOf(trx: Trx, { personId, role, school, academie }: Given): Promise<string> {
  const { actor } = await trx
    .selectFrom('person')
    .select('audit_actor as actor')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  const place = school ? `school ${school}` : academie ? `académie ${academie}` : 'nation';
  return `${place}: ${role} of ${actor}`;
}

function log(trx: Trx, viewer: Viewer, action: AuditAction, subject: string, now: Date): Promise<void> {
  return audit(trx, { at: now, actor: viewer.auditActor, action, subject });
}
