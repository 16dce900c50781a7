import { type Db, inTransaction } from '../../database/index.ts';
import { audit } from '../../privacy/index.ts';
import { write } from './membership.store.ts';

/** Gives the national role by the hand of the operator: somebody has to be the first to give any. */
export async function makeNational(
  db: Db,
  address: string,
  now: Date,
): Promise<'given' | 'already' | 'nobody'> {
  return inTransaction(db, async (trx) => {
    const person = await trx
      .selectFrom('person')
      .select(['id', 'audit_actor as actor'])
      .where('email', '=', address.trim().toLowerCase())
      .executeTakeFirst();
    if (!person) return 'nobody';
    const membership = { personId: person.id, role: 'national', school: null, academie: null } as const;
    if (!(await write(trx, membership, 'national', now))) return 'already';
    await audit(trx, {
      at: now,
      actor: null,
      action: 'role-given',
      subject: `nation: national of ${person.actor}, by the operator`,
    });
    return 'given';
  });
}
