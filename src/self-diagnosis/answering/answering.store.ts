import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { SchoolPolicy } from '../../content/index.ts';
import { type Db, inTransaction } from '../../database/index.ts';
import { audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import type { Diagnosis } from '../diagnosis.ts';
import { type Answers, missing, type Work } from './answers.ts';

export async function findDraft(
  db: Db,
  { personId }: Viewer,
  { id }: Pick<Diagnosis, 'id'>,
): Promise<Answers> {
  const row = await db
    .selectFrom('self_diagnosis_draft')
    .select('answers')
    .where('diagnosis_id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return (row?.answers as Answers | undefined) ?? {};
}

/** Adds the answers of a page to those kept; nothing once sent, nothing once closed. */
export async function keepDraft(
  db: Db,
  viewer: Viewer,
  { id }: Pick<Diagnosis, 'id'>,
  answers: Answers,
  now: Date,
): Promise<'kept' | 'over'> {
  return inTransaction(db, async (trx) => {
    if (!(await isOpenFor(trx, viewer, id))) return 'over';
    await trx
      .insertInto('self_diagnosis_draft')
      .values({
        diagnosis_id: id,
        person_id: viewer.personId,
        answers: JSON.stringify(answers),
        changed_at: now,
      })
      .onConflict((conflict) =>
        conflict.columns(['diagnosis_id', 'person_id']).doUpdateSet({
          answers: sql`self_diagnosis_draft.answers || excluded.answers`,
          changed_at: now,
        }),
      )
      .execute();
    await audit(trx, { at: now, actor: viewer.auditActor, action: 'self-diagnosis-drafted', subject: id });
    return 'kept';
  });
}

/**
 * Makes of the draft a sheet that belongs to nobody. `unknownFor`: what was left without answer is « je ne sais pas », as
 * the viewer asked.
 */
export async function sendSheet(
  db: Db,
  viewer: Viewer,
  { id }: Pick<Diagnosis, 'id'>,
  policy: SchoolPolicy,
  { work, unknownForTheRest }: { work: Work | null; unknownForTheRest: boolean },
  now: Date,
): Promise<'sent' | 'incomplete' | 'over'> {
  return inTransaction(db, async (trx) => {
    if (!(await isOpenFor(trx, viewer, id))) return 'over';
    const draft = await findDraft(trx, viewer, { id });
    const left = missing(policy, draft);
    if (left.length > 0 && !unknownForTheRest) return 'incomplete';
    const answers = Object.fromEntries(policy.statements.map(({ id }) => [id, draft[id] ?? 'unknown']));
    await trx
      .insertInto('self_diagnosis_participant')
      .values({ diagnosis_id: id, person_id: viewer.personId })
      .execute();
    await trx
      .deleteFrom('self_diagnosis_draft')
      .where('diagnosis_id', '=', id)
      .where('person_id', '=', viewer.personId)
      .execute();
    await trx
      .insertInto('self_diagnosis_sheet')
      .values({ id: randomUUID(), diagnosis_id: id, work, answers: JSON.stringify(answers) })
      .execute();
    await audit(trx, { at: now, actor: viewer.auditActor, action: 'self-diagnosis-sent', subject: id });
    return 'sent';
  });
}

/** Holds the diagnosis open until the end of the transaction, and the person to one sheet at a time. */
async function isOpenFor(trx: Db, { personId }: Viewer, id: string): Promise<boolean> {
  const open = await trx
    .selectFrom('self_diagnosis')
    .select('id')
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .forShare()
    .executeTakeFirst();
  if (!open) return false;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${id}${personId}`}, 0))`.execute(trx);
  const sent = await trx
    .selectFrom('self_diagnosis_participant')
    .select('person_id')
    .where('diagnosis_id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return sent === undefined;
}
