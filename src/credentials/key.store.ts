import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { sql } from 'kysely';
import { type Db, inTransaction } from '../database/index.ts';
import { audit } from '../privacy/index.ts';
import type { Settings } from '../web/index.ts';
import { addresses } from './badge-document.ts';
import { algorithmOf, type SigningKey } from './signing.ts';

/**
 * The key to sign with: that of the environment, published the first time it serves; in the demonstration, one made once and
 * kept. Null where there is none.
 */
export async function findSigningKey(
  db: Db,
  settings: Pick<Settings, 'badgeKey' | 'demonstration'>,
  origin: string,
  now: Date,
): Promise<SigningKey | null> {
  if (settings.badgeKey) {
    const jwk: JWK = JSON.parse(settings.badgeKey);
    await publish(db, jwk, null, now);
    return asSigningKey(jwk, origin);
  }
  if (!settings.demonstration) return null;
  return asSigningKey((await findKept(db)) ?? (await makeOne(db, now)), origin);
}

async function asSigningKey(jwk: JWK, origin: string): Promise<SigningKey> {
  const algorithm = algorithmOf(jwk);
  const privateKey = await importJWK(jwk, algorithm);
  if (privateKey instanceof Uint8Array) throw new Error('a badge is not signed with a secret');
  return { kid: addresses(origin).key(await calculateJwkThumbprint(jwk)), algorithm, privateKey };
}

async function findKept(db: Db): Promise<JWK | null> {
  const row = await db
    .selectFrom('badge_key')
    .select('private_key')
    .where('private_key', 'is not', null)
    .orderBy('made_at', 'desc')
    .executeTakeFirst();
  return row ? (row.private_key as JWK) : null;
}

/** Two first badges at once make one key. */
async function makeOne(db: Db, now: Date): Promise<JWK> {
  return inTransaction(db, async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('badge_key'))`.execute(trx);
    const kept = await findKept(trx);
    if (kept) return kept;
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    const jwk = await exportJWK(privateKey);
    await publish(trx, jwk, jwk, now);
    return jwk;
  });
}

async function publish(db: Db, jwk: JWK, kept: JWK | null, now: Date): Promise<void> {
  const thumbprint = await calculateJwkThumbprint(jwk);
  const known = await db
    .selectFrom('badge_key')
    .select('thumbprint')
    .where('thumbprint', '=', thumbprint)
    .executeTakeFirst();
  if (known) return;
  const row = {
    thumbprint,
    public_key: JSON.stringify(publicPartOf(jwk)),
    private_key: kept && JSON.stringify(kept),
    made_at: now,
  };
  await inTransaction(db, async (trx) => {
    const made = await trx
      .insertInto('badge_key')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .returning('thumbprint')
      .execute();
    if (made.length === 0) return;
    await audit(trx, { at: now, actor: null, action: 'badge-key-made', subject: thumbprint });
  });
}

function publicPartOf({ kty, n, e, crv, x, y }: JWK): JWK {
  const parts = Object.entries({ kty, n, e, crv, x, y }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(parts);
}

/** Every public key that signed, the latest first, under the address a badge names it by. */
export async function findPublicKeys(db: Db, origin: string): Promise<(JWK & { kid: string })[]> {
  const rows = await db
    .selectFrom('badge_key')
    .select(['thumbprint', 'public_key'])
    .orderBy('made_at', 'desc')
    .execute();
  return rows.map(({ thumbprint, public_key }) => {
    const jwk = public_key as JWK;
    return { ...jwk, kid: addresses(origin).key(thumbprint), alg: algorithmOf(jwk), use: 'sig' };
  });
}
