import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayOf, daysAfter } from '../../calendar/index.ts';
import { isDue, parsePlan } from './plan.ts';

const TODAY = '2026-11-23';
const typed = { situation: 'un élève revient', act: 'le salue', help: '', due: '2026-11-30' };

test('a plan keeps what was typed, without the words the form already says', () => {
  assert.deepEqual(
    parsePlan({ ...typed, situation: ' Si  un élève\nrevient ', act: 'alors je le salue' }, TODAY),
    typed,
  );
  assert.deepEqual(parsePlan({ ...typed, act: 'j’appelle' }, TODAY), { ...typed, act: 'appelle' });
});

for (const [what, change, field] of [
  ['no situation', { situation: ' ' }, 'situation'],
  ['no act', { act: 'je ' }, 'act'],
  ['an act too long', { act: 'a'.repeat(301) }, 'act'],
  ['a date past', { due: '2026-11-22' }, 'due'],
  ['a date that is none', { due: '2026-02-30' }, 'due'],
  ['no date', { due: '' }, 'due'],
  ['a date too far', { due: '2028-01-01' }, 'due'],
] as const) {
  test(`refused: ${what}`, () => {
    const plan = parsePlan({ ...typed, ...change }, TODAY);
    assert.deepEqual('problems' in plan && plan.problems.map((problem) => problem.field), [field]);
  });
}

test('whatever is typed gives a plan the database accepts, or a problem', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (situation, act, help, due) => {
      const plan = parsePlan({ situation, act, help, due }, TODAY);
      if ('problems' in plan) return plan.problems.length > 0;
      return [plan.situation, plan.act].every((text) => text.length >= 1 && text.length <= 300);
    }),
  );
});

test('the day is that of France, and a plan is due on its day until something is said of it', () => {
  assert.equal(dayOf(new Date('2026-11-22T23:30:00Z')), '2026-11-23');
  assert.equal(daysAfter('2028-02-28', 1), '2028-02-29');
  const plan = {
    id: '',
    module: null,
    situation: '',
    act: '',
    help: '',
    due: TODAY,
    outcome: null,
    whatHappened: null,
    obstacle: null,
  };
  assert.equal(isDue(plan, new Date('2026-11-22T12:00:00Z')), false);
  assert.equal(isDue(plan, new Date('2026-11-23T06:00:00Z')), true);
  assert.equal(isDue({ ...plan, outcome: 'done' }, new Date('2026-11-23T06:00:00Z')), false);
});
