import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Db, inTransaction, type Trx } from '../../database/index.ts';
import { audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import type { Entered, Registration } from './registration.ts';

export type Academie = { code: string; name: string };

/** Every académie, by name. */
export async function findAcademies(db: Db): Promise<Academie[]> {
  return db.selectFrom('academie').select(['code', 'name']).orderBy('name').execute();
}

/** Where the viewer works: that of their school, or the one they have a role in. */
export async function findOwnAcademie(db: Db, viewer: Viewer): Promise<string | null> {
  const found = await db
    .selectFrom('membership as m')
    .leftJoin('school as s', 's.uai', 'm.school')
    .select((row) => row.fn.coalesce('s.academie', 'm.academie').as('academie'))
    .where('m.person_id', '=', viewer.personId)
    .orderBy('m.id')
    .execute();
  return found.find(({ academie }) => academie !== null)?.academie ?? null;
}

/** Dates of an académie, the latest first. */
export async function findRegistrations(db: Db, academie: string): Promise<Registration[]> {
  return db
    .selectFrom('certificate_registration')
    .select([
      'id',
      'opens_on as opensOn',
      'closes_on as closesOn',
      'place',
      'url',
      'source',
      'entered_at as enteredAt',
    ])
    .where('academie', '=', academie)
    .orderBy('closes_on', 'desc')
    .execute();
}

/** Writes dates down, or changes those of `id`. False when the same are already there, or there is nothing to change. */
export async function recordRegistration(
  db: Db,
  viewer: Viewer,
  academie: string,
  id: string | null,
  { opensOn, closesOn, place, url, source }: Entered,
  now: Date,
): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    await trx.selectFrom('academie').select('code').where('code', '=', academie).forUpdate().execute();
    const twin = await trx
      .selectFrom('certificate_registration')
      .select('id')
      .where('academie', '=', academie)
      .where('opens_on', '=', opensOn)
      .where('closes_on', '=', closesOn)
      .executeTakeFirst();
    if (twin && twin.id !== id) return false;
    const values = {
      opens_on: opensOn,
      closes_on: closesOn,
      place,
      url,
      source,
      entered_by: viewer.personId,
      entered_at: now,
    };
    const recorded =
      id === null
        ? await trx
            .insertInto('certificate_registration')
            .values({ id: randomUUID(), academie, ...values })
            .returning('id')
            .executeTakeFirst()
        : await trx
            .updateTable('certificate_registration')
            .set(values)
            .where(sql<string>`id::text`, '=', id)
            .where('academie', '=', academie)
            .returning('id')
            .executeTakeFirst();
    if (!recorded) return false;
    await log(trx, viewer, 'registration-recorded', recorded.id, academie, now);
    return true;
  });
}

export async function removeRegistration(
  db: Db,
  viewer: Viewer,
  academie: string,
  id: string,
  now: Date,
): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const removed = await trx
      .deleteFrom('certificate_registration')
      .where(sql<string>`id::text`, '=', id)
      .where('academie', '=', academie)
      .returning('id')
      .executeTakeFirst();
    if (!removed) return false;
    await log(trx, viewer, 'registration-removed', removed.id, academie, now);
    return true;
  });
}

async function log(
  trx: Trx,
  { auditActor }: Viewer,
  action: 'registration-recorded' | 'registration-removed',
  id: string,
  academie: string,
  now: Date,
) {
  await audit(trx, {
    at: now,
    actor: auditActor,
    action,
    subject: `registration ${id}, académie ${academie}`,
  });
}
