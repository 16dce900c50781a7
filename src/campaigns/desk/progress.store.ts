import { sql } from 'kysely';
import type { Db } from '../../database/index.ts';
import type { Campaign, StepKind } from './campaign.ts';
import type { Counts } from './progress.ts';

/**
 * How far each member is in each step, for the queries below. What was done before joining counts, so that nobody does it
 * again; finding out where one stands counts from the first day of the group.
 */
const REACHED = sql`
  select m.campaign_id, m.person_id, t.place, t.kind, t.content_id,
    case t.kind
      when 'module' then exists (select from module_progress g
        where g.person_id = m.person_id and g.module_id = t.content_id)
      when 'dialogue' then exists (select from dialogue_play d
        where d.person_id = m.person_id and d.dialogue_id = t.content_id)
      else (select count(*) from evaluation e where e.person_id = m.person_id and e.kind = 'stage'
        and (e.started_at at time zone 'Europe/Paris')::date >= c.from_day) >= t.content_id::int
    end as begun,
    case t.kind
      when 'module' then exists (select from module_progress g
        where g.person_id = m.person_id and g.module_id = t.content_id and g.finished_at is not null)
      when 'dialogue' then exists (select from dialogue_play d
        where d.person_id = m.person_id and d.dialogue_id = t.content_id and d.ended_at is not null)
      else (select count(*) from evaluation e where e.person_id = m.person_id and e.kind = 'stage'
        and e.status = 'finished'
        and (e.started_at at time zone 'Europe/Paris')::date >= c.from_day) >= t.content_id::int
    end as finished
  from campaign c
    join campaign_step t on t.campaign_id = c.id
    join campaign_member m on m.campaign_id = c.id and m.left_at is null`;

/** The people of a group counted, as they are: what may be shown of it is said elsewhere. */
export async function countProgress(db: Db, { id, steps }: Campaign): Promise<Counts> {
  const { rows } = await sql<{ kind: StepKind; content_id: string; begun: number; finished: number }>`
    select kind, content_id, count(*) filter (where begun) as begun, count(*) filter (where finished) as finished
    from (${REACHED} where c.id = ${id}) as reached group by kind, content_id`.execute(db);
  const { rows: people } = await sql<{ joined: number; begun: number; finished: number }>`
    select (select count(*) from campaign_member where campaign_id = ${id} and left_at is null) as joined,
      count(*) filter (where begun) as begun, count(*) filter (where finished) as finished
    from (select bool_or(begun) as begun, bool_and(finished) as finished
      from (${REACHED} where c.id = ${id}) as reached group by person_id) as one`.execute(db);
  return {
    ...people[0]!,
    steps: steps.map((step) => {
      const row = rows.find(({ kind, content_id }) => kind === step.kind && content_id === step.id);
      return { step, begun: row?.begun ?? 0, finished: row?.finished ?? 0 };
    }),
  };
}

export type OwnStep = { campaign: string; kind: StepKind; id: string; begun: boolean; finished: boolean };

/** How far one person is in the steps of each of their groups. */
export async function findOwnSteps(db: Db, personId: string): Promise<OwnStep[]> {
  const { rows } = await sql<OwnStep>`
    select campaign_id as campaign, kind, content_id as id, begun, finished
    from (${REACHED} where m.person_id = ${personId}) as reached order by campaign_id, place`.execute(db);
  return rows;
}

/** Members who agreed to be reminded and have not finished everything. */
export function peopleToRemind(campaign: string) {
  return sql<{ person_id: string }>`
    select person_id from (${REACHED} where c.id = ${campaign} and m.reminders_at is not null) as reached
    group by person_id having not bool_and(finished)`;
}
