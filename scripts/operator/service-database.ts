import { join } from 'node:path';
import { openWithoutLimits } from '../../src/database/connection.ts';
import { type Db, isRefused, startDatabase } from '../../src/database/index.ts';
import { ROOT } from '../../src/root.ts';
import { runningDatabase } from '../bench/people.ts';

/** The database of DATABASE_URL, that of an application running on DATA_DIR, or the one kept there. */
export async function openServiceDatabase(): Promise<
  { db: Db; close: () => Promise<void> } | { refused: string }
> {
  const databaseUrl = process.env.DATABASE_URL || undefined;
  const dataDir = process.env.DATA_DIR || join(ROOT, 'var/data');
  const started = await startDatabase({ databaseUrl, dataDir, log: () => undefined });
  if (isRefused(started)) {
    if (started.refused !== 'already-running') return { refused: started.message };
    const db = openWithoutLimits(runningDatabase(dataDir));
    return { db, close: () => db.destroy() };
  }
  const db = openWithoutLimits(started.connectionString);
  return { db, close: () => db.destroy().then(() => started.close()) };
}
