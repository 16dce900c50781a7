import { CompiledQuery, sql } from 'kysely';
import { type Db, inTransaction, type Trx } from '../database/index.ts';
import { audit } from '../privacy/index.ts';
import type { Viewer } from '../web/index.ts';

export type Queue = {
  name: string;
  cron: string;
  waiting: number;
  running: number;
  failed: number;
  lastEndedAt: Date | null;
  lastSeconds: number | null;
  /** Whether the last run went to its end; null before any. */
  lastWent: boolean | null;
  failures: { at: Date; kind: string; tries: number }[];
};

const MOST_FAILURES = 10;

/** The jobs as the queues tell of them, in order; null when they have never run on this database. */
export async function findQueues(db: Db): Promise<Queue[] | null> {
  if (!(await isInstalled(db))) return null;
  const { rows } = await sql<Omit<Queue, 'failures'>>`
    select s.name, s.cron, coalesce(c.waiting, 0) as waiting, coalesce(c.running, 0) as running,
      coalesce(c.failed, 0) as failed, l.completed_on as "lastEndedAt", l.state = 'completed' as "lastWent",
      extract(epoch from l.completed_on - l.started_on)::float8 as "lastSeconds"
    from pgboss.schedule s
    left join lateral (
      select count(*) filter (where j.state in ('created', 'retry')) as waiting,
        count(*) filter (where j.state = 'active') as running, count(*) filter (where j.state = 'failed') as failed
      from pgboss.job j where j.name = s.name) c on true
    left join lateral (
      select j.completed_on, j.started_on, j.state from pgboss.job j
      where j.name = s.name and j.completed_on is not null order by j.completed_on desc limit 1) l on true
    order by s.name`.execute(db);
  return rows.map((row) => ({ ...row, failures: [] }));
}

/** One job, with the last times it failed. */
export async function findQueue(db: Db, name: string): Promise<Queue | undefined> {
  const queue = (await findQueues(db))?.find((one) => one.name === name);
  if (!queue) return undefined;
  const { rows } = await sql<Queue['failures'][number]>`
    select completed_on as at, coalesce(output ->> 'name', output -> 'value' ->> 'message', 'inconnu') as kind,
      retry_count + 1 as tries
    from pgboss.job where name = ${name} and state = 'failed'
    order by completed_on desc limit ${MOST_FAILURES}`.execute(db);
  return { ...queue, failures: rows };
}

/** Asks for one more run of a job, now. « waiting » when one waits already; null when no job has this name. */
export async function runAgain(
  db: Db,
  viewer: Viewer,
  name: string,
  now: Date,
): Promise<'asked' | 'waiting' | null> {
  const queue = await findQueue(db, name);
  if (!queue) return null;
  return inTransaction(db, async (trx) => {
    const sent = await send(trx, name);
    if (!sent) return 'waiting';
    await audit(trx, { at: now, actor: viewer.auditActor, action: 'job-run-again', subject: name });
    return 'asked';
  });
}

/** In our transaction, so that the line of the log and the run asked for are one. */
async function send(trx: Trx, name: string): Promise<boolean> {
  const { PgBoss } = await import('pg-boss');
  const boss = new PgBoss({
    db: {
      executeSql: async (text, values = []) => ({
        rows: (await trx.executeQuery(CompiledQuery.raw(text, [...values]))).rows,
      }),
    },
    schedule: false,
    supervise: false,
    migrate: false,
    createSchema: false,
    registerInstance: false,
  });
  await boss.start();
  const id = await boss.send(name, null);
  await boss.stop({ graceful: false });
  return id !== null;
}

async function isInstalled(db: Db): Promise<boolean> {
  const { rows } = await sql<{
    there: boolean;
  }>`select to_regclass('pgboss.job') is not null as there`.execute(db);
  return rows[0]!.there;
}
