import { randomUUID } from 'node:crypto';
import { type SelectQueryBuilder, sql } from 'kysely';
import { dayOf } from '../../calendar/index.ts';
import type { Content, Dossier } from '../../content/index.ts';
import { type Database, type Db, inTransaction, type Trx } from '../../database/index.ts';
import { type AuditAction, audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import { type CaseStudy, countMarks, type FinishedCaseStudy, type Marks, type Texts } from './case-study.ts';
import { isHourOver, type Pause } from './hour.ts';

/** The person's studies, the latest first. */
export async function findCaseStudies(db: Db, viewer: Viewer): Promise<CaseStudy[]> {
  return read(db, (rows) => rows.where('person_id', '=', viewer.personId).orderBy('started_at', 'desc'));
}

/** One study of the person; null when it is not theirs. */
export async function findCaseStudy(db: Db, viewer: Viewer, id: string): Promise<CaseStudy | null> {
  const [study] = await read(db, (rows) =>
    rows.where(sql<string>`id::text`, '=', id).where('person_id', '=', viewer.personId),
  );
  return study ?? null;
}

type Rows = SelectQueryBuilder<Database, 'case_study', unknown>;

/** Without whose they are: who may read is said by the caller. */
export async function read(db: Db, choose: (rows: Rows) => Rows): Promise<CaseStudy[]> {
  const rows = await choose(db.selectFrom('case_study') as Rows)
    .selectAll()
    .execute();
  if (rows.length === 0) return [];
  const pauses = await db
    .selectFrom('case_study_pause')
    .selectAll()
    .where(
      'case_study_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    dossierId: row.dossier_id,
    dossierVersion: row.dossier_version,
    manner: row.manner,
    saidMinutes: row.said_minutes,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    diagnosis: row.diagnosis,
    proposals: row.proposals,
    revision: row.revision,
    savedAt: row.saved_at,
    atTheHour:
      row.hour_diagnosis === null || row.hour_proposals === null
        ? null
        : { diagnosis: row.hour_diagnosis, proposals: row.hour_proposals },
    marks: row.marks,
    markedAt: row.marked_at,
    pauses: pauses
      .filter((pause) => pause.case_study_id === row.id)
      .map(({ from_at, until_at }): Pause => ({ from: from_at, until: until_at })),
  }));
}

/** Starts the hour; when one is going on, gives that one, whatever its dossier. */
export async function startCaseStudy(
  db: Db,
  viewer: Viewer,
  { id: dossier, version }: Pick<Dossier, 'id' | 'version'>,
  manner: CaseStudy['manner'],
  now: Date,
): Promise<string> {
  return inTransaction(db, async (trx) => {
    const started = await trx
      .insertInto('case_study')
      .values({
        id: randomUUID(),
        person_id: viewer.personId,
        dossier_id: dossier,
        dossier_version: version,
        manner,
        started_at: now,
      })
      .onConflict((conflict) => conflict.column('person_id').where('finished_at', 'is', null).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (started) {
      await log(trx, viewer, 'case-study-started', started.id, now);
      return started.id;
    }
    const { id } = await trx
      .selectFrom('case_study')
      .select('id')
      .where('person_id', '=', viewer.personId)
      .where('finished_at', 'is', null)
      .executeTakeFirstOrThrow();
    return id;
  });
}

export type Written = Texts & { revision: number };
export type Act = 'save' | 'pause' | 'finish';
export type Outcome =
  | { outcome: 'done'; study: CaseStudy }
  /** Another window saved another text since. */
  | { outcome: 'conflict'; study: CaseStudy }
  | { outcome: 'finished' }
  | { outcome: 'absent' };

/** Keeps what is written, then pauses or finishes if asked. Writing ends a pause: the clock goes on from there. */
export async function write(
  db: Db,
  viewer: Viewer,
  id: string,
  { written, act, saidMinutes }: { written: Written; act: Act; saidMinutes?: number },
  now: Date,
): Promise<Outcome> {
  return inTransaction(db, async (trx) => {
    const study = await lock(trx, viewer, id);
    if (!study) return { outcome: 'absent' };
    if (study.finishedAt !== null) return { outcome: 'finished' };
    const differs = written.diagnosis !== study.diagnosis || written.proposals !== study.proposals;
    if (differs && written.revision !== study.revision) return { outcome: 'conflict', study };
    if (differs) {
      await endPause(trx, viewer, id, now);
      await keepTexts(trx, viewer, study, written, now);
    }
    if (act === 'pause' && study.manner === 'screen') await beginPause(trx, viewer, study, now);
    if (act === 'finish') await finish(trx, viewer, study, saidMinutes, now);
    return { outcome: 'done', study: (await findCaseStudy(trx, viewer, id))! };
  });
}

/** Locked until the transaction ends, so that two windows write one after the other. */
async function lock(trx: Trx, viewer: Viewer, id: string): Promise<CaseStudy | null> {
  const [study] = await read(trx, (rows) =>
    rows.where(sql<string>`id::text`, '=', id).where('person_id', '=', viewer.personId).forUpdate(),
  );
  return study ?? null;
}

async function keepTexts(
  trx: Trx,
  viewer: Viewer,
  study: CaseStudy,
  { diagnosis, proposals }: Texts,
  now: Date,
) {
  const hourOver = study.manner === 'screen' && study.atTheHour === null && isHourOver(study, now);
  await trx
    .updateTable('case_study')
    .set({ diagnosis, proposals, revision: study.revision + 1, saved_at: now })
    .$if(hourOver, (update) =>
      update.set({ hour_diagnosis: study.diagnosis, hour_proposals: study.proposals }),
    )
    .where('id', '=', study.id)
    .execute();
  await log(trx, viewer, 'case-study-saved', study.id, now);
}

async function beginPause(trx: Trx, viewer: Viewer, { id, pauses }: CaseStudy, now: Date) {
  const begun = await trx
    .insertInto('case_study_pause')
    .values({ case_study_id: id, number: pauses.length + 1, from_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('number')
    .execute();
  if (begun.length > 0) await log(trx, viewer, 'case-study-paused', id, now);
}

async function endPause(trx: Trx, viewer: Viewer, id: string, now: Date) {
  const ended = await trx
    .updateTable('case_study_pause')
    .set({ until_at: now })
    .where('case_study_id', '=', id)
    .where('until_at', 'is', null)
    .returning('number')
    .execute();
  if (ended.length > 0) await log(trx, viewer, 'case-study-resumed', id, now);
}

async function finish(
  trx: Trx,
  viewer: Viewer,
  { id, manner }: CaseStudy,
  saidMinutes: number | undefined,
  now: Date,
) {
  await trx
    .updateTable('case_study_pause')
    .set({ until_at: now })
    .where('case_study_id', '=', id)
    .where('until_at', 'is', null)
    .execute();
  await trx
    .updateTable('case_study')
    .set({ finished_at: now })
    .$if(manner === 'paper' && saidMinutes !== undefined, (update) =>
      update.set({ said_minutes: saidMinutes! }),
    )
    .where('id', '=', id)
    .execute();
  await log(trx, viewer, 'case-study-finished', id, now);
}

/** Ends the pause. False when the study is not theirs, or over. */
export async function resume(db: Db, viewer: Viewer, id: string, now: Date): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const study = await lock(trx, viewer, id);
    if (!study || study.finishedAt !== null) return false;
    await endPause(trx, viewer, id, now);
    return true;
  });
}

