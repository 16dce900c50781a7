import type { Db } from '../../database/index.ts';
import { findMilestones } from '../milestones/milestone.store.ts';
import { findGiven } from '../questionnaires/given.store.ts';
import type { AgeBand, CloseReason, DecisionOutcome, Level, StopReason, WithWhom } from '../vocabulary.ts';
import type { Asker, Kept } from './rights.ts';

/** A name of the closed lists, as the database keeps it. */
type Listed<T extends string> = T;

export type OwnFile = Awaited<ReturnType<typeof readOwnFile>>;

/**
 * What is kept under a code, for whoever it is about: no word of somebody else, no name of a colleague. Requests for an adult
 * are left out on purpose, since a family may read this page.
 */
export async function readOwnFile(db: Db, { id }: { id: string }) {
  const [
    file,
    milestones,
    signals,
    interviews,
    decisions,
    supports,
    questionnaires,
    meetings,
    circle,
    readings,
    requests,
  ] = await Promise.all([
    db
      .selectFrom('follow_up')
      .select([
        'code',
        'level',
        'age_band as ageBand',
        'opened_on as openedOn',
        'informed_on as informedOn',
        'opposed_on as opposedOn',
        'closed_on as closedOn',
        'close_reason as reason',
        'purge_on as purgeOn',
      ])
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
    findMilestones(db, id),
    db
      .selectFrom('signal_rating')
      .select(['signal', 'level', 'observed_on as on'])
      .where('follow_up_id', '=', id)
      .orderBy('signal')
      .orderBy('observed_on')
      .execute(),
    db
      .selectFrom('interview')
      .select(['with_whom as withWhom', 'held_on as on', 'goal', 'next_on as nextOn'])
      .where('follow_up_id', '=', id)
      .orderBy('held_on')
      .execute(),
    db
      .selectFrom('gpds_decision')
      .select(['kind', 'decided_on as on', 'due', 'outcome'])
      .where('follow_up_id', '=', id)
      .orderBy('decided_on')
      .execute(),
    db
      .selectFrom('support')
      .select([
        'kind',
        'planned_from as from',
        'planned_until as until',
        'ended_on as endedOn',
        'stop_reason as stop',
      ])
      .where('follow_up_id', '=', id)
      .orderBy('planned_from')
      .execute(),
    findGiven(db, { id }),
    db
      .selectFrom('gpds_item as i')
      .innerJoin('gpds_meeting as m', 'm.id', 'i.meeting_id')
      .select('m.held_on as on')
      .where('i.follow_up_id', '=', id)
      .where('i.discussed_at', 'is not', null)
      .orderBy('m.held_on')
      .execute(),
    db
      .selectFrom('circle_member')
      .select(['role', 'from_day as from', 'until_day as until'])
      .where('follow_up_id', '=', id)
      .where('ended_at', 'is', null)
      .orderBy('from_day')
      .execute(),
    db
      .selectFrom('follow_up_reading')
      .select(['on_day as on', 'access'])
      .distinct()
      .where('follow_up_id', '=', id)
      .orderBy('on_day', 'desc')
      .orderBy('access')
      .execute(),
    db
      .selectFrom('data_request')
      .select(['kind', 'asked_by as askedBy', 'about', 'asked_on as on', 'answered_on as answeredOn'])
      .where('follow_up_id', '=', id)
      .orderBy('asked_on')
      .execute(),
  ]);
  return {
    ...file,
    level: file.level as Listed<Level>,
    ageBand: file.ageBand as Listed<AgeBand>,
    reason: file.reason as Listed<CloseReason> | null,
    milestones,
    signals,
    interviews: interviews.map((one) => ({ ...one, withWhom: one.withWhom as Listed<WithWhom> })),
    decisions: decisions.map((one) => ({ ...one, outcome: one.outcome as Listed<DecisionOutcome> | null })),
    supports: supports.map((one) => ({ ...one, stop: one.stop as Listed<StopReason> | null })),
    questionnaires,
    meetings,
    circle,
    readings,
    requests: requests.map((one) => ({
      ...one,
      askedBy: one.askedBy as Listed<Asker>,
      about: one.about as Listed<Kept>[],
    })),
  };
}
