import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Contribution, findContributions } from '../../assessment/index.ts';
import type { Content } from '../../content/index.ts';
import { type Db, inTransaction, type Trx } from '../../database/index.ts';
import { audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import { figuresOf, type TeamFigures } from './figures.ts';
import { decide, type Look, type Part, type Round } from './rounds.ts';

export type TeamLook =
  | { figures: TeamFigures; madeAt: Date }
  | { figures: null; because: Extract<Look, { show: 'nothing' }>['because'] };

/** Published views hold in all groups together: one look at a time, whatever the group. */
const ONE_LOOK_AT_A_TIME = 7_377_839;

/**
 * What a look at the team of a group shows now. The caller has made sure that the group is on the desk of the viewer. A
 * view that may no longer be shown is forgotten here, a new one that may be is published here.
 */
export async function lookAtTeam(
  db: Db,
  viewer: Viewer,
  content: Content,
  campaign: string,
  now: Date,
): Promise<TeamLook> {
  return inTransaction(db, async (trx) => {
    await sql`select pg_advisory_xact_lock(${ONE_LOOK_AT_A_TIME})`.execute(trx);
    const contributions = await findContributions(trx, content, await findAgreeing(trx, campaign));
    const marks = await markAll(trx, contributions);
    const eligible = contributions.map(
      ({ personId, answers }): Part => ({ mark: marks.get(personId)!, answers }),
    );
    const shown = await findShown(trx, campaign);
    const look = decide(shown?.round ?? null, eligible, await findPublished(trx, eligible));
    if (look.show === 'same' && shown) return { figures: shown.figures, madeAt: shown.madeAt };
    if (shown) await forgetShown(trx, viewer, campaign, look.show === 'nothing', now);
    if (look.show !== 'new')
      return { figures: null, because: look.show === 'nothing' ? look.because : 'too-few' };
    const figures = figuresOf(contributions, content.framework);
    await publish(trx, viewer, campaign, eligible, figures, now);
    return { figures, madeAt: now };
  });
}

async function findAgreeing(trx: Trx, campaign: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('campaign_member')
    .select('person_id')
    .where('campaign_id', '=', campaign)
    .where('left_at', 'is', null)
    .where('levels_at', 'is not', null)
    .execute();
  return rows.map(({ person_id }) => person_id);
}

async function markAll(trx: Trx, contributions: readonly Contribution[]): Promise<Map<string, string>> {
  const people = contributions.map(({ personId }) => personId);
  if (people.length === 0) return new Map();
  await trx
    .insertInto('group_mark')
    .values(people.map((person_id) => ({ person_id, mark: randomUUID() })))
    .onConflict((conflict) => conflict.column('person_id').doNothing())
    .execute();
  const rows = await trx.selectFrom('group_mark').selectAll().where('person_id', 'in', people).execute();
  return new Map(rows.map(({ person_id, mark }) => [person_id, mark]));
}

async function findShown(trx: Trx, campaign: string) {
  const row = await trx
    .selectFrom('group_round as r')
    .select(['r.figures', 'r.made_at as madeAt'])
    .select(
      sql<Part[]>`(select json_agg(json_build_object('mark', p.mark, 'answers', p.answers))
        from group_round_part p where p.round_id = r.id)`.as('round'),
    )
    .where('r.campaign_id', '=', campaign)
    .where('r.figures', 'is not', null)
    .executeTakeFirst();
  return row && { ...row, figures: row.figures as TeamFigures };
}

/** Every view ever published that shares somebody with these people, or with such a view, and so on. */
async function findPublished(trx: Trx, eligible: Round): Promise<Round[]> {
  const { rows } = await sql<{ parts: Part[] }>`
    with recursive linked as (
      select round_id from group_round_part where mark = any(${eligible.map(({ mark }) => mark)}::uuid[])
      union
      select other.round_id from linked
        join group_round_part one on one.round_id = linked.round_id
        join group_round_part other on other.mark = one.mark)
    select json_agg(json_build_object('mark', p.mark, 'answers', p.answers)) as parts
    from group_round_part p where p.round_id in (select round_id from linked) group by p.round_id`.execute(
    trx,
  );
  return rows.map(({ parts }) => parts);
}

async function forgetShown(
  trx: Trx,
  { auditActor }: Viewer,
  campaign: string,
  withdrawn: boolean,
  now: Date,
): Promise<void> {
  await trx.updateTable('group_round').set({ figures: null }).where('campaign_id', '=', campaign).execute();
  if (!withdrawn) return;
  await audit(trx, {
    at: now,
    actor: auditActor,
    action: 'team-view-withdrawn',
    subject: `campaign ${campaign}`,
  });
}

async function publish(
  trx: Trx,
  { auditActor }: Viewer,
  campaign: string,
  parts: Round,
  figures: TeamFigures,
  now: Date,
): Promise<void> {
  const id = randomUUID();
  await trx
    .insertInto('group_round')
    .values({ id, campaign_id: campaign, made_at: now, figures: JSON.stringify(figures) })
    .execute();
  await trx
    .insertInto('group_round_part')
    .values(parts.map((part) => ({ ...part, round_id: id })))
    .execute();
  await audit(trx, {
    at: now,
    actor: auditActor,
    action: 'team-view-published',
    subject: `campaign ${campaign}`,
  });
}
