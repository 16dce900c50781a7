import { sql } from 'kysely';
import type { Db } from '../database/index.ts';
import { FAILED_FOR_GOOD } from './job.ts';

/** What has become of the occurrences of one job. */
export type JobFacts = {
  queue: string;
  waiting: number;
  /** Failed, and to be tried again. */
  retrying: number;
  running: number;
  /** In the last day. */
  done: number;
  lastDoneAt: Date | null;
  /** Failed at every try: kept 30 days. */
  failedForGood: number;
  lastFailedAt: Date | null;
  /** 0 when nothing waits. */
  oldestWaitingSeconds: number;
};

/** Of every job that is scheduled, by name; nothing where the jobs have never run. */
export async function readJobFacts(db: Db): Promise<JobFacts[]> {
  const { rows: known } = await sql<{ there: boolean }>`
    select to_regclass('pgboss.job') is not null as there`.execute(db);
  if (!known[0]!.there) return [];
  const { rows } = await sql<JobFacts>`
    select known.name as queue,
      count(*) filter (where job.name = known.name and job.state = 'created') as waiting,
      count(*) filter (where job.name = known.name and job.state = 'retry') as retrying,
      count(*) filter (where job.name = known.name and job.state = 'active') as running,
      count(*) filter (where job.name = known.name and job.state = 'completed') as done,
      max(job.completed_on) filter (where job.name = known.name and job.state = 'completed') as "lastDoneAt",
      count(*) filter (where job.name = ${FAILED_FOR_GOOD}) as "failedForGood",
      max(job.created_on) filter (where job.name = ${FAILED_FOR_GOOD}) as "lastFailedAt",
      coalesce(max(extract(epoch from now() - greatest(job.start_after, job.created_on)))
        filter (where job.name = known.name and job.state in ('created', 'retry') and job.start_after <= now()), 0)::float8
        as "oldestWaitingSeconds"
    from pgboss.schedule as known
    left join pgboss.job on job.name = known.name
      or (job.name = ${FAILED_FOR_GOOD} and job.source_name = known.name)
    group by known.name order by known.name`.execute(db);
  return rows;
}
