import assert from 'node:assert/strict';
import { test } from 'node:test';
import { funnelOf, funnelReport } from './funnel.ts';

const TODAY = '2026-11-23';
/** The month of TODAY, as the database numbers months. */
const NOW = 2026 * 12 + 11;

/** The published rates of PERSEVAL (fact F41), as ten thousand young people. */
const PERSEVAL = new Map([
  ['followed', 12_000],
  ['contacted', 11_500],
  ['exit:education', 8_000],
  ['exit:training', 1_200],
  ['exit:no-solution', 500],
  ['exit:unknown', 300],
  ['six-months:education', 7_400],
  ['six-months:training', 1_000],
  ['six-months:unknown', 1_600],
  ['twelve-months:education', 6_900],
  ['twelve-months:training', 1_100],
  ['twelve-months:no-solution', 900],
  ['twelve-months:unknown', 1_100],
]);

test('the counts of PERSEVAL give its published rates: 92, 84 and 80 %', () => {
  for (const precision of ['exact', 'rounded'] as const) {
    const { headlines } = funnelReport(funnelOf(PERSEVAL, TODAY, precision), precision);
    assert.deepEqual(
      headlines.slice(0, 3).map((line) => /(\d+ %)/.exec(line)?.[1]),
      ['92 %', '84 %', '80 %'],
    );
    assert.match(headlines[0]!, /entre 91,5 et 92,5 %/);
  }
});

test('how many supports began is told before anybody is due', () => {
  const counts = new Map([
    ['followed', 40],
    ['engaged', 30],
  ]);
  const { headlines } = funnelReport(funnelOf(counts, TODAY, 'rounded'), 'rounded');
  assert.deepEqual(headlines, [
    'L’accompagnement a commencé pour 75 % (entre 60 et 86 %) des jeunes repérés.',
  ]);
});

test('who should have been heard of and was not is not known; who may still be is in no total', () => {
  const counts = new Map([
    ['six-months:education', 30],
    [`six-months:waiting:${NOW - 9}`, 10],
    [`six-months:waiting:${NOW - 8}`, 7],
    [`twelve-months:waiting:${NOW - 15}`, 4],
    [`twelve-months:waiting:${NOW - 14}`, 3],
  ]);
  const { moments } = funnelOf(counts, TODAY, 'exact');
  assert.deepEqual(
    [moments['six-months'].due, moments['six-months'].unknown, moments['six-months'].waiting],
    [40, 10, 7],
  );
  assert.deepEqual(
    [moments['twelve-months'].due, moments['twelve-months'].unknown, moments['twelve-months'].waiting],
    [4, 4, 3],
  );
});

test('a follow-up that goes on counts until today, one month more each month', () => {
  const counts = new Map([
    ['followed', 30],
    ['left:2', 10],
    [`current:${NOW - 5}`, 20],
  ]);
  const until = (today: string) => funnelOf(counts, today, 'exact').leaving.map(({ time }) => time);
  assert.deepEqual(until(TODAY), [2, 5]);
  assert.deepEqual(until('2026-12-01'), [2, 6]);
  const curve = funnelReport(funnelOf(counts, TODAY, 'exact'), 'exact').sections.at(-1)!;
  assert.deepEqual(
    curve.rows.map((row) => row.slice(0, 2)),
    [
      [0, 30],
      [3, 20],
    ],
  );
  assert.ok(Math.abs((curve.rows[1]![2] as number) - 2 / 3) < 1e-12);
});
