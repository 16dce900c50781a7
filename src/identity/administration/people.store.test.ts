import assert from 'node:assert/strict';
import { test } from 'node:test';
import { someone } from '../../../test/someone.ts';
import { testDatabase } from '../../database/testing.ts';
import type { Membership, Viewer } from '../../web/index.ts';
import { loadAcademies } from '../schools/academies.store.ts';
import { findPerson, searchPeople } from './people.store.ts';

const db = await testDatabase();
await loadAcademies(db);
const NOW = new Date('2026-12-01T08:00:00Z');

const nowhere = await someone(db, 'autre', NOW);
const email = 'nulle-part@ecole.example';
await db.updateTable('person').set({ email }).where('id', '=', nowhere.personId).execute();

function as(role: Membership['role'], academie: string | null): Viewer {
  return { ...nowhere, memberships: [{ role, school: null, academie }] };
}
const found = async (viewer: Viewer, text: string, waiting = false) =>
  (await searchPeople(db, viewer, { text, waiting, school: null, page: 0 })).people.map(({ id }) => id);

test('somebody who is nowhere is found by the nation, by their whole address alone', async () => {
  const nation = as('national', null);
  assert.deepEqual(await found(nation, email), [nowhere.personId]);
  assert.deepEqual(await found(nation, email.slice(0, -1)), []);
  assert.deepEqual(await found(nation, nowhere.name), []);
  assert.deepEqual(await found(nation, ''), []);
  assert.deepEqual(await found(nation, email, true), []);
  assert.equal((await findPerson(db, nation, nowhere.personId))?.held.length, 0);
});

test('an académie finds nobody outside of it', async () => {
  const lille = as('academie', '09');
  assert.deepEqual(await found(lille, email), []);
  assert.equal(await findPerson(db, lille, nowhere.personId), undefined);
});
