import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Db, inTransaction, type Trx } from '../../database/index.ts';
import { audit } from '../../privacy/index.ts';
import { nameFromEmail } from '../profile/profile.ts';
import { openSession } from '../session.store.ts';
import {
  bucketOf,
  CODE_ATTEMPTS,
  codeExpiry,
  hashCode,
  isCode,
  LIMITS,
  type Limit,
  newCode,
  startOfHour,
} from './code.ts';

/** Counts one more attempt; false once the limit of this hour is passed. */
export async function isWithinLimit(db: Db, limit: Limit, counted: string, now: Date): Promise<boolean> {
  const windowStart = startOfHour(now);
  const { attempts } = await db
    .insertInto('rate_limit')
    .values({ bucket: bucketOf(limit, counted, windowStart), window_start: windowStart, attempts: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['bucket', 'window_start'])
        .doUpdateSet({ attempts: sql<number>`least(rate_limit.attempts + 1, 1000000)` }),
    )
    .returning('attempts')
    .executeTakeFirstOrThrow();
  return attempts <= LIMITS[limit];
}

type Asked = { email: string; address: string; now: Date };

/**
 * Whether one more code may leave. What a network asked for an address counts first, and counts no further once it is
 * refused: somebody else, elsewhere, still gets theirs.
 */
export async function isWithinEmailLimits(db: Db, { email, address, now }: Asked): Promise<boolean> {
  return (
    (await isWithinLimit(db, 'codesByEmailAndAddress', `${email} ${address}`, now)) &&
    (await isWithinLimit(db, 'codesByEmail', email, now))
  );
}

/**
 * Makes a code for an address, known or not, and forgets what is over: former codes and former windows. `forPerson`: it shows
 * that the address is theirs, and signs nobody in.
 */
export async function createCode(
  db: Db,
  email: string,
  now: Date,
  forPerson: string | null = null,
): Promise<{ id: string; code: string }> {
  const id = randomUUID();
  const code = newCode();
  await inTransaction(db, async (trx) => {
    await trx.deleteFrom('sign_in_code').where('expires_at', '<', now).execute();
    await trx.deleteFrom('rate_limit').where('window_start', '<', startOfHour(now)).execute();
    await trx
      .insertInto('sign_in_code')
      .values({
        id,
        email,
        code_hash: hashCode(id, code),
        created_at: now,
        expires_at: codeExpiry(now),
        for_person: forPerson,
      })
      .execute();
    await audit(trx, { at: now, actor: null, action: 'code-created', subject: 'sign-in' });
  });
  return { id, code };
}

/** A code whose mail could not leave: it is dropped, and does not count against the address. */
export async function withdrawCode(
  db: Db,
  { id, email, address, now }: Asked & { id: string },
): Promise<void> {
  const windowStart = startOfHour(now);
  const buckets = [
    bucketOf('codesByEmail', email, windowStart),
    bucketOf('codesByEmailAndAddress', `${email} ${address}`, windowStart),
  ];
  await inTransaction(db, async (trx) => {
    await trx.deleteFrom('sign_in_code').where('id', '=', id).execute();
    const mine = trx
      .updateTable('rate_limit')
      .where('bucket', 'in', buckets)
      .where('window_start', '=', windowStart);
    await mine
      .where('attempts', '>', 1)
      .set((row) => ({ attempts: row('attempts', '-', 1) }))
      .execute();
    await audit(trx, { at: now, actor: null, action: 'code-withdrawn', subject: 'sign-in' });
  });
}

export type SignIn = { token: string; welcomed: boolean } | { refused: 'wrong-code' };

/**
 * Signs in with a code: any of those sent to the address that is alive, once. Each try counts against all of them,
 * before the code is even looked at, so that parallel guesses gain nothing.
 */
export async function signInWithCode(
  db: Db,
  {
    email,
    code,
    formerToken,
    now,
  }: { email: string; code: string; formerToken: string | undefined; now: Date },
): Promise<SignIn> {
  return inTransaction(db, async (trx) => {
    if (!(await takeCode(trx, { email, code, now }))) return { refused: 'wrong-code' };
    const person = await findOrCreatePerson(trx, email, now);
    return {
      token: await openSession(trx, person.id, formerToken, now),
      welcomed: person.welcomed_at !== null,
    };
  });
}

/**
 * Whether a code sent to an address is the one typed; used, it is worth nothing any more. Codes that sign in and those one
 * person asked for to show an address know nothing of each other: no try on one spends the other.
 */
export async function takeCode(
  trx: Trx,
  {
    email,
    code,
    now,
    forPerson = null,
  }: { email: string; code: string; now: Date; forPerson?: string | null },
): Promise<boolean> {
  const alive = await trx
    .updateTable('sign_in_code')
    .set((row) => ({ attempts: row('attempts', '+', 1) }))
    .where('email', '=', email)
    .where('for_person', 'is not distinct from', forPerson)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where('attempts', '<', CODE_ATTEMPTS)
    .returning(['id', 'code_hash'])
    .execute();
  if (!alive.some((row) => isCode(row.code_hash, row.id, code))) {
    await audit(trx, { at: now, actor: null, action: 'code-refused', subject: 'sign-in' });
    return false;
  }
  await trx
    .updateTable('sign_in_code')
    .set({ used_at: now })
    .where('email', '=', email)
    .where('for_person', 'is not distinct from', forPerson)
    .execute();
  return true;
}

async function findOrCreatePerson(trx: Trx, email: string, now: Date) {
  const auditActor = randomUUID();
  const created = await trx
    .insertInto('person')
    .values({
      id: randomUUID(),
      audit_actor: auditActor,
      email,
      display_name: nameFromEmail(email),
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning(['id', 'welcomed_at'])
    .executeTakeFirst();
  if (created) {
    await audit(trx, { at: now, actor: auditActor, action: 'account-created', subject: 'account' });
    return created;
  }
  return trx
    .selectFrom('person')
    .select(['id', 'welcomed_at'])
    .where('email', '=', email)
    .executeTakeFirstOrThrow();
}
