import type { Content } from '../../content/index.ts';
import type { Db } from '../../database/index.ts';
import type { Viewer } from '../../web/index.ts';
import { bankOf } from '../bank/bank.ts';
import { findKnowledge } from './profile.store.ts';
import { profileOf } from './profile.ts';

/** Most probable level, 1 to 5, of each competence of which enough is known; the person's own. */
export async function findMeasuredLevels(
  db: Db,
  viewer: Viewer,
  content: Content,
  now: Date,
): Promise<Map<string, number>> {
  const knowledge = await findKnowledge(db, viewer, content, now);
  if (!knowledge) return new Map();
  const { domains } = profileOf(bankOf(content), content.framework, content.professions, knowledge, now);
  return new Map(
    domains
      .flatMap(({ competences }) => competences)
      .flatMap(({ competence, reading }) => (reading ? [[competence.code, reading.mostProbableLevel]] : [])),
  );
}
