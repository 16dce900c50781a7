import { randomUUID } from 'node:crypto';
import { dayOf } from '../../calendar/index.ts';
import { type Db, inTransaction } from '../../database/index.ts';
import { audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import { may } from '../access-rights.ts';
import { isUuid } from '../identifier.ts';
import { purgeDay } from '../milestones/purge.ts';
import { schoolsRun, visibleFollowUps } from '../scope.store.ts';
import type { SeenFollowUp } from '../situations/follow-up.store.ts';
import type { Asker, Correction, Kept, RequestKind } from './rights.ts';

/**
 * Somebody opposes being followed: the follow-up ends today if it had not, nobody of the circle opens it any more, and it is
 * erased within the month, or sooner if that was its day. The day of the erasure.
 */
export async function oppose(
  db: Db,
  { id }: { id: string },
  askedBy: Asker,
  now: Date,
): Promise<{ purgeOn: string }> {
  const today = dayOf(now);
  return inTransaction(db, async (trx) => {
    const file = await trx
      .selectFrom('follow_up')
      .select(['closed_on', 'close_reason', 'opposed_on', 'purge_on'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (file.opposed_on !== null && file.purge_on !== null) return { purgeOn: file.purge_on };
    const within = purgeDay({ closedOn: today, exitOn: null, opposed: true });
    const purgeOn = file.purge_on !== null && file.purge_on < within ? file.purge_on : within;
    await trx
      .updateTable('follow_up')
      .set({
        opposed_on: today,
        closed_on: file.closed_on ?? today,
        close_reason: file.close_reason ?? 'opposition',
        purge_on: purgeOn,
      })
      .where('id', '=', id)
      .execute();
    await trx
      .updateTable('circle_member')
      .set({ ended_at: now })
      .where('follow_up_id', '=', id)
      .where('ended_at', 'is', null)
      .execute();
    await trx
      .insertInto('data_request')
      .values({ id: randomUUID(), follow_up_id: id, kind: 'opposition', asked_by: askedBy, asked_on: today })
      .execute();
    await audit(trx, { at: now, actor: null, action: 'opposition-recorded', subject: `follow-up ${id}` });
    return { purgeOn };
  });
}

/** Something kept is wrong. Asked again before it was answered, it is one request. */
export async function askCorrection(
  db: Db,
  { id }: { id: string },
  { askedBy, about }: Correction,
  now: Date,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    await trx.selectFrom('follow_up').select('id').where('id', '=', id).forUpdate().executeTakeFirst();
    const waiting = await trx
      .deleteFrom('data_request')
      .where('follow_up_id', '=', id)
      .where('kind', '=', 'correction')
      .where('asked_by', '=', askedBy)
      .where('answered_on', 'is', null)
      .returning('about')
      .execute();
    const all = [...new Set([...waiting.flatMap((former) => former.about), ...about])];
    await trx
      .insertInto('data_request')
      .values({
        id: randomUUID(),
        follow_up_id: id,
        kind: 'correction',
        asked_by: askedBy,
        about: all,
        asked_on: dayOf(now),
      })
      .execute();
    await audit(trx, { at: now, actor: null, action: 'correction-asked', subject: `follow-up ${id}` });
  });
}

/** Somebody wants to know who read, and why. Asked again before it was answered, it is one request. */
export async function askAboutReadings(
  db: Db,
  { id }: { id: string },
  askedBy: Asker,
  now: Date,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    await trx.selectFrom('follow_up').select('id').where('id', '=', id).forUpdate().executeTakeFirst();
    const waiting = await trx
      .selectFrom('data_request')
      .select('id')
      .where('follow_up_id', '=', id)
      .where('kind', '=', 'readings')
      .where('asked_by', '=', askedBy)
      .where('answered_on', 'is', null)
      .executeTakeFirst();
    if (waiting) return;
    await trx
      .insertInto('data_request')
      .values({
        id: randomUUID(),
        follow_up_id: id,
        kind: 'readings',
        asked_by: askedBy,
        asked_on: dayOf(now),
      })
      .execute();
    await audit(trx, { at: now, actor: null, action: 'readings-asked', subject: `follow-up ${id}` });
  });
}

export type Waiting = {
  id: string;
  code: string;
  kind: RequestKind;
  askedBy: Asker;
  about: Kept[];
  on: string;
};

/** What was asked in the schools whose GPDS the viewer runs, and waits for them; the oldest first. */
export async function findWaitingRequests(db: Db, viewer: Viewer, now: Date): Promise<Waiting[]> {
  const rows = await visibleFollowUps(db, viewer, dayOf(now))
    .innerJoin('data_request as r', 'r.follow_up_id', 'follow_up.id')
    .select(['r.id', 'follow_up.code', 'r.kind', 'r.asked_by as askedBy', 'r.about', 'r.asked_on as on'])
    .where('follow_up.school', 'in', [...schoolsRun(viewer), ''])
    .where('r.answered_on', 'is', null)
    .orderBy('r.asked_on')
    .orderBy('r.id')
    .execute();
  return rows.map(({ access: _, ...one }) => ({ ...one, about: one.about as Kept[] }));
}

/** Whoever runs the GPDS says that a request was read and done. */
export async function answerRequest(
  db: Db,
  viewer: Viewer,
  file: SeenFollowUp,
  id: string,
  now: Date,
): Promise<'answered' | null> {
  if (!may(file, 'answer-requests') || !isUuid(id)) return null;
  return inTransaction(db, async (trx) => {
    const answered = await trx
      .updateTable('data_request')
      .set({ answered_on: dayOf(now), answered_by: viewer.personId })
      .where('id', '=', id)
      .where('follow_up_id', '=', file.id)
      .where('answered_on', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!answered) return null;
    const subject = `follow-up ${file.id}`;
    await audit(trx, { at: now, actor: viewer.auditActor, action: 'request-answered', subject });
    return 'answered';
  });
}
