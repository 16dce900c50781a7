import { dayOf, schoolYearOf } from '../../calendar/index.ts';
import type { Instrument } from '../../content/index.ts';
import { type Db, inTransaction } from '../../database/index.ts';
import { audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import { occasionNow, type StaffAnswers } from './staff.ts';

/** When the viewer answered, and nothing of what they answered. */
export async function findStaffAnswers(
  db: Db,
  viewer: Viewer,
  instrument: Pick<Instrument, 'id'>,
): Promise<StaffAnswers | null> {
  const row = await db
    .selectFrom('staff_questionnaire')
    .select(['before_at as before', 'after_at as after'])
    .where('person_id', '=', viewer.personId)
    .where('instrument', '=', instrument.id)
    .executeTakeFirst();
  return row ?? null;
}

/** Keeps the answers of the occasion that is open now; somebody without school or académie is counted nowhere. */
export async function answerAsStaff(
  db: Db,
  viewer: Viewer,
  { id, version }: Pick<Instrument, 'id' | 'version'>,
  answers: number[],
  now: Date,
): Promise<'kept' | 'not-now' | 'nowhere'> {
  return inTransaction(db, async (trx) => {
    const occasion = occasionNow(await findStaffAnswers(trx, viewer, { id }), now);
    if (occasion !== 'before' && occasion !== 'after') return 'not-now';
    if (occasion === 'before') {
      const place = await placeOf(trx, viewer);
      if (!place) return 'nowhere';
      const kept = await trx
        .insertInto('staff_questionnaire')
        .values({
          person_id: viewer.personId,
          instrument: id,
          version,
          ...place,
          school_year: schoolYearOf(dayOf(now)),
          before_answers: answers,
          before_at: now,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning('instrument')
        .executeTakeFirst();
      if (!kept) return 'not-now';
    } else {
      const kept = await trx
        .updateTable('staff_questionnaire')
        .set({ after_answers: answers, after_at: now })
        .where('person_id', '=', viewer.personId)
        .where('instrument', '=', id)
        .where('after_at', 'is', null)
        .returning('instrument')
        .executeTakeFirst();
      if (!kept) return 'not-now';
    }
    await audit(trx, { at: now, actor: viewer.auditActor, action: 'efficacy-answered', subject: occasion });
    return 'kept';
  });
}

/** A school only counts the people known there: strangers would tell its small groups apart. Their académie counts them anyway. */
async function placeOf(
  db: Db,
  { memberships }: Viewer,
): Promise<{ school: string | null; academie: string } | null> {
  const own = memberships.find(({ school }) => school !== null);
  const academie = memberships.find(({ academie }) => academie !== null)?.academie ?? null;
  if (!own?.school) return academie === null ? null : { school: null, academie };
  const row = await db
    .selectFrom('school')
    .select('academie')
    .where('uai', '=', own.school)
    .executeTakeFirstOrThrow();
  return { school: own.declared ? null : own.school, academie: row.academie };
}
