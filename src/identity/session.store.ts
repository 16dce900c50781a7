import { sql } from 'kysely';
import { type Db, inTransaction } from '../database/index.ts';
import { audit } from '../privacy/index.ts';
import type { Membership, Viewer } from '../web/index.ts';
import {
  ABSOLUTE_HOURS,
  hashToken,
  hoursBefore,
  IDLE_HOURS,
  newToken,
  SEEN_EVERY_MINUTES,
} from './session.ts';

/** The person behind a session that is still alive. Roles are read at each request: losing one is felt at once. */
export async function findViewer(db: Db, token: string, now: Date): Promise<Viewer | null> {
  const hash = hashToken(token);
  const row = await db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .where('session.token_hash', '=', hash)
    .where('session.last_seen_at', '>', hoursBefore(now, IDLE_HOURS))
    .where('session.created_at', '>', hoursBefore(now, ABSOLUTE_HOURS))
    .select([
      'person.id',
      'person.audit_actor',
      'person.display_name',
      'person.email',
      'person.profession',
      'person.welcomed_at',
      'person.demonstration',
      'session.last_seen_at',
    ])
    .select(
      sql<Membership[]>`coalesce((select json_agg(json_build_object(
        'role', m.role, 'school', m.school, 'academie', m.academie) order by m.id)
        from membership m where m.person_id = person.id), '[]')`.as('memberships'),
    )
    .executeTakeFirst();
  if (!row) return null;
  if (now.getTime() - row.last_seen_at.getTime() > SEEN_EVERY_MINUTES * 60_000) {
    await db.updateTable('session').set({ last_seen_at: now }).where('token_hash', '=', hash).execute();
  }
  return {
    personId: row.id,
    auditActor: row.audit_actor,
    name: row.display_name,
    email: row.email,
    profession: row.profession,
    welcomed: row.welcomed_at !== null,
    demonstration: row.demonstration,
    memberships: row.memberships,
  };
}

/** Opens a session under a new token; the former one of this browser, if any, is closed. */
export async function openSession(
  db: Db,
  personId: string,
  formerToken: string | undefined,
  now: Date,
): Promise<string> {
  const token = newToken();
  await inTransaction(db, async (trx) => {
    if (formerToken)
      await trx.deleteFrom('session').where('token_hash', '=', hashToken(formerToken)).execute();
    await trx
      .deleteFrom('session')
      .where('person_id', '=', personId)
      .where('created_at', '<', hoursBefore(now, ABSOLUTE_HOURS))
      .execute();
    await trx
      .insertInto('session')
      .values({ token_hash: hashToken(token), person_id: personId, created_at: now, last_seen_at: now })
      .execute();
    const { audit_actor } = await trx
      .selectFrom('person')
      .select('audit_actor')
      .where('id', '=', personId)
      .executeTakeFirstOrThrow();
    await audit(trx, { at: now, actor: audit_actor, action: 'signed-in', subject: 'session' });
  });
  return token;
}

export async function closeSession(db: Db, token: string, actor: string, now: Date): Promise<void> {
  await inTransaction(db, async (trx) => {
    const { numDeletedRows } = await trx
      .deleteFrom('session')
      .where('token_hash', '=', hashToken(token))
      .executeTakeFirst();
    if (numDeletedRows === 0n) return;
    await audit(trx, { at: now, actor, action: 'signed-out', subject: 'session' });
  });
}
