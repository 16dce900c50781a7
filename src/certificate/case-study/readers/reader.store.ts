import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Db, inTransaction, type Trx } from '../../../database/index.ts';
import type { Job } from '../../../jobs/index.ts';
import { type AuditAction, audit } from '../../../privacy/index.ts';
import type { Viewer } from '../../../web/index.ts';
import { workTogether } from '../../work-together.store.ts';
import type { Marks } from '../case-study.ts';
import type { Reader, ShownStudy } from './reader.ts';

/** To whom the person shows a study. */
export async function findReaders(db: Db, viewer: Viewer, studyId: string): Promise<Reader[]> {
  const rows = await db
    .selectFrom('case_study_reader as r')
    .innerJoin('case_study as c', 'c.id', 'r.case_study_id')
    .select(['r.id', 'r.email', 'r.opened_at', 'r.declined_at', 'r.marks', 'r.word'])
    .where('c.id', '=', studyId)
    .where('c.person_id', '=', viewer.personId)
    .orderBy('r.asked_at')
    .execute();
  return rows.map(({ opened_at, declined_at, ...row }) => ({
    ...row,
    opened: opened_at !== null,
    declined: declined_at !== null,
  }));
}

/** More would be writing to strangers in our name. */
export const MOST_A_DAY = 5;

export type AskRefusal = 'absent' | 'own-address' | 'already' | 'too-many';

/** Shows a finished study to one colleague; the number of the reading asked, or why not. */
export async function askReader(
  db: Db,
  viewer: Viewer,
  studyId: string,
  email: string,
  now: Date,
): Promise<{ id: string } | AskRefusal> {
  if (email === viewer.email) return 'own-address';
  return inTransaction(db, async (trx) => {
    // Locked, so that two requests at once are counted one after the other.
    await trx.selectFrom('person').select('id').where('id', '=', viewer.personId).forUpdate().execute();
    const own = await trx
      .selectFrom('case_study')
      .select('id')
      .where(sql<string>`id::text`, '=', studyId)
      .where('person_id', '=', viewer.personId)
      .where('finished_at', 'is not', null)
      .executeTakeFirst();
    if (!own) return 'absent';
    if ((await countAskedToday(trx, viewer, now)) >= MOST_A_DAY) return 'too-many';
    const asked = await trx
      .insertInto('case_study_reader')
      .values({ id: randomUUID(), case_study_id: studyId, email, asked_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!asked) return 'already';
    await log(trx, viewer, 'case-study-shown', studyId, now);
    return asked;
  });
}

/** Counted in the log: what is withdrawn counts too. */
async function countAskedToday(trx: Trx, { auditActor }: Viewer, now: Date): Promise<number> {
  const { asked } = await trx
    .selectFrom('audit_event')
    .select((line) => line.fn.countAll<number>().as('asked'))
    .where('actor', '=', auditActor)
    .where('action', '=', 'case-study-shown')
    .where('at', '>', new Date(now.getTime() - 86_400_000))
    .executeTakeFirstOrThrow();
  return asked;
}

/** Shows it no more, at any time; the reading received goes with it. */
export async function withdrawReader(db: Db, viewer: Viewer, readerId: string, now: Date): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const removed = await trx
      .deleteFrom('case_study_reader')
      .where(sql<string>`id::text`, '=', readerId)
      .where('case_study_id', 'in', (own) =>
        own.selectFrom('case_study').select('id').where('person_id', '=', viewer.personId),
      )
      .returning('case_study_id')
      .executeTakeFirst();
    if (!removed) return false;
    await log(trx, viewer, 'case-study-hidden', removed.case_study_id, now);
    return true;
  });
}

