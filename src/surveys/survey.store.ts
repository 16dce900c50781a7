import { randomUUID } from 'node:crypto';
import type { Content, Instrument } from '../content/index.ts';
import { type Db, inTransaction, type Trx } from '../database/index.ts';
import { audit } from '../privacy/index.ts';
import type { Viewer } from '../web/index.ts';
import { type Answers, isAMonthOfUse, MONTH_OCCASION, monthOf, type Occasion } from './survey.ts';

/** What the person may be asked now: about each module finished, and once after a month. Nothing after « never ». */
export async function findOccasions(
  db: Db,
  viewer: Viewer,
  { instruments, modules }: Pick<Content, 'instruments' | 'modules'>,
  now: Date,
): Promise<Occasion[]> {
  if (await hasRefused(db, viewer)) return [];
  const finished = await db
    .selectFrom('module_progress')
    .select(['module_id as module', 'finished_at as at'])
    .where('person_id', '=', viewer.personId)
    .where('finished_at', 'is not', null)
    .orderBy('finished_at', 'desc')
    .execute();
  const said = await db
    .selectFrom('survey_occasion')
    .select(['instrument', 'occasion'])
    .where('person_id', '=', viewer.personId)
    .execute();
  const asked = new Set(said.map(({ instrument, occasion }) => `${instrument} ${occasion}`));
  return instruments
    .flatMap((instrument): Occasion[] => {
      if (instrument.moment === 'month') {
        const due = isAMonthOfUse(finished.at(-1)?.at ?? null, now);
        return due ? [{ instrument, about: MONTH_OCCASION, title: null }] : [];
      }
      if (instrument.moment !== 'module') return [];
      return finished.flatMap(({ module: id }) => {
        const module = modules.find((known) => known.id === id);
        return module ? [{ instrument, about: module.id, title: module.title }] : [];
      });
    })
    .filter(({ instrument, about }) => !asked.has(`${instrument.id} ${about}`));
}

export async function hasRefused(db: Db, viewer: Viewer): Promise<boolean> {
  const row = await db
    .selectFrom('survey_refusal')
    .select('refused_at')
    .where('person_id', '=', viewer.personId)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Keeps the answers apart from the person: of them, only that they answered this occasion. False when they already had,
 * which keeps nothing more.
 */
export async function answerSurvey(
  db: Db,
  viewer: Viewer,
  { instrument, about }: { instrument: Instrument; about: string },
  answers: Answers,
  now: Date,
): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    if (!(await noteOccasion(trx, viewer, instrument, about, 'answered'))) return false;
    await trx
      .insertInto('survey_answer')
      .values({
        id: randomUUID(),
        instrument: instrument.id,
        version: instrument.version,
        occasion: about,
        month: monthOf(now),
        answers: JSON.stringify(answers),
      })
      .execute();
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'survey-answered',
      subject: instrument.id,
    });
    return true;
  });
}

/** Not this time: this occasion is not asked again. */
export async function passSurvey(
  db: Db,
  viewer: Viewer,
  { instrument, about }: { instrument: Instrument; about: string },
  now: Date,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    if (!(await noteOccasion(trx, viewer, instrument, about, 'passed'))) return;
    await audit(trx, { at: now, actor: viewer.auditActor, action: 'survey-passed', subject: instrument.id });
  });
}

async function noteOccasion(
  trx: Trx,
  viewer: Viewer,
  { id }: Instrument,
  occasion: string,
  outcome: 'answered' | 'passed',
): Promise<boolean> {
  const noted = await trx
    .insertInto('survey_occasion')
    .values({ person_id: viewer.personId, instrument: id, occasion, outcome })
    .onConflict((conflict) => conflict.doNothing())
    .returning('instrument')
    .execute();
  return noted.length > 0;
}

/** Never asks again, or asks anew. */
export async function chooseToBeAsked(db: Db, viewer: Viewer, asked: boolean, now: Date): Promise<void> {
  await inTransaction(db, async (trx) => {
    const changed = asked
      ? await trx
          .deleteFrom('survey_refusal')
          .where('person_id', '=', viewer.personId)
          .returning('person_id')
          .execute()
      : await trx
          .insertInto('survey_refusal')
          .values({ person_id: viewer.personId, refused_at: now })
          .onConflict((conflict) => conflict.doNothing())
          .returning('person_id')
          .execute();
    if (changed.length === 0) return;
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: asked ? 'surveys-accepted' : 'surveys-refused',
      subject: 'account',
    });
  });
}
