import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { dayOf } from '../../calendar/index.ts';
import { type Db, inTransaction, type Trx } from '../../database/index.ts';
import type { Job } from '../../jobs/index.ts';
import { audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import type { AccompaniedPlan, Companion } from './companion.ts';

/** To whom the person shows which plan. */
export async function findCompanions(db: Db, viewer: Viewer): Promise<Map<string, Companion>> {
  const rows = await db
    .selectFrom('plan_companion as c')
    .innerJoin('plan', 'plan.id', 'c.plan_id')
    .select(['plan_id', 'c.email', 'outcome_shown', 'opened_at', 'declined_at', 'word'])
    .where('plan.person_id', '=', viewer.personId)
    .execute();
  return new Map(
    rows.map(({ plan_id, email, outcome_shown, opened_at, declined_at, word }) => [
      plan_id,
      {
        planId: plan_id,
        email,
        outcomeShown: outcome_shown,
        opened: opened_at !== null,
        declined: declined_at !== null,
        word,
      },
    ]),
  );
}

/** More would be writing to strangers in our name. */
export const MOST_A_DAY = 5;

export type ShowRefusal = 'absent' | 'own-address' | 'already' | 'too-many';

/** Shows a plan to one colleague, who is told by mail that there is something to see. */
export async function showPlan(
  db: Db,
  viewer: Viewer,
  planId: string,
  { email, outcomeShown }: { email: string; outcomeShown: boolean },
  now: Date,
): Promise<'shown' | ShowRefusal> {
  if (email === viewer.email) return 'own-address';
  return inTransaction(db, async (trx) => {
    if (!(await isOwn(trx, viewer, planId))) return 'absent';
    if ((await countShownToday(trx, viewer, now)) >= MOST_A_DAY) return 'too-many';
    const shown = await trx
      .insertInto('plan_companion')
      .values({ plan_id: planId, email, outcome_shown: outcomeShown, asked_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('plan_id')
      .execute();
    if (shown.length === 0) return 'already';
    await addNotice(trx, viewer.personId, 'companion-asked', planId, now);
    await audit(trx, { at: now, actor: viewer.auditActor, action: 'plan-shown', subject: `plan ${planId}` });
    return 'shown';
  });
}

/** Locks the person's plan, so that two requests at once show it once. */
async function isOwn(trx: Trx, viewer: Viewer, planId: string): Promise<boolean> {
  const rows = await trx
    .selectFrom('plan')
    .select('id')
    .where(sql<string>`id::text`, '=', planId)
    .where('person_id', '=', viewer.personId)
    .forUpdate()
    .execute();
  return rows.length > 0;
}

/** Counted in the log: what is withdrawn counts too. */
async function countShownToday(trx: Trx, viewer: Viewer, now: Date): Promise<number> {
  const { shown } = await trx
    .selectFrom('audit_event')
    .select((line) => line.fn.countAll<number>().as('shown'))
    .where('actor', '=', viewer.auditActor)
    .where('action', '=', 'plan-shown')
    .where('at', '>', new Date(now.getTime() - 86_400_000))
    .executeTakeFirstOrThrow();
  return shown;
}

async function addNotice(
  trx: Trx,
  personId: string,
  kind: 'companion-asked' | 'companion-wrote',
  planId: string,
  now: Date,
): Promise<void> {
  await trx
    .insertInto('notice')
    .values({
      id: randomUUID(),
      person_id: personId,
      kind,
      plan_id: planId,
      day: dayOf(now),
      made_at: now,
      next_try_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Shows the plan no more, at any time; the word received goes with it. */
export async function hidePlan(db: Db, viewer: Viewer, planId: string, now: Date): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    if (!(await isOwn(trx, viewer, planId))) return false;
    const hidden = await trx
      .deleteFrom('plan_companion')
      .where('plan_id', '=', planId)
      .returning('plan_id')
      .execute();
    if (hidden.length === 0) return false;
    await trx
      .deleteFrom('notice')
      .where('plan_id', '=', planId)
      .where('kind', 'in', ['companion-asked', 'companion-wrote'])
      .execute();
    await audit(trx, { at: now, actor: viewer.auditActor, action: 'plan-hidden', subject: `plan ${planId}` });
    return true;
  });
}

/** Plans shown to the viewer's address and not declined. */
export async function findAccompanied(db: Db, viewer: Viewer): Promise<AccompaniedPlan[]> {
  if (viewer.email === null) return [];
  return db
    .selectFrom('plan_companion as c')
    .innerJoin('plan', 'plan.id', 'c.plan_id')
    .innerJoin('person', 'person.id', 'plan.person_id')
    .select(['plan.id as planId', 'display_name as owner', 'situation', 'act', 'due', 'word'])
    .select(sql<AccompaniedPlan['outcome']>`case when c.outcome_shown then plan.outcome end`.as('outcome'))
    .where('c.email', '=', viewer.email)
    .where('declined_at', 'is', null)
    .orderBy('due')
    .orderBy('asked_at')
    .execute();
}

/** Notes that what was shown has been seen, once. */
export async function noteOpened(db: Db, viewer: Viewer, now: Date): Promise<void> {
  if (viewer.email === null) return;
  const { email, auditActor } = viewer;
  await inTransaction(db, async (trx) => {
    const opened = await trx
      .updateTable('plan_companion')
      .set({ opened_at: now })
      .where('email', '=', email)
      .where('opened_at', 'is', null)
      .where('declined_at', 'is', null)
      .returning('plan_id')
      .execute();
    for (const { plan_id } of opened) {
      await audit(trx, {
        at: now,
        actor: auditActor,
        action: 'shown-plan-opened',
        subject: `plan ${plan_id}`,
      });
    }
  });
}

/** Writes one word on a plan shown, once. */
export async function writeWord(
  db: Db,
  viewer: Viewer,
  planId: string,
  word: string,
  now: Date,
): Promise<'written' | 'already' | 'absent'> {
  return inTransaction(db, async (trx) => {
    const shown = await lockShown(trx, viewer, planId);
    if (!shown) return 'absent';
    if (shown.word !== null) return 'already';
    await trx
      .updateTable('plan_companion')
      .set({ word, word_at: now })
      .where('plan_id', '=', planId)
      .execute();
    await addNotice(trx, shown.ownerId, 'companion-wrote', planId, now);
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'word-written',
      subject: `plan ${planId}`,
    });
    return 'written';
  });
}

/** Wants no part in it: the plan is no longer shown, and a word written is taken back. */
export async function decline(db: Db, viewer: Viewer, planId: string, now: Date): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    if (!(await lockShown(trx, viewer, planId))) return false;
    await trx
      .updateTable('plan_companion')
      .set({ declined_at: now, word: null, word_at: null })
      .where('plan_id', '=', planId)
      .execute();
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'shown-plan-declined',
      subject: `plan ${planId}`,
    });
    return true;
  });
}

