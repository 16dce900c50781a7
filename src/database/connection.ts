import { setTimeout as pause } from 'node:timers/promises';
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import { isSilence, preparing } from './prepared.ts';
import type { Log } from './refusal.ts';
import type { Database } from './schema.ts';

export type Db = Kysely<Database>;
export type Trx = Transaction<Database>;

/** Enough to keep a small machine busy; each one more is memory, and plans to make again. */
const CONNECTIONS = 10;
const CONNECTION_TIMEOUT_MS = 3_000;
/** Nobody waits for a page yet, and a machine that starts is busy. */
const CONNECTION_AT_START_MS = 10_000;
const STATEMENT_TIMEOUT_MS = 10_000;
const LOCK_TIMEOUT_MS = 5_000;
/** Beyond the server's own limit: it did not even say that the time was up. */
const SILENT_SERVER_MS = STATEMENT_TIMEOUT_MS + 5_000;
const IDLE_TRANSACTION_MS = 60_000;
const PROBE_TIMEOUT_MS = 1_000;

/**
 * Opens the pool. It connects at the first query, and again by itself after the server was away.
 * Types: `bigint` is a number (beyond 2⁵³ it throws), `timestamptz` a Date, `date` a 'YYYY-MM-DD' string — a day has no hour, and a
 * Date would move it with the time zone —, `numeric` a string.
 */
export function openDatabase(connectionString: string, log: Log = () => undefined): Db {
  return open(connectionString, log, {
    max: CONNECTIONS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    lock_timeout: LOCK_TIMEOUT_MS,
    query_timeout: SILENT_SERVER_MS,
    idle_in_transaction_session_timeout: IDLE_TRANSACTION_MS,
  });
}

/** One connection whose queries may take all their time: for migrations. */
export function openWithoutLimits(connectionString: string): Db {
  return open(connectionString, () => undefined, {
    max: 1,
    connectionTimeoutMillis: CONNECTION_AT_START_MS,
  });
}

/** How the connections of a database opened here are used; `waiting` counts queries without one. */
export type PoolUse = { max: number; open: number; idle: number; waiting: number };

const pools = new WeakMap<Db, pg.Pool>();

export function poolUse(db: Db): PoolUse {
  const pool = pools.get(db);
  if (!pool) return { max: 0, open: 0, idle: 0, waiting: 0 };
  const { totalCount, idleCount, waitingCount, options } = pool;
  return { max: options.max, open: totalCount, idle: idleCount, waiting: waitingCount };
}

function open(connectionString: string, log: Log, limits: pg.PoolConfig): Db {
  let lastLoggedAt = 0;
  const pool = new pg.Pool({
    connectionString,
    application_name: 'perseverance',
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
    keepAlive: true,
    types: { getTypeParser },
    ...limits,
  });
  // An idle connection that breaks is replaced at the next query; unheard, its error would end the process. They break together:
  // one line is enough.
  pool.on('error', (error) => {
    if (Date.now() - lastLoggedAt < 1_000) return;
    lastLoggedAt = Date.now();
    log(`Connexion à la base perdue : ${error.message}`);
  });
  // The same while a transaction holds the connection between two queries: the next query will report it.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: preparing(pool) }) });
  pools.set(db, pool);
  return db;
}

/** Whether the database answers within a second. */
export async function isAnswering(db: Db): Promise<boolean> {
  return withinASecond(
    sql`select 1`.execute(db).then(
      () => true,
      () => false,
    ),
    false,
  );
}

/** What is answered, or what stands for an answer that does not come: a probe must not wait as people would. */
export async function withinASecond<Answer>(answer: Promise<Answer>, otherwise: Answer): Promise<Answer> {
  const patience = new AbortController();
  const late = pause(PROBE_TIMEOUT_MS, otherwise, { signal: patience.signal }).catch(() => otherwise);
  const first = await Promise.race([answer, late]);
  patience.abort();
  return first;
}

/** True for an error that means « the database is away, try later » rather than a bug. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string' && (AWAY_CODES.has(code) || /^(08|57P0)/.test(code))) return true;
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway);
  if (isSilence(error)) return true;
  return /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(
    error.message,
  );
}

/** PostgreSQL stores every sign but NUL, in texts (22021) and in JSON (22P05): somebody sent it, nothing was changed. */
export function isUnstorableText(error: unknown): boolean {
  return error instanceof pg.DatabaseError && (error.code === '22021' || error.code === '22P05');
}

const AWAY_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  '53300', // too_many_connections
  '57014', // query_canceled: statement_timeout
  '55P03', // lock_not_available: lock_timeout
  '25P03', // idle_in_transaction_session_timeout
]);

/**
 * An error as a log may keep it. That of the server repeats the row it refused, which is about somebody: what is kept
 * says which rule was broken, and where in the code.
 */
export function withoutValues(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  const { code, constraint, message, stack = '' } = error;
  // A value that could not be read (class 22) is in the message itself.
  const said = code?.startsWith('22') ? 'unreadable value' : message;
  const frames = stack.split('\n').filter((line) => line.startsWith('    at '));
  return [`PostgreSQL ${code}${constraint ? ` ${constraint}` : ''}: ${said}`, ...frames].join('\n');
}

const ATTEMPTS = 5;
const RETRYABLE = new Set(['40001' /* serialization_failure */, '40P01' /* deadlock_detected */]);

/**
 * Runs the work in one transaction, again if the server asks for it (so the work must do nothing outside the database). Inside a
 * transaction already open, it becomes a step of it, undone alone when it fails.
 */
export async function inTransaction<Result>(db: Db, work: (trx: Trx) => Promise<Result>): Promise<Result> {
  if (db.isTransaction) return inSavepoint(db as Trx, work);
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      const code = (error as { code?: string }).code ?? '';
      if (attempt === ATTEMPTS || !RETRYABLE.has(code)) throw error;
      await pause(Math.random() * 20 * 2 ** attempt);
    }
  }
}

async function inSavepoint<Result>(trx: Trx, work: (trx: Trx) => Promise<Result>): Promise<Result> {
  await sql`savepoint step`.execute(trx);
  try {
    const result = await work(trx);
    await sql`release savepoint step`.execute(trx);
    return result;
  } catch (error) {
    await sql`rollback to savepoint step`.execute(trx);
    await sql`release savepoint step`.execute(trx);
    throw error;
  }
}

const { INT8, DATE } = pg.types.builtins;

const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') => {
  if (oid === INT8) return toSafeNumber;
  if (oid === DATE) return (day: string) => day;
  return pg.types.getTypeParser(oid, format as 'text');
};

function toSafeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint outside the safe integers: ${text}`);
  return value;
}
