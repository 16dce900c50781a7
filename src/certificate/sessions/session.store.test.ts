import assert from 'node:assert/strict';
import { test } from 'node:test';
import { someone } from '../../../test/someone.ts';
import { testDatabase } from '../../database/testing.ts';
import { changeSession, findSessions, planSession, removeSession, tellSession } from './session.store.ts';
import type { SessionPlan } from './session-plan.ts';

const NOW = new Date('2026-11-30T09:00:00Z');
const db = await testDatabase();
const PLAN: SessionPlan = {
  title: 'Parler de son stage',
  aim: 'Dire ce qu’il a fait',
  level: '3e',
  youngPeople: 6,
  steps: [{ title: 'Tout', minutes: 30, doing: 'racontent' }],
  adaptations: '',
  proofs: '',
};

test('a session is kept as written, changed, told, and seen by its person alone', async () => {
  const [viewer, other] = [await someone(db, 'cpe', NOW), await someone(db, 'cpe', NOW)];
  const id = await planSession(db, viewer, PLAN, NOW);
  const told = { heldOn: '2026-11-29', answers: [{ question: 'q', answer: 'a' }] };
  assert.equal(await changeSession(db, other, id, PLAN, NOW), false);
  assert.equal(await tellSession(db, other, id, told, NOW), false);
  assert.equal(await removeSession(db, other, id, NOW), false);
  assert.deepEqual(await findSessions(db, other), []);
  assert.equal(await changeSession(db, viewer, id, { ...PLAN, youngPeople: 8 }, NOW), true);
  assert.equal(await tellSession(db, viewer, id, told, NOW), true);
  const [kept] = await findSessions(db, viewer);
  assert.deepEqual(kept, { ...PLAN, youngPeople: 8, id, changedAt: NOW, told });
  assert.equal(await removeSession(db, viewer, id, NOW), true);
  assert.deepEqual(await findSessions(db, viewer), []);
});
