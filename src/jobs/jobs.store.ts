import type { PgBoss } from 'pg-boss';
import { withoutValues } from '../database/index.ts';
import { say } from '../log/index.ts';
import { FAILED_FOR_GOOD, type Job, type Surroundings } from './job.ts';

const ZONE = 'Europe/Paris';
const CONNECTIONS = 2;
const STOP_MS = 5_000;
const LONGEST_RETRY_SECONDS = 3_600;
const DAY_SECONDS = 86_400;
const FAILED_KEPT_DAYS = 30;
/** The same trouble is said once in this time: a database away troubles every look at the queues. */
const SAID_AGAIN_MS = 60_000;

export type Pace = {
  /** How often the queues are looked at. */
  pollSeconds: number;
  /** A job that gives no sign of life for this long is given to somebody else; 10 at least. */
  heartbeatSeconds: number;
  /** How often lost jobs are looked for, and schedules. */
  watchSeconds: number;
};
const PACE: Pace = { pollSeconds: 10, heartbeatSeconds: 60, watchSeconds: 30 };

type Options = {
  connectionString: string;
  jobs: readonly Job[];
  surroundings: Surroundings;
  pace?: Pace;
};

/**
 * Runs the jobs on the database (pg-boss, in a schema of its own): of several applications on one database, one runs each
 * occurrence; one whose process died is run again. Null when this machine cannot run them, which is said in a line and
 * stops nothing else. Loaded last: nobody waits for it.
 */
export async function startJobs(options: Options): Promise<{ stop: () => Promise<void> } | null> {
  const { log } = options.surroundings;
  let boss: PgBoss | undefined;
  try {
    boss = await open(options);
    await boss.start();
    await schedule(boss, options);
  } catch (error) {
    log(`Les tâches de fond ne tournent pas ici (rappels par courriel compris) : ${reasonOf(error)}`);
    await boss?.stop({ graceful: false }).catch(() => undefined);
    return null;
  }
  const running = boss;
  return { stop: () => running.stop({ graceful: true, timeout: STOP_MS }) };
}

async function open({ connectionString, surroundings, pace = PACE }: Options): Promise<PgBoss> {
  const { PgBoss } = await import('pg-boss');
  const boss = new PgBoss({
    connectionString,
    application_name: 'perseverance-jobs',
    max: CONNECTIONS,
    registerInstance: false,
    monitorVacuum: false,
    reindex: false,
    superviseIntervalSeconds: pace.watchSeconds,
    monitorIntervalSeconds: pace.watchSeconds,
    cronMonitorIntervalSeconds: pace.watchSeconds,
    cronWorkerIntervalSeconds: pace.pollSeconds,
    flowIntervalSeconds: 3_600,
    bamIntervalSeconds: 3_600,
  });
  let saidAt = Number.NEGATIVE_INFINITY;
  boss.on('error', (error) => {
    if (Date.now() - saidAt < SAID_AGAIN_MS) return;
    saidAt = Date.now();
    surroundings.log(`Tâches de fond : ${reasonOf(error)}`);
  });
  return boss;
}

async function schedule(boss: PgBoss, { jobs, surroundings, pace = PACE }: Options): Promise<void> {
  const known = new Set(jobs.map(({ name }) => name));
  for (const former of await boss.getSchedules()) {
    if (!known.has(former.name)) await boss.unschedule(former.name);
  }
  const kept = { retentionSeconds: FAILED_KEPT_DAYS * DAY_SECONDS };
  await boss.createQueue(FAILED_FOR_GOOD, kept);
  await boss.updateQueue(FAILED_FOR_GOOD, kept);
  for (const job of jobs) {
    const queue = {
      retryLimit: job.retries,
      retryDelay: job.retrySeconds,
      retryBackoff: true,
      retryDelayMax: LONGEST_RETRY_SECONDS,
      heartbeatSeconds: pace.heartbeatSeconds,
      deleteAfterSeconds: DAY_SECONDS,
      deadLetter: FAILED_FOR_GOOD,
    };
    // One waiting and one running are enough: the next one does what the one before left.
    await boss.createQueue(job.name, { ...queue, policy: 'stately' });
    await boss.updateQueue(job.name, queue);
    await boss.work(job.name, { pollingIntervalSeconds: pace.pollSeconds }, ([occurrence]) =>
      run(job, surroundings, occurrence!.signal),
    );
    await boss.schedule(job.name, job.schedule, null, { tz: ZONE, missed: 'once' });
  }
}

/** What fails is said in our log without anybody's data, and leaves none in the queue. */
async function run(job: Job, surroundings: Surroundings, signal: AbortSignal): Promise<void> {
  try {
    await job.run(surroundings, signal);
  } catch (error) {
    say('error', { event: 'job-failed', job: job.name, error: withoutValues(error) });
    const failure = new Error(`${job.name} failed`);
    failure.name = kindOf(error);
    throw failure;
  }
}

/** What went wrong, without what it was about: a class of error, or the code of the database. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return 'inconnu';
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^[\w]{1,30}$/.test(code) ? `${error.name} ${code}` : error.name;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.split('\n')[0]! : String(error);
}
