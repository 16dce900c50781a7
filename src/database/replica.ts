import { sql } from 'kysely';
import { type Db, isDatabaseAway, openDatabase } from './connection.ts';

/** A copy of the database that follows it, for reading what may be a little old. */
export type Replica = {
  /** Reads there while it follows closely, else on the primary; a read that breaks there is made again on the primary. */
  read<Result>(work: (db: Db) => Promise<Result>): Promise<Result>;
  /** How far behind it is, in seconds; null when nobody knows. */
  lagSeconds(): number | null;
  isUsed(): boolean;
  close(): Promise<void>;
};

export type ReplicaOptions = {
  primary: Db;
  connectionString: string;
  /** Further behind than this, it is left alone. */
  maxLagSeconds: number;
  onChange: (state: 'used' | 'left', reason: string) => void;
  lookEveryMs?: number;
};

const LOOK_EVERY_MS = 2_000;
/** Enough to know a lag of ten minutes. */
const SAMPLES = 300;

/**
 * Its lag is measured without writing anything: where the journal of the primary was at each look, and how long ago it was
 * where the replica is now. A replica of an idle database is thus not behind, and one whose link is cut is.
 */
export function openReplica(options: ReplicaOptions): Replica {
  const { primary, connectionString, maxLagSeconds, onChange, lookEveryMs = LOOK_EVERY_MS } = options;
  const db = openDatabase(connectionString);
  const samples: Sample[] = [];
  let lag: number | null = null;
  let lookedAt = 0;
  let used = false;
  let closed = false;

  const change = (next: boolean, reason: string) => {
    if (next !== used) onChange(next ? 'used' : 'left', reason);
    used = next;
  };
  const look = async () => {
    const before = performance.now();
    const written = await positionOf(primary, sql`pg_current_wal_lsn()`).catch(() => null);
    if (written !== null) samples.push({ at: before, position: written });
    if (samples.length > SAMPLES) samples.shift();
    try {
      const replayed = await positionOf(db, sql`pg_last_wal_replay_lsn()`);
      if (replayed === null) return change(false, 'not a replica');
      lag = lagAt(samples, replayed, performance.now());
      lookedAt = performance.now();
      if (lag === null) return change(false, 'nothing to compare with');
      change(lag <= maxLagSeconds, lag <= maxLagSeconds ? 'follows' : 'too far behind');
    } catch (error) {
      lag = null;
      change(false, isDatabaseAway(error) ? 'away' : 'unreadable');
    }
  };
  let looking: Promise<void> = look();
  const timer = setInterval(() => {
    looking = looking.then(() => (closed ? undefined : look()));
  }, lookEveryMs);
  timer.unref();

  return {
    async read(work) {
      // A look that does not come back says nothing of now.
      const fresh = performance.now() - lookedAt <= maxLagSeconds * 1000 + lookEveryMs;
      if (!used || !fresh) return work(primary);
      try {
        return await work(db);
      } catch (error) {
        if (!isDatabaseAway(error) && !isConflict(error)) throw error;
        if (isDatabaseAway(error)) change(false, 'away');
        return work(primary);
      }
    },
    lagSeconds: () => lag,
    isUsed: () => used,
    async close() {
      closed = true;
      clearInterval(timer);
      await looking;
      await db.destroy();
    },
  };
}

export type Sample = { at: number; position: bigint };

/** In seconds: since the first look that found the primary beyond where the replica is. Null before any look. */
export function lagAt(samples: readonly Sample[], replayed: bigint, now: number): number | null {
  if (samples.length === 0) return null;
  const missing = samples.find(({ position }) => position > replayed);
  return missing ? (now - missing.at) / 1000 : 0;
}

/** What a replica cancels because the primary has removed rows it was reading. */
function isConflict(error: unknown): boolean {
  return (error as { code?: string }).code === '40001';
}

async function positionOf(db: Db, lsn: ReturnType<typeof sql>): Promise<bigint | null> {
  const { rows } = await sql<{ position: string | null }>`
    select pg_wal_lsn_diff(${lsn}, '0/0')::text as position`.execute(db);
  const position = rows[0]?.position ?? null;
  return position === null ? null : BigInt(position);
}
