import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Signal } from '../../content/index.ts';
import { comparisonOf, signalsOf, signalsReport } from './weak-signals.ts';

const TODAY = '2026-11-23';
const NOW = 2026 * 12 + 11;
const SIGNALS = [{ id: 'S01', name: 'Absences', short: 'Absences' }] as unknown as Signal[];
const COUNTS = new Map([
  ['signal:S01:gone:same', 20],
  ['signal:S01:reduced:other', 15],
  ['signal:S01:same:same', 10],
  ['signal:S01:worse:other', 5],
  [`signal:S01:waiting:${NOW - 9}`, 10],
  [`signal:S01:waiting:${NOW - 8}`, 7],
]);

test('a signal not rated again stays in the total; one whose six months have not gone by is in none', () => {
  const { all, bySignal } = signalsOf(COUNTS, TODAY, 'exact');
  assert.deepEqual(all, bySignal.get('S01'));
  const { due, better, unknown, waiting, compared, sameRater } = all;
  assert.deepEqual(
    { due, better, unknown, waiting, compared, sameRater },
    { due: 60, better: 35, unknown: 10, waiting: 7, compared: 50, sameRater: 30 },
  );
  const { headlines, sections } = signalsReport(signalsOf(COUNTS, TODAY, 'exact'), null, SIGNALS, 'exact');
  assert.match(headlines[0]!, /^58 % .* 33 % .* ont disparu\.$/);
  assert.match(sections[0]!.intro!, /régression vers la moyenne/);
});

test('young people with a support are compared with those waiting for one, when there are enough', () => {
  const waiting = new Map([
    ['signal:S01:gone:same', 2],
    ['signal:S01:same:same', 3],
    ['signal:S01:worse:other', 5],
    [`signal:S01:waiting:${NOW - 9}`, 10],
  ]);
  const { supported, waiting: still } = comparisonOf(COUNTS, waiting, TODAY, 'exact');
  assert.deepEqual([supported.better, supported.due, still.better, still.due], [33, 40, 2, 20]);
  const seen = signalsOf(COUNTS, TODAY, 'exact');
  const last = (precision: 'exact' | 'rounded', none: ReadonlyMap<string, number>) =>
    signalsReport(seen, comparisonOf(COUNTS, none, TODAY, precision), SIGNALS, precision).sections.at(-1)!
      .note!;
  assert.match(last('exact', waiting), /^Écart : 72,5 % \(entre .* et .* %\)/);
  assert.match(last('rounded', new Map([['signal:S01:gone:same', 2]])), /Trop peu/);
});
