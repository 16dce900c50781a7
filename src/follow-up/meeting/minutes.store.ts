import { dayOf } from '../../calendar/index.ts';
import { type Db, inTransaction } from '../../database/index.ts';
import { audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import type { Level, Lever } from '../vocabulary.ts';
import type { Decision } from './decisions/decision.ts';
import { findItems, type Meeting } from './meeting.store.ts';

export type MinutesItem = {
  code: string;
  level: Level;
  discussed: boolean;
  levers: Lever[];
  /** Decisions made in this meeting. */
  decided: Decision[];
  /** Earlier decisions whose outcome was told the day the situation was discussed. */
  lookedBack: Decision[];
};
export type Minutes = { schoolName: string; heldOn: string; closedAt: Date | null; items: MinutesItem[] };

/** The minutes of a meeting, of what the viewer may still see; reading them is written in the log. */
export async function readMinutes(db: Db, viewer: Viewer, meeting: Meeting, now: Date): Promise<Minutes> {
  return inTransaction(db, async (trx) => {
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'meeting-read',
      subject: `meeting ${meeting.id}`,
    });
    const items = await findItems(trx, viewer, meeting, now);
    const decisions = await decisionsOf(
      trx,
      items.map(({ followUpId }) => followUpId),
    );
    return {
      schoolName: meeting.schoolName,
      heldOn: meeting.heldOn,
      closedAt: meeting.closedAt,
      items: items.map(({ followUpId, code, level, levers, discussedAt }) => {
        const own = decisions.filter((decision) => decision.followUpId === followUpId);
        const day = discussedAt && dayOf(discussedAt);
        return {
          code,
          level,
          discussed: discussedAt !== null,
          levers: levers as Lever[],
          decided: own.filter(({ meetingId }) => meetingId === meeting.id),
          lookedBack: own.filter(
            ({ meetingId, endedOn }) => meetingId !== meeting.id && endedOn !== null && endedOn === day,
          ),
        };
      }),
    };
  });
}

async function decisionsOf(db: Db, followUpIds: readonly string[]) {
  if (followUpIds.length === 0) return [];
  const rows = await db
    .selectFrom('gpds_decision as d')
    .leftJoin('person as p', 'p.id', 'd.person_id')
    .select([
      'd.id',
      'd.follow_up_id as followUpId',
      'd.meeting_id as meetingId',
      'd.kind',
      'd.act',
      'd.who',
      'd.person_id',
      'p.display_name as name',
      'd.due',
      'd.decided_on as decidedOn',
      'd.outcome',
      'd.ended_on as endedOn',
    ])
    .where('d.follow_up_id', 'in', followUpIds)
    .orderBy('d.due')
    .orderBy('d.id')
    .execute();
  return rows.map(({ person_id, name, ...row }) => ({
    ...row,
    person: person_id !== null && name !== null ? { id: person_id, name } : null,
  }));
}
