import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { daysBetween } from '../../calendar/index.ts';
import { worryingWords } from '../../writing/index.ts';
import { alertPurgeDay } from '../milestones/purge.ts';
import { ADVICE } from './advice.ts';
import { parseAlert, parseVerdict, type TypedAlert } from './alert.ts';

const TODAY = '2026-11-30';
const known = { schools: ['0000101X'], signals: ['S01', 'S02', 'S03', 'S04', 'S05', 'S06'], today: TODAY };
const typed: TypedAlert = {
  id: 'a',
  school: '0000101X',
  code: 'k7 m4r',
  level: '',
  signals: ['S02'],
  observedOn: TODAY,
  word: '',
  confirmed: '',
};
const wrong = (change: Partial<TypedAlert>) => {
  const parsed = parseAlert({ ...typed, ...change }, known);
  return 'problems' in parsed ? parsed.problems.map(({ field }) => field) : [];
};

test('an alert holds a code or a level, one to five signs of the list, a day of the month', () => {
  const parsed = parseAlert(typed, known);
  assert.deepEqual('alert' in parsed && [parsed.alert.code, parsed.alert.word], ['K7-M4R', null]);
  assert.deepEqual(wrong({ code: '' }), ['level']);
  assert.deepEqual(wrong({ code: '', level: '4e' }), []);
  assert.deepEqual(wrong({ code: 'Dupont' }), ['code']);
  assert.deepEqual(wrong({ signals: [] }), ['signes']);
  assert.deepEqual(wrong({ signals: ['S12'] }), ['signes'], 'what is not kept cannot be sent');
  assert.deepEqual(wrong({ signals: [...known.signals] }), ['signes']);
  assert.deepEqual(wrong({ observedOn: '2026-12-01' }), ['observedOn']);
  assert.deepEqual(wrong({ observedOn: '2026-10-01' }), ['observedOn']);
  assert.deepEqual(wrong({ school: 'ailleurs' }), ['school']);
});

test('a word is short; what may name somebody is confirmed, what names them is refused', () => {
  assert.deepEqual(wrong({ word: 'x'.repeat(141) }), ['word']);
  assert.deepEqual(wrong({ word: 'appeler le 06 12 34 56 78' }), ['word']);
  const doubted = parseAlert({ ...typed, word: 'Kevin ne parle plus' }, known);
  assert.ok('doubts' in doubted && doubted.doubts.length === 1);
  const confirmed = parseAlert(
    { ...typed, word: 'Kevin ne parle plus', confirmed: 'Kevin ne parle plus' },
    known,
  );
  assert.ok('alert' in confirmed);
});

test('a word of danger is never kept, confirmed or not: somebody is to be called', () => {
  for (const word of [
    'Elle a parlé de suicide',
    'Il veut mourir',
    'Traces de coups sur le bras',
    'Battue hier',
    'On le menace',
    'Harcelée sur le chemin',
    'Il a été frappé et a fugué',
    'Elle dit avoir été violée',
  ]) {
    const parsed = parseAlert({ ...typed, word, confirmed: word }, known);
    assert.ok('worrying' in parsed && parsed.worrying.length > 0, word);
    assert.deepEqual(
      parsed.problems.map(({ field }) => field),
      ['danger'],
    );
  }
  for (const word of [
    'Ne rend plus rien depuis deux semaines',
    'Devoir sur la mortalité des abeilles refusé',
    'Très bon début en violon, puis plus rien',
    'Elle s’est tue toute l’heure',
    'Absent aux deux premières heures',
  ])
    assert.deepEqual(worryingWords(word), [], word);
});

test('what is decided says which follow-up, or what to open; at most three things are advised', () => {
  const at = { codes: ['K7-M4R'], opens: true };
  const verdict = { outcome: 'watch', code: '', level: '', ageBand: '', advice: ['noter'] };
  const fields = (change: object, scope = at) => {
    const parsed = parseVerdict({ ...verdict, ...change }, scope);
    return 'problems' in parsed ? parsed.problems.map(({ field }) => field) : [];
  };
  assert.deepEqual(fields({}), []);
  assert.deepEqual(fields({ outcome: '' }), ['suites']);
  assert.deepEqual(fields({ outcome: 'already-followed', code: 'AA-AAA' }), ['code']);
  assert.deepEqual(fields({ outcome: 'already-followed', code: 'K7-M4R' }), []);
  assert.deepEqual(fields({ outcome: 'opened' }), ['level', 'ageBand']);
  const opened = { outcome: 'opened', level: '4e', ageBand: 'under-16' };
  assert.deepEqual(fields(opened), []);
  assert.deepEqual(fields(opened, { ...at, opens: false }), ['suites'], 'only the référent opens');
  assert.deepEqual(fields({ advice: Object.keys(ADVICE) }), ['conseils']);
});

test('every piece of advice leads to a module or a decision there is', () => {
  for (const { href } of Object.values(ADVICE)) {
    const [, room, id] = /^\/(modules|decisions)\/(.+)$/.exec(href ?? '') ?? [];
    if (!room) continue;
    const file = `../../../content/${room}/${id}.${room === 'modules' ? 'md' : 'yaml'}`;
    assert.ok(existsSync(new URL(file, import.meta.url)), href ?? '');
  }
});

test('whenever it is sent, an alert is there for three months', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
      (day) => {
        const sent = day.toISOString().slice(0, 10);
        const days = daysBetween(sent, alertPurgeDay(sent));
        assert.ok(days >= 89 && days <= 92, `${sent}: ${days}`);
      },
    ),
  );
});
