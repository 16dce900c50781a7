import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callsDue, type Gone } from './calls.ts';

const gone = (code: string, exitOn: string, known: Partial<Gone> = {}): Gone => ({
  code,
  exitOn,
  sixMonths: false,
  twelveMonths: false,
  ...known,
});

test('the calls of November are those whose sixth or twelfth month comes by 30 November, the longest due first', () => {
  assert.deepEqual(
    callsDue(
      [
        gone('spring', '2026-04-20'),
        gone('a year ago', '2025-10-30'),
        gone('too recent', '2026-10-05'),
        gone('June', '2026-06-01'),
      ],
      '2026-11-10',
    ),
    {
      season: 'november',
      calls: [
        { code: 'spring', kind: 'six-months', due: '2026-10-20' },
        { code: 'a year ago', kind: 'twelve-months', due: '2026-10-30' },
      ],
    },
  );
});

test('the calls of June hold those of the summer too', () => {
  const { season, calls } = callsDue(
    [gone('July', '2026-07-06'), gone('December', '2026-12-15')],
    '2027-06-01',
  );
  assert.equal(season, 'june');
  assert.deepEqual(calls, [
    { code: 'December', kind: 'six-months', due: '2027-06-15' },
    { code: 'July', kind: 'twelve-months', due: '2027-07-06' },
  ]);
});

test('what was answered is not asked again; a sixth month missed gives way to the twelfth', () => {
  assert.deepEqual(
    callsDue(
      [
        gone('known', '2026-05-02', { sixMonths: true }),
        gone('missed', '2025-11-20'),
        gone('done', '2025-11-20', { twelveMonths: true }),
      ],
      '2026-11-10',
    ).calls,
    [{ code: 'missed', kind: 'twelve-months', due: '2026-11-20' }],
  );
});
