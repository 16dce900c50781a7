import assert from 'node:assert/strict';
import { test } from 'node:test';
import { movementsSince } from './changes.ts';

const rated = (signal: string, level: number, on: string) => ({
  signal,
  level,
  on,
  rater: 'cpe',
  imported: false,
});

test('a signal moved from what was known at the last meeting to the latest rating since', () => {
  const ratings = [
    rated('S01', 3, '2026-09-20'),
    rated('S01', 2, '2026-10-02'),
    rated('S01', 1, '2026-11-20'),
    rated('S07', 2, '2026-11-21'),
    rated('S04', 2, '2026-10-01'),
    rated('S11', 3, '2026-11-22'),
  ];
  assert.deepEqual(movementsSince(ratings, ['S01', 'S04', 'S07'], '2026-10-05'), [
    { signal: 'S01', before: 2, after: 1, on: '2026-11-20' },
    { signal: 'S07', before: null, after: 2, on: '2026-11-21' },
  ]);
});

test('never discussed before, everything rated is new', () => {
  assert.deepEqual(movementsSince([rated('S01', 2, '2026-11-20')], ['S01'], null), [
    { signal: 'S01', before: null, after: 2, on: '2026-11-20' },
  ]);
});
