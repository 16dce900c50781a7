import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { dayOf, schoolYearOf } from '../calendar/index.ts';
import type { SchoolPolicy } from '../content/index.ts';
import { type Db, inTransaction } from '../database/index.ts';
import { audit } from '../privacy/index.ts';
import type { Viewer } from '../web/index.ts';
import { type Diagnosis, FEWEST_SHEETS, leads, schoolsOf } from './diagnosis.ts';

export type Progress = { sheets: number; sent: boolean; draft: number };

/** The diagnoses of the schools the viewer works in, the latest first. Nobody else has any. */
export async function findDiagnoses(db: Db, viewer: Viewer): Promise<Diagnosis[]> {
  return inScope(db, viewer).orderBy('d.school').orderBy('d.school_year', 'desc').execute();
}

export async function findDiagnosis(db: Db, viewer: Viewer, id: string): Promise<Diagnosis | undefined> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return undefined;
  return inScope(db, viewer).where('d.id', '=', id).executeTakeFirst();
}

function inScope(db: Db, viewer: Viewer) {
  return db
    .selectFrom('self_diagnosis as d')
    .innerJoin('school as s', 's.uai', 'd.school')
    .select([
      'd.id',
      'd.school',
      's.name as schoolName',
      'd.school_year as year',
      'd.opened_at as openedAt',
      'd.closed_at as closedAt',
    ])
    .where('d.school', 'in', ['', ...schoolsOf(viewer)]);
}

export async function findSchools(db: Db, viewer: Viewer): Promise<{ uai: string; name: string }[]> {
  return db
    .selectFrom('school')
    .select(['uai', 'name'])
    .where('uai', 'in', ['', ...schoolsOf(viewer)])
    .orderBy('name')
    .execute();
}

/** How far a diagnosis is, and the viewer in it. */
export async function findProgress(db: Db, { personId }: Viewer, id: string): Promise<Progress> {
  const { rows } = await sql<Progress>`
    select (select count(*) from self_diagnosis_sheet where diagnosis_id = ${id}) as sheets,
      exists (select from self_diagnosis_participant where diagnosis_id = ${id} and person_id = ${personId}) as sent,
      coalesce((select count(*) from self_diagnosis_draft, jsonb_object_keys(answers)
        where diagnosis_id = ${id} and person_id = ${personId}), 0) as draft`.execute(db);
  return rows[0]!;
}

/** Opens this year's diagnosis of a school; what of former years is still open is closed, or leaves when nothing can be said of it. */
export async function openDiagnosis(
  db: Db,
  viewer: Viewer,
  school: string,
  policy: Pick<SchoolPolicy, 'version'>,
  now: Date,
): Promise<string | 'already' | 'not-theirs'> {
  if (!leads(viewer, school)) return 'not-theirs';
  return inTransaction(db, async (trx) => {
    const year = schoolYearOf(dayOf(now));
    const former = await trx
      .selectFrom('self_diagnosis')
      .select('id')
      .where('school', '=', school)
      .where('school_year', '<', year)
      .where('closed_at', 'is', null)
      .execute();
    for (const { id } of former) {
      if (!(await closeNow(trx, id, now)))
        await trx.deleteFrom('self_diagnosis').where('id', '=', id).execute();
    }
    const id = randomUUID();
    const opened = await trx
      .insertInto('self_diagnosis')
      .values({ id, school, school_year: year, policy_version: policy.version, opened_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!opened) return 'already';
    await audit(trx, { at: now, actor: viewer.auditActor, action: 'self-diagnosis-opened', subject: id });
    return id;
  });
}

/** Ends the answers: only then is anything told, and of all the sheets at once. */
export async function closeDiagnosis(
  db: Db,
  viewer: Viewer,
  { id, school }: Diagnosis,
  now: Date,
): Promise<'closed' | 'too-few' | 'not-theirs'> {
  if (!leads(viewer, school)) return 'not-theirs';
  return inTransaction(db, async (trx) => {
    if (!(await closeNow(trx, id, now))) return 'too-few';
    await audit(trx, { at: now, actor: viewer.auditActor, action: 'self-diagnosis-closed', subject: id });
    return 'closed';
  });
}

/** The sheets are written again in an order of chance: the one they came in leaves with the drafts. */
async function closeNow(trx: Db, id: string, now: Date): Promise<boolean> {
  await trx.selectFrom('self_diagnosis').select('id').where('id', '=', id).forUpdate().execute();
  const { rows } = await sql<{ closed: boolean }>`
    with closing as (
      update self_diagnosis set closed_at = ${now}
      where id = ${id} and closed_at is null
        and (select count(*) from self_diagnosis_sheet where diagnosis_id = ${id}) >= ${FEWEST_SHEETS}
      returning id
    ), drafts as (
      delete from self_diagnosis_draft where diagnosis_id in (select id from closing)
    ), taken as (
      delete from self_diagnosis_sheet where diagnosis_id in (select id from closing) returning *
    ), shuffled as (
      insert into self_diagnosis_sheet (id, diagnosis_id, work, answers)
      select gen_random_uuid(), diagnosis_id, work, answers from taken order by random()
    )
    select exists (select from closing) as closed`.execute(trx);
  return rows[0]!.closed;
}

/** Takes back one that nobody has answered. */
export async function cancelDiagnosis(
  db: Db,
  viewer: Viewer,
  { id, school }: Diagnosis,
  now: Date,
): Promise<boolean> {
  if (!leads(viewer, school)) return false;
  return inTransaction(db, async (trx) => {
    await trx.selectFrom('self_diagnosis').select('id').where('id', '=', id).forUpdate().execute();
    const gone = await trx
      .deleteFrom('self_diagnosis as d')
      .where('d.id', '=', id)
      .where((where) =>
        where.not(
          where.exists(
            where
              .selectFrom('self_diagnosis_sheet as s')
              .select('s.id')
              .whereRef('s.diagnosis_id', '=', 'd.id'),
          ),
        ),
      )
      .returning('d.id')
      .executeTakeFirst();
    if (!gone) return false;
    await audit(trx, { at: now, actor: viewer.auditActor, action: 'self-diagnosis-cancelled', subject: id });
    return true;
  });
}
