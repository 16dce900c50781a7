import { randomUUID } from 'node:crypto';
import type { Profession } from '../src/content/index.ts';
import type { Db } from '../src/database/index.ts';
import type { Viewer } from '../src/web/index.ts';

/** A person past their first visit, in the database, as a request of theirs would see them. */
export async function someone(db: Db, profession: Profession, now: Date): Promise<Viewer> {
  const viewer: Viewer = {
    personId: randomUUID(),
    auditActor: randomUUID(),
    name: 'Personne Essai',
    email: null,
    profession,
    welcomed: true,
    demonstration: false,
    memberships: [],
  };
  await db
    .insertInto('person')
    .values({
      id: viewer.personId,
      audit_actor: viewer.auditActor,
      display_name: viewer.name,
      email: null,
      profession,
      welcomed_at: now,
      notice_version: '1',
      created_at: now,
    })
    .execute();
  return viewer;
}