/** Studies shown to the viewer's address by people of their school or académie, and not declined. */
export async function findShown(db: Db, viewer: Viewer): Promise<ShownStudy[]> {
  if (viewer.email === null) return [];
  const rows = await db
    .selectFrom('case_study_reader as r')
    .innerJoin('case_study as c', 'c.id', 'r.case_study_id')
    .innerJoin('person', 'person.id', 'c.person_id')
    .select([
      'r.id',
      'person.display_name as owner',
      'c.dossier_id',
      'c.diagnosis',
      'c.proposals',
      'c.hour_diagnosis',
      'c.hour_proposals',
      'c.finished_at',
      'r.marks',
      'r.word',
    ])
    .where('r.email', '=', viewer.email)
    .where('r.declined_at', 'is', null)
    .where('c.person_id', '<>', viewer.personId)
    .where(workTogether(viewer.personId))
    .orderBy('r.asked_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    owner: row.owner,
    study: {
      dossierId: row.dossier_id,
      diagnosis: row.diagnosis,
      proposals: row.proposals,
      atTheHour:
        row.hour_diagnosis === null || row.hour_proposals === null
          ? null
          : { diagnosis: row.hour_diagnosis, proposals: row.hour_proposals },
      finishedAt: row.finished_at,
    },
    marks: row.marks ?? {},
    word: row.word,
    read: row.marks !== null,
  }));
}

/** Notes that what was shown has been seen, once. `id` is one of those found for the viewer. */
export async function noteOpened(db: Db, viewer: Viewer, id: string, now: Date): Promise<void> {
  await inTransaction(db, async (trx) => {
    const opened = await trx
      .updateTable('case_study_reader')
      .set({ opened_at: now })
      .where('id', '=', id)
      .where('opened_at', 'is', null)
      .returning('case_study_id')
      .executeTakeFirst();
    if (opened) await log(trx, viewer, 'shown-case-study-opened', opened.case_study_id, now);
  });
}

/** Keeps the colleague's reading; it may be taken up again as long as the study is shown. */
export async function keepReading(
  db: Db,
  viewer: Viewer,
  id: string,
  { marks, word }: { marks: Marks; word: string | null },
  now: Date,
): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const read = await trx
      .updateTable('case_study_reader')
      .set({ marks: JSON.stringify(marks), word, read_at: now })
      .where('id', '=', id)
      .where('email', '=', viewer.email)
      .where('declined_at', 'is', null)
      .returning('case_study_id')
      .executeTakeFirst();
    if (!read) return false;
    await log(trx, viewer, 'shown-case-study-read', read.case_study_id, now);
    return true;
  });
}

/** Wants no part in it: what was filled is taken back. */
export async function decline(db: Db, viewer: Viewer, id: string, now: Date): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const declined = await trx
      .updateTable('case_study_reader')
      .set({ declined_at: now, marks: null, word: null, read_at: null })
      .where('id', '=', id)
      .where('email', '=', viewer.email)
      .where('declined_at', 'is', null)
      .returning('case_study_id')
      .executeTakeFirst();
    if (!declined) return false;
    await log(trx, viewer, 'shown-case-study-declined', declined.case_study_id, now);
    return true;
  });
}

async function log(trx: Trx, { auditActor }: Viewer, action: AuditAction, studyId: string, now: Date) {
  await audit(trx, { at: now, actor: auditActor, action, subject: `case study ${studyId}` });
}

/** An address nobody answered from is not kept for ever. */
export const UNOPENED_DAYS = 60;

export const readerJobs: readonly Job[] = [
  {
    name: 'forget-unopened-case-studies',
    schedule: '50 3 * * *',
    retries: 3,
    retrySeconds: 600,
    run: async ({ db, now }) => forgetUnopened(db, now()),
  },
];

export async function forgetUnopened(db: Db, now: Date): Promise<void> {
  await inTransaction(db, async (trx) => {
    const { numDeletedRows } = await trx
      .deleteFrom('case_study_reader')
      .where('opened_at', 'is', null)
      .where('asked_at', '<', new Date(now.getTime() - UNOPENED_DAYS * 86_400_000))
      .executeTakeFirst();
    if (numDeletedRows === 0n) return;
    const subject = `${numDeletedRows} studies nobody opened`;
    await audit(trx, { at: now, actor: null, action: 'case-study-hidden', subject });
  });
}
