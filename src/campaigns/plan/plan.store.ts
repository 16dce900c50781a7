import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Db, inTransaction, type Trx } from '../../database/index.ts';
import { audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import { isOnDesk } from '../desk/campaign.store.ts';
import { type Draft, type Line, type Change as LineChange, MOST_LINES } from './training-plan.ts';

/** The plan of a group, in its order. The caller has made sure that the group is on the desk of the viewer. */
export async function findPlan(db: Db, campaign: string): Promise<Line[]> {
  return db
    .selectFrom('group_plan_line')
    .select([
      'id',
      'kind',
      'content_id as contentId',
      'title',
      'reason',
      'from_day as from',
      'until_day as until',
      'owner',
    ])
    .where('campaign_id', '=', campaign)
    .orderBy('place')
    .execute();
}

type Change = (trx: Trx, campaign: string) => Promise<boolean>;

/** One change of the plan of a group of the desk, with its line of the log; false when there is nothing to change. */
async function change(db: Db, viewer: Viewer, campaign: string, now: Date, what: Change): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const found = await trx
      .selectFrom('campaign as c')
      .select('c.id')
      .where(sql<string>`c.id::text`, '=', campaign)
      .where(isOnDesk(viewer))
      .forUpdate()
      .executeTakeFirst();
    if (!found || !(await what(trx, found.id))) return false;
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'training-plan-changed',
      subject: `campaign ${found.id}`,
    });
    return true;
  });
}

const rowOf = (
  campaign: string,
  place: number,
  { kind, contentId, title, reason, from, until, owner }: Draft,
) => ({
  id: randomUUID(),
  campaign_id: campaign,
  place,
  kind,
  content_id: contentId,
  title,
  reason,
  from_day: from,
  until_day: until,
  owner,
});

/** Puts a proposal in the place of the plan, if any. */
export function replacePlan(
  db: Db,
  viewer: Viewer,
  campaign: string,
  lines: readonly Draft[],
  now: Date,
): Promise<boolean> {
  return change(db, viewer, campaign, now, async (trx, id) => {
    await trx.deleteFrom('group_plan_line').where('campaign_id', '=', id).execute();
    await trx
      .insertInto('group_plan_line')
      .values(lines.map((line, place) => rowOf(id, place, line)))
      .execute();
    return true;
  });
}

/** Adds a line at its date, before what begins later; false once there are too many. */
export function addLine(db: Db, viewer: Viewer, campaign: string, line: Draft, now: Date): Promise<boolean> {
  return change(db, viewer, campaign, now, async (trx, id) => {
    const lines = await findPlan(trx, id);
    if (lines.length >= MOST_LINES) return false;
    const later = lines.findIndex(({ from }) => from > line.from);
    const place = later < 0 ? lines.length : later;
    await numberLines(trx, lines, (index) => (index < place ? index : index + 1));
    await trx
      .insertInto('group_plan_line')
      .values(rowOf(id, place, line))
      .execute();
    return true;
  });
}

async function numberLines(
  trx: Trx,
  lines: readonly Pick<Line, 'id'>[],
  placeOf: (index: number) => number,
): Promise<void> {
  for (const [index, { id }] of lines.entries()) {
    await trx
      .updateTable('group_plan_line')
      .set({ place: placeOf(index) })
      .where('id', '=', id)
      .execute();
  }
}

export function changeLine(
  db: Db,
  viewer: Viewer,
  campaign: string,
  line: string,
  { title, reason, from, until, owner }: LineChange,
  now: Date,
): Promise<boolean> {
  return change(db, viewer, campaign, now, async (trx, id) => {
    const { numUpdatedRows } = await trx
      .updateTable('group_plan_line')
      .set({ title, reason, from_day: from, until_day: until, owner })
      .where('campaign_id', '=', id)
      .where(sql<string>`id::text`, '=', line)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  });
}

/** One place up or down; at the end of the list it stays where it is. */
export function moveLine(
  db: Db,
  viewer: Viewer,
  campaign: string,
  line: string,
  by: -1 | 1,
  now: Date,
): Promise<boolean> {
  return change(db, viewer, campaign, now, async (trx, id) => {
    const lines = await findPlan(trx, id);
    const from = lines.findIndex((one) => one.id === line);
    if (from < 0) return false;
    const to = Math.min(lines.length - 1, Math.max(0, from + by));
    const [moved] = lines.splice(from, 1);
    lines.splice(to, 0, moved!);
    await numberLines(trx, lines, (index) => index);
    return true;
  });
}

export function removeLine(
  db: Db,
  viewer: Viewer,
  campaign: string,
  line: string,
  now: Date,
): Promise<boolean> {
  return change(db, viewer, campaign, now, async (trx, id) => {
    const { numDeletedRows } = await trx
      .deleteFrom('group_plan_line')
      .where('campaign_id', '=', id)
      .where(sql<string>`id::text`, '=', line)
      .executeTakeFirst();
    return numDeletedRows > 0n;
  });
}
