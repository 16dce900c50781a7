import { randomUUID } from 'node:crypto';
import { type Db, inTransaction, type Trx } from '../../database/index.ts';
import { audit } from '../../privacy/index.ts';
import { nameFromEmail } from '../profile/profile.ts';
import { openSession } from '../session.store.ts';
import { hashToken } from '../session.ts';
import type { Identity } from './provider.ts';

export type SignIn = { token: string; welcomed: boolean } | { refused: 'no-address' };

/**
 * Opens a session for whom the provider knows. Somebody new to us from there is found, or welcomed, by an address the provider
 * answers for: otherwise whoever writes an address over there would enter the space of its owner, now or later.
 */
export async function signInWithIdentity(
  db: Db,
  {
    identity,
    provider,
    formerToken,
    now,
  }: { identity: Identity; provider: string; formerToken: string | undefined; now: Date },
): Promise<SignIn> {
  return inTransaction(db, async (trx) => {
    const found = await findPerson(trx, identity, now);
    if ('refused' in found) return found;
    const token = await openSession(trx, found.id, formerToken, now);
    await trx
      .updateTable('session')
      .set({ provider, id_token: identity.idToken, methods: [...identity.methods] })
      .where('token_hash', '=', hashToken(token))
      .execute();
    return { token, welcomed: found.welcomed_at !== null };
  });
}

type Found = { id: string; welcomed_at: Date | null };

async function findPerson(
  trx: Trx,
  identity: Identity,
  now: Date,
): Promise<Found | { refused: 'no-address' }> {
  const { issuer, subject } = identity;
  const linked = await trx
    .updateTable('identity_link as l')
    .from('person as p')
    .whereRef('p.id', '=', 'l.person_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .set({ last_used_at: now })
    .returning(['p.id', 'p.welcomed_at'])
    .executeTakeFirst();
  if (linked) return linked;
  const { email } = identity;
  if (email === null || !identity.emailAssured) return { refused: 'no-address' };
  const person = await createPerson(trx, identity, email, now);
  const known =
    person ??
    (await trx
      .selectFrom('person')
      .select(['id', 'welcomed_at', 'audit_actor'])
      .where('email', '=', email)
      .executeTakeFirstOrThrow());
  await trx
    .insertInto('identity_link')
    .values({ issuer, subject, person_id: known.id, created_at: now, last_used_at: now })
    .execute();
  await audit(trx, { at: now, actor: known.audit_actor, action: 'identity-linked', subject: 'account' });
  return known;
}

async function createPerson(trx: Trx, { name }: Identity, email: string, now: Date) {
  const created = await trx
    .insertInto('person')
    .values({
      id: randomUUID(),
      audit_actor: randomUUID(),
      email,
      display_name: name ?? nameFromEmail(email),
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning(['id', 'welcomed_at', 'audit_actor'])
    .executeTakeFirst();
  if (created)
    await audit(trx, { at: now, actor: created.audit_actor, action: 'account-created', subject: 'account' });
  return created;
}

/** How this session was opened by a provider; null when it was not. */
export async function findProviderSession(
  db: Db,
  token: string,
): Promise<{ provider: string; idToken: string } | null> {
  const row = await db
    .selectFrom('session')
    .select(['provider', 'id_token as idToken'])
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirst();
  return row?.provider && row.idToken ? { provider: row.provider, idToken: row.idToken } : null;
}
