import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aColleague } from '../../../test/colleagues.ts';
import { toldTo } from '../../../test/told.ts';
import { testDatabase } from '../../database/testing.ts';
import { erasePerson } from '../../privacy/index.ts';
import { personalData } from '../personal-data.store.ts';

const NOW = new Date('2026-11-30T09:00:00Z');
const db = await testDatabase();

async function aStudyAndItsReader() {
  const where = { school: '0090001A', academie: '09', now: NOW };
  const [author, reader] = [await aColleague(db, where), await aColleague(db, where)];
  const id = crypto.randomUUID();
  await db
    .insertInto('case_study')
    .values({
      id,
      person_id: author.personId,
      dossier_id: 'ec-essai',
      dossier_version: 1,
      manner: 'screen',
      started_at: NOW,
    })
    .execute();
  await db
    .updateTable('case_study')
    .set({
      diagnosis: 'mon diagnostic écrit',
      proposals: 'mes propositions écrites',
      hour_diagnosis: 'ce qui était là à l’heure',
      hour_proposals: '',
      finished_at: NOW,
      marks: JSON.stringify({ g1: 'full' }),
      marked_at: NOW,
    })
    .where('id', '=', id)
    .execute();
  await db.insertInto('case_study_pause').values({ case_study_id: id, number: 1, from_at: NOW }).execute();
  await db
    .insertInto('case_study_reply')
    .values({ case_study_id: id, question: 3, reply: 'ma réponse au jury', written_at: NOW })
    .execute();
  await db
    .insertInto('case_study_reader')
    .values({
      id: crypto.randomUUID(),
      case_study_id: id,
      email: reader.email,
      asked_at: NOW,
      marks: JSON.stringify({ g1: 'missing' }),
      word: 'le mot du pair',
      read_at: NOW,
    })
    .execute();
  await db.deleteFrom('certificate_registration').execute();
  await db
    .insertInto('certificate_registration')
    .values({
      id: crypto.randomUUID(),
      academie: '09',
      opens_on: '2026-12-01',
      closes_on: '2027-01-15',
      place: 'Rectorat',
      source: 'Note',
      entered_by: author.personId,
      entered_at: NOW,
    })
    .execute();
  return { author, reader, id };
}

test('the download holds everything written in the hour and after, and what one read of a colleague', async () => {
  const { author, reader } = await aStudyAndItsReader();
  const told = async (viewer: typeof author) => JSON.stringify(await toldTo(db, viewer, personalData));
  const own = await told(author);
  for (const said of [
    'mon diagnostic écrit',
    'mes propositions écrites',
    'ce qui était là à l’heure',
    'ma réponse au jury',
    'le mot du pair',
    reader.email,
    '"g1":"full"',
    '2027-01-15',
  ]) {
    assert.ok(own.includes(said), said);
  }
  const theirs = await told(reader);
  assert.ok(theirs.includes('le mot du pair'));
  assert.doesNotMatch(theirs, /mon diagnostic écrit|ma réponse au jury|"g1":"full"/);
});

test('an account erased takes its studies along, and leaves the dates it wrote without its name', async () => {
  const { author, id } = await aStudyAndItsReader();
  await erasePerson(db, author, [personalData], NOW);
  for (const table of ['case_study_pause', 'case_study_reply', 'case_study_reader'] as const) {
    const left = await db.selectFrom(table).selectAll().where('case_study_id', '=', id).execute();
    assert.deepEqual(left, [], table);
  }
  assert.deepEqual(await db.selectFrom('case_study').selectAll().where('id', '=', id).execute(), []);
  const [dates] = await db.selectFrom('certificate_registration').selectAll().execute();
  assert.equal(dates?.entered_by, null);
});

test('the account of a reader erased takes their reading along, and leaves the study', async () => {
  const { reader, id } = await aStudyAndItsReader();
  await erasePerson(db, reader, [personalData], NOW);
  const left = await db.selectFrom('case_study_reader').selectAll().where('case_study_id', '=', id).execute();
  assert.deepEqual(left, []);
  assert.equal((await db.selectFrom('case_study').selectAll().where('id', '=', id).execute()).length, 1);
});
