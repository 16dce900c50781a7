import { type Db, inTransaction } from '../../database/index.ts';
import { audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import { reachMilestone } from '../milestones/milestone.store.ts';
import type { SeenFollowUp } from '../situations/follow-up.store.ts';
import type { Interview } from './interview.ts';
import { notesSessions } from './support.store.ts';

/** The interviews held, the latest first. The caller has opened the file. */
export async function findInterviews(db: Db, file: SeenFollowUp): Promise<Interview[]> {
  return db
    .selectFrom('interview')
    .select(['id', 'with_whom as withWhom', 'held_on as heldOn', 'goal', 'next_on as nextOn'])
    .where('follow_up_id', '=', file.id)
    .orderBy('held_on', 'desc')
    .orderBy('recorded_at', 'desc')
    .execute();
}

/** Keeps an interview, once however often it is sent; the first one with the pupil is a milestone. */
export async function recordInterview(
  db: Db,
  viewer: Viewer,
  file: SeenFollowUp,
  { id, withWhom, heldOn, goal, nextOn }: Interview,
  now: Date,
): Promise<'recorded' | null> {
  if (!notesSessions(file) || file.closedOn !== null) return null;
  return inTransaction(db, async (trx): Promise<'recorded'> => {
    await trx
      .insertInto('interview')
      .values({
        id,
        follow_up_id: file.id,
        with_whom: withWhom,
        held_on: heldOn,
        goal,
        next_on: nextOn,
        recorded_by: viewer.personId,
        recorded_at: now,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
    if (withWhom !== 'family') {
      await reachMilestone(trx, viewer, file, { kind: 'interviewed', on: heldOn }, now);
    }
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'interview-recorded',
      subject: `follow-up ${file.id}`,
    });
    return 'recorded';
  });
}
