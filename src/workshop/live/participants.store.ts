import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Profession } from '../../content/index.ts';
import { type Db, inTransaction } from '../../database/index.ts';
import { type AuditAction, audit } from '../../privacy/index.ts';
import { findBallots } from './live.store.ts';
import type { RoundBody } from './rounds.ts';
import { STEP, tallyWhileOpen } from './tally.ts';

// What somebody in the room does with a phone: the secret it keeps is all that is known of them, with their métier.

const MOST_PARTICIPANTS = 200;
const MOST_COMMITMENTS = 5;

export type Participant = { id: string; profession: Profession };

const hashOf = (workshopId: string, secret: string) =>
  createHash('sha256').update(`workshop ${workshopId} ${secret}`).digest();

/** The secret for the phone to keep; null when the room is full or the workshop over. */
export async function joinWorkshop(
  db: Db,
  workshopId: string,
  profession: Profession,
  now: Date,
): Promise<string | null> {
  const secret = randomBytes(32).toString('base64url');
  return inTransaction(db, async (trx) => {
    const { rows } = await sql`
      insert into workshop_participant (id, workshop_id, secret_hash, profession, joined_at)
      select ${randomUUID()}::uuid, w.id, ${hashOf(workshopId, secret)}, ${profession}, ${now}
      from workshop w
      where w.id = ${workshopId} and w.stage <> 'ended'
        and (select count(*) from workshop_participant where workshop_id = w.id) < ${MOST_PARTICIPANTS}
      returning id`.execute(trx);
    if (rows.length === 0) return null;
    await audit(trx, { at: now, actor: null, action: 'workshop-joined', subject: `workshop ${workshopId}` });
    return secret;
  });
}

export async function findParticipant(
  db: Db,
  workshopId: string,
  secret: string,
): Promise<Participant | null> {
  const found = await db
    .selectFrom('workshop_participant')
    .select(['id', 'profession'])
    .where('workshop_id', '=', workshopId)
    .where('secret_hash', '=', hashOf(workshopId, secret))
    .executeTakeFirst();
  return found ? { id: found.id, profession: found.profession as Profession } : null;
}

/** Takes away somebody and their votes in the round still open; what was counted is counted. */
export async function leaveWorkshop(
  db: Db,
  workshopId: string,
  { id }: Participant,
  now: Date,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    await trx.deleteFrom('workshop_participant').where('id', '=', id).execute();
    await audit(trx, { at: now, actor: null, action: 'workshop-left', subject: `workshop ${workshopId}` });
  });
}

/**
 * Keeps a vote, in place of the former one, as long as the round is open: the lock makes whoever closes it wait for the
 * votes that are being written. False when it was closed before.
 */
export async function vote(
  db: Db,
  {
    workshopId,
    round,
    participantId,
    choices,
  }: { workshopId: string; round: number; participantId: string; choices: string[] },
  now: Date,
): Promise<boolean> {
  const subject = `workshop ${workshopId} round ${round}`;
  const action: AuditAction = 'workshop-voted';
  // One statement is one transaction: forty people vote within seconds.
  const { rows } = await sql`
    with open_round as (
      select workshop_id, number from workshop_round
      where workshop_id = ${workshopId} and number = ${round} and closed_at is null
      for share
    ), kept as (
      insert into workshop_vote (workshop_id, round, participant_id, choices, cast_at)
      select workshop_id, number, ${participantId}::uuid, ${choices}::text[], ${now}::timestamptz from open_round
      on conflict (workshop_id, round, participant_id) do update
        set choices = excluded.choices, cast_at = excluded.cast_at, revision = workshop_vote.revision + 1
      returning revision
    ), told as (
      insert into audit_event (at, actor, action, subject)
      select ${now}::timestamptz, null, ${action}::text, ${subject}::text from kept
    )
    select revision from kept`.execute(db);
  const kept = rows.length > 0;
  if (kept) await moveOn(db, workshopId, round);
  return kept;
}

/** What the screen shows of an open round moves on once enough votes came or changed since: never for one alone. */
async function moveOn(db: Db, workshopId: string, round: number): Promise<void> {
  const { rows } = await sql<{ moves: number; body: RoundBody }>`
    select r.body, coalesce(sum(v.revision), 0) as moves
    from workshop_round r
      join workshop w on w.id = r.workshop_id and w.shows_votes
      join workshop_vote v on v.workshop_id = r.workshop_id and v.round = r.number
    where r.workshop_id = ${workshopId} and r.number = ${round} and r.closed_at is null
    group by r.workshop_id, r.number
    having sum(v.revision) >= r.shown_moves + ${STEP}`.execute(db);
  const [due] = rows;
  if (!due) return;
  const options = due.body.options.map(({ id }) => id);
  const shown = tallyWhileOpen(await findBallots(db, workshopId, round), options);
  if (!shown.counts) return;
  await db
    .updateTable('workshop_round')
    .set({ shown: JSON.stringify(shown), shown_moves: due.moves })
    .where('workshop_id', '=', workshopId)
    .where('number', '=', round)
    .where('closed_at', 'is', null)
    .where('shown_moves', '<=', due.moves - STEP)
    .execute();
}

export async function findVote(
  db: Db,
  { workshopId, round, participantId }: { workshopId: string; round: number; participantId: string },
): Promise<string[] | null> {
  const found = await db
    .selectFrom('workshop_vote')
    .select('choices')
    .where('workshop_id', '=', workshopId)
    .where('round', '=', round)
    .where('participant_id', '=', participantId)
    .executeTakeFirst();
  return found?.choices ?? null;
}

export type Commitment = {
  id: string;
  text: string;
  status: 'proposed' | 'accepted' | 'refused';
  own: boolean;
};

/** Proposes what the team will do; false when this phone proposed enough, or the moment is over. */
export async function proposeCommitment(
  db: Db,
  { workshopId, participantId, text }: { workshopId: string; participantId: string; text: string },
  now: Date,
): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const { rows } = await sql`
      insert into workshop_commitment (id, workshop_id, participant_id, text, status, proposed_at)
      select ${randomUUID()}::uuid, w.id, ${participantId}::uuid, ${text}, 'proposed', ${now}
      from workshop w
      where w.id = ${workshopId} and w.stage = 'commitments' and (
        select count(*) from workshop_commitment where participant_id = ${participantId}
      ) < ${MOST_COMMITMENTS}
      returning id`.execute(trx);
    if (rows.length === 0) return false;
    await audit(trx, {
      at: now,
      actor: null,
      action: 'commitment-proposed',
      subject: `workshop ${workshopId}`,
    });
    return true;
  });
}

export async function findCommitments(
  db: Db,
  workshopId: string,
  participantId: string | null = null,
): Promise<Commitment[]> {
  const { rows } = await sql<Commitment>`
    select id, text, status, coalesce(participant_id = ${participantId}::uuid, false) as own
    from workshop_commitment where workshop_id = ${workshopId} order by proposed_at, id`.execute(db);
  return rows;
}
