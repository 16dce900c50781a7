import assert from 'node:assert/strict';
import { test } from 'node:test';
import { someone as newcomer } from '../../../test/someone.ts';
import { dayOf } from '../../calendar/index.ts';
import { loadContent } from '../../content/index.ts';
import { testDatabase } from '../../database/testing.ts';
import type { Viewer } from '../../web/index.ts';
import { findPlans, lookBack, makePlan, removePlan } from '../plans/plan.store.ts';
import { findDueCards, findNextDue, recordRecall } from '../reviews/review.store.ts';
import { beginModule, findProgress, findTries, reachStep, recordTry } from './module.store.ts';

const NOW = new Date('2026-11-23T08:00:00Z');
const db = await testDatabase();
const module = loadContent().modules[0]!;
const exercise = module.practice[0]!;
const right = exercise.options.find(({ correct }) => correct)!.id;
const wrong = exercise.options.find(({ correct }) => !correct)!.id;

const someone = () => newcomer(db, 'cpe', NOW);

async function actionsOf({ auditActor }: Viewer): Promise<string[]> {
  const rows = await db
    .selectFrom('audit_event')
    .select('action')
    .where('actor', '=', auditActor)
    .orderBy('id')
    .execute();
  return rows.map(({ action }) => action);
}

test('a module begun twice is begun once; its place never goes back, and it is finished once', async () => {
  const viewer = await someone();
  assert.equal(await reachStep(db, viewer, module, { step: 2, count: 9 }, NOW), false, 'not begun');
  await Promise.all([1, 2, 3].map(() => beginModule(db, viewer, module, NOW)));
  for (const step of [3, 2, 10, 10]) await reachStep(db, viewer, module, { step, count: 9 }, NOW);
  assert.deepEqual(await findProgress(db, viewer), [
    { module: module.id, step: 9, begunAt: NOW, finishedAt: NOW },
  ]);
  assert.deepEqual(await actionsOf(viewer), ['module-begun', 'module-finished']);
});

test('a wrong choice, then another: two tries and no third, however often they are sent', async () => {
  const viewer = await someone();
  assert.equal(await recordTry(db, viewer, module, exercise, right, NOW), 'not-begun');
  await beginModule(db, viewer, module, NOW);
  const sent = await Promise.all(
    Array.from({ length: 5 }, () => recordTry(db, viewer, module, exercise, wrong, NOW)),
  );
  assert.deepEqual(sent.toSorted(), [...Array(4).fill('no-choice'), 'recorded']);
  assert.equal(await recordTry(db, viewer, module, exercise, right, NOW), 'recorded');
  assert.equal(await recordTry(db, viewer, module, exercise, right, NOW), 'over');
  assert.deepEqual((await findTries(db, viewer, module)).get(exercise.id), [
    { number: 1, option: wrong, correct: false },
    { number: 2, option: right, correct: true },
  ]);
});

test('a plan is looked back on once, and may be made again for another date', async () => {
  const viewer = await someone();
  const plan = {
    situation: 'un élève revient',
    act: 'le salue',
    help: '',
    due: dayOf(NOW),
    module: module.id,
  };
  await Promise.all([1, 2, 3].map(() => makePlan(db, viewer, plan, NOW)));
  assert.equal((await findPlans(db, viewer)).length, 1, 'sent three times, made once');
  const [made] = await findPlans(db, viewer);
  const story = { id: made!.id, outcome: 'partly', whatHappened: 'Un mot.' } as const;
  const outcomes = await Promise.all([1, 2].map(() => lookBack(db, viewer, story, NOW)));
  assert.deepEqual(outcomes.toSorted(), [false, true]);
  await makePlan(db, viewer, { ...plan, due: '2026-12-01' }, NOW);
  const plans = await findPlans(db, viewer);
  assert.deepEqual(
    plans.map(({ due, outcome, act }) => [due, outcome, act]),
    [
      ['2026-11-23', 'partly', 'le salue'],
      ['2026-12-01', null, 'le salue'],
    ],
  );
});

test('nobody reads, looks back on or removes the plan of somebody else', async () => {
  const [owner, other] = [await someone(), await someone()];
  await makePlan(db, owner, { situation: 's', act: 'a', help: '', due: dayOf(NOW), module: null }, NOW);
  const { id } = (await findPlans(db, owner))[0]!;
  assert.deepEqual(await findPlans(db, other), []);
  assert.equal(await lookBack(db, other, { id, outcome: 'done', whatHappened: '' }, NOW), false);
  assert.equal(await removePlan(db, other, id, NOW), false);
  assert.equal(await removePlan(db, owner, id, NOW), true);
  assert.deepEqual(await findPlans(db, owner), []);
});

test('the cards of a module finished come back from the next day, and are recalled once each time', async () => {
  const viewer = await someone();
  await beginModule(db, viewer, module, NOW);
  for (const step of [10, 10]) await reachStep(db, viewer, module, { step, count: 9 }, NOW);
  assert.deepEqual(await findDueCards(db, viewer, NOW), []);
  const tomorrow = new Date(NOW.getTime() + 86_400_000);
  assert.deepEqual(await findNextDue(db, viewer), tomorrow);
  const due = await findDueCards(db, viewer, tomorrow);
  assert.deepEqual(
    due.map(({ card }) => card),
    module.cards.map(({ id }) => id),
  );
  const outcomes = await Promise.all(
    [1, 2, 3].map(() => recordRecall(db, viewer, due[0]!, 'effort', tomorrow)),
  );
  assert.deepEqual(outcomes.toSorted(), ['not-due', 'not-due', 'recorded']);
  assert.equal((await findDueCards(db, viewer, tomorrow)).length, due.length - 1);
  assert.equal(await recordRecall(db, await someone(), due[1]!, 'easily', tomorrow), 'not-due');
});
