import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadContent } from '../../content/index.ts';
import { SUPPORT_KINDS } from '../vocabulary.ts';
import { hoursText, parsePlan, parseSession, parseStop, readHours, type Support } from './support.ts';

const today = '2026-11-30';
const { procedures } = loadContent();
const context = { tutors: ['c1'], procedures, today };
const typed = { kind: 'tutorat', from: '2026-12-03', until: '2027-01-28', hours: '6', tutor: 'c1' };
const wrong = (change: object) => {
  const parsed = parsePlan({ ...typed, ...change }, context);
  return 'problems' in parsed ? parsed.problems.map(({ field }) => field) : [];
};
const support = (known: Partial<Support> = {}): Support => ({
  id: 's1',
  kind: 'mesure-responsabilisation',
  plannedFrom: '2026-11-02',
  plannedUntil: '2026-11-27',
  plannedHours: 20,
  startedOn: null,
  endedOn: null,
  stopReason: null,
  tutor: null,
  sessions: [],
  checked: new Map(),
  ...known,
});

test('a support is planned with its kind, its dates and perhaps hours and a tutor', () => {
  assert.deepEqual(parsePlan(typed, context), {
    plan: { kind: 'tutorat', from: '2026-12-03', until: '2027-01-28', hours: 6, tutorId: 'c1' },
  });
  assert.deepEqual(wrong({ hours: '', tutor: '' }), []);
  assert.deepEqual(wrong({ kind: 'autre' }), ['kind']);
  assert.deepEqual(wrong({ until: '2026-12-01' }), ['until']);
  assert.deepEqual(wrong({ from: '2028-01-01', until: '2028-01-02' }), ['from']);
  assert.deepEqual(wrong({ hours: 'six' }), ['hours']);
});

test('a mesure de responsabilisation is neither planned nor carried out beyond twenty hours', () => {
  assert.deepEqual(wrong({ kind: 'mesure-responsabilisation', hours: '20' }), []);
  assert.deepEqual(wrong({ kind: 'mesure-responsabilisation', hours: '20,5' }), ['hours']);
  assert.deepEqual(wrong({ kind: 'tutorat', hours: '20,5' }), []);
  const begun = support({ startedOn: '2026-11-02', sessions: [{ id: 'a', on: '2026-11-02', hours: 12 }] });
  const session = (hours: string, maxHours: number | undefined) =>
    parseSession({ on: '2026-11-20', hours }, begun, { maxHours, today });
  assert.deepEqual(session('8', 20), { session: { on: '2026-11-20', hours: 8 } });
  assert.ok('problems' in session('8,5', 20));
  assert.ok('session' in session('8,5', undefined));
});

test('hours are read with a comma or a point, and written with a comma', () => {
  assert.equal(readHours(' 1,5 '), 1.5);
  assert.equal(readHours('0.25'), 0.25);
  assert.ok(Number.isNaN(readHours('-1')));
  assert.ok(Number.isNaN(readHours('')));
  assert.equal(hoursText(1.5), '1,5 h');
});

test('what never began ends as such, and what began does not', () => {
  const stop = (reason: string, startedOn: string | null) =>
    'stop' in parseStop({ on: '2026-11-27', reason }, support({ startedOn }), today);
  assert.deepEqual(
    [
      stop('never-begun', null),
      stop('finished', null),
      stop('never-begun', '2026-11-02'),
      stop('finished', '2026-11-02'),
    ],
    [true, false, false, true],
  );
});

test('every procedure of the content is about a kind of support', () => {
  assert.ok(procedures.length >= 5);
  for (const { id } of procedures) assert.ok(id in SUPPORT_KINDS, id);
});
