import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { daysAfter } from '../../calendar/index.ts';
import { agendaOf, moved, type SituationState, usualDue } from './agenda.ts';
import { reasonText } from './reason-text.ts';

const DAY = '2026-11-30';
const situation = (code: string, known: Partial<SituationState> = {}): SituationState => ({
  followUpId: code,
  code,
  openedOn: '2026-10-01',
  discussedOn: '2026-11-09',
  waiting: [],
  newAlerts: 0,
  firstRatedOn: '2026-10-01',
  firstRaters: ['Camille'],
  lastRatedOn: '2026-10-01',
  ...known,
});
const order = (situations: SituationState[]) =>
  agendaOf(situations, DAY).map(({ code, reasons }) => `${code} ${reasons.map(({ kind }) => kind)}`);

test('what is due comes first, then alerts, then what was never discussed, then what was rated, then six-month points', () => {
  assert.deepEqual(
    order([
      situation('six', { openedOn: '2026-06-01', firstRatedOn: '2026-06-01', lastRatedOn: '2026-06-02' }),
      situation('rated', { lastRatedOn: '2026-11-20' }),
      situation('new', { discussedOn: null }),
      situation('alert', { newAlerts: 2 }),
      situation('due', { waiting: ['2026-11-30', '2026-12-20'] }),
      situation('nothing'),
    ]),
    ['due overdue', 'alert alert', 'new never-discussed', 'rated rated', 'six six-months'],
  );
});

test('among decisions that are due, the one that waits longest comes first', () => {
  assert.deepEqual(
    order([
      situation('b', { waiting: ['2026-11-25'] }),
      situation('a', { waiting: ['2026-11-28', '2026-11-20'] }),
    ]),
    ['a overdue', 'b overdue'],
  );
});

test('a decision still to come, or a rating older than the last discussion, is no reason', () => {
  assert.deepEqual(order([situation('a', { waiting: ['2026-12-01'], lastRatedOn: '2026-11-08' })]), []);
});

test('a six-month point is asked for from the fifth to the eighth month, until somebody rates again', () => {
  const since = (firstRatedOn: string, lastRatedOn = firstRatedOn) =>
    order([situation('a', { firstRatedOn, lastRatedOn })]);
  assert.deepEqual(since('2026-07-01'), [], 'the fourth month');
  assert.deepEqual(since('2026-06-30'), ['a six-months']);
  assert.deepEqual(since('2026-03-30'), ['a six-months']);
  assert.deepEqual(since('2026-03-29'), [], 'too late');
  assert.deepEqual(since('2026-05-30', '2026-11-05'), [], 'rated again');
});

test('a six-month point says who is best placed to rate again: whoever rated first', () => {
  const [item] = agendaOf([situation('a', { firstRatedOn: '2026-06-01', lastRatedOn: '2026-06-01' })], DAY);
  assert.equal(
    reasonText(item!.reasons[0]!, (day) => day),
    'point à six mois, à coter si possible par qui l’a fait le 2026-06-01 : Camille',
  );
});

test('whatever the situations, none is twice on the agenda and each has a reason', () => {
  const someDay = fc.integer({ min: -300, max: 20 }).map((days) => daysAfter(DAY, days));
  const maybe = fc.option(someDay);
  const situations = fc
    .array(
      fc.record({ discussedOn: maybe, waiting: fc.array(someDay), newAlerts: fc.nat(2), lastRatedOn: maybe }),
    )
    .map((known) =>
      known.map((one, index) => situation(String(index), { ...one, firstRatedOn: one.lastRatedOn })),
    );
  fc.assert(
    fc.property(situations, (all) => {
      const agenda = agendaOf(all, DAY);
      assert.equal(new Set(agenda.map(({ code }) => code)).size, agenda.length);
      assert.ok(agenda.every(({ reasons }) => reasons.length > 0));
      for (const { code, waiting } of all)
        if (waiting.some((due) => due <= DAY))
          assert.ok(
            agenda.some((item) => item.code === code),
            code,
          );
    }),
  );
});

test('an item moves one step, and not beyond either end', () => {
  assert.deepEqual(moved(['a', 'b', 'c'], 'b', 'earlier'), ['b', 'a', 'c']);
  assert.deepEqual(moved(['a', 'b', 'c'], 'b', 'later'), ['a', 'c', 'b']);
  assert.deepEqual(moved(['a', 'b', 'c'], 'a', 'earlier'), ['a', 'b', 'c']);
  assert.deepEqual(moved(['a', 'b', 'c'], 'c', 'later'), ['a', 'b', 'c']);
});

test('a decision is due three weeks later, on a Monday rather than on a weekend', () => {
  assert.equal(usualDue('2026-11-27'), '2026-12-18');
  assert.equal(usualDue('2026-11-28'), '2026-12-21');
  assert.equal(usualDue('2026-11-29'), '2026-12-21');
});
