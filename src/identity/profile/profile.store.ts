import { type Db, inTransaction, type Trx } from '../../database/index.ts';
import { audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import { findSchool, type School } from '../schools/schools.store.ts';
import { NOTICE_VERSION } from './profile.ts';

export type Profile = {
  name: string;
  profession: string | null;
  schoolAnswered: boolean;
  school: School | null;
};

/** What the person said of themselves, and the school they work in. */
export async function findProfile(db: Db, viewer: Viewer): Promise<Profile> {
  const person = await db
    .selectFrom('person')
    .select(['display_name', 'profession', 'school_answered'])
    .where('id', '=', viewer.personId)
    .executeTakeFirstOrThrow();
  const uai = viewer.memberships.find(({ role }) => role === 'agent')?.school;
  return {
    name: person.display_name,
    profession: person.profession,
    schoolAnswered: person.school_answered,
    school: (uai && (await findSchool(db, uai))) || null,
  };
}

/** Writes the name, the métier, or both; nothing for somebody who erased their account meanwhile. */
export async function saveProfile(
  db: Db,
  viewer: Viewer,
  { name, profession }: { name?: string; profession?: string },
  now: Date,
): Promise<void> {
  const values = {
    ...(name === undefined ? {} : { display_name: name }),
    ...(profession === undefined ? {} : { profession }),
  };
  await inTransaction(db, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('person')
      .set(values)
      .where('id', '=', viewer.personId)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return;
    await audit(trx, { at: now, actor: viewer.auditActor, action: 'profile-changed', subject: 'account' });
  });
}

/** Whether each answer is shown again before it is recorded. Choosing what is already chosen writes nothing. */
export async function saveRereading(db: Db, viewer: Viewer, rereads: boolean, now: Date): Promise<void> {
  await inTransaction(db, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('person')
      .set({ rereads_answers: rereads })
      .where('id', '=', viewer.personId)
      .where('rereads_answers', '<>', rereads)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return;
    await audit(trx, { at: now, actor: viewer.auditActor, action: 'rereading-changed', subject: 'account' });
  });
}

/**
 * Writes the school the person says they work in, or « aucun ». It opens no right on anybody's data before it is confirmed;
 * whoever leaves a school leaves the roles they had there.
 */
export async function saveSchool(
  db: Db,
  viewer: Viewer,
  choice: string,
  now: Date,
): Promise<'saved' | { refused: 'unknown-school' }> {
  const uai = choice === 'aucun' ? null : choice;
  if (uai !== null && !/^\d{7}[A-Z]$/.test(uai)) return { refused: 'unknown-school' };
  return inTransaction(db, async (trx) => {
    const school = uai === null ? null : await findSchool(trx, uai);
    if (school === undefined) return { refused: 'unknown-school' };
    const there = viewer.memberships.some((one) => one.school === uai);
    if (school && school.closedOn !== null && !there) return { refused: 'unknown-school' };
    const { numUpdatedRows } = await trx
      .updateTable('person')
      .set({ school_answered: true })
      .where('id', '=', viewer.personId)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return 'saved';
    await trx
      .deleteFrom('membership')
      .where('person_id', '=', viewer.personId)
      .where('school', 'is not', null)
      .$if(uai !== null, (query) => query.where('school', '<>', uai))
      .execute();
    if (uai !== null) await addAgent(trx, viewer.personId, uai, now);
    await audit(trx, { at: now, actor: viewer.auditActor, action: 'school-changed', subject: uai ?? 'none' });
    return 'saved';
  });
}

async function addAgent(trx: Trx, personId: string, uai: string, now: Date): Promise<void> {
  await trx
    .insertInto('membership')
    .values({ person_id: personId, role: 'agent', school: uai, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Ends the first visit; done once, and only when métier and school are known. */
export async function saveWelcome(db: Db, viewer: Viewer, now: Date): Promise<void> {
  await inTransaction(db, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('person')
      .set({ welcomed_at: now, notice_version: NOTICE_VERSION })
      .where('id', '=', viewer.personId)
      .where('welcomed_at', 'is', null)
      .where('profession', 'is not', null)
      .where('school_answered', '=', true)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return;
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'welcomed',
      subject: `notice ${NOTICE_VERSION}`,
    });
  });
}
