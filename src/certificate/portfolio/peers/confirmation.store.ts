import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Db, inTransaction, type Trx } from '../../../database/index.ts';
import type { Job } from '../../../jobs/index.ts';
import { audit } from '../../../privacy/index.ts';
import type { Viewer } from '../../../web/index.ts';
import { workTogether } from '../../work-together.store.ts';
import type { Answer, Asked, Received } from './confirmation.ts';

/** What the person asked colleagues to confirm, the latest day first. */
export async function findAsked(db: Db, viewer: Viewer): Promise<Asked[]> {
  const rows = await db
    .selectFrom('peer_confirmation as c')
    .leftJoin('person as peer', 'peer.id', 'c.peer_id')
    .select([
      'c.id',
      'competence',
      'observed_on as observedOn',
      'occasion',
      'level_asked as levelAsked',
      'c.email',
      'opened_at',
      'answer',
      'answered_at as answeredAt',
      'peer.display_name as peer',
      'acts',
      'level',
      'word',
    ])
    .where('person_id', '=', viewer.personId)
    .orderBy('observed_on', 'desc')
    .orderBy('asked_at', 'desc')
    .execute();
  return rows.map(({ opened_at, peer, answer, ...row }) => ({
    ...row,
    answer,
    opened: opened_at !== null,
    peer: answer === 'confirmed' ? peer : null,
  }));
}

/** More would be writing to strangers in our name. */
export const MOST_A_DAY = 5;

export type NewRequest = Pick<Asked, 'competence' | 'observedOn' | 'occasion' | 'levelAsked' | 'email'>;

/** Asks one colleague; the number of the request, or why not. */
export async function askConfirmation(
  db: Db,
  viewer: Viewer,
  request: NewRequest,
  now: Date,
): Promise<{ id: string } | 'own-address' | 'too-many'> {
  if (request.email === viewer.email) return 'own-address';
  return inTransaction(db, async (trx) => {
    await trx.selectFrom('person').select('id').where('id', '=', viewer.personId).forUpdate().execute();
    if ((await countAskedToday(trx, viewer, now)) >= MOST_A_DAY) return 'too-many';
    const id = randomUUID();
    await trx
      .insertInto('peer_confirmation')
      .values({
        id,
        person_id: viewer.personId,
        competence: request.competence,
        observed_on: request.observedOn,
        occasion: request.occasion,
        level_asked: request.levelAsked,
        email: request.email,
        asked_at: now,
      })
      .execute();
    await log(trx, viewer, 'confirmation-asked', id, now);
    return { id };
  });
}

/** Counted in the log: what is withdrawn counts too. */
async function countAskedToday(trx: Trx, viewer: Viewer, now: Date): Promise<number> {
  const { asked } = await trx
    .selectFrom('audit_event')
    .select((line) => line.fn.countAll<number>().as('asked'))
    .where('actor', '=', viewer.auditActor)
    .where('action', '=', 'confirmation-asked')
    .where('at', '>', new Date(now.getTime() - 86_400_000))
    .executeTakeFirstOrThrow();
  return asked;
}

/** Takes a request back, answered or not; what was confirmed goes with it. */
export async function withdrawRequest(db: Db, viewer: Viewer, id: string, now: Date): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const removed = await trx
      .deleteFrom('peer_confirmation')
      .where(sql<string>`id::text`, '=', id)
      .where('person_id', '=', viewer.personId)
      .returning('id')
      .execute();
    if (removed.length === 0) return false;
    await log(trx, viewer, 'confirmation-withdrawn', id, now);
    return true;
  });
}

/**
 * What colleagues ask of the viewer: sent to their address by somebody of their school or of their académie; and what the
 * viewer confirmed, wherever they work now.
 */
