import assert from 'node:assert/strict';
import { test } from 'node:test';
import { someone } from '../../../test/someone.ts';
import { loadContent } from '../../content/index.ts';
import { testDatabase } from '../../database/testing.ts';
import { attachPiece, declareHours, detachPiece, findHours, findPortfolio } from './portfolio.store.ts';

const NOW = new Date('2026-11-30T09:00:00Z');
const db = await testDatabase();
const content = loadContent();

async function learner() {
  const viewer = await someone(db, 'cpe', NOW);
  const [module] = content.modules;
  await db
    .insertInto('module_progress')
    .values({
      person_id: viewer.personId,
      module_id: module!.id,
      competence: module!.competence,
      step: 9,
      begun_at: NOW,
      finished_at: NOW,
    })
    .execute();
  const plan = (outcome: 'done' | 'not-yet', situation: string) => ({
    id: crypto.randomUUID(),
    person_id: viewer.personId,
    situation,
    act: 'lui parle',
    help: '',
    due: '2026-11-20',
    made_at: NOW,
    outcome,
    what_happened: 'On s’est parlé.',
    looked_back_at: NOW,
  });
  await db
    .insertInto('plan')
    .values([plan('done', 'un élève part'), plan('not-yet', 'un autre reste')])
    .execute();
  return viewer;
}

test('a portfolio gathers what is finished and plans that came about, and nothing of anybody else', async () => {
  const [viewer, other] = [await learner(), await learner()];
  const { kept, left } = await findPortfolio(db, viewer, content);
  assert.deepEqual(kept, []);
  assert.deepEqual(left.map(({ kind }) => kind).sort(), ['module', 'plan']);
  assert.match(left.find(({ kind }) => kind === 'plan')!.title, /un élève part/);
  await attachPiece(db, other, left[0]!, { competences: ['1.1'], epreuves: [], note: null }, NOW);
  assert.equal((await findPortfolio(db, viewer, content)).kept.length, 0);
});

test('a piece is kept for what the person says it shows, changed, then taken out', async () => {
  const viewer = await learner();
  const piece = (await findPortfolio(db, viewer, content)).left[0]!;
  await attachPiece(db, viewer, piece, { competences: ['1.1', '2.3'], epreuves: [1], note: 'Dit' }, NOW);
  await attachPiece(db, viewer, piece, { competences: ['2.3'], epreuves: [1, 2], note: null }, NOW);
  const { kept, left } = await findPortfolio(db, viewer, content);
  assert.deepEqual(
    kept.map((one) => one.kept),
    [{ competences: ['2.3'], epreuves: [1, 2], note: null }],
  );
  assert.equal(left.length, 1);
  await detachPiece(db, viewer, piece, NOW);
  assert.equal((await findPortfolio(db, viewer, content)).left.length, 2);
});

test('a plan removed leaves the portfolio with it', async () => {
  const viewer = await learner();
  const plan = (await findPortfolio(db, viewer, content)).left.find(({ kind }) => kind === 'plan')!;
  await attachPiece(db, viewer, plan, { competences: ['3.1'], epreuves: [2], note: null }, NOW);
  await db.deleteFrom('plan').where('id', '=', plan.id).execute();
  assert.deepEqual((await findPortfolio(db, viewer, content)).kept, []);
});

test('hours are those the person declared last', async () => {
  const viewer = await learner();
  assert.equal(await findHours(db, viewer), null);
  await declareHours(db, viewer, { common: 60, chosen: 0, practical: 12 }, NOW);
  await declareHours(db, viewer, { common: 66, chosen: 6, practical: 12 }, NOW);
  assert.deepEqual(await findHours(db, viewer), { common: 66, chosen: 6, practical: 12, declaredAt: NOW });
});
