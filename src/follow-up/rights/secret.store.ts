import { newSecret } from '../../codes/index.ts';
import { type Db, inTransaction } from '../../database/index.ts';
import { audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import { may } from '../access-rights.ts';
import { hashSecret, newSession } from '../secret.ts';
import type { SeenFollowUp } from '../situations/follow-up.store.ts';
import { OPEN_MINUTES } from './rights.ts';

/** A secret for the sheet of information, told this once; the former one opens nothing any more. */
export async function giveSecret(
  db: Db,
  viewer: Viewer,
  file: SeenFollowUp,
  now: Date,
): Promise<string | null> {
  if (!may(file, 'inform')) return null;
  const secret = newSecret();
  const values = {
    secret_hash: hashSecret('own-file', secret),
    created_by: viewer.personId,
    created_at: now,
    session_hash: null,
    session_until: null,
  };
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('access_secret')
      .values({ follow_up_id: file.id, ...values })
      .onConflict((conflict) => conflict.column('follow_up_id').doUpdateSet(values))
      .execute();
    const subject = `follow-up ${file.id}`;
    await audit(trx, { at: now, actor: viewer.auditActor, action: 'secret-given', subject });
  });
  return secret;
}

/** Notes the day the pupil and the family were told. */
export async function recordInformation(
  db: Db,
  viewer: Viewer,
  file: SeenFollowUp,
  informedOn: string,
  now: Date,
): Promise<'recorded' | null> {
  if (!may(file, 'inform')) return null;
  return inTransaction(db, async (trx): Promise<'recorded'> => {
    await trx.updateTable('follow_up').set({ informed_on: informedOn }).where('id', '=', file.id).execute();
    const subject = `follow-up ${file.id}`;
    await audit(trx, { at: now, actor: viewer.auditActor, action: 'information-recorded', subject });
    return 'recorded';
  });
}

/**
 * Opens what is kept under a code with the secret of its sheet, which serves once. Null, and the same work, for a code nobody
 * has, a secret that is not its own, and one that served.
 */
export async function openOwnFile(
  db: Db,
  { code, secret }: { code: string; secret: string },
  now: Date,
): Promise<string | null> {
  const session = newSession();
  return inTransaction(db, async (trx) => {
    const opened = await trx
      .updateTable('access_secret')
      .set({ secret_hash: null, session_hash: hashSecret('session', session), session_until: until(now) })
      .where('secret_hash', '=', hashSecret('own-file', secret))
      .where('follow_up_id', '=', (where) =>
        where.selectFrom('follow_up').select('id').where('code', '=', code),
      )
      .returning('follow_up_id')
      .executeTakeFirst();
    const subject = opened ? `follow-up ${opened.follow_up_id}` : 'own file';
    const action = opened ? 'own-file-read' : 'secret-refused';
    await audit(trx, { at: now, actor: null, action, subject });
    return opened ? session : null;
  });
}

/** The file this device has opened with a secret. */
export async function findOwnFile(db: Db, session: string, now: Date): Promise<{ id: string } | null> {
  const held = await db
    .selectFrom('access_secret')
    .select('follow_up_id as id')
    .where('session_hash', '=', hashSecret('session', session))
    .where('session_until', '>', now)
    .executeTakeFirst();
  return held ?? null;
}

/** A secret for the next time, for whoever has just used theirs; null when one is already waiting. */
export async function renewSecret(db: Db, { id }: { id: string }, now: Date): Promise<string | null> {
  const secret = newSecret();
  return inTransaction(db, async (trx) => {
    const renewed = await trx
      .updateTable('access_secret')
      .set({ secret_hash: hashSecret('own-file', secret), created_at: now })
      .where('follow_up_id', '=', id)
      .where('secret_hash', 'is', null)
      .returning('follow_up_id')
      .executeTakeFirst();
    if (!renewed) return null;
    await audit(trx, { at: now, actor: null, action: 'secret-given', subject: `follow-up ${id}` });
    return secret;
  });
}

/** The file stays open on this device as long again, from now. */
export async function keepOwnFileOpen(db: Db, { id }: { id: string }, now: Date): Promise<void> {
  await inTransaction(db, async (trx) => {
    await trx
      .updateTable('access_secret')
      .set({ session_until: until(now) })
      .where('follow_up_id', '=', id)
      .where('session_hash', 'is not', null)
      .execute();
    await audit(trx, { at: now, actor: null, action: 'own-file-kept-open', subject: `follow-up ${id}` });
  });
}

/** This device forgets. */
export async function closeOwnFile(db: Db, { id }: { id: string }, now: Date): Promise<void> {
  await inTransaction(db, async (trx) => {
    await trx
      .updateTable('access_secret')
      .set({ session_hash: null, session_until: null })
      .where('follow_up_id', '=', id)
      .execute();
    await audit(trx, { at: now, actor: null, action: 'own-file-closed', subject: `follow-up ${id}` });
  });
}

const until = (now: Date) => new Date(now.getTime() + OPEN_MINUTES * 60_000);
