import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { newSecret } from '../../codes/index.ts';
import { type Db, inTransaction, type Trx } from '../../database/index.ts';
import { audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import { type After, afterReply, type Material, type RoundBody, roundOf, roundsIn } from './rounds.ts';
import { isAmong, type LiveRound, type Stage, type Step, stepsFrom } from './steps.ts';
import { type Ballots, type Tally, tallyOf } from './tally.ts';

export type LiveWorkshop = {
  id: string;
  kind: Material['kind'];
  contentId: string;
  contentVersion: number;
  title: string;
  label: string;
  /** Null once what participants sent was erased. */
  code: string | null;
  showsVotes: boolean;
  stage: Stage;
  version: number;
  openedAt: Date;
  begunAt: Date | null;
  endedAt: Date | null;
  /** Counted at the end. */
  participants: number | null;
};

const COLUMNS = [
  'id',
  'kind',
  'content_id as contentId',
  'content_version as contentVersion',
  'title',
  'label',
  'code',
  'shows_votes as showsVotes',
  'stage',
  'version',
  'opened_at as openedAt',
  'begun_at as begunAt',
  'ended_at as endedAt',
  'participants',
] as const;

export type NewWorkshop = {
  kind: Material['kind'];
  contentId: string;
  contentVersion: number;
  title: string;
  label: string;
  showsVotes: boolean;
};

/** Opens a workshop under a code of its own. */
export async function openWorkshop(db: Db, viewer: Viewer, chosen: NewWorkshop, now: Date): Promise<string> {
  return inTransaction(db, async (trx) => {
    const id = randomUUID();
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('workshop')
      .values({
        id,
        person_id: viewer.personId,
        kind: chosen.kind,
        content_id: chosen.contentId,
        content_version: chosen.contentVersion,
        title: chosen.title,
        label: chosen.label,
        code: newSecret(),
        shows_votes: chosen.showsVotes,
        opened_at: now,
        changed_at: now,
      })
      .onConflict((conflict) => conflict.column('code').doNothing())
      .executeTakeFirstOrThrow();
    if (!numInsertedOrUpdatedRows) return openWorkshop(trx, viewer, chosen, now);
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'workshop-opened',
      subject: `workshop ${id}`,
    });
    return id;
  });
}

export async function findOwnWorkshops(db: Db, { personId }: Viewer): Promise<LiveWorkshop[]> {
  return db
    .selectFrom('workshop')
    .select(COLUMNS)
    .where('person_id', '=', personId)
    .orderBy('opened_at', 'desc')
    .execute();
}

export async function findOwnWorkshop(
  db: Db,
  { personId }: Viewer,
  id: string,
): Promise<LiveWorkshop | null> {
  const found = await db
    .selectFrom('workshop')
    .select(COLUMNS)
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return found ?? null;
}

/** Whoever holds the code; null also once it is erased. */
export async function findWorkshopByCode(db: Db, code: string): Promise<LiveWorkshop | null> {
  return (
    (await db.selectFrom('workshop').select(COLUMNS).where('code', '=', code).executeTakeFirst()) ?? null
  );
}

/** The rounds so far. An open one is told as the screen may show it. */
export async function findRounds(db: Db, workshopId: string): Promise<LiveRound[]> {
  const rows = await db
    .selectFrom('workshop_round')
    .select(['number', 'body', 'closed_at', 'revealed_at', 'followed', 'after', 'shown', 'tally'])
    .where('workshop_id', '=', workshopId)
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    number: row.number,
    body: row.body as RoundBody,
    state: row.revealed_at ? 'revealed' : row.closed_at ? 'closed' : 'open',
    followed: row.followed,
    after: row.after as After | null,
    tally: (row.tally ?? row.shown) as Tally | null,
  }));
}

/** How many there are, and of how many métiers; and how many voted in this round. */
export async function countPresent(
  db: Db,
  workshopId: string,
  round: number,
): Promise<{ people: number; professions: number; voters: number }> {
  const { rows } = await sql<{ people: number; professions: number; voters: number }>`
    select count(*) as people, count(distinct profession) as professions,
      (select count(*) from workshop_vote where workshop_id = ${workshopId} and round = ${round}) as voters
    from workshop_participant where workshop_id = ${workshopId}`.execute(db);
  return rows[0]!;
}

