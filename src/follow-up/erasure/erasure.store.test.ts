import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { sql } from 'kysely';
import { aSchoolThatFollows } from '../../../test/following.ts';
import { daysAfter } from '../../calendar/index.ts';
import { testDatabase } from '../../database/testing.ts';
import { closeFollowUp, recordMilestone } from '../milestones/milestone.store.ts';
import { giveQuestionnaire } from '../questionnaires/given.store.ts';
import { askForAnAdult, findSheet, keepAnswer, openSheet, sendSheet } from '../questionnaires/sheet.store.ts';
import { chooseSignals, rateSignals } from '../signals/signals.store.ts';
import type { SeenFollowUp } from '../situations/follow-up.store.ts';
import { recordInterview } from '../support/interview.store.ts';
import { checkProcedure, noteSession, planSupport } from '../support/support.store.ts';
import { endIdle, eraseDue, eraseLeftovers } from './erasure.store.ts';
import { countToErase, findErased, findIdle, findToErase } from './erasures.store.ts';

const at = (day: string) => new Date(`${day}T09:00:00Z`);
const db = await testDatabase();
const { school, referent, head, member, follow } = await aSchoolThatFollows(db, '0000101X', at('2026-01-05'));

/** Every room of the house writes something of this young person. */
async function livesEverything(file: SeenFollowUp, day: string): Promise<void> {
  const now = at(day);
  await chooseSignals(db, referent, file, ['S01', 'S05'], now);
  await rateSignals(db, referent, file, new Map([['S01', 3]]), { observedOn: day, now });
  const interview = {
    id: randomUUID(),
    withWhom: 'pupil',
    heldOn: day,
    goal: 'Venir lundi',
    nextOn: null,
  } as const;
  await recordInterview(db, referent, file, interview, now);
  const plan = { kind: 'tutorat', from: day, until: daysAfter(day, 60), hours: 4, tutorId: null } as const;
  const supportId = (await planSupport(db, referent, file, plan, now))!;
  await noteSession(db, referent, file, { id: randomUUID(), supportId, on: day, hours: 1 }, now);
  await checkProcedure(db, referent, file, { supportId, items: ['x'] }, now);
  for (const occasion of ['before', 'after'] as const) {
    const asked = { instrument: 'efficacite-jeune', version: 1, occasion };
    const { code } = (await giveQuestionnaire(db, referent, file, asked, now))!;
    const session = (await openSheet(db, code, now))!;
    if (occasion === 'before') await askForAnAdult(db, (await findSheet(db, session, now))!, now);
    for (let question = 1; question <= 8; question += 1)
      await keepAnswer(
        db,
        session,
        { question, questions: 8, version: 1, answer: occasion === 'before' ? 2 : 3 },
        now,
      );
    await sendSheet(db, session, now);
  }
  const meeting = randomUUID();
  await db
    .insertInto('gpds_meeting')
    .values({ id: meeting, school, held_on: day, closed_at: now, prepared_by: null, prepared_at: now })
    .execute();
  await db
    .insertInto('gpds_item')
    .values({ meeting_id: meeting, follow_up_id: file.id, place: 1, discussed_at: now })
    .execute();
  await db
    .insertInto('gpds_decision')
    .values({
      id: randomUUID(),
      follow_up_id: file.id,
      meeting_id: meeting,
      kind: 'tutorat',
      act: 'Un quart d’heure',
      who: 'CPE',
      due: daysAfter(day, 10),
      decided_on: day,
    })
    .execute();
  await db
    .insertInto('circle_member')
    .values({
      id: randomUUID(),
      follow_up_id: file.id,
      person_id: (await member('agent')).personId,
      role: 'tutor',
      from_day: day,
      until_day: daysAfter(day, 60),
    })
    .execute();
  await db
    .insertInto('transfer')
    .values({
      id: randomUUID(),
      follow_up_id: file.id,
      code_hash: Buffer.alloc(32, file.id),
      created_at: now,
      expires_at: now,
      with_texts: false,
    })
    .execute();
  await db
    .insertInto('access_secret')
    .values({ follow_up_id: file.id, secret_hash: Buffer.alloc(32, file.id), created_at: now })
    .execute();
  await db
    .insertInto('data_request')
    .values({ id: randomUUID(), follow_up_id: file.id, kind: 'correction', asked_by: 'pupil', asked_on: day })
    .execute();
  await db
    .insertInto('alert')
    .values({
      id: randomUUID(),
      school,
      number: Number.parseInt(file.id.slice(0, 6), 16) + 1,
      follow_up_id: file.id,
      signals: ['S01'],
      level: '4e',
      observed_on: day,
      created_at: now,
      read_at: now,
      outcome: 'opened',
      decided_at: now,
    })
    .execute();
}

