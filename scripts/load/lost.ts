import type { Db } from '../../src/database/connection.ts';

/** How many answers were acknowledged, by series, and are not stored. */
export async function lostOf(db: Db, acknowledged: ReadonlyMap<string, number>): Promise<number> {
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