/** Votes of a round as they stand. */
export async function findBallots(db: Db, workshopId: string, round: number): Promise<Ballots[]> {
  const { rows } = await sql<Ballots>`
    select p.profession, v.choices, count(*) as people
    from workshop_vote v join workshop_participant p on p.id = v.participant_id
    where v.workshop_id = ${workshopId} and v.round = ${round}
    group by p.profession, v.choices`.execute(db);
  return rows;
}

/**
 * Takes a step of the workshop, once: a step that may not be taken any more, from a page left behind or a second click,
 * changes nothing. False then.
 */
export async function takeStep(
  db: Db,
  viewer: Viewer,
  { id, material, step }: { id: string; material: Material | null; step: Step },
  now: Date,
): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const { stage } =
      (await trx
        .selectFrom('workshop')
        .select('stage')
        .where('id', '=', id)
        .where('person_id', '=', viewer.personId)
        .forNoKeyUpdate()
        .executeTakeFirst()) ?? {};
    if (!stage) return false;
    const rounds = await findRounds(trx, id);
    const mayEnd = step.step === 'end' && stage !== 'ended';
    const steps = stepsFrom(stage, rounds.at(-1) ?? null, roundsIn(material));
    if (!mayEnd && !isAmong(steps, step)) return false;
    const next = await applyStep(trx, { id, material, rounds, step }, now);
    if (!next) return false;
    await trx
      .updateTable('workshop')
      .set((row) => ({
        stage: next,
        version: sql<number>`${row.ref('version')} + 1`,
        changed_at: now,
        begun_at: sql<Date>`coalesce(${row.ref('begun_at')}, ${now})`,
        ...(next === 'ended'
          ? {
              ended_at: now,
              participants: sql<number>`(select count(*) from workshop_participant where workshop_id = ${id})`,
            }
          : {}),
      }))
      .where('id', '=', id)
      .execute();
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'workshop-moved',
      subject: `workshop ${id} ${step.step}`,
    });
    return true;
  });
}

/** What the step writes; the stage it leads to, or null when it leads nowhere. */
async function applyStep(
  trx: Trx,
  { id, material, rounds, step }: { id: string; material: Material | null; rounds: LiveRound[]; step: Step },
  now: Date,
): Promise<Stage | null> {
  switch (step.step) {
    case 'read':
      return 'reading';
    case 'commit':
      return 'commitments';
    case 'end':
      await closeOpenRound(trx, id, rounds, now);
      return 'ended';
    case 'open': {
      const followed = rounds.flatMap((round) => round.followed ?? []);
      const body = material && roundOf(material, step.round, followed);
      if (!body) return null;
      await trx
        .insertInto('workshop_round')
        .values({ workshop_id: id, number: step.round, body: JSON.stringify(body), opened_at: now })
        .execute();
      return 'rounds';
    }
    case 'close':
      await closeOpenRound(trx, id, rounds, now);
      return 'rounds';
    case 'reveal':
      await trx
        .updateTable('workshop_round')
        .set({ revealed_at: now })
        .where('workshop_id', '=', id)
        .where('number', '=', step.round)
        .execute();
      return 'rounds';
    case 'follow': {
      const followed = [...rounds.flatMap((round) => round.followed ?? []), step.reply];
      const after = material && afterReply(material, followed);
      if (!after) return null;
      await trx
        .updateTable('workshop_round')
        .set({ followed: step.reply, after: JSON.stringify(after) })
        .where('workshop_id', '=', id)
        .where('number', '=', step.round)
        .execute();
      return 'rounds';
    }
  }
}

/** Waits for the votes being written, then counts: a vote acknowledged is a vote counted. */
export async function closeOpenRound(
  trx: Trx,
  id: string,
  rounds: readonly LiveRound[],
  now: Date,
): Promise<void> {
  const open = rounds.find(({ state }) => state === 'open');
  if (!open) return;
  const round = trx
    .updateTable('workshop_round')
    .where('workshop_id', '=', id)
    .where('number', '=', open.number);
  await trx
    .selectFrom('workshop_round')
    .select('number')
    .where('workshop_id', '=', id)
    .where('number', '=', open.number)
    .forUpdate()
    .execute();
  const options = open.body.options.map(({ id: option }) => option);
  const tally = tallyOf(await findBallots(trx, id, open.number), options);
  await round.set({ closed_at: now, tally: JSON.stringify(tally) }).execute();
}
