import { randomBytes, randomUUID } from 'node:crypto';
import { dayOf, schoolYearOf } from '../../calendar/index.ts';
import { type Db, inTransaction } from '../../database/index.ts';
import { audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import { type Access, schoolsRun, visibleFollowUps } from '../scope.store.ts';
import { codeFrom } from './code.ts';
import type { FollowUp, NewFollowUp } from './follow-up.ts';

export type SeenFollowUp = FollowUp & { access: Access };
/** As it is opened: what is printed of it says of which school it is. */
export type OpenedFollowUp = SeenFollowUp & { schoolName: string };

const COLUMNS = [
  'follow_up.id',
  'follow_up.school',
  'follow_up.code',
  'follow_up.level',
  'follow_up.age_band as ageBand',
  'follow_up.school_year as schoolYear',
  'follow_up.opened_on as openedOn',
  'follow_up.informed_on as informedOn',
  'follow_up.closed_on as closedOn',
  'follow_up.fictitious',
] as const;

/** The follow-ups the viewer may see, the latest first; closed ones only when asked for. */
export async function findFollowUps(
  db: Db,
  viewer: Viewer,
  { closed }: { closed: boolean },
  now: Date,
): Promise<SeenFollowUp[]> {
  const rows = await visibleFollowUps(db, viewer, dayOf(now))
    .select(COLUMNS)
    .where('follow_up.closed_on', closed ? 'is not' : 'is', null)
    .orderBy('follow_up.opened_on', 'desc')
    .orderBy('follow_up.code')
    .execute();
  return rows as SeenFollowUp[];
}

/** One young person, by code, in the scope of the viewer; reading it is written in the log. */
export async function openFile(
  db: Db,
  viewer: Viewer,
  code: string,
  now: Date,
): Promise<OpenedFollowUp | undefined> {
  return inTransaction(db, async (trx) => {
    const found = await visibleFollowUps(trx, viewer, dayOf(now))
      .innerJoin('school', 'school.uai', 'follow_up.school')
      .select(COLUMNS)
      .select('school.name as schoolName')
      .where('follow_up.code', '=', code)
      .executeTakeFirst();
    if (!found) return undefined;
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'follow-up-read',
      subject: `follow-up ${found.id}`,
    });
    const file = found as OpenedFollowUp;
    await trx
      .insertInto('follow_up_reading')
      .values({
        id: randomUUID(),
        follow_up_id: file.id,
        person_id: viewer.personId,
        access: file.access,
        on_day: dayOf(now),
        last_at: now,
      })
      .onConflict((conflict) =>
        conflict.columns(['follow_up_id', 'person_id', 'access', 'on_day']).doUpdateSet({ last_at: now }),
      )
      .execute();
    return file;
  });
}

export type Opening = { code: string } | { refused: 'not-allowed-yet' | 'not-the-referent' | 'taken' };

/**
 * Opens a follow-up in a school whose GPDS the viewer runs, once the school has recorded by what right. `offered` is a code
 * proposed to a browser, which may have been taken since.
 */
export async function openFollowUp(
  db: Db,
  viewer: Viewer,
  school: string,
  opened: NewFollowUp,
  { now, fictitious, offered }: { now: Date; fictitious: boolean; offered?: string },
): Promise<Opening> {
  if (!schoolsRun(viewer).includes(school)) return { refused: 'not-the-referent' };
  const id = randomUUID();
  return inTransaction(db, async (trx): Promise<Opening> => {
    const gate = await trx
      .selectFrom('follow_up_gate')
      .select('school')
      .where('school', '=', school)
      .executeTakeFirst();
    if (!gate) return { refused: 'not-allowed-yet' };
    const code = offered ?? (await freeCode(trx));
    if (offered !== undefined && (await isTaken(trx, offered))) return { refused: 'taken' };
    const today = dayOf(now);
    await trx
      .insertInto('follow_up')
      .values({
        id,
        school,
        code,
        level: opened.level,
        age_band: opened.ageBand,
        school_year: schoolYearOf(today),
        opened_on: today,
        opened_by: viewer.personId,
        lead: viewer.personId,
        informed_on: opened.informedOn,
        fictitious,
      })
      .execute();
    await trx
      .insertInto('milestone')
      .values({
        follow_up_id: id,
        kind: 'spotted',
        on_day: today,
        recorded_by: viewer.personId,
        recorded_at: now,
      })
      .execute();
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'follow-up-opened',
      subject: `follow-up ${id}`,
    });
    return { code };
  });
}

/** A million codes among 33 million leave the first one drawn free, nearly always. */
export async function freeCode(db: Db): Promise<string> {
  for (;;) {
    const code = codeFrom(randomBytes(5));
    if (!(await isTaken(db, code))) return code;
  }
}

async function isTaken(db: Db, code: string): Promise<boolean> {
  const taken = await db.selectFrom('follow_up').select('id').where('code', '=', code).executeTakeFirst();
  return taken !== undefined;
}

/** Free codes that a browser may give to pupils before anything is sent. */
export async function offerCodes(
  db: Db,
  howMany: number,
  fits: (code: string) => boolean,
): Promise<string[]> {
  const offered = new Set<string>();
  while (offered.size < howMany) {
    const code = await freeCode(db);
    if (fits(code)) offered.add(code);
  }
  return [...offered];
}
