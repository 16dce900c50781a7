import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { aSchool } from '../../../test/follow-up-team.ts';
import { testDatabase } from '../../database/testing.ts';
import { openFile } from '../situations/follow-up.store.ts';
import { keepDiscussion } from './decisions/decision.store.ts';
import { arrangeAgenda, changeDay, closeMeeting, findMeeting, prepareMeeting } from './meeting.store.ts';

const START = new Date('2026-11-30T08:00:00Z');
const after = (minutes: number) => new Date(START.getTime() + minutes * 60_000);
const db = await testDatabase();
const { uai, referent, opens } = await aSchool(db, '0000101X', START);

const counted = async () => {
  const { rows } = await sql<{ scope: string; year: number; measure: string; n: number }>`
    select scope, school_year as year, measure, n from indicator_count join indicator_cell on id = cell
    where kind = 'meeting' and n <> 0 order by 1, 3`.execute(db);
  return rows.map(({ scope, year, measure, n }) => [scope, year, measure, n]);
};

test('the minutes of preparation are those an agenda was worked on, counted once when the meeting begins', async () => {
  const code = await opens();
  const file = (await openFile(db, referent, code, START))!;
  const heldOn = '2026-11-30';
  const prepared = await prepareMeeting(db, referent, { school: uai, heldOn }, START);
  assert.ok('id' in prepared);
  const meeting = (await findMeeting(db, referent, prepared.id, START))!;
  await arrangeAgenda(db, referent, meeting, [code], after(2));
  // Lunch.
  await changeDay(db, referent, meeting, heldOn, after(60));
  assert.deepEqual(await counted(), [], 'nothing is counted before it begins');
  const said = { levers: [], outcomes: new Map(), decision: null };
  await keepDiscussion(db, referent, { meeting, file }, said, after(61.5));
  const minutes = [
    ['0000101X', 2026, 'preparation:4', 1],
    ['09', 2026, 'preparation:4', 1],
  ];
  assert.deepEqual(await counted(), minutes);
  await keepDiscussion(db, referent, { meeting, file }, said, after(65));
  await arrangeAgenda(db, referent, meeting, [code], after(66));
  await closeMeeting(db, referent, meeting, after(90));
  assert.deepEqual(await counted(), minutes, 'the meeting itself is no preparation');
  await sql`select recount_everything()`.execute(db);
  assert.deepEqual(await counted(), minutes);
  await db.deleteFrom('gpds_meeting').where('id', '=', meeting.id).execute();
  await sql`select recount_everything()`.execute(db);
  assert.deepEqual(await counted(), minutes, 'erased, it stays counted');
});
