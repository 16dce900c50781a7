import assert from 'node:assert/strict';
import { test } from 'node:test';
import { someone } from '../../../test/someone.ts';
import { toldTo } from '../../../test/told.ts';
import { loadContent } from '../../content/index.ts';
import { testDatabase } from '../../database/testing.ts';
import { erasePerson } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import { readCounts } from '../counts/counts.store.ts';
import { EVERYBODY } from '../counts/place.ts';
import { personalData } from '../personal-data.store.ts';
import { efficacyMeasures } from './efficacy.ts';
import { answerAsStaff, findStaffAnswers } from './staff.store.ts';

const BEFORE = new Date('2026-11-23T08:00:00Z');
const AFTER = new Date('2027-03-01T08:00:00Z');
const STAFF = loadContent().instruments.find(({ id }) => id === 'efficacite-personnel')!;
const db = await testDatabase();
await db.insertInto('academie').values({ code: '09', name: 'Lille' }).execute();
await db
  .insertInto('school')
  .values({ uai: '0000101X', name: 'X', kind: 'college', city: 'X', academie: '09', search_text: 'x' })
  .execute();

const threes = STAFF.items.map(() => 3);
const fours = STAFF.items.map((_, index) => (index < 4 ? 5 : 4));

async function colleague(): Promise<Viewer> {
  const viewer = await someone(db, 'cpe', BEFORE);
  return { ...viewer, memberships: [{ role: 'agent', school: '0000101X', academie: null }] };
}
const countsIn = (scope: 'school' | 'academie', code: string) =>
  readCounts(db, { scope, code }, { ...EVERYBODY, kind: 'staff' }, efficacyMeasures(STAFF.id), AFTER);

test('a colleague answers before and after, is counted in school and académie, and counts on once erased', async () => {
  const viewer = await colleague();
  assert.equal(await answerAsStaff(db, viewer, STAFF, threes, BEFORE), 'kept');
  assert.equal(await answerAsStaff(db, viewer, STAFF, threes, BEFORE), 'not-now', 'twice the same day');
  assert.equal(await answerAsStaff(db, viewer, STAFF, fours, AFTER), 'kept');
  assert.equal(await answerAsStaff(db, viewer, STAFF, fours, AFTER), 'not-now');
  assert.deepEqual(await findStaffAnswers(db, viewer, STAFF), { before: BEFORE, after: AFTER });

  const counted = {
    'answered:efficacite-personnel:after': 1,
    'answered:efficacite-personnel:before': 1,
    'pair:efficacite-personnel.1:after:12:20': 1,
    'pair:efficacite-personnel.2:after:12:16': 1,
    'pair:efficacite-personnel.3:after:12:16': 1,
    'pair:efficacite-personnel:after:36:52': 1,
  };
  const sorted = async (scope: 'school' | 'academie', code: string) =>
    Object.fromEntries([...(await countsIn(scope, code))].sort(([a], [b]) => (a < b ? -1 : 1)));
  assert.deepEqual(await sorted('school', '0000101X'), counted);
  assert.deepEqual(await sorted('academie', '09'), counted);

  const { sentiment_d_efficacité: efficacy } = await toldTo(db, viewer, personalData);
  assert.deepEqual(efficacy, [
    {
      questionnaire: STAFF.id,
      version: 1,
      réponses_avant: threes,
      avant_le: BEFORE,
      réponses_après: fours,
      après_le: AFTER,
    },
  ]);
  await erasePerson(db, viewer, [personalData], AFTER);
  assert.equal(await findStaffAnswers(db, viewer, STAFF), null);
  assert.deepEqual(await sorted('school', '0000101X'), counted);
});

test('without school or académie nothing is kept: it would count nowhere', async () => {
  const viewer = await someone(db, 'autre', BEFORE);
  assert.equal(await answerAsStaff(db, viewer, STAFF, threes, BEFORE), 'nowhere');
  assert.equal(await findStaffAnswers(db, viewer, STAFF), null);
});