export async function findReceived(db: Db, viewer: Viewer): Promise<Received[]> {
  return db
    .selectFrom('peer_confirmation as c')
    .innerJoin('person as asker', 'asker.id', 'c.person_id')
    .select([
      'c.id',
      'asker.display_name as asker',
      'competence',
      'observed_on as observedOn',
      'occasion',
      'level_asked as levelAsked',
      'answer',
      'answered_at as answeredAt',
      'acts',
      'level',
      'word',
    ])
    .where('asker.id', '<>', viewer.personId)
    .where((where) =>
      where.or([
        where.and([where('c.peer_id', '=', viewer.personId), where('answer', '=', 'confirmed')]),
        where.and([
          where('answer', 'is', null),
          where('c.email', '=', viewer.email ?? ''),
          workTogether(viewer.personId),
        ]),
      ]),
    )
    .orderBy('answered_at', (order) => order.desc().nullsFirst())
    .orderBy('asked_at')
    .execute();
}

/** Notes once that a request was seen, and by whom. */
export async function noteOpened(db: Db, viewer: Viewer, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  await inTransaction(db, async (trx) => {
    const opened = await trx
      .updateTable('peer_confirmation')
      .set({ peer_id: viewer.personId, opened_at: now })
      .where('id', 'in', ids)
      .where('opened_at', 'is', null)
      .returning('id')
      .execute();
    for (const { id } of opened) await log(trx, viewer, 'confirmation-opened', id, now);
  });
}

/** Confirms a practice seen, once. */
export async function confirmPractice(
  db: Db,
  viewer: Viewer,
  id: string,
  { acts, level, word }: Answer,
  now: Date,
): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const confirmed = await trx
      .updateTable('peer_confirmation')
      .set({ answer: 'confirmed', answered_at: now, acts, level, word })
      .where(sql<string>`id::text`, '=', id)
      .where('peer_id', '=', viewer.personId)
      .where('answer', 'is', null)
      .returning('id')
      .execute();
    if (confirmed.length === 0) return false;
    await log(trx, viewer, 'practice-confirmed', id, now);
    return true;
  });
}

/** Declines what was asked, or takes back what was confirmed: the acts, the level and the word go. */
export async function stepBack(db: Db, viewer: Viewer, id: string, now: Date): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const before = await trx
      .selectFrom('peer_confirmation')
      .select('answer')
      .where(sql<string>`id::text`, '=', id)
      .where('peer_id', '=', viewer.personId)
      .where((where) => where.or([where('answer', 'is', null), where('answer', '=', 'confirmed')]))
      .forUpdate()
      .executeTakeFirst();
    if (!before) return false;
    const answer = before.answer === 'confirmed' ? 'withdrawn' : 'declined';
    await trx
      .updateTable('peer_confirmation')
      .set({ answer, answered_at: now, acts: [], level: null, word: null })
      .where('id', '=', id)
      .execute();
    const action = answer === 'withdrawn' ? 'confirmation-withdrawn' : 'confirmation-declined';
    await log(trx, viewer, action, id, now);
    return true;
  });
}

async function log(
  trx: Trx,
  viewer: Viewer,
  action:
    | 'confirmation-asked'
    | 'confirmation-opened'
    | 'practice-confirmed'
    | 'confirmation-declined'
    | 'confirmation-withdrawn',
  id: string,
  now: Date,
): Promise<void> {
  await audit(trx, { at: now, actor: viewer.auditActor, action, subject: `confirmation ${id}` });
}

/** An address nobody answered from is not kept for ever. */
export const UNOPENED_DAYS = 60;

export const confirmationJobs: readonly Job[] = [
  {
    name: 'forget-unopened-confirmations',
    schedule: '45 3 * * *',
    retries: 3,
    retrySeconds: 600,
    run: async ({ db, now }) => forgetUnopened(db, now()),
  },
];

export async function forgetUnopened(db: Db, now: Date): Promise<void> {
  await inTransaction(db, async (trx) => {
    const { numDeletedRows } = await trx
      .deleteFrom('peer_confirmation')
      .where('opened_at', 'is', null)
      .where('asked_at', '<', new Date(now.getTime() - UNOPENED_DAYS * 86_400_000))
      .executeTakeFirst();
    if (numDeletedRows === 0n) return;
    const subject = `${numDeletedRows} requests nobody opened`;
    await audit(trx, { at: now, actor: null, action: 'confirmation-withdrawn', subject });
  });
}
