import type { Content } from '../../content/index.ts';
import type { Db } from '../../database/index.ts';
import type { Viewer } from '../../web/index.ts';
import { bankOf, beliefAtStart } from '../bank/bank.ts';
import { isNewOccasion, monthsBetween, nextOccasionFrom, STAGES } from '../bank/next-question.ts';
import { modulesFinishedSince, seenQuestions } from '../bank/seen.store.ts';
import { gainOfStage, type NextStage, SMALLEST_GAIN } from './next-stage.ts';
import { findKnowledge } from './profile.store.ts';
import { type EstablishedChange, profileOf } from './profile.ts';

/** What the assessment has to say about progress: changes that are established, and whether a new stage is worth it. */
export type Standing = { nextStage: NextStage; changes: EstablishedChange[] };

export async function findStanding(db: Db, viewer: Viewer, content: Content, now: Date): Promise<Standing> {
  const knowledge = await findKnowledge(db, viewer, content, now);
  const last = knowledge?.series.at(-1);
  if (!knowledge || !last) return { nextStage: { kind: 'first' }, changes: [] };
  const bank = bankOf(content);
  const { framework, professions } = content;
  const { history, stages } = profileOf(bank, framework, professions, knowledge, now);
  const moment = history.at(-1)?.changes;
  const changes = moment === undefined || moment === 'first' ? [] : moment;
  const newOccasion = isNewOccasion(knowledge.asOf, now);
  if (!newOccasion && stages >= STAGES) {
    return { nextStage: { kind: 'full', from: nextOccasionFrom(knowledge.asOf) }, changes };
  }
  const gain = gainOfStage({
    bank,
    professions,
    profession: knowledge.profession,
    state: beliefAtStart(knowledge.state, bank, {
      months: monthsBetween(knowledge.asOf, now),
      learnt: await modulesFinishedSince(db, viewer.personId, last.startedAt),
    }),
    stage: newOccasion ? 1 : stages + 1,
    seen: await seenQuestions(db, viewer.personId, now),
  });
  return { nextStage: { kind: gain >= SMALLEST_GAIN ? 'worth' : 'little-to-learn', gain }, changes };
}
