import { sql } from 'kysely';
import { type Db, inTransaction, statement } from '../database/index.ts';
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

type SessionRow = {
  id: string;
  audit_actor: string;
  display_name: string;
  email: string | null;
  profession: string | null;
  welcomed_at: Date | null;
  demonstration: boolean;
  last_seen_at: Date;
  role: Membership['role'] | null;
  school: string | null;
  academie: string | null;
};

/** One row a membership, or a single row without any. */
const findSession = statement<{ hash: Buffer; seenAfter: Date; openedAfter: Date }, SessionRow>(
  (value) => sql`
    select p.id, p.audit_actor, p.display_name, p.email, p.profession, p.welcomed_at, p.demonstration, s.last_seen_at,
      m.role, m.school, m.academie
    from session s join person p on p.id = s.person_id left join membership m on m.person_id = p.id
    where s.token_hash = ${value('hash')} and s.last_seen_at > ${value('seenAfter')}
      and s.created_at > ${value('openedAfter')}
    order by m.id`,
);

/** The person behind a session that is still alive. Roles are read at each request: losing one is felt at once. */
export async function findViewer(db: Db, token: string, now: Date): Promise<Viewer | null> {
  const hash = hashToken(token);
  const rows = await findSession(db, {
    hash,
    seenAfter: hoursBefore(now, IDLE_HOURS),
    openedAfter: hoursBefore(now, ABSOLUTE_HOURS),
  });
  const [row] = rows;
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
    memberships: rows.flatMap(({ role, school, academie }) => (role ? [{ role, school, academie }] : [])),
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
