import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { sql } from 'kysely';
import { aSchool } from '../../../test/follow-up-team.ts';
import { testDatabase } from '../../database/testing.ts';
import { findDecisions } from '../meeting/decisions/decision.store.ts';
import { findEnd, findMilestones, recordMilestone } from '../milestones/milestone.store.ts';
import { giveQuestionnaire } from '../questionnaires/given.store.ts';
import { chooseSignals, findRatings, rateSignals } from '../signals/signals.store.ts';
import { openFile } from '../situations/follow-up.store.ts';
import { findInterviews, recordInterview } from '../support/interview.store.ts';
import { findSupports, noteSession, planSupport } from '../support/support.store.ts';
import { acceptTransfer, cancelTransfer, findOffer, offerTransfer, seeComing } from './transfer.store.ts';
import { readTransferCode } from './transfer-code.ts';

const NOW = new Date('2026-11-30T08:00:00Z');
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const db = await testDatabase();
const here = await aSchool(db, '0000101X', NOW);
const there = await aSchool(db, '0000202Y', NOW);
const closed = await aSchool(db, '0000303Z', NOW, { gate: false });

/** A young person with something of everything. */
async function livedFile() {
  const code = await here.opens();
  const file = (await openFile(db, here.referent, code, NOW))!;
  const { referent } = here;
  const on = '2026-11-30';
  await chooseSignals(db, referent, file, ['S01', 'S07'], NOW);
  await rateSignals(db, referent, file, new Map([['S01', 2]]), { observedOn: on, now: NOW });
  await recordMilestone(db, referent, file, { kind: 'contacted', on, situation: null }, NOW);
  await recordInterview(
    db,
    referent,
    file,
    { id: randomUUID(), withWhom: 'pupil', heldOn: on, goal: 'Venir le lundi', nextOn: null },
    NOW,
  );
  const plan = {
    kind: 'tutorat',
    from: on,
    until: '2026-12-30',
    hours: 6,
    tutorId: here.agent.personId,
  } as const;
  const supportId = (await planSupport(db, referent, file, plan, NOW))!;
  await noteSession(db, referent, file, { id: randomUUID(), supportId, on, hours: 1 }, NOW);
  await db
    .insertInto('gpds_decision')
    .values({
      id: randomUUID(),
      follow_up_id: file.id,
      kind: 'tutorat',
      act: 'Vingt minutes chaque jeudi',
      who: 'CPE',
      person_id: here.agent.personId,
      due: '2026-12-10',
      decided_on: on,
    })
    .execute();
  return file;
}

/** How many are counted as such in a place, all years, levels and ages. */
async function counted(scope: string, measure: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select coalesce(sum(n), 0)::integer as n from indicator_count join indicator_cell on id = cell
    where scope = ${scope} and measure = ${measure} and kind = 'all' and level <> 'all' and age_band <> 'all'`.execute(
    db,
  );
  return rows[0]!.n;
}

test('a code is made by the référent, forgiven its spaces, worth nothing once cancelled, replaced or old', async () => {
  const file = await livedFile();
  assert.equal(
    await offerTransfer(db, here.head, { ...file, access: 'chair' }, { withTexts: false }, NOW),
    null,
  );
  const first = (await offerTransfer(db, here.referent, file, { withTexts: false }, NOW))!;
  assert.equal(readTransferCode(` ${first.code.toLowerCase().replace('-', ' ')} `), first.code);
  assert.ok(await seeComing(db, there.referent, first.code, NOW));
  const second = (await offerTransfer(db, here.referent, file, { withTexts: false }, NOW))!;
  assert.equal(await seeComing(db, there.referent, first.code, NOW), undefined, 'replaced');
  assert.equal(await seeComing(db, there.referent, second.code, later(14)), undefined, 'too old');
  assert.equal(await cancelTransfer(db, here.referent, file, NOW), 'cancelled');
  assert.equal(await findOffer(db, file, NOW), undefined);
  assert.equal(await seeComing(db, there.referent, second.code, NOW), undefined);
  const stored = await sql<{ line: string }>`select t::text as line from transfer t`.execute(db);
  assert.ok(!stored.rows.some(({ line }) => line.includes(second.code)), 'only its print is kept');
});

test('a code opens nothing to its own school, to a school without a gate, or to somebody who runs no GPDS', async () => {
  const file = await livedFile();
  const { code } = (await offerTransfer(db, here.referent, file, { withTexts: false }, NOW))!;
  for (const viewer of [here.referent, there.agent, there.head, closed.referent]) {
    assert.equal(await seeComing(db, viewer, code, NOW), undefined);
    const school = viewer.memberships[0]!.school!;
    assert.equal(await acceptTransfer(db, viewer, { code, school }, NOW), null);
  }
  const school = here.uai;
  assert.equal(
    await acceptTransfer(db, there.referent, { code, school }, NOW),
    null,
    'in a school of theirs',
  );
});

test('what comes is seen before it is taken; taken once, it lives under a new code, without names nor texts', async () => {
  const file = await livedFile();
  const { code } = (await offerTransfer(db, here.referent, file, { withTexts: false }, NOW))!;
  const coming = (await seeComing(db, there.referent, code, NOW))!;
  assert.deepEqual(
    [coming.signals, coming.decisions, coming.interviews, coming.supports.length, coming.withTexts],
    [['S01', 'S07'], 1, 1, 1, false],
  );
  const takes = () => acceptTransfer(db, there.referent, { code, school: there.uai }, NOW);
  const taken = (await Promise.all([takes(), takes()])).filter((one) => one !== null);
  assert.equal(taken.length, 1, 'once, whoever comes first');
  const copy = (await openFile(db, there.referent, taken[0]!.code, NOW))!;
  assert.notEqual(copy.code, file.code);
  assert.deepEqual([copy.openedOn, copy.schoolYear, copy.closedOn], [file.openedOn, file.schoolYear, null]);
  assert.deepEqual((await findMilestones(db, copy.id)).map(({ kind }) => kind).toSorted(), [
    'contacted',
    'engaged',
    'interviewed',
    'spotted',
  ]);
  assert.deepEqual(
    (await findRatings(db, copy)).map(({ signal, level, rater }) => [signal, level, rater]),
    [['S01', 2, null]],
  );
  assert.deepEqual(
    (await findDecisions(db, copy)).map(({ act, person }) => [act, person]),
    [['Tutorat', null]],
  );
  assert.deepEqual(
    (await findInterviews(db, copy)).map(({ goal }) => goal),
    [''],
  );
  const [support] = await findSupports(db, copy);
  assert.deepEqual(
    [support?.endedOn, support?.stopReason, support?.sessions.length],
    ['2026-11-30', 'left-school', 1],
  );
  const former = (await openFile(db, here.referent, file.code, NOW))!;
  assert.equal(former.closedOn, '2026-11-30');
  assert.deepEqual(await findEnd(db, former), { reason: 'transferred', purgeOn: '2027-02-28' });
  assert.equal(await openFile(db, here.referent, copy.code, NOW), undefined, 'the first school sees no more');
});

test('the texts go only when they were chosen', async () => {
  const file = await livedFile();
  const { code } = (await offerTransfer(db, here.referent, file, { withTexts: true }, NOW))!;
  const taken = (await acceptTransfer(db, there.referent, { code, school: there.uai }, NOW))!;
  const copy = (await openFile(db, there.referent, taken.code, NOW))!;
  assert.equal((await findDecisions(db, copy))[0]?.act, 'Vingt minutes chaque jeudi');
  assert.equal((await findInterviews(db, copy))[0]?.goal, 'Venir le lundi');
});

/** Everything counted of an académie, every kind of support apart. */
async function everythingCounted(scope: string): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select concat_ws(' ', school_year, level, age_band, kind, measure, n) as line
    from indicator_count join indicator_cell on id = cell where scope = ${scope} and n <> 0
    order by 1`.execute(db);
  return rows.map(({ line }) => line);
}

