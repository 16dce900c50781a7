import { randomUUID } from 'node:crypto';
import { dayOf, daysAfter } from '../../calendar/index.ts';
import { newSecret } from '../../codes/index.ts';
import { type Db, inTransaction } from '../../database/index.ts';
import { audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import { may } from '../access-rights.ts';
import { isUuid } from '../identifier.ts';
import { hashSecret } from '../secret.ts';
import type { SeenFollowUp } from '../situations/follow-up.store.ts';
import { CODE_DAYS, type Given, type Occasion } from './questionnaire.ts';

/** Questionnaires handed out for a young person: which, when answered, and never what. The caller has opened the file. */
export async function findGiven(db: Db, file: Pick<SeenFollowUp, 'id'>): Promise<Given[]> {
  const rows = await db
    .selectFrom('young_questionnaire')
    .select(['id', 'instrument', 'occasion', 'expires_at', 'answered_at'])
    .where('follow_up_id', '=', file.id)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(({ id, instrument, occasion, expires_at, answered_at }) => ({
    id,
    instrument,
    occasion,
    until: dayOf(expires_at),
    answeredOn: answered_at && dayOf(answered_at),
  }));
}

/** The day the last support of the young person ended. */
export async function lastSupportEnd(db: Db, file: SeenFollowUp): Promise<string | null> {
  const { day } = await db
    .selectFrom('support')
    .select((where) => where.fn.max('ended_on').as('day'))
    .where('follow_up_id', '=', file.id)
    .where('started_on', 'is not', null)
    .executeTakeFirstOrThrow();
  return day;
}

/**
 * Gives a code, told this once. A code given before gives way to the new one, which begins afresh: whoever gives a code never
 * reads by it what was answered. A questionnaire sent is not given again.
 */
export async function giveQuestionnaire(
  db: Db,
  viewer: Viewer,
  file: SeenFollowUp,
  asked: { instrument: string; version: number; occasion: Occasion },
  now: Date,
): Promise<{ code: string; until: string } | null> {
  if (!may(file, 'give-questionnaires')) return null;
  const code = newSecret();
  const until = daysAfter(dayOf(now), CODE_DAYS);
  const given = {
    version: asked.version,
    draft: null,
    code_hash: hashSecret('questionnaire', code),
    created_by: viewer.personId,
    expires_at: new Date(now.getTime() + CODE_DAYS * 86_400_000),
    session_hash: null,
    session_until: null,
  };
  return inTransaction(db, async (trx) => {
    const followed = await trx
      .selectFrom('follow_up')
      .select('id')
      .where('id', '=', file.id)
      .where('opposed_on', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (!followed) return null;
    const kept = await trx
      .insertInto('young_questionnaire')
      .values({ id: randomUUID(), follow_up_id: file.id, created_at: now, ...asked, ...given })
      .onConflict((conflict) =>
        conflict
          .columns(['follow_up_id', 'instrument', 'occasion'])
          .doUpdateSet(given)
          .where('young_questionnaire.answers', 'is', null),
      )
      .returning('id')
      .executeTakeFirst();
    if (!kept) return null;
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'questionnaire-given',
      subject: `follow-up ${file.id}`,
    });
    return { code, until };
  });
}

/** Takes a questionnaire back, with what was begun of it; one that was sent stays. */
export async function cancelQuestionnaire(
  db: Db,
  viewer: Viewer,
  file: SeenFollowUp,
  id: string,
  now: Date,
): Promise<'cancelled' | null> {
  if (!may(file, 'give-questionnaires') || !isUuid(id)) return null;
  return inTransaction(db, async (trx) => {
    const gone = await trx
      .deleteFrom('young_questionnaire')
      .where('id', '=', id)
      .where('follow_up_id', '=', file.id)
      .where('answers', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!gone) return null;
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'questionnaire-cancelled',
      subject: `follow-up ${file.id}`,
    });
    return 'cancelled';
  });
}
