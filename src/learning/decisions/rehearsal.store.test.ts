import assert from 'node:assert/strict';
import { test } from 'node:test';
import { someone as newcomer } from '../../../test/someone.ts';
import { testDatabase } from '../../database/testing.ts';
import { changeArrangement, findArrangement } from '../path/arrangement.store.ts';
import { hide, put, showAgain } from '../path/arrangement.ts';
import { findRehearsed, finishRehearsal } from './rehearsal.store.ts';

const NOW = new Date('2026-11-23T08:00:00Z');
const TOMORROW = new Date('2026-11-24T08:00:00Z');
const db = await testDatabase();
const call = { id: 'appel-famille', version: 2 } as const;

async function actionsOf(auditActor: string) {
  return db
    .selectFrom('audit_event')
    .select(['action', 'subject'])
    .where('actor', '=', auditActor)
    .orderBy('id')
    .execute();
}

test('a rehearsal sent five times is finished once a day, and its last day is found', async () => {
  const viewer = await newcomer(db, 'cpe', NOW);
  await Promise.all(Array.from({ length: 5 }, () => finishRehearsal(db, viewer, call, NOW)));
  assert.deepEqual(await findRehearsed(db, viewer), new Map([['appel-famille', '2026-11-23']]));
  await finishRehearsal(db, viewer, call, TOMORROW);
  assert.deepEqual(await findRehearsed(db, viewer), new Map([['appel-famille', '2026-11-24']]));
  const line = { action: 'rehearsal-finished', subject: 'decision appel-famille@2' };
  assert.deepEqual(await actionsOf(viewer.auditActor), [line, line]);
  assert.deepEqual(await findRehearsed(db, await newcomer(db, 'cpe', NOW)), new Map());
});

test('wishes sent together are all kept, and one that changes nothing leaves no line in the log', async () => {
  const viewer = await newcomer(db, 'cpe', NOW);
  const ids = ['a', 'b', 'c'];
  await Promise.all([
    changeArrangement(db, viewer, (before) => put(before, ids, 'c', 1), NOW),
    ...['x', 'y', 'z'].map((id) => changeArrangement(db, viewer, (before) => hide(before, id), NOW)),
  ]);
  const { placed, hidden } = await findArrangement(db, viewer);
  assert.deepEqual(placed, ['c', 'a', 'b']);
  assert.deepEqual(hidden.toSorted(), ['x', 'y', 'z']);
  await changeArrangement(db, viewer, (before) => put(before, ['c', 'a', 'b'], 'c', 1), NOW);
  await changeArrangement(db, viewer, (before) => showAgain(before, 'nothing'), NOW);
  assert.equal((await actionsOf(viewer.auditActor)).length, 4);
});
