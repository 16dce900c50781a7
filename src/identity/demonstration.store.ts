import { sql } from 'kysely';
import type { Content } from '../content/index.ts';
import { type Db, inTransaction } from '../database/index.ts';
import { audit } from '../privacy/index.ts';
import { CHARACTERS, type Character, SCHOOLS } from './demonstration.ts';
import { NOTICE_VERSION } from './profile/profile.ts';
import { loadAcademies } from './schools/academies.store.ts';
import { searchText } from './schools/search.ts';

/**
 * Puts the schools and the people of the demonstration in place; run at every start. Somebody already there is left
 * as they are, somebody erased comes back.
 */
export async function seedDemonstration(db: Db, content: Content, now: Date): Promise<void> {
  for (const { name, profession } of CHARACTERS) {
    if (profession && !content.professions[profession])
      throw new Error(`${name} has a métier the content ignores`);
  }
  await loadAcademies(db);
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('school')
      .values(
        SCHOOLS.map((school) => ({ ...school, search_text: searchText(`${school.name} ${school.city}`) })),
      )
      .onConflict((conflict) =>
        conflict.column('uai').doUpdateSet((row) => ({
          name: row.ref('excluded.name'),
          kind: row.ref('excluded.kind'),
          city: row.ref('excluded.city'),
          academie: row.ref('excluded.academie'),
          search_text: row.ref('excluded.search_text'),
        })),
      )
      .execute();
    const created = await trx
      .insertInto('person')
      .values(
        CHARACTERS.map(({ id, auditActor, name, email, profession }) => ({
          id,
          audit_actor: auditActor,
          email,
          display_name: name,
          profession,
          school_answered: profession !== null,
          welcomed_at: profession === null ? null : now,
          notice_version: profession === null ? null : NOTICE_VERSION,
          demonstration: true,
          created_at: now,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute();
    if (created.length === 0) return;
    const ids = new Set(created.map(({ id }) => id));
    const memberships = CHARACTERS.filter(({ id }) => ids.has(id)).flatMap(({ id, memberships }) =>
      memberships.map((membership) => ({ ...membership, person_id: id, created_at: now, confirmed_at: now })),
    );
    if (memberships.length > 0) await trx.insertInto('membership').values(memberships).execute();
    await audit(trx, {
      at: now,
      actor: null,
      action: 'demonstration-seeded',
      subject: `${created.length} people`,
    });
  });
}

/** The seed comes before anybody can enter: its line is among the first of the log. */
const FIRST_LINES = 100;

/**
 * Why a database may not be opened this way, if so. In the demonstration anybody enters with any address: real accounts
 * would be open to all, and those made there would belong to whoever named the address first.
 */
export async function refuseOtherUse(db: Db, demonstration: boolean): Promise<string | null> {
  const { rows } = await sql<{ seeded: boolean; inhabited: boolean }>`
    select exists (select from (select action from audit_event order by id limit ${FIRST_LINES}) as first
        where action = 'demonstration-seeded') as seeded,
      exists (select from person) as inhabited`.execute(db);
  const { seeded, inhabited } = rows[0]!;
  if (demonstration && inhabited && !seeded) {
    return 'Cette base contient de vrais comptes, que la démonstration ouvrirait à tout le monde : mettez DEMO=0, ou donnez à la démonstration un DATA_DIR (ou une DATABASE_URL) à elle.';
  }
  if (!demonstration && seeded) {
    return 'Cette base vient de la démonstration, où chacun entre avec l’adresse qu’il veut : donnez au service un DATA_DIR (ou une DATABASE_URL) à lui, ou retirez DEMO=0.';
  }
  return null;
}

/** The characters one may sign in as: those whose account has not been erased. */
export async function listCharacters(db: Db): Promise<Character[]> {
  const rows = await db
    .selectFrom('person')
    .select(['id', 'display_name'])
    .where('demonstration', '=', true)
    .execute();
  const names = new Map(rows.map((row) => [row.id, row.display_name]));
  return CHARACTERS.flatMap((character) => {
    const name = names.get(character.id);
    return name === undefined ? [] : [{ ...character, name }];
  });
}

export async function findDemonstrationPerson(
  db: Db,
  id: string,
): Promise<{ id: string; welcomed: boolean } | undefined> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return undefined;
  const row = await db
    .selectFrom('person')
    .select(['id', 'welcomed_at'])
    .where('id', '=', id)
    .where('demonstration', '=', true)
    .executeTakeFirst();
  return row && { id: row.id, welcomed: row.welcomed_at !== null };
}