async function lockShown(trx: Trx, viewer: Viewer, planId: string) {
  if (viewer.email === null) return undefined;
  return trx
    .selectFrom('plan_companion as c')
    .innerJoin('plan', 'plan.id', 'c.plan_id')
    .select(['c.word', 'plan.person_id as ownerId'])
    .where(sql<string>`c.plan_id::text`, '=', planId)
    .where('c.email', '=', viewer.email)
    .where('declined_at', 'is', null)
    .forUpdate('c')
    .executeTakeFirst();
}

/** Colleagues of the demonstration one may choose: those of one's school, or everybody outside any. */
export async function findDemonstrationColleagues(
  db: Db,
  viewer: Viewer,
): Promise<{ name: string; email: string }[]> {
  const schools = viewer.memberships.flatMap(({ role, school }) =>
    role === 'agent' && school ? [school] : [],
  );
  const rows = await db
    .selectFrom('person')
    .select(['display_name as name', 'email'])
    .where('demonstration', '=', true)
    .where('welcomed_at', 'is not', null)
    .where('id', '<>', viewer.personId)
    .$if(schools.length > 0, (query) =>
      query.where('id', 'in', (member) =>
        member
          .selectFrom('membership')
          .select('person_id')
          .where('role', '=', 'agent')
          .where('school', 'in', schools),
      ),
    )
    .orderBy('display_name')
    .execute();
  return rows.flatMap(({ name, email }) => (email === null ? [] : [{ name, email }]));
}

/** An address nobody answered from is not kept for ever. */
export const UNOPENED_DAYS = 60;

export const companionJobs: readonly Job[] = [
  {
    name: 'forget-unopened-plans',
    schedule: '40 3 * * *',
    retries: 3,
    retrySeconds: 600,
    run: async ({ db, now }) => forgetUnopened(db, now()),
  },
];

export async function forgetUnopened(db: Db, now: Date): Promise<void> {
  await inTransaction(db, async (trx) => {
    const { numDeletedRows } = await trx
      .deleteFrom('plan_companion')
      .where('opened_at', 'is', null)
      .where('asked_at', '<', new Date(now.getTime() - UNOPENED_DAYS * 86_400_000))
      .executeTakeFirst();
    if (numDeletedRows === 0n) return;
    await audit(trx, {
      at: now,
      actor: null,
      action: 'plan-hidden',
      subject: `${numDeletedRows} plans nobody opened`,
    });
  });
}
