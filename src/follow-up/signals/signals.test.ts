import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { daysAfter } from '../../calendar/index.ts';
import { afterSixMonths, latestLevels, openingReasons, type Rating, toRateAgain } from './signals.ts';

const rated = (signal: string, level: number, on: string, rater: string | null = 'cpe'): Rating => ({
  signal,
  level,
  on,
  rater,
  imported: false,
});
const domainOf = (signal: string) =>
  signal < 'S04' ? 'assiduité' : signal < 'S06' ? 'résultats' : 'engagement';

test('the latest level is that of the last day, the highest when adults differ', () => {
  const levels = latestLevels([
    rated('S01', 3, '2026-10-01'),
    rated('S01', 1, '2026-11-01', 'prof'),
    rated('S01', 2, '2026-11-01'),
    rated('S07', 0, '2026-09-01'),
  ]);
  assert.deepEqual(
    [...levels],
    [
      ['S01', 2],
      ['S07', 0],
    ],
  );
});

test('the opening rule speaks of one strong signal, two marked in two domains, or three signs', () => {
  const reasons = (levels: [string, number][]) => openingReasons(new Map(levels), domainOf);
  assert.deepEqual(reasons([['S01', 3]]), ['one-strong']);
  assert.deepEqual(
    reasons([
      ['S01', 2],
      ['S02', 2],
    ]),
    [],
    'the same domain twice',
  );
  assert.deepEqual(
    reasons([
      ['S01', 2],
      ['S04', 2],
    ]),
    ['two-marked-in-two-domains'],
  );
  assert.deepEqual(
    reasons([
      ['S01', 1],
      ['S02', 1],
      ['S07', 1],
    ]),
    ['three-signs'],
  );
  assert.deepEqual(
    reasons([
      ['S01', 1],
      ['S07', 1],
    ]),
    [],
  );
});

test('six months after, a signal is gone at 1 or less, reduced a level lower, and unknown without a rating', () => {
  const became = (later: Rating[]) => afterSixMonths([rated('S01', 3, '2026-01-10'), ...later])[0];
  assert.equal(became([rated('S01', 1, '2026-07-10')])?.outcome, 'gone');
  assert.equal(became([rated('S01', 2, '2026-07-10')])?.outcome, 'reduced');
  assert.equal(became([rated('S01', 3, '2026-07-10')])?.outcome, 'same');
  assert.equal(became([rated('S01', 0, '2026-03-10')])?.outcome, 'unknown', 'too early to be six months');
  assert.equal(became([rated('S01', 0, '2026-12-10')])?.outcome, 'unknown', 'too late');
  assert.deepEqual(afterSixMonths([rated('S01', 1, '2026-01-10')]), [], 'it was no sign to reduce');
});

test('the same rater is compared with themselves, even when another one rated later', () => {
  const [became] = afterSixMonths([
    rated('S07', 3, '2026-01-10', 'prof'),
    rated('S07', 2, '2026-01-10', 'cpe'),
    rated('S07', 2, '2026-06-20', 'cpe'),
    rated('S07', 0, '2026-07-10', 'aed'),
  ]);
  assert.deepEqual(became, { signal: 'S07', entry: 3, outcome: 'same', sameRater: true });
});

test('from the fifth month to the eighth, whoever rated a signal first is asked to rate it again, until they do', () => {
  const first = [rated('S07', 3, '2026-01-10', 'prof'), rated('S01', 1, '2026-01-10', 'cpe')];
  const again = (later: Rating[], today: string) => [...toRateAgain([...first, ...later], today)];
  const asked = [['S07', { on: '2026-01-10', raters: ['prof'] }]];
  assert.deepEqual(again([], '2026-06-09'), [], 'too early');
  assert.deepEqual(again([], '2026-06-10'), asked, 'what began at 1 is not compared');
  assert.deepEqual(again([], '2026-09-11'), [], 'too late');
  assert.deepEqual(again([rated('S07', 2, '2026-06-20', 'aed')], '2026-07-01'), asked, 'another eye');
  assert.deepEqual(again([rated('S07', 2, '2026-06-20', 'prof')], '2026-07-01'), []);
  const erased = [rated('S07', 3, '2026-01-10', null)];
  assert.deepEqual([...toRateAgain(erased, '2026-07-01').keys()], ['S07']);
  const anybody = [...erased, rated('S07', 1, '2026-06-20', 'aed')];
  assert.deepEqual([...toRateAgain(anybody, '2026-07-01')], [], 'nobody is left to ask');
});

test('whatever is rated, every signal that began at 2 or more has one outcome and no other has any', () => {
  const anyRating = fc
    .tuple(fc.constantFrom('S01', 'S04', 'S07'), fc.nat(3), fc.nat(400), fc.constantFrom('a', 'b', null))
    .map(([signal, level, day, rater]) => rated(signal, level, daysAfter('2026-01-01', day), rater));
  fc.assert(
    fc.property(fc.array(anyRating, { maxLength: 12 }), (ratings) => {
      const outcomes = afterSixMonths(ratings);
      assert.equal(new Set(outcomes.map(({ signal }) => signal)).size, outcomes.length);
      for (const { entry } of outcomes) assert.ok(entry >= 2);
    }),
  );
});
