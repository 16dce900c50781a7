import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aSchool } from '../../../test/follow-up-team.ts';
import { testDatabase } from '../../database/testing.ts';
import { findFollowUps } from '../situations/follow-up.store.ts';
import { chooseSignals, findMineToRateAgain, rateSignals } from './signals.store.ts';

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

test('whoever rated first is asked again six months later, where they may still rate; nobody else is', async () => {
  const began = new Date('2026-05-20T10:00:00Z');
  const here = await aSchool(db, '0590002B', began);
  const code = await here.opens();
  const open = async () => (await findFollowUps(db, here.referent, { closed: false }, NOW))[0]!;
  await chooseSignals(db, here.referent, await open(), ['S07'], began);
  const rates = (level: number, observedOn: string) =>
    open().then((file) =>
      rateSignals(db, here.referent, file, new Map([['S07', level]]), { observedOn, now: NOW }),
    );
  await rates(3, '2026-05-20');
  assert.deepEqual(await findMineToRateAgain(db, here.referent, new Date('2026-10-19T10:00:00Z')), []);
  assert.deepEqual(await findMineToRateAgain(db, here.referent, NOW), [code]);
  assert.deepEqual(await findMineToRateAgain(db, here.head, NOW), []);
  assert.deepEqual(await findMineToRateAgain(db, { ...here.referent, memberships: [] }, NOW), []);
  await rates(1, '2026-11-29');
  assert.deepEqual(await findMineToRateAgain(db, here.referent, NOW), []);
});