const ends = (file: SeenFollowUp, day: string) =>
  closeFollowUp(db, referent, file, { reason: 'left-school', closedOn: day, exit: 'training' }, at(day));

/** The tables, but the log and the counts, where something of the file is left: its number, its code. */
async function tracesOf({ id, code }: SeenFollowUp): Promise<string[]> {
  const tables = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'audit_event'`.execute(db);
  const found: string[] = [];
  for (const { name } of tables.rows) {
    const { rows } = await sql<{ lines: number }>`
      select count(*)::integer as lines from ${sql.table(name)} as t
      where position(${id} in t::text) > 0 or position(${code} in t::text) > 0`.execute(db);
    if (rows[0]!.lines > 0) found.push(name);
  }
  return found.sort();
}

async function counts(): Promise<Record<string, number>> {
  const { rows } = await sql<{ key: string; n: number }>`
    select concat_ws(' ', scope, school_year, level, age_band, kind, measure) as key, n
    from indicator_count join indicator_cell on id = cell where n <> 0 order by 1`.execute(db);
  return Object.fromEntries(rows.map(({ key, n }) => [key, n]));
}

test('a file goes the night of its day and not before, from every room, and no figure moves', async () => {
  const file = await follow(at('2026-09-10'));
  await livesEverything(file, '2026-09-15');
  await ends(file, '2026-10-15');
  const everywhere = await tracesOf(file);
  for (const table of [
    'access_secret',
    'alert',
    'circle_member',
    'data_request',
    'gpds_decision',
    'interview',
    'relay_request',
    'signal_rating',
    'support',
    'transfer',
    'young_questionnaire',
  ])
    assert.ok(everywhere.includes(table), `${table} holds something to erase`);
  const before = await counts();
  assert.ok(Object.keys(before).some((key) => key.includes('pair:efficacite-jeune:after:16:24')));

  assert.equal(await eraseDue(db, at('2028-01-29')), 0);
  assert.deepEqual(await tracesOf(file), everywhere);
  assert.equal(await eraseDue(db, at('2028-01-30')), 1);
  assert.deepEqual(await tracesOf(file), []);
  assert.deepEqual(await counts(), before);
  await sql`select recount_everything()`.execute(db);
  assert.deepEqual(await counts(), before);
  const children = await sql<{ n: number }>`
    select (select count(*) from support_session) + (select count(*) from procedure_check) as n`.execute(db);
  assert.equal(Number(children.rows[0]!.n), 0);

  assert.equal(await eraseDue(db, at('2028-01-30')), 0, 'run twice');
  const log = await db
    .selectFrom('audit_event')
    .select(['actor', 'subject'])
    .where('action', '=', 'follow-up-erased')
    .execute();
  assert.deepEqual(log, [{ actor: null, subject: `follow-up ${file.id}` }]);
  for (const viewer of [referent, head])
    assert.deepEqual(await findErased(db, viewer), [{ on: '2028-01-30', files: 1 }]);
  assert.deepEqual(await findErased(db, await member('agent')), []);
});

test('an exit of June waits for the calls of the next June; an exit corrected meanwhile moves the night', async () => {
  const file = await follow(at('2026-11-02'));
  await ends(file, '2027-06-25');
  assert.deepEqual(
    (await findToErase(db, referent, at('2027-06-26'))).map(({ code, purgeOn }) => [code, purgeOn]),
    [[file.code, '2028-08-31']],
  );
  const exit = { kind: 'exit', on: '2027-02-10', situation: 'training' } as const;
  await recordMilestone(db, referent, file, exit, at('2027-07-01'));
  assert.deepEqual(await countToErase(db, head), [{ month: '2028-08', files: 1 }]);
  assert.deepEqual(await findToErase(db, head, at('2027-07-01')), [], 'the head reads numbers, no code');
  assert.equal(await eraseDue(db, at('2028-08-30')), 0);
  assert.equal(await eraseDue(db, at('2028-08-31')), 1);
});

test('an opposition is erased within the month, by two machines at once, in batches, once each', async () => {
  const files = await Promise.all(Array.from({ length: 7 }, () => follow(at('2026-11-02'))));
  for (const file of files)
    await closeFollowUp(
      db,
      referent,
      file,
      { reason: 'opposition', closedOn: '2026-11-20', exit: null },
      at('2026-11-20'),
    );
  const night = at('2026-12-20');
  const done = await Promise.all([1, 2].map(() => eraseDue(db, night, undefined, 2)));
  assert.equal(done[0]! + done[1]! + (await eraseDue(db, night)), 7);
  const on = (await findErased(db, referent)).find(({ on }) => on === '2026-12-20');
  assert.equal(on?.files, 7);
});

test('a stop asked for in the middle of the night leaves the rest for the next', async () => {
  const file = await follow(at('2026-11-02'));
  await ends(file, '2026-11-20');
  assert.equal(await eraseDue(db, at('2029-01-01'), AbortSignal.abort()), 0);
  assert.equal(await eraseDue(db, at('2029-01-01')), 1);
});

test('a file nobody writes in for a year is said to be so a month before, then ended as of the last writing, and erased later', async () => {
  const idle = await follow(at('2026-09-10'));
  const alive = await follow(at('2026-09-10'));
  const contacted = { kind: 'contacted', on: '2027-06-01', situation: null } as const;
  await recordMilestone(db, referent, alive, contacted, at('2027-06-02'));
  assert.deepEqual(await findIdle(db, referent, at('2027-08-01')), []);
  assert.deepEqual(await findIdle(db, referent, at('2027-08-20')), [
    { code: idle.code, endsOn: '2027-09-10' },
  ]);
  assert.equal(await endIdle(db, at('2027-09-09')), 0);
  assert.equal(await endIdle(db, at('2027-09-10')), 1);
  const { closed_on, close_reason, purge_on } = await db
    .selectFrom('follow_up')
    .selectAll()
    .where('id', '=', idle.id)
    .executeTakeFirstOrThrow();
  assert.deepEqual([closed_on, close_reason, purge_on], ['2026-09-10', 'lost-sight', '2028-01-30']);
  assert.equal(await endIdle(db, at('2027-09-10')), 0, 'run twice');
});

test('what belongs to no file goes too: drafts of a code that is over, calls of a year ago, devices', async () => {
  const file = await follow(at('2026-11-02'));
  const asked = { instrument: 'efficacite-jeune', version: 1, occasion: 'before' } as const;
  const { code } = (await giveQuestionnaire(db, referent, file, asked, at('2026-11-02')))!;
  const session = (await openSheet(db, code, at('2026-11-02')))!;
  await keepAnswer(db, session, { question: 1, questions: 8, version: 1, answer: 4 }, at('2026-11-02'));
  await db
    .insertInto('relay_request')
    .values({ id: randomUUID(), school, follow_up_id: null, requested_on: '2026-11-02' })
    .execute();
  await eraseLeftovers(db, at('2026-11-20'));
  const draftOf = async () =>
    (
      await db
        .selectFrom('young_questionnaire')
        .select('draft')
        .where('follow_up_id', '=', file.id)
        .executeTakeFirstOrThrow()
    ).draft;
  assert.equal((await draftOf())?.[0], 4, 'a code that can still be typed keeps its draft');
  await eraseLeftovers(db, at('2026-11-24'));
  assert.equal(await draftOf(), null);
  await eraseLeftovers(db, at('2027-11-02'));
  assert.equal(await eraseLeftovers(db, at('2027-11-02')), 0, 'run twice');
  const calls = await db.selectFrom('relay_request').select('id').where('follow_up_id', 'is', null).execute();
  assert.deepEqual(calls, []);
});
