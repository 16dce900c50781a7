import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseClosing, parseMilestone } from './milestone.ts';

const known = { openedOn: '2026-03-01', exitOn: '2026-05-10', today: '2026-11-30' };
const fields = (typed: { kind: string; on: string; situation?: string }, change = {}) => {
  const parsed = parseMilestone({ situation: '', ...typed }, { ...known, ...change });
  return 'problems' in parsed ? parsed.problems.map(({ field }) => field) : [];
};

test('a milestone is a day already past, neither before the year of the follow-up nor to come', () => {
  assert.deepEqual(fields({ kind: 'contacted', on: '2026-03-02' }), []);
  assert.deepEqual(fields({ kind: 'contacted', on: '2026-12-01' }), ['on-contacted']);
  assert.deepEqual(fields({ kind: 'contacted', on: '2024-12-01' }), ['on-contacted']);
  assert.deepEqual(fields({ kind: 'contacted', on: 'hier' }), ['on-contacted']);
  assert.deepEqual(fields({ kind: 'married', on: '2026-03-02' }), ['etapes']);
});

test('the exit and what follows say where the young person is, unknown included', () => {
  assert.deepEqual(fields({ kind: 'exit', on: '2026-05-10' }), ['situation-exit']);
  assert.deepEqual(fields({ kind: 'exit', on: '2026-05-10', situation: 'unknown' }), []);
  const parsed = parseMilestone({ kind: 'contacted', on: '2026-03-02', situation: 'job' }, known);
  assert.equal(
    'reached' in parsed && parsed.reached.situation,
    null,
    'only those milestones hold a situation',
  );
});

test('six months are noted from the fifth month after the exit, and not without an exit', () => {
  const six = { kind: 'six-months', situation: 'training' };
  assert.deepEqual(fields({ ...six, on: '2026-10-09' }), ['on-six-months']);
  assert.deepEqual(fields({ ...six, on: '2026-10-10' }), []);
  assert.deepEqual(fields({ ...six, on: '2026-11-10' }, { exitOn: null }), ['on-six-months']);
});

test('an end has a reason, a day and a situation; an opposition asks for no situation', () => {
  const close = (typed: object, exitKnown = false) =>
    parseClosing(
      { reason: 'left-school', on: '2026-11-20', situation: 'training', ...typed },
      { openedOn: '2026-03-01', exitKnown, today: '2026-11-30' },
    );
  assert.deepEqual(close({}), {
    closing: { reason: 'left-school', closedOn: '2026-11-20', exit: 'training' },
  });
  const wrong = (typed: object) => {
    const parsed = close(typed);
    return 'problems' in parsed ? parsed.problems.map(({ field }) => field) : [];
  };
  assert.deepEqual(wrong({ reason: '', on: '2026-02-28', situation: '' }), ['reason', 'on', 'situation']);
  assert.ok('closing' in close({ reason: 'opposition', situation: '' }));
  const again = close({ situation: '' }, true);
  assert.equal('closing' in again && again.closing.exit, null, 'the exit was noted before');
});