/** The person's own reading of a finished study, criterion by criterion. */
export async function saveMarks(
  db: Db,
  viewer: Viewer,
  id: string,
  marks: Marks,
  now: Date,
): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const marked = await trx
      .updateTable('case_study')
      .set({ marks: JSON.stringify(marks), marked_at: now })
      .where(sql<string>`id::text`, '=', id)
      .where('person_id', '=', viewer.personId)
      .where('finished_at', 'is not', null)
      .returning('id')
      .execute();
    if (marked.length === 0) return false;
    await log(trx, viewer, 'case-study-marked', id, now);
    return true;
  });
}

/** Removes a study and all that hangs on it, the readings of colleagues included. */
export async function removeCaseStudy(db: Db, viewer: Viewer, id: string, now: Date): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const removed = await trx
      .deleteFrom('case_study')
      .where(sql<string>`id::text`, '=', id)
      .where('person_id', '=', viewer.personId)
      .returning('id')
      .execute();
    if (removed.length === 0) return false;
    await log(trx, viewer, 'case-study-removed', id, now);
    return true;
  });
}

/** What the person answered to the jury, by question. */
export async function findReplies(db: Db, viewer: Viewer, id: string): Promise<Map<number, string>> {
  const rows = await db
    .selectFrom('case_study_reply as r')
    .innerJoin('case_study as s', 's.id', 'r.case_study_id')
    .select(['question', 'reply'])
    .where('s.id', '=', id)
    .where('s.person_id', '=', viewer.personId)
    .execute();
  return new Map(rows.map(({ question, reply }) => [question, reply]));
}

export async function saveReply(
  db: Db,
  viewer: Viewer,
  id: string,
  { question, reply }: { question: number; reply: string },
  now: Date,
): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const study = await lock(trx, viewer, id);
    if (study?.finishedAt == null) return false;
    await trx
      .insertInto('case_study_reply')
      .values({ case_study_id: id, question, reply, written_at: now })
      .onConflict((conflict) =>
        conflict.columns(['case_study_id', 'question']).doUpdateSet({ reply, written_at: now }),
      )
      .execute();
    await log(trx, viewer, 'case-study-replied', id, now);
    return true;
  });
}

/** The finished studies of the viewer, the latest first: for their portfolio. */
export async function findFinishedCaseStudies(
  db: Db,
  { dossiers }: Pick<Content, 'dossiers'>,
  viewer: Viewer,
): Promise<FinishedCaseStudy[]> {
  const rows = await db
    .selectFrom('case_study as s')
    .select(['id', 'dossier_id', 'finished_at', 'marks', 'marked_at'])
    .select((row) =>
      row
        .selectFrom('case_study_reader as r')
        .whereRef('r.case_study_id', '=', 's.id')
        .where('r.read_at', 'is not', null)
        .select((reader) => reader.fn.countAll<number>().as('count'))
        .as('readings'),
    )
    .where('person_id', '=', viewer.personId)
    .where('finished_at', 'is not', null)
    .orderBy('finished_at', 'desc')
    .execute();
  return rows.map(({ id, dossier_id, finished_at, marks, marked_at, readings }) => {
    const dossier = dossiers.find((known) => known.id === dossier_id);
    return {
      id,
      dossierId: dossier_id,
      title: dossier?.title ?? null,
      day: dayOf(finished_at!),
      competences: [...new Set(dossier?.grid.flatMap(({ competences }) => competences))].sort(),
      selfAssessment:
        dossier && marked_at ? { ...countMarks(dossier, marks), criteria: dossier.grid.length } : null,
      readings: readings ?? 0,
    };
  });
}

async function log(trx: Trx, { auditActor }: Viewer, action: AuditAction, id: string, now: Date) {
  await audit(trx, { at: now, actor: auditActor, action, subject: `case study ${id}` });
}
