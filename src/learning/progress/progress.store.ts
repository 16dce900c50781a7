import type { Content } from '../../content/index.ts';
import type { Db } from '../../database/index.ts';
import type { Viewer } from '../../web/index.ts';
import { findPlays } from '../dialogues/dialogue.store.ts';
import { findProgress } from '../modules/module.store.ts';
import { type Finished, finishedThings, type TriedExercise } from './progress.ts';

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

/** Every module and dialogue the person finished. */
export async function findFinished(db: Db, viewer: Viewer, content: Content): Promise<Finished[]> {
  return finishedThings(await findProgress(db, viewer), await findPlays(db, viewer), content);
}
