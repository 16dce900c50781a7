import { randomUUID } from 'node:crypto';
import { type SqlBool, sql } from 'kysely';
import { newSecret } from '../../codes/index.ts';
import { type Db, inTransaction, type Trx } from '../../database/index.ts';
import { audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import { type Campaign, isSame, type Proposal, type Reach, reachesOf, type Step } from './campaign.ts';

/** Every group, in the form the pages read it; whose they are is asked in addition. */
export function campaigns(db: Db) {
  return db
    .selectFrom('campaign as c')
    .leftJoin('school as s', 's.uai', 'c.school')
    .leftJoin('academie as a', 'a.code', 'c.academie')
    .leftJoin('person as p', 'p.id', 'c.proposed_by')
    .select([
      'c.id',
      'c.code',
      'c.school',
      'c.academie',
      'c.title',
      'c.opening',
      'c.from_day as from',
      'c.until_day as until',
      'c.competences',
      'c.archived_at as archivedAt',
      'c.reminded_at as remindedAt',
      'p.display_name as proposedBy',
    ])
    .select(sql<string>`coalesce(s.name, a.name)`.as('reachName'))
    .select(
      sql<
        Step[]
      >`coalesce((select json_agg(json_build_object('kind', t.kind, 'id', t.content_id) order by t.place)
        from campaign_step t where t.campaign_id = c.id), '[]')`.as('steps'),
    );
}

type Row = Omit<Campaign, 'reach'> & { school: string | null; academie: string | null };

export function campaignOf({ school, academie, ...row }: Row): Campaign {
  return { ...row, reach: school ? { kind: 'school', code: school } : { kind: 'academie', code: academie! } };
}

const list = (reaches: readonly Reach[], kind: Reach['kind']) =>
  reaches.filter((reach) => reach.kind === kind).map(({ code }) => code);

/** Whether a group is on the desk of somebody: of the head of its school, or of the trainers of its académie. */
export function isOnDesk(viewer: Viewer) {
  const reaches = reachesOf(viewer);
  return sql<SqlBool>`(c.school = any(${list(reaches, 'school')}::text[]) or c.academie = any(${list(reaches, 'academie')}::text[]))`;
}

/** What is on the desk of the viewer, the latest first. */
export async function findDesk(db: Db, viewer: Viewer): Promise<(Campaign & { joined: number })[]> {
  const rows = await campaigns(db)
    .select((line) =>
      line
        .selectFrom('campaign_member as m')
        .select((count) => count.fn.countAll<number>().as('joined'))
        .whereRef('m.campaign_id', '=', 'c.id')
        .where('m.left_at', 'is', null)
        .as('joined'),
    )
    .where(isOnDesk(viewer))
    .orderBy('c.from_day', 'desc')
    .orderBy('c.created_at', 'desc')
    .execute();
  return rows.map(({ joined, ...row }) => ({ ...campaignOf(row), joined: joined ?? 0 }));
}

export async function findOnDesk(db: Db, viewer: Viewer, id: string): Promise<Campaign | undefined> {
  const row = await campaigns(db)
    .where(sql<string>`c.id::text`, '=', id)
    .where(isOnDesk(viewer))
    .executeTakeFirst();
  return row && campaignOf(row);
}

/** Names of the schools and académies of a desk. */
export async function nameReaches(
  db: Db,
  reaches: readonly Reach[],
): Promise<{ reach: Reach; name: string }[]> {
  const { rows } = await sql<{ kind: Reach['kind']; code: string; name: string }>`
    select 'school' as kind, uai as code, name from school where uai = any(${list(reaches, 'school')}::text[])
    union all
    select 'academie', code, name from academie where code = any(${list(reaches, 'academie')}::text[])`.execute(
    db,
  );
  return rows.map(({ kind, code, name }) => ({ reach: { kind, code }, name }));
}

/** Proposes a group; null when it is for people the viewer may not propose anything to. */
export async function createCampaign(
  db: Db,
  viewer: Viewer,
  reach: Reach,
  proposal: Proposal,
  now: Date,
): Promise<string | null> {
  if (!reachesOf(viewer).some((one) => isSame(one, reach))) return null;
  return inTransaction(db, (trx) => insertCampaign(trx, viewer, reach, proposal, now));
}

async function insertCampaign(
  trx: Trx,
  viewer: Viewer,
  reach: Reach,
  { title, opening, from, until, competences }: Proposal,
  now: Date,
): Promise<string> {
  const id = randomUUID();
  await trx
    .insertInto('campaign')
    .values({
      id,
      code: newSecret(),
      school: reach.kind === 'school' ? reach.code : null,
      academie: reach.kind === 'academie' ? reach.code : null,
      proposed_by: viewer.personId,
      title,
      opening,
      from_day: from,
      until_day: until,
      competences,
      created_at: now,
    })
    .execute();
  await audit(trx, {
    at: now,
    actor: viewer.auditActor,
    action: 'campaign-created',
    subject: `campaign ${id}`,
  });
  return id;
}

type Change = (trx: Trx, id: string) => Promise<void>;

/** One change of a group of the desk, with its line of the log; false when it is not on the desk. */
async function change(db: Db, viewer: Viewer, id: string, now: Date, what: Change): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const found = await trx
      .selectFrom('campaign as c')
      .select('c.id')
      .where(sql<string>`c.id::text`, '=', id)
      .where(isOnDesk(viewer))
      .forUpdate()
      .executeTakeFirst();
    if (!found) return false;
    await what(trx, found.id);
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'campaign-changed',
      subject: `campaign ${found.id}`,
    });
    return true;
  });
}

