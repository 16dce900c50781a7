import type { Db } from '../database/index.ts';
import type { Viewer } from '../web/index.ts';

/** A character of the demonstration, as a request of theirs would see them; null when they left. */
export async function findCharacter(db: Db, personId: string): Promise<Viewer | null> {
  const person = await db
    .selectFrom('person')
    .select(['audit_actor', 'display_name', 'email', 'profession'])
    .where('id', '=', personId)
    .executeTakeFirst();
  if (!person) return null;
  const { audit_actor, display_name, email, profession } = person;
  const rest = { welcomed: true, demonstration: true, memberships: [] };
  return { personId, auditActor: audit_actor, name: display_name, email, profession, ...rest };
}
