import type { Db } from '../../database/index.ts';
import type { Viewer } from '../../web/index.ts';

/** The day a peer last confirmed a practice, by competence. It is beside the estimate, and never changes it. */
export async function findConfirmedPractice(db: Db, viewer: Viewer): Promise<Map<string, Date>> {
  const rows = await db
    .selectFrom('peer_confirmation')
    .select(['competence', (row) => row.fn.max('answered_at').as('on')])
    .where('person_id', '=', viewer.personId)
    .where('answer', '=', 'confirmed')
    .groupBy('competence')
    .execute();
  return new Map(rows.flatMap(({ competence, on }) => (on ? [[competence, on] as const] : [])));
}