export function updateCampaign(
  db: Db,
  viewer: Viewer,
  id: string,
  { title, opening, from, until, competences }: Proposal,
  now: Date,
): Promise<boolean> {
  return change(db, viewer, id, now, async (trx, campaign) => {
    await trx
      .updateTable('campaign')
      .set({ title, opening, from_day: from, until_day: until, competences })
      .where('id', '=', campaign)
      .execute();
  });
}

export function chooseSteps(
  db: Db,
  viewer: Viewer,
  id: string,
  steps: readonly Step[],
  now: Date,
): Promise<boolean> {
  return change(db, viewer, id, now, (trx, campaign) => writeSteps(trx, campaign, steps));
}

async function writeSteps(trx: Trx, campaign: string, steps: readonly Step[]): Promise<void> {
  await trx.deleteFrom('campaign_step').where('campaign_id', '=', campaign).execute();
  if (steps.length === 0) return;
  await trx
    .insertInto('campaign_step')
    .values(
      steps.map((step, index) => ({
        campaign_id: campaign,
        place: index + 1,
        kind: step.kind,
        content_id: step.id,
      })),
    )
    .execute();
}

export function archiveCampaign(
  db: Db,
  viewer: Viewer,
  id: string,
  archived: boolean,
  now: Date,
): Promise<boolean> {
  return change(db, viewer, id, now, async (trx, campaign) => {
    await trx
      .updateTable('campaign')
      .set({ archived_at: archived ? now : null })
      .where('id', '=', campaign)
      .execute();
  });
}

/** The same again, for other people and other dates: a new code, nobody in it. Null when it is not on the desk. */
export async function duplicateCampaign(
  db: Db,
  viewer: Viewer,
  id: string,
  dates: Pick<Proposal, 'from' | 'until'>,
  now: Date,
): Promise<string | null> {
  return inTransaction(db, async (trx) => {
    const found = await findOnDesk(trx, viewer, id);
    if (!found) return null;
    const copy = await insertCampaign(trx, viewer, found.reach, { ...found, ...dates }, now);
    await writeSteps(trx, copy, found.steps);
    return copy;
  });
}
