import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { frameworkAlone } from '../../test/framework.ts';
import { testDatabase, withTestDatabase } from '../database/testing.ts';
import { listCharacters, refuseOtherUse, seedDemonstration } from './demonstration.store.ts';
import { CHARACTERS, groupCharacters, SCHOOLS } from './demonstration.ts';
import { demonstrationMailer, listDemonstrationMails } from './mail.store.ts';
import { loadAcademies } from './schools/academies.store.ts';
import { parseUai } from './schools/uai.ts';

const db = await testDatabase();
const now = new Date('2026-11-23T08:20:00Z');

test('no school of the demonstration can be a real one, and each has a valid UAI', () => {
  for (const { uai } of SCHOOLS) {
    assert.equal(parseUai(uai), uai);
    assert.ok(uai.startsWith('000'), 'no département has the number 000');
  }
  assert.equal(new Set(SCHOOLS.map(({ academie }) => academie)).size, 3);
});

test('the characters cover every role, three schools and most métiers, each under a name of their own', () => {
  const roles = new Set(CHARACTERS.flatMap(({ memberships }) => memberships.map(({ role }) => role)));
  assert.deepEqual([...roles].sort(), [
    'academie',
    'agent',
    'direction',
    'formateur',
    'national',
    'referent',
  ]);
  assert.ok(new Set(CHARACTERS.map(({ profession }) => profession)).size >= 11);
  assert.equal(new Set(CHARACTERS.map(({ email }) => email)).size, CHARACTERS.length);
  assert.equal(new Set(CHARACTERS.map(({ name }) => name.split(' ')[0])).size, CHARACTERS.length);
  assert.ok(CHARACTERS.every(({ email }) => /^[a-z.]+@example\.fr$/.test(email)));
  assert.equal(groupCharacters(CHARACTERS).flatMap(({ characters }) => characters).length, CHARACTERS.length);
});

test('the seed can run at every start: it adds what is missing and changes nobody', async () => {
  await seedDemonstration(db, frameworkAlone(), now);
  await db
    .updateTable('person')
    .set({ display_name: 'Autre nom' })
    .where('id', '=', CHARACTERS[0]!.id)
    .execute();
  await db.deleteFrom('person').where('id', '=', CHARACTERS[1]!.id).execute();
  await seedDemonstration(db, frameworkAlone(), new Date('2026-11-24T08:00:00Z'));
  const people = await listCharacters(db);
  assert.equal(people.length, CHARACTERS.length);
  assert.equal(people[0]?.name, 'Autre nom');
  const memberships = await db.selectFrom('membership').select('id').execute();
  assert.equal(memberships.length, CHARACTERS.flatMap(({ memberships }) => memberships).length);
  const waiting = await db.selectFrom('person').select('id').where('welcomed_at', 'is', null).execute();
  assert.deepEqual(waiting, [{ id: CHARACTERS[14]!.id }]);
});

test('a database serves the demonstration or real people, never one after the other', async () => {
  await withTestDatabase(async (fresh) => {
    for (const demonstration of [true, false])
      assert.equal(await refuseOtherUse(fresh, demonstration), null, 'nobody yet');
    await fresh
      .insertInto('person')
      .values({ id: randomUUID(), audit_actor: randomUUID(), display_name: 'Mila', created_at: now })
      .execute();
    assert.equal(await refuseOtherUse(fresh, false), null);
    assert.match((await refuseOtherUse(fresh, true)) ?? '', /vrais comptes.*DEMO=0/);
  });
  await withTestDatabase(async (fresh) => {
    await seedDemonstration(fresh, frameworkAlone(), now);
    for (const left of ['with its characters', 'once they are all erased']) {
      assert.equal(await refuseOtherUse(fresh, true), null, left);
      assert.match((await refuseOtherUse(fresh, false)) ?? '', /démonstration/, left);
      await fresh.deleteFrom('person').execute();
    }
  });
});

test('two instances starting together seed once', async () => {
  await db.deleteFrom('person').where('demonstration', '=', true).execute();
  await Promise.all([
    seedDemonstration(db, frameworkAlone(), now),
    seedDemonstration(db, frameworkAlone(), now),
  ]);
  assert.equal((await listCharacters(db)).length, CHARACTERS.length);
});

test('every académie is known, and a name corrected in the content is corrected in the database', async () => {
  await loadAcademies(db, [{ code: '09', name: 'Ancien nom' }]);
  await loadAcademies(db);
  const rows = await db.selectFrom('academie').selectAll().orderBy('code').execute();
  assert.equal(rows.length, 34);
  assert.equal(rows.find(({ code }) => code === '09')?.name, 'Lille');
});

test('the last two hundred mails of the demonstration are kept, newest first', async () => {
  const send = demonstrationMailer(db, () => now);
  for (let i = 1; i <= 203; i += 1)
    await send({ to: 'a@example.fr', subject: `Message ${i}`, text: '123456' });
  const mails = await listDemonstrationMails(db);
  assert.equal(mails.length, 200);
  assert.equal(mails[0]?.subject, 'Message 203');
});
