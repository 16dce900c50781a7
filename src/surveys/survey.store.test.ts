import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { someone } from '../../test/someone.ts';
import { loadContent } from '../content/index.ts';
import { testDatabase } from '../database/testing.ts';
import type { Viewer } from '../web/index.ts';
import { answerSurvey, chooseToBeAsked, findOccasions, passSurvey } from './survey.store.ts';

const NOW = new Date('2026-11-29T09:00:00Z');
const DAY = 86_400_000;
const db = await testDatabase();
const content = loadContent();
const [first, second] = content.modules;

async function finishes(viewer: Viewer, module: string, daysAgo: number): Promise<void> {
  const at = new Date(NOW.getTime() - daysAgo * DAY);
  await db
    .insertInto('module_progress')
    .values({
      person_id: viewer.personId,
      module_id: module,
      competence: '1.1',
      step: 5,
      begun_at: at,
      finished_at: at,
    })
    .execute();
}

async function asked(viewer: Viewer, now = NOW): Promise<string[]> {
  const occasions = await findOccasions(db, viewer, content, now);
  return occasions.map(({ instrument, about }) => `${instrument.id} ${about}`).sort();
}

const occasionOf = async (viewer: Viewer, about: string) =>
  (await findOccasions(db, viewer, content, NOW)).find((occasion) => occasion.about === about)!;

const everything = async () =>
  (await sql<{ line: string }>`select t::text as line from survey_answer t order by id`.execute(db)).rows;

test('nothing is asked before a module is finished, then once about each, and once after a month', async () => {
  const viewer = await someone(db, 'cpe', NOW);
  assert.deepEqual(await asked(viewer), []);
  await finishes(viewer, first!.id, 31);
  await finishes(viewer, second!.id, 1);
  const all = [
    `satisfaction-module ${first!.id}`,
    `satisfaction-module ${second!.id}`,
    'satisfaction-mois mois',
  ].sort();
  assert.deepEqual(await asked(viewer), all);
  const occasion = await occasionOf(viewer, first!.id);
  await passSurvey(db, viewer, occasion, NOW);
  assert.deepEqual(
    await asked(viewer),
    all.filter((line) => !line.includes(first!.id)),
  );
});

test('an occasion sent several times at once is answered once', async () => {
  const viewer = await someone(db, 'cpe', NOW);
  await finishes(viewer, first!.id, 1);
  const occasion = await occasionOf(viewer, first!.id);
  const before = (await everything()).length;
  const sent = await Promise.all([1, 2, 3].map(() => answerSurvey(db, viewer, occasion, { utile: 4 }, NOW)));
  assert.deepEqual(sent.toSorted(), [false, false, true]);
  assert.equal((await everything()).length, before + 1);
});

test('whoever refuses for good is asked nothing, until they change their mind', async () => {
  const viewer = await someone(db, 'cpe', NOW);
  await finishes(viewer, first!.id, 40);
  await chooseToBeAsked(db, viewer, false, NOW);
  await chooseToBeAsked(db, viewer, false, NOW);
  assert.deepEqual(await asked(viewer), []);
  await chooseToBeAsked(db, viewer, true, NOW);
  assert.equal((await asked(viewer)).length, 2);
});

test('answers hold nothing of the person, and erasing the account leaves every statistic as it was', async () => {
  const viewer = await someone(db, 'cpe', NOW);
  await finishes(viewer, first!.id, 1);
  await answerSurvey(db, viewer, await occasionOf(viewer, first!.id), { utile: 5, mesure: 2 }, NOW);
  const before = await everything();
  const text = before.map(({ line }) => line).join('\n');
  for (const said of [viewer.personId, viewer.auditActor, viewer.name]) assert.ok(!text.includes(said));
  assert.doesNotMatch(text, /2026-11-29|09:00/);
  await db.deleteFrom('person').where('id', '=', viewer.personId).execute();
  assert.deepEqual(await everything(), before);
  const left = await db
    .selectFrom('survey_occasion')
    .select('instrument')
    .where('person_id', '=', viewer.personId)
    .execute();
  assert.deepEqual(left, []);
});
