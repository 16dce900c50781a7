import { randomUUID } from 'node:crypto';
import { dayOf } from '../../calendar/index.ts';
import { type Db, inTransaction, type Trx } from '../../database/index.ts';
import { type AuditAction, audit } from '../../privacy/index.ts';
import { hashSecret, newSession } from '../secret.ts';
import { type Draft, isReady, SESSION_MINUTES } from './questionnaire.ts';

// What a young person does with a questionnaire, without an account: the code, then the session of the device, is all
// that is known of them.

export type Sheet = {
  id: string;
  followUpId: string;
  instrument: string;
  version: number;
  /** Null: nothing was answered yet. */
  draft: Draft | null;
  /** The last day the code can be typed. */
  until: string;
  /** A questionnaire sent is only left to ask for help. */
  sent: boolean;
};

const COLUMNS = [
  'q.id',
  'q.follow_up_id as followUpId',
  'q.instrument',
  'q.version',
  'q.draft',
  'q.expires_at',
  'q.answered_at',
] as const;

/** Questionnaires that can still be answered: nobody is asked anything once they opposed the follow-up. */
function openSheets(db: Db, now: Date) {
  return db
    .selectFrom('young_questionnaire as q')
    .innerJoin('follow_up as f', 'f.id', 'q.follow_up_id')
    .select(COLUMNS)
    .where('f.opposed_on', 'is', null)
    .where('q.expires_at', '>', now);
}

/** Opens with a code, on this device and no other; null for a code that is unknown, over, taken back or already used. */
export async function openSheet(db: Db, code: string, now: Date): Promise<string | null> {
  const session = newSession();
  return inTransaction(db, async (trx) => {
    const found = await openSheets(trx, now)
      .where('q.code_hash', '=', hashSecret('questionnaire', code))
      .where('q.answers', 'is', null)
      .forUpdate('q')
      .executeTakeFirst();
    if (!found) return null;
    await trx
      .updateTable('young_questionnaire')
      .set({ session_hash: hashSecret('session', session), session_until: minutesAfter(now) })
      .where('id', '=', found.id)
      .execute();
    await tell(trx, 'questionnaire-opened', found.followUpId, now);
    return session;
  });
}

/** The questionnaire this device has opened. */
export async function findSheet(db: Db, session: string, now: Date): Promise<Sheet | null> {
  const found = await openSheets(db, now)
    .where('q.session_hash', '=', hashSecret('session', session))
    .where('q.session_until', '>', now)
    .executeTakeFirst();
  if (!found) return null;
  const { expires_at, answered_at, ...sheet } = found;
  return { ...sheet, until: dayOf(expires_at), sent: answered_at !== null };
}

/** Changes a questionnaire that is not sent yet, in the hands of this device. */
async function change(
  db: Db,
  session: string,
  action: AuditAction,
  { now, to }: { now: Date; to: (sheet: { draft: Draft | null; version: number }) => object | null },
): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const sheet = await openSheets(trx, now)
      .where('q.session_hash', '=', hashSecret('session', session))
      .where('q.session_until', '>', now)
      .where('q.answers', 'is', null)
      .forUpdate('q')
      .executeTakeFirst();
    const changed = sheet && to(sheet);
    if (!sheet || !changed) return false;
    await trx.updateTable('young_questionnaire').set(changed).where('id', '=', sheet.id).execute();
    await tell(trx, action, sheet.followUpId, now);
    return true;
  });
}

export type Answer = { question: number; questions: number; version: number; answer: number };

/** Keeps one answer; the others stay as they are, unless they answered an earlier version. */
export function keepAnswer(db: Db, session: string, said: Answer, now: Date): Promise<boolean> {
  const { question, questions, version, answer } = said;
  return change(db, session, 'questionnaire-drafted', {
    now,
    to: (sheet) => {
      const former = sheet.version === version ? sheet.draft : null;
      const draft: Draft = Array.from({ length: questions }, (_, index) => former?.[index] ?? null);
      draft[question - 1] = answer;
      return { draft, version, session_until: minutesAfter(now) };
    },
  });
}

/** This device forgets; the code opens again, here or elsewhere. */
export function pauseSheet(db: Db, session: string, now: Date): Promise<boolean> {
  return change(db, session, 'questionnaire-paused', {
    now,
    to: () => ({ session_hash: null, session_until: null }),
  });
}

/** Nothing is kept of what was answered; the code still opens, for whoever changes their mind. */
export function dropSheet(db: Db, session: string, now: Date): Promise<boolean> {
  return change(db, session, 'questionnaire-dropped', {
    now,
    to: () => ({ draft: null, session_hash: null, session_until: null }),
  });
}

/** Sends the answers, once. The code is over; the device may still ask for help for a little while. */
export function sendSheet(db: Db, session: string, now: Date): Promise<boolean> {
  return change(db, session, 'questionnaire-answered', {
    now,
    to: ({ draft }) =>
      draft && isReady(draft)
        ? { answers: draft, answered_at: now, draft: null, session_until: minutesAfter(now, AFTERWARDS) }
        : null,
  });
}

/**
 * « Je veux parler à un adulte »: the day, for the school, and nothing else. Asked twice in a day, it is written once. The log
 * says that the school was asked, not for whom.
 */
export async function askForAnAdult(db: Db, sheet: Sheet, now: Date): Promise<void> {
  await inTransaction(db, async (trx) => {
    const { school } = await trx
      .selectFrom('follow_up')
      .select('school')
      .where('id', '=', sheet.followUpId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const today = dayOf(now);
    const known = await trx
      .selectFrom('relay_request')
      .select('id')
      .where('follow_up_id', '=', sheet.followUpId)
      .where('requested_on', '=', today)
      .executeTakeFirst();
    if (known) return;
    await trx
      .insertInto('relay_request')
      .values({ id: randomUUID(), school, follow_up_id: sheet.followUpId, requested_on: today })
      .execute();
    await audit(trx, { at: now, actor: null, action: 'relay-requested', subject: `school ${school}` });
  });
}

const AFTERWARDS = 15;

function minutesAfter(now: Date, minutes = SESSION_MINUTES): Date {
  return new Date(now.getTime() + minutes * 60_000);
}

function tell(trx: Trx, action: AuditAction, followUpId: string, now: Date): Promise<void> {
  return audit(trx, { at: now, actor: null, action, subject: `follow-up ${followUpId}` });
}
