import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aSchool } from '../../../test/follow-up-team.ts';
import { testDatabase } from '../../database/testing.ts';
import { findFollowUps } from '../situations/follow-up.store.ts';
import { chooseSignals } from './signals.store.ts';

const db = await testDatabase();
const NOW = new Date('2026-11-30T10:00:00Z');

test('two adults who choose the signals at once leave one choice whole, and no fault', async () => {
  const here = await aSchool(db, '0590001A', NOW);
  await here.opens();
  const [file] = await findFollowUps(db, here.referent, { closed: false }, NOW);
  const choices = [
    ['S01', 'S02', 'S03'],
    ['S04', 'S01'],
  ];
  const turns = Array.from({ length: 20 }, (_, turn) => choices[turn % 2]!);
  const said = await Promise.all(
    turns.map((signals) => chooseSignals(db, here.referent, file!, signals, NOW)),
  );
  assert.ok(said.every((word) => word === 'chosen'));
  const watched = await db
    .selectFrom('watched_signal')
    .select('signal')
    .where('follow_up_id', '=', file!.id)
    .where('place', 'is not', null)
    .orderBy('place')
    .execute();
  const left = watched.map(({ signal }) => signal).join();
  assert.ok(choices.map(String).includes(left), left);
});
