import type { Db } from '../src/database/index.ts';
import type { Viewer } from '../src/web/index.ts';
import { someone } from './someone.ts';

export type Colleague = Viewer & { email: string };

let count = 0;

/** A person with an address, who works in a school of an académie (made when needed). */
export async function aColleague(
  db: Db,
  { school, academie, now }: { school: string; academie: string; now: Date },
): Promise<Colleague> {
  count += 1;
  await db
    .insertInto('academie')
    .values({ code: academie, name: `Académie ${academie}` })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .insertInto('school')
    .values({ uai: school, name: school, kind: 'college', city: 'X', academie, search_text: school })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const viewer = await someone(db, 'cpe', now);
  const email = `collegue${count}@example.fr`;
  await db.updateTable('person').set({ email }).where('id', '=', viewer.personId).execute();
  const membership = { role: 'agent' as const, school, academie: null };
  await db
    .insertInto('membership')
    .values({ ...membership, person_id: viewer.personId, created_at: now, confirmed_at: now })
    .execute();
  return { ...viewer, email, memberships: [membership] };
}
