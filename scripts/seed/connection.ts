import { setTimeout as pause } from 'node:timers/promises';
import { type Db, isDatabaseAway, openWithoutLimits } from '../../src/database/connection.ts';
import { runningDatabase } from '../bench/people.ts';

const TRIES = 30;
const PAUSE_MS = 3_000;

/** One piece of work in a connection of its own, without time limits; again when the server was restarted meanwhile. */
export async function alone<Result>(dataDir: string, work: (db: Db) => Promise<Result>): Promise<Result> {
  return persisting(async () => {
    const db = openWithoutLimits(runningDatabase(dataDir));
    try {
      return await work(db);
    } finally {
      await db.destroy();
    }
  });
}

/** A run of many minutes outlives a restart of its server. */
export async function persisting<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const missing = (error as { code?: string }).code === 'ENOENT';
      if (attempt === TRIES || !(missing || isDatabaseAway(error))) throw error;
      console.error('the database is away: once more');
      await pause(PAUSE_MS);
    }
  }
}
