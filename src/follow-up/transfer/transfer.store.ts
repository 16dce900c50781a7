import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { dayOf } from '../../calendar/index.ts';
import { type Db, inTransaction, type Trx } from '../../database/index.ts';
import { type AuditAction, audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import { may } from '../access-rights.ts';
import { purgeDay } from '../milestones/purge.ts';
import { schoolsRun } from '../scope.store.ts';
import { freeCode, type SeenFollowUp } from '../situations/follow-up.store.ts';
import type { AgeBand, Level } from '../vocabulary.ts';
import { copyFile } from './copy.store.ts';
import { transferCodeFrom } from './transfer-code.ts';

export const VALID_DAYS = 14;

const hashOf = (code: string) => createHash('sha256').update(code).digest();

export type Offer = { expiresAt: Date; withTexts: boolean };

/** The code that waits for another school, if one does. The caller has opened the file. */
export async function findOffer(db: Db, file: SeenFollowUp, now: Date): Promise<Offer | undefined> {
  return db
    .selectFrom('transfer')
    .select(['expires_at as expiresAt', 'with_texts as withTexts'])
    .where('follow_up_id', '=', file.id)
    .where('accepted_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
}

/** Makes a code, told once and kept as its print only; the one that waited is worth nothing any more. */
export async function offerTransfer(
  db: Db,
  viewer: Viewer,
  file: SeenFollowUp,
  { withTexts }: { withTexts: boolean },
  now: Date,
): Promise<{ code: string; expiresAt: Date } | null> {
  if (!may(file, 'transfer') || file.closedOn !== null) return null;
  const code = transferCodeFrom(randomBytes(10));
  const expiresAt = new Date(now.getTime() + VALID_DAYS * 86_400_000);
  await inTransaction(db, async (trx) => {
    await endOffers(trx, file, now);
    await trx
      .insertInto('transfer')
      .values({
        id: randomUUID(),
        follow_up_id: file.id,
        code_hash: hashOf(code),
        created_by: viewer.personId,
        created_at: now,
        expires_at: expiresAt,
        with_texts: withTexts,
      })
      .execute();
    await tell(trx, viewer, 'transfer-offered', file.id, now);
  });
  return { code, expiresAt };
}

/** Takes the code back. */
export async function cancelTransfer(
  db: Db,
  viewer: Viewer,
  file: SeenFollowUp,
  now: Date,
): Promise<'cancelled' | null> {
  if (!may(file, 'transfer')) return null;
  return inTransaction(db, async (trx) => {
    if ((await endOffers(trx, file, now)) === 0n) return null;
    await tell(trx, viewer, 'transfer-cancelled', file.id, now);
    return 'cancelled';
  });
}

async function endOffers(trx: Trx, file: SeenFollowUp, now: Date): Promise<bigint> {
  const { numUpdatedRows } = await trx
    .updateTable('transfer')
    .set({ cancelled_at: now })
    .where('follow_up_id', '=', file.id)
    .where('accepted_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows;
}

/** The schools the viewer may take a follow-up in: whose GPDS they run, once the school has recorded by what right. */
export async function findTakers(db: Db, viewer: Viewer): Promise<string[]> {
  const run = schoolsRun(viewer);
  if (run.length === 0) return [];
  const rows = await db
    .selectFrom('follow_up_gate')
    .select('school')
    .where('school', 'in', run)
    .orderBy('school')
    .execute();
  return rows.map(({ school }) => school);
}

/** A code that may still be used by somebody of another school, and what it opens. */
function waiting(db: Db, code: string, takers: readonly string[], now: Date) {
  return db
    .selectFrom('transfer as t')
    .innerJoin('follow_up as f', 'f.id', 't.follow_up_id')
    .innerJoin('school as s', 's.uai', 'f.school')
    .select([
      't.id as transferId',
      't.with_texts as withTexts',
      'f.id',
      'f.level',
      'f.age_band as ageBand',
      'f.school_year as schoolYear',
      'f.opened_on as openedOn',
      'f.informed_on as informedOn',
      'f.fictitious',
      's.name as school',
    ])
    .where('t.code_hash', '=', hashOf(code))
    .where('t.accepted_at', 'is', null)
    .where('t.cancelled_at', 'is', null)
    .where('t.expires_at', '>', now)
    .where('f.closed_on', 'is', null)
    .where('f.school', 'not in', takers.length === 0 ? [''] : takers);
}

export type Coming = {
  school: string;
  level: Level;
  ageBand: AgeBand;
  openedOn: string;
  withTexts: boolean;
  milestones: { kind: string; on: string }[];
  signals: string[];
  supports: { kind: string; startedOn: string | null }[];
  decisions: number;
  interviews: number;
};

/** What a code would bring, without bringing it; looking is in the log. */
export async function seeComing(
  db: Db,
  viewer: Viewer,
  code: string,
  now: Date,
): Promise<Coming | undefined> {
  const takers = await findTakers(db, viewer);
  if (takers.length === 0) return undefined;
  return inTransaction(db, async (trx): Promise<Coming | undefined> => {
    const found = await waiting(trx, code, takers, now).executeTakeFirst();
    if (!found) return undefined;
    const { id, school, level, ageBand, openedOn, withTexts } = found;
    const milestones = await trx
      .selectFrom('milestone')
      .select(['kind', 'on_day as on'])
      .where('follow_up_id', '=', id)
      .orderBy('on_day')
      .execute();
    const signals = await trx
      .selectFrom('watched_signal')
      .select('signal')
      .where('follow_up_id', '=', id)
      .where('place', 'is not', null)
      .orderBy('place')
      .execute();
    const supports = await trx
      .selectFrom('support')
      .select(['kind', 'started_on as startedOn'])
      .where('follow_up_id', '=', id)
      .orderBy('planned_from')
      .execute();
    const count = async (table: 'gpds_decision' | 'interview') =>
      (
        await trx
          .selectFrom(table)
          .select(({ fn }) => fn.countAll<number>().as('n'))
          .where('follow_up_id', '=', id)
          .executeTakeFirstOrThrow()
      ).n;
    const [decisions, interviews] = [Number(await count('gpds_decision')), Number(await count('interview'))];
    await tell(trx, viewer, 'transfer-previewed', id, now);
    return {
      school,
      level: level as Level,
      ageBand,
      openedOn,
      withTexts,
      milestones,
      signals: signals.map(({ signal }) => signal),
      supports,
      decisions,
      interviews,
    };
  });
}

/**
 * Takes the follow-up: a file of its own in the school that receives it, under a new code; the first one ends that day
 * and keeps its figures, the circle and the supports that ran there end too. Once, whoever comes first.
 */
export async function acceptTransfer(
  db: Db,
  viewer: Viewer,
  { code, school }: { code: string; school: string },
  now: Date,
): Promise<{ code: string } | null> {
  const takers = await findTakers(db, viewer);
  if (!takers.includes(school)) return null;
  const today = dayOf(now);
  return inTransaction(db, async (trx) => {
    const found = await waiting(trx, code, takers, now).forUpdate(['t', 'f']).executeTakeFirst();
    if (!found) return null;
    await trx
      .updateTable('transfer')
      .set({ accepted_at: now, to_school: school })
      .where('id', '=', found.transferId)
      .execute();
    await endThere(trx, found.id, today, now);
    const [id, newCode] = [randomUUID(), await freeCode(trx)];
    await trx
      .insertInto('follow_up')
      .values({
        id,
        school,
        code: newCode,
        level: found.level,
        age_band: found.ageBand,
        school_year: found.schoolYear,
        opened_on: found.openedOn,
        opened_by: viewer.personId,
        lead: viewer.personId,
        informed_on: found.informedOn,
        fictitious: found.fictitious,
        discussed_before: await meetingsSoFar(trx, found.id),
      })
      .execute();
    await copyFile(trx, { from: found.id, to: id, withTexts: found.withTexts }, now);
    await tell(trx, viewer, 'transfer-accepted', found.id, now);
    await tell(trx, viewer, 'follow-up-opened', id, now);
    return { code: newCode };
  });
}

/** How many meetings talked about a file, in this school and those before; two stand for more. */
async function meetingsSoFar(trx: Trx, id: string): Promise<number> {
  const { rows } = await sql<{ times: number }>`
    select least(2, f.discussed_before + (
      select count(*) from gpds_item where follow_up_id = f.id and discussed_at is not null))::integer as times
    from follow_up as f where f.id = ${id}`.execute(trx);
  return rows[0]!.times;
}

/** What runs in the first school ends that day. No exit is noted: the young person has not left the school system. */
async function endThere(trx: Trx, id: string, today: string, now: Date): Promise<void> {
  await trx
    .updateTable('support')
    .set((where) => ({
      ended_on: today,
      stop_reason: where.case().when('started_on', 'is', null).then('never-begun').else('left-school').end(),
    }))
    .where('follow_up_id', '=', id)
    .where('ended_on', 'is', null)
    .execute();
  await trx
    .updateTable('circle_member')
    .set({ ended_at: now })
    .where('follow_up_id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
  await trx
    .updateTable('follow_up')
    .set({
      closed_on: today,
      close_reason: 'transferred',
      continued: true,
      purge_on: purgeDay({ closedOn: today, exitOn: null, opposed: false, continued: true }),
    })
    .where('id', '=', id)
    .execute();
}

function tell(trx: Trx, viewer: Viewer, action: AuditAction, id: string, now: Date): Promise<void> {
  return audit(trx, { at: now, actor: viewer.auditActor, action, subject: `follow-up ${id}` });
}
