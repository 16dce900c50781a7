import { randomUUID } from 'node:crypto';
import type { Question } from '../../content/index.ts';
import { type Db, inTransaction } from '../../database/index.ts';
import { audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';

/** Keeps what a person says of a question they were asked. */
export async function reportQuestion(
  db: Db,
  viewer: Viewer,
  { id, version }: Question,
  message: string,
  now: Date,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('question_report')
      .values({
        id: randomUUID(),
        person_id: viewer.personId,
        question_id: id,
        question_version: version,
        message,
        created_at: now,
      })
      .execute();
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'question-reported',
      subject: `question ${id}@${version}`,
    });
  });
}
