import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import { type Db, isDatabaseAway, poolUse, type Replica, readinessOf } from '../database/index.ts';
import { type JobFacts, readJobFacts } from '../jobs/index.ts';
import { anyone, type Route, refuse, route, type Visit } from '../web/index.ts';
import { type Counting, startCounting } from './counting.ts';
import { CONTENT_TYPE, expose, type Family, gauge } from './exposition.ts';
import { type LoopWatch, processFamilies, watchLoop } from './process.ts';

/** For whoever knows the token; to everybody else, and where there is none, the page does not exist. */
export const metricsRoutes: Route[] = [route('GET', '/metrics', anyone, showMetrics)];

export type Meters = Counting & { read(): Promise<string>; stop(): void };

type Surroundings = { db: Db; replica: Replica | null; isLeaving: () => boolean };

/** Starts counting, and reads all that is counted as Prometheus does. */
export function startMeters(surroundings: Surroundings): Meters {
  const counting = startCounting();
  const loop = watchLoop();
  return { ...counting, read: () => readAll(counting, loop, surroundings), stop: loop.stop };
}

async function showMetrics(visit: Visit): Promise<Response> {
  const { app, http } = visit;
  const [scheme, given] = (http.req.header('authorization') ?? '').split(' ');
  const token = app.settings.metricsToken;
  const read = app.watch?.read;
  if (!token || !read || scheme?.toLowerCase() !== 'bearer' || !same(given ?? '', token)) {
    return refuse(visit, 'absent');
  }
  return http.body(await read(), 200, { 'Content-Type': CONTENT_TYPE, 'Cache-Control': 'no-store' });
}

function same(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

/** A door of its own, on this machine alone, which no proxy of the site opens. */
export async function listenForMetrics(port: number, meters: Meters): Promise<{ close(): Promise<void> }> {
  const server = createServer(async ({ method, url }, response) => {
    if (method !== 'GET' || url !== '/metrics') return void response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': CONTENT_TYPE }).end(await meters.read());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

async function readAll(
  counting: Counting,
  loop: LoopWatch,
  { db, replica, isLeaving }: Surroundings,
): Promise<string> {
  const [readiness, jobs] = await Promise.all([readinessOf(db), readJobFacts(db).catch(unlessAway)]);
  const { max, open, idle, waiting } = poolUse(db);
  return expose([
    gauge(
      'perseverance_ready',
      'Whether people can be sent here.',
      Number(readiness === 'ready' && !isLeaving()),
    ),
    gauge(
      'perseverance_database_up',
      'Whether the database answers within a second.',
      Number(readiness !== 'away'),
    ),
    gauge('perseverance_database_connections', 'Connections of this process to the database.', [
      { labels: { state: 'busy' }, value: open - idle },
      { labels: { state: 'idle' }, value: idle },
    ]),
    gauge('perseverance_database_connections_max', 'The most connections this process opens.', max),
    gauge('perseverance_database_waiting', 'Queries waiting for a connection.', waiting),
    ...(replica ? replicaFamilies(replica) : []),
    ...(jobs ? jobFamilies(jobs) : []),
    ...counting.families(),
    ...processFamilies(),
    ...loop.families(),
  ]);
}

/** Without its database, an application still tells the rest. */
function unlessAway(error: unknown): null {
  if (!isDatabaseAway(error)) throw error;
  return null;
}

function replicaFamilies(replica: Replica): Family[] {
  const lag = replica.lagSeconds();
  return [
    gauge(
      'perseverance_replica_used',
      'Whether figures are read from the replica.',
      Number(replica.isUsed()),
    ),
    ...(lag === null
      ? []
      : [gauge('perseverance_replica_lag_seconds', 'How far the replica is behind the primary.', lag)]),
  ];
}

function jobFamilies(jobs: readonly JobFacts[]): Family[] {
  const states = ['waiting', 'retrying', 'running', 'done'] as const;
  return [
    gauge(
      'perseverance_jobs',
      'Occurrences of jobs, by queue and state; those done are kept for a day.',
      jobs.flatMap((facts) =>
        states.map((state) => ({ labels: { queue: facts.queue, state }, value: facts[state] })),
      ),
    ),
    gauge(
      'perseverance_jobs_failed_for_good',
      'Occurrences that failed at every try, in the last 30 days.',
      jobs.map(({ queue, failedForGood }) => ({ labels: { queue }, value: failedForGood })),
    ),
    gauge(
      'perseverance_job_oldest_waiting_seconds',
      'How long the oldest occurrence that could run has waited.',
      jobs.map(({ queue, oldestWaitingSeconds }) => ({ labels: { queue }, value: oldestWaitingSeconds })),
    ),
  ];
}
