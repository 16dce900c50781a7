import type { Db } from '../../src/database/connection.ts';
import type { Crowd } from './crowd.ts';

/** How many answers people were told are kept, and are not. */
export async function lostOf(db: Db, { acknowledged }: Crowd): Promise<number> {
  const rows = await db
    .selectFrom('answer')
    .select(['evaluation_id', ({ fn }) => fn.countAll<number>().as('stored')])
    .groupBy('evaluation_id')
    .execute();
  const stored = new Map(rows.map((row) => [row.evaluation_id, row.stored]));
  const missing = [...acknowledged].map(
    ([series, told]) => told - (stored.get(series.split('/').at(-1)!) ?? 0),
  );
  return missing.reduce((sum, count) => sum + Math.max(0, count), 0);
}
