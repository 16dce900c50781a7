import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { someone } from '../../test/someone.ts';
import { testDatabase } from '../database/testing.ts';
import type { Reading } from '../web/index.ts';
import { forgetSignIns } from './forgetting.store.ts';
import { loadAcademies } from './schools/academies.store.ts';
import { findViewer, isSessionLong, openSession, setSessionLength } from './session.store.ts';

const db = await testDatabase();
await loadAcademies(db);
const now = new Date('2026-11-23T08:20:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

/** The métier of the person, when it is the one looked for. */
const profession: Reading<{ wanted: string }> = (person, value) => sql`
  select w.profession, w.welcomed_at from person w where w.id = ${person} and w.profession = ${value('wanted')}`;

test('what is read along with a session is about the person of the session', async () => {
  const [cpe, aed] = [await someone(db, 'cpe', now), await someone(db, 'aed', now)];
  for (const viewer of [cpe, aed]) {
    const token = await openSession(db, viewer.personId, undefined, now);
    const found = await findViewer(db, token, now, { reading: profession, values: { wanted: 'cpe' } });
    assert.equal(found?.viewer.personId, viewer.personId);
    assert.deepEqual(
      found?.read,
      viewer === cpe ? { profession: 'cpe', welcomed_at: '2026-11-23T08:20:00+00:00' } : null,
    );
    assert.deepEqual(await findViewer(db, token, now), { viewer: found?.viewer, methods: [], read: null });
  }
});

test('nothing is read along once the session is over, or with no session', async () => {
  const { personId } = await someone(db, 'cpe', now);
  const token = await openSession(db, personId, undefined, now);
  const along = { reading: profession, values: { wanted: 'cpe' } };
  assert.equal(await findViewer(db, token, later(121), along), null);
  assert.equal(await findViewer(db, 'a'.repeat(43), now, along), null);
});

test('somebody with two roles has both, in the order they were given', async () => {
  const { personId } = await someone(db, 'autre', now);
  const token = await openSession(db, personId, undefined, now);
  assert.deepEqual((await findViewer(db, token, now))?.viewer.memberships, []);
  for (const role of ['national', 'formateur'] as const) {
    await db
      .insertInto('membership')
      .values({
        person_id: personId,
        role,
        school: null,
        academie: role === 'formateur' ? '01' : null,
        created_at: now,
        confirmed_at: now,
      })
      .execute();
  }
  assert.deepEqual((await findViewer(db, token, now))?.viewer.memberships, [
    { role: 'national', school: null, academie: null },
    { role: 'formateur', school: null, academie: '01' },
  ]);
});

test('who needs more time keeps a session a whole day, seen or not, and gives it back', async () => {
  const { personId, auditActor: actor } = await someone(db, 'cpe', now);
  const token = await openSession(db, personId, undefined, now);
  const isOpen = async (minutes: number) => (await findViewer(db, token, later(minutes))) !== null;
  assert.deepEqual([await isOpen(121), await isOpen(119)], [false, true]);
  await setSessionLength(db, { token, actor }, true, later(60));
  assert.equal(await isSessionLong(db, token), true);
  await forgetSignIns(db, later(23 * 60));
  assert.deepEqual(
    [await isOpen(20 * 60), await isOpen(24 * 60 - 1), await isOpen(24 * 60)],
    [true, true, false],
  );
  await setSessionLength(db, { token, actor }, false, later(10 * 60));
  assert.deepEqual([await isOpen(12 * 60 - 1), await isOpen(12 * 60)], [true, false]);
  await forgetSignIns(db, later(24 * 60));
  assert.equal(await isOpen(0), false);
});