/** Talked about in a meeting of the school. */
async function discuss(uai: string, followUpId: string): Promise<void> {
  const id = randomUUID();
  await db
    .insertInto('gpds_meeting')
    .values({ id, school: uai, held_on: '2026-11-30', prepared_at: NOW, begun_at: NOW, closed_at: NOW })
    .execute();
  await db
    .insertInto('gpds_item')
    .values({ meeting_id: id, follow_up_id: followUpId, place: 1, discussed_at: NOW })
    .execute();
}

async function transferred(file: Awaited<ReturnType<typeof livedFile>>, from: typeof here, to: typeof here) {
  const { code } = (await offerTransfer(db, from.referent, file, { withTexts: false }, NOW))!;
  const taken = (await acceptTransfer(db, to.referent, { code, school: to.uai }, NOW))!;
  return (await openFile(db, to.referent, taken.code, NOW))!;
}

test('a transfer changes no figure of the académie, meetings and questions without an answer included', async () => {
  const file = await livedFile();
  await discuss(here.uai, file.id);
  await giveQuestionnaire(
    db,
    here.referent,
    file,
    { instrument: 'efficacite', version: 1, occasion: 'before' },
    NOW,
  );
  const before = await everythingCounted('09');
  const copy = await transferred(file, here, there);
  assert.deepEqual(await everythingCounted('09'), before);
  await discuss(there.uai, copy.id);
  assert.equal(await counted('09', 'discussed-again'), 1, 'a meeting in each school makes two');
  const back = await transferred(copy, there, here);
  const { meetings } = await db
    .selectFrom('follow_up')
    .select('discussed_before as meetings')
    .where('id', '=', back.id)
    .executeTakeFirstOrThrow();
  assert.equal(meetings, 2);
  assert.equal(await counted('09', 'discussed-again'), 1, 'back again, still one young person');
});

test('each school counts whom it followed; the académie and the nation count them once, before and after the purge', async () => {
  const file = await livedFile();
  const figures = async () => ({
    here: await counted(here.uai, 'followed'),
    there: await counted(there.uai, 'followed'),
    académie: await counted('09', 'followed'),
    engaged: await counted('09', 'engaged'),
    left: await counted('09', 'exit:education'),
  });
  const before = await figures();
  const { code } = (await offerTransfer(db, here.referent, file, { withTexts: false }, NOW))!;
  const taken = (await acceptTransfer(db, there.referent, { code, school: there.uai }, NOW))!;
  const after = await figures();
  assert.deepEqual(after, { ...before, there: before.there + 1 });
  const copy = (await openFile(db, there.referent, taken.code, NOW))!;
  await recordMilestone(
    db,
    there.referent,
    copy,
    { kind: 'exit', on: '2026-11-30', situation: 'education' },
    NOW,
  );
  assert.equal((await figures()).left, before.left + 1, 'what the second school learns counts for both');
  await db.deleteFrom('follow_up').where('id', '=', file.id).execute();
  assert.deepEqual(
    await figures(),
    { ...after, left: before.left + 1 },
    'erased, the first file stays counted',
  );
  const { rows } = await sql<{ ok: boolean }>`select academie is not null as ok from follow_up_counted
    where follow_up_id = ${copy.id}`.execute(db);
  assert.deepEqual(rows, [{ ok: true }]);
});
