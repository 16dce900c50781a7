import type { Db } from '../../database/index.ts';
import type { Viewer } from '../../web/index.ts';
import type { TriedExercise } from './progress.ts';

/** Every try of the person, on whatever version of a module. */
export async function findAllTries(db: Db, viewer: Viewer): Promise<TriedExercise[]> {
  return db
    .selectFrom('practice_try')
    .select(['exercise', 'number', 'correct'])
    .where('person_id', '=', viewer.personId)
    .execute();
}

export async function findAllCards(
  db: Db,
  viewer: Viewer,
): Promise<{ due: Date; reviewedAt: Date | null }[]> {
  return db
    .selectFrom('review_card')
    .select(['due', 'reviewed_at as reviewedAt'])
    .where('person_id', '=', viewer.personId)
    .execute();
}
