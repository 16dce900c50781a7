import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { testDatabase } from '../../database/testing.ts';
import type { Viewer } from '../../web/index.ts';
import { closeSession } from '../session.store.ts';
import { saveProfile, saveSchool } from './profile.store.ts';

const db = await testDatabase();
const now = new Date('2026-11-23T08:20:00Z');

test('a page left open writes nothing, even in the log, once the account is erased', async () => {
  const gone: Viewer = {
    personId: randomUUID(),
    auditActor: randomUUID(),
    name: 'Mila',
    email: null,
    profession: 'cpe',
    welcomed: true,
    demonstration: false,
    memberships: [],
  };
  await saveProfile(db, gone, { name: 'Autre nom' }, now);
  await saveSchool(db, gone, 'aucun', now);
  await closeSession(db, 'a token that opens nothing', gone.auditActor, now);
  const lines = await db.selectFrom('audit_event').selectAll().where('actor', '=', gone.auditActor).execute();
  assert.deepEqual(lines, []);
});
