import type { Db } from '../../database/index.ts';
import type { Milestone, Situation } from '../vocabulary.ts';

export type Reached = { kind: Milestone; on: string; situation: Situation | null };

/** What a young person has gone through, in the order of time. The caller has opened the file. */
export async function findMilestones(db: Db, followUpId: string): Promise<Reached[]> {
  return db
    .selectFrom('milestone')
    .select(['kind', 'on_day as on', 'situation'])
    .where('follow_up_id', '=', followUpId)
    .orderBy('on_day')
    .orderBy('recorded_at')
    .execute();
}
