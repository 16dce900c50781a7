import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadContent } from '../../content/index.ts';
import { testDatabase } from '../../database/testing.ts';
import { CHARACTERS, seedDemonstration } from '../../identity/index.ts';
import type { Viewer } from '../../web/index.ts';
import { warnings } from '../../writing/index.ts';
import { findMeetings, findReasons } from '../meeting/meeting.store.ts';
import { callsDue } from '../milestones/calls.ts';
import { findGone } from '../milestones/milestone.store.ts';
import { findFollowUps } from '../situations/follow-up.store.ts';
import { parseStop } from '../support/support.ts';
import { STOP_REASONS } from '../vocabulary.ts';
import { COLLEGE_MEETINGS, COLLEGE_STORIES } from './college.ts';
import { COLLEGE_MEETINGS_YEAR_BEFORE, COLLEGE_YEAR_BEFORE } from './college-year-before.ts';
import { seedFollowUps } from './demonstration.store.ts';
import { ENDED_COLLEGE_STORIES } from './ended.ts';
import { VOCATIONAL_YEAR_BEFORE } from './lycee-year-before.ts';
import { POLYVALENT_STORIES, VOCATIONAL_STORIES } from './lycees.ts';

const now = new Date('2026-11-29T21:00:00Z');
const db = await testDatabase();
await seedDemonstration(db, loadContent(), now);
await seedFollowUps(db, now);
await seedFollowUps(db, now);

function character(name: string): Viewer {
  const { id, auditActor, email, memberships } = CHARACTERS.find((one) => one.name === name)!;
  const rest = { profession: 'cpe', welcomed: true, demonstration: true };
  return { personId: id, auditActor, name, email, memberships, ...rest };
}
const thomas = character('Thomas Nguyen');
const STORIES = [
  ...COLLEGE_YEAR_BEFORE,
  ...COLLEGE_STORIES,
  ...ENDED_COLLEGE_STORIES,
  ...VOCATIONAL_YEAR_BEFORE,
  ...VOCATIONAL_STORIES,
  ...POLYVALENT_STORIES,
];

test('the collège follows twelve current situations over fourteen months, told once', async () => {
  const current = await findFollowUps(db, thomas, { closed: false }, now);
  assert.equal(current.length, 12);
  assert.ok(current.every(({ fictitious }) => fictitious));
  assert.equal(current.at(-1)?.openedOn, '2025-10-03');
  assert.equal((await findFollowUps(db, thomas, { closed: true }, now)).length, 20);
  const meetings = await findMeetings(db, thomas, now);
  assert.equal(meetings.length, COLLEGE_MEETINGS_YEAR_BEFORE.length + COLLEGE_MEETINGS.length);
  assert.ok(meetings.every(({ closedAt }) => closedAt !== null));
});

test('the next meeting has decisions that are due, situations never discussed, new ratings and a six-month point', async () => {
  const school = thomas.memberships[0]!.school!;
  const reasons = await findReasons(db, thomas, { school, heldOn: '2026-11-30' }, now);
  const kinds = new Set(reasons.flatMap((one) => one.reasons.map(({ kind }) => kind)));
  for (const kind of ['overdue', 'never-discussed', 'six-months'] as const)
    assert.ok(kinds.has(kind), `${kind} is not among ${[...kinds]}`);
});

test('somebody is to be called, somebody is unknown, somebody is without a solution', async () => {
  assert.ok(callsDue(await findGone(db, thomas, now), '2026-11-29').calls.length > 0);
  const situations = await db.selectFrom('milestone').select('situation').distinct().execute();
  const known = new Set(situations.map(({ situation }) => situation));
  for (const situation of ['education', 'training', 'job', 'no-solution', 'unknown'] as const)
    assert.ok(known.has(situation), situation);
});

test('decisions were done, partly, not done, and some wait beyond their day', async () => {
  const rows = await db.selectFrom('gpds_decision').select(['outcome', 'due']).execute();
  for (const outcome of ['done', 'partly', 'not-done'] as const)
    assert.ok(
      rows.some((row) => row.outcome === outcome),
      outcome,
    );
  assert.ok(rows.some(({ outcome, due }) => outcome === null && due < '2026-11-29'));
});

test('no text of a story would be refused or doubted on the page', () => {
  const texts = STORIES.flatMap(({ decisions = [], interviews = [] }) => [
    ...decisions.map(({ act }) => act),
    ...interviews.map(([, , goal]) => goal),
  ]);
  for (const text of texts) {
    assert.deepEqual(warnings(text, 2026), { refused: [], doubts: [] }, text);
    assert.ok(text.length <= 140, text);
  }
});

test('no support of a story ends in a way its page would refuse', () => {
  for (const { supports = [] } of STORIES)
    for (const { stop, sessions, kind } of supports) {
      if (!stop) continue;
      assert.ok(stop.reason in STOP_REASONS);
      const support = {
        id: '',
        kind,
        plannedFrom: '2026-01-01',
        plannedUntil: '2026-02-01',
        plannedHours: null,
        startedOn: sessions.length > 0 ? '2026-01-01' : null,
        endedOn: null,
        stopReason: null,
        tutor: null,
        sessions: [],
        checked: new Map(),
      };
      const parsed = parseStop({ on: '2026-01-02', reason: stop.reason }, support, '2026-03-01');
      assert.ok('stop' in parsed, kind);
    }
});
