import assert from 'node:assert/strict';
import { test } from 'node:test';
import { someone } from '../../test/someone.ts';
import { testDatabase } from '../database/testing.ts';
import { forgetSignIns } from './forgetting.store.ts';
import { openSession } from './session.store.ts';
import { createCode, isWithinLimit } from './sign-in/code.store.ts';

const NOW = new Date('2026-11-30T09:00:00Z');
const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
const db = await testDatabase();

test('codes, sessions and counts of tries are forgotten once they are over, and not before', async () => {
  const { personId } = await someone(db, 'cpe', NOW);
  await openSession(db, personId, undefined, NOW);
  await createCode(db, 'quelquun@example.fr', NOW);
  await isWithinLimit(db, 'codesByAddress', '192.0.2.1', NOW);
  assert.equal(await forgetSignIns(db, NOW), 0);
  assert.equal(await forgetSignIns(db, later(1)), 2, 'the code and the count');
  assert.equal(await forgetSignIns(db, later(2)), 1, 'the session');
  assert.equal(await forgetSignIns(db, later(2)), 0);
  for (const table of ['session', 'sign_in_code', 'rate_limit'] as const)
    assert.equal((await db.selectFrom(table).selectAll().execute()).length, 0);
});
