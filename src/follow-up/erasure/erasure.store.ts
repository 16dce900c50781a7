import { sql } from 'kysely';
import { dayOf } from '../../calendar/index.ts';
import { type Db, inTransaction, type Trx } from '../../database/index.ts';
import type { Job } from '../../jobs/index.ts';
import { audit } from '../../privacy/index.ts';
import { purgeDay } from '../milestones/purge.ts';
import { idleSince, leftoverSince, warnedUntil } from './erasure.ts';
import { lastWrittenOn } from './last-written.store.ts';

/** How many files are erased at a time: a night of many leaves the database to the others between two batches. */
const BATCH = 100;

export const erasureJobs: readonly Job[] = [
  {
    name: 'erase-follow-ups',
    schedule: '40 2 * * *',
    retries: 5,
    retrySeconds: 300,
    run: async ({ db, now }, signal) => {
      await endIdle(db, now(), signal);
      await eraseDue(db, now(), signal);
      await eraseLeftovers(db, now());
    },
  },
];

/**
 * Erases the files whose day has come, with all that hangs on them and the alerts that led to them. What they counted for
 * stays counted. Run twice, or stopped half way, it erases what is left.
 */
export async function eraseDue(db: Db, now: Date, signal?: AbortSignal, batch = BATCH): Promise<number> {
  let erased = 0;
  for (;;) {
    if (signal?.aborted) return erased;
    const done = await inTransaction(db, (trx) => eraseBatch(trx, now, batch));
    erased += done;
    if (done < batch) return erased;
  }
}

async function eraseBatch(trx: Trx, now: Date, batch: number): Promise<number> {
  const today = dayOf(now);
  const due = await trx
    .selectFrom('follow_up')
    .select(['id', 'school'])
    .where('purge_on', '<=', today)
    .orderBy('purge_on')
    .orderBy('id')
    .limit(batch)
    .forUpdate()
    .skipLocked()
    .execute();
  await eraseFiles(trx, due, now);
  return due.length;
}

/** Erases files that were erased once, and that a backup older than that has brought back. */
export async function eraseAgain(db: Db, ids: readonly string[], now: Date): Promise<number> {
  return inTransaction(db, async (trx) => {
    const back = await trx
      .selectFrom('follow_up')
      .select(['id', 'school'])
      .where('id', 'in', [...ids])
      .forUpdate()
      .execute();
    await eraseFiles(trx, back, now);
    return back.length;
  });
}

async function eraseFiles(trx: Trx, files: { id: string; school: string }[], now: Date): Promise<void> {
  if (files.length === 0) return;
  const today = dayOf(now);
  const ids = files.map(({ id }) => id);
  await trx.deleteFrom('alert').where('follow_up_id', 'in', ids).execute();
  await trx.deleteFrom('follow_up').where('id', 'in', ids).execute();
  for (const id of ids)
    await audit(trx, { at: now, actor: null, action: 'follow-up-erased', subject: `follow-up ${id}` });
  for (const school of new Set(files.map((one) => one.school))) {
    const erased = files.filter((one) => one.school === school).length;
    await trx
      .insertInto('erasure_report')
      .values({ school, on_day: today, erased })
      .onConflict((conflict) =>
        conflict
          .columns(['school', 'on_day'])
          .doUpdateSet({ erased: sql<number>`erasure_report.erased + excluded.erased` }),
      )
      .execute();
  }
}

/** Ends the files nobody has written in for a year, as of the last day somebody did: the day of their erasure follows. */
export async function endIdle(db: Db, now: Date, signal?: AbortSignal): Promise<number> {
  const idle = await db
    .selectFrom('follow_up')
    .select('follow_up.id')
    .where('follow_up.closed_on', 'is', null)
    .where(lastWrittenOn, '<=', idleSince(dayOf(now)))
    .execute();
  let ended = 0;
  for (const { id } of idle) {
    if (signal?.aborted) return ended;
    if (await inTransaction(db, (trx) => endOne(trx, id, now))) ended += 1;
  }
  return ended;
}

async function endOne(trx: Trx, id: string, now: Date): Promise<boolean> {
  const file = await trx
    .selectFrom('follow_up')
    .select(['follow_up.id', lastWrittenOn.as('lastOn')])
    .where('follow_up.id', '=', id)
    .where('follow_up.closed_on', 'is', null)
    .where(lastWrittenOn, '<=', idleSince(dayOf(now)))
    .forUpdate()
    .executeTakeFirst();
  if (!file) return false;
  const exit = await trx
    .selectFrom('milestone')
    .select('on_day')
    .where('follow_up_id', '=', id)
    .where('kind', '=', 'exit')
    .executeTakeFirst();
  const closedOn = file.lastOn;
  const purgeOn = purgeDay({ closedOn, exitOn: exit?.on_day ?? null, opposed: false });
  const warned = warnedUntil(dayOf(now));
  await trx
    .updateTable('follow_up')
    .set({
      closed_on: closedOn,
      close_reason: 'lost-sight',
      // Nobody is taken by surprise: what is ended tonight is not erased tonight.
      purge_on: purgeOn > warned ? purgeOn : warned,
    })
    .where('id', '=', id)
    .execute();
  await audit(trx, { at: now, actor: null, action: 'follow-up-closed', subject: `follow-up ${id}` });
  return true;
}

/** What is over without waiting for a file to be: codes, devices, drafts nobody sent, calls of a year ago. */
export async function eraseLeftovers(db: Db, now: Date): Promise<number> {
  const since = leftoverSince(dayOf(now));
  return inTransaction(db, async (trx) => {
    const gone = [
      await trx
        .updateTable('young_questionnaire')
        .set({ draft: null, session_hash: null, session_until: null })
        .where('expires_at', '<=', now)
        .where((where) => where.or([where('draft', 'is not', null), where('session_hash', 'is not', null)]))
        .execute(),
      await trx
        .updateTable('young_questionnaire')
        .set({ session_hash: null, session_until: null })
        .where('session_until', '<=', now)
        .execute(),
      await trx
        .updateTable('access_secret')
        .set({ session_hash: null, session_until: null })
        .where('session_until', '<=', now)
        .execute(),
      await trx
        .deleteFrom('transfer')
        .where('expires_at', '<=', now)
        .where('accepted_at', 'is', null)
        .execute(),
      await trx.deleteFrom('relay_request').where('requested_on', '<=', since).execute(),
    ];
    const lines = gone.flat().reduce((sum, result) => sum + changedBy(result), 0);
    if (lines > 0)
      await audit(trx, { at: now, actor: null, action: 'expired-erased', subject: 'follow-ups' });
    return lines;
  });
}

function changedBy(result: { numDeletedRows: bigint } | { numUpdatedRows: bigint }): number {
  return Number('numDeletedRows' in result ? result.numDeletedRows : result.numUpdatedRows);
}
