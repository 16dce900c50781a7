import { randomBytes, randomUUID } from 'node:crypto';
import { type SqlBool, sql } from 'kysely';
import { type Db, inTransaction, type Trx } from '../../database/index.ts';
import { audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import { campaignOf, campaigns } from '../desk/campaign.store.ts';
import { type Campaign, isSame, reachesOf } from '../desk/campaign.ts';
import { findOwnSteps, type OwnStep } from '../desk/progress.store.ts';
import { CHOICE_NAMES, type Choices } from './sharing.ts';

/** Whether the viewer works where the group is for. */
function isFor(viewer: Viewer) {
  return sql<SqlBool>`exists (select from membership w join school ws on ws.uai = w.school
    where w.person_id = ${viewer.personId} and (ws.uai = c.school or ws.academie = c.academie))`;
}

export type Invitation = { campaign: Campaign; already: boolean };
export type InvitationRefusal = 'unknown' | 'own-desk';

/**
 * The group a code leads to. For people who work elsewhere the code is unknown; whoever reads the desk of the group does
 * not join it: the view of the team would speak of one person less to them.
 */
export async function findInvitation(
  db: Db,
  viewer: Viewer,
  code: string,
): Promise<Invitation | InvitationRefusal> {
  const row = await campaigns(db)
    .select(
      sql<boolean>`exists (select from campaign_member m where m.campaign_id = c.id
        and m.person_id = ${viewer.personId} and m.left_at is null)`.as('already'),
    )
    .where('c.code', '=', code)
    .where('c.archived_at', 'is', null)
    .executeTakeFirst();
  if (!row) return 'unknown';
  const { already, ...rest } = row;
  const campaign = campaignOf(rest);
  if (reachesOf(viewer).some((reach) => isSame(reach, campaign.reach))) return 'own-desk';
  const { works } = await db
    .selectFrom('campaign as c')
    .select(isFor(viewer).as('works'))
    .where('c.id', '=', campaign.id)
    .executeTakeFirstOrThrow();
  return works ? { campaign, already } : 'unknown';
}

const dated = (choices: Choices, now: Date) => ({
  levels_at: choices.levels ? now : null,
  reminders_at: choices.reminders ? now : null,
  listed_at: choices.listed ? now : null,
});

/** Joins the group of a code, or comes back to it. */
export async function joinCampaign(
  db: Db,
  viewer: Viewer,
  code: string,
  choices: Choices,
  now: Date,
): Promise<'joined' | InvitationRefusal> {
  return inTransaction(db, async (trx) => {
    const found = await findInvitation(trx, viewer, code);
    if (typeof found === 'string') return found;
    if (found.already) return 'joined';
    const { id } = found.campaign;
    await trx
      .insertInto('campaign_member')
      .values({
        campaign_id: id,
        person_id: viewer.personId,
        joined_at: now,
        ...dated(choices, now),
        link_id: randomUUID(),
        link_key: randomBytes(32),
      })
      .onConflict((conflict) =>
        conflict
          .columns(['campaign_id', 'person_id'])
          .doUpdateSet({ joined_at: now, left_at: null, ...dated(choices, now) }),
      )
      .execute();
    await note(trx, viewer, 'campaign-joined', id, now);
    return 'joined';
  });
}

type Kept = { levels_at: Date | null; listed_at: Date | null; reminders_at: Date | null };

/** Changes what is shared; what was agreed to before keeps its date. False when the viewer is not in the group. */
export async function changeSharing(
  db: Db,
  viewer: Viewer,
  campaign: string,
  choices: Choices,
  now: Date,
): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const kept = await lockOwn(trx, viewer, campaign);
    if (!kept) return false;
    const column = (name: keyof Choices): keyof Kept => `${name}_at`;
    const changed = Object.fromEntries(
      CHOICE_NAMES.map((name) => [column(name), choices[name] ? (kept[column(name)] ?? now) : null]),
    ) as Kept;
    await trx
      .updateTable('campaign_member')
      .set(changed)
      .where('campaign_id', '=', campaign)
      .where('person_id', '=', viewer.personId)
      .execute();
    if (!choices.reminders) await forgetReminders(trx, viewer, campaign);
    await note(trx, viewer, 'sharing-changed', campaign, now);
    return true;
  });
}

/** Leaves the group: from the next page on, the person is counted nowhere in it. */
export async function leaveCampaign(db: Db, viewer: Viewer, campaign: string, now: Date): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    if (!(await lockOwn(trx, viewer, campaign))) return false;
    await trx
      .updateTable('campaign_member')
      .set({ left_at: now, levels_at: null, listed_at: null, reminders_at: null })
      .where('campaign_id', '=', campaign)
      .where('person_id', '=', viewer.personId)
      .execute();
    await forgetReminders(trx, viewer, campaign);
    await note(trx, viewer, 'campaign-left', campaign, now);
    return true;
  });
}

async function lockOwn(trx: Trx, viewer: Viewer, campaign: string): Promise<Kept | undefined> {
  return trx
    .selectFrom('campaign_member')
    .select(['levels_at', 'listed_at', 'reminders_at'])
    .where(sql<string>`campaign_id::text`, '=', campaign)
    .where('person_id', '=', viewer.personId)
    .where('left_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

async function forgetReminders(trx: Trx, viewer: Viewer, campaign: string): Promise<void> {
  await trx
    .deleteFrom('notice')
    .where('person_id', '=', viewer.personId)
    .where('campaign_id', '=', campaign)
    .where('sent_at', 'is', null)
    .execute();
}

async function note(
  trx: Trx,
  { auditActor }: Viewer,
  action: 'campaign-joined' | 'campaign-left' | 'sharing-changed',
  campaign: string,
  now: Date,
): Promise<void> {
  await audit(trx, { at: now, actor: auditActor, action, subject: `campaign ${campaign}` });
}

export type OwnGroup = {
  campaign: Campaign;
  joinedAt: Date;
  choices: Record<keyof Choices, Date | null>;
  steps: OwnStep[];
};

/** The groups of a person, the latest first. */
export async function findOwnGroups(db: Db, viewer: Viewer): Promise<OwnGroup[]> {
  const rows = await campaigns(db)
    .innerJoin('campaign_member as m', 'm.campaign_id', 'c.id')
    .select([
      'm.joined_at as joinedAt',
      'm.levels_at as levels',
      'm.listed_at as listed',
      'm.reminders_at as reminders',
    ])
    .where('m.person_id', '=', viewer.personId)
    .where('m.left_at', 'is', null)
    .orderBy('m.joined_at', 'desc')
    .execute();
  const steps = await findOwnSteps(db, viewer.personId);
  return rows.map(({ joinedAt, levels, listed, reminders, ...row }) => ({
    campaign: campaignOf(row),
    joinedAt,
    choices: { levels, listed, reminders },
    steps: steps.filter(({ campaign }) => campaign === row.id),
  }));
}

/** Names of the members who agreed to be named, in the order of the alphabet. */
export async function findNamed(db: Db, campaign: string): Promise<string[]> {
  const rows = await db
    .selectFrom('campaign_member as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .select('p.display_name as name')
    .where('m.campaign_id', '=', campaign)
    .where('m.left_at', 'is', null)
    .where('m.listed_at', 'is not', null)
    .execute();
  return rows.map(({ name }) => name).sort((one, other) => one.localeCompare(other, 'fr'));
}
