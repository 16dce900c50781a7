import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { daysAfter, monthsAfter, schoolYearOf } from '../../calendar/index.ts';
import { purgeDay } from './purge.ts';

const purged = (exitOn: string, closedOn = exitOn) => purgeDay({ closedOn, exitOn, opposed: false });

test('an exit of October is called in November of the next year, and erased at the end of January', () => {
  assert.equal(purged('2026-10-15'), '2028-01-30');
});

test('an exit of June is called in the next June, and erased with the school year', () => {
  assert.equal(purged('2027-06-25'), '2028-08-31');
});

test('an exit of December or of July is erased with the school year that follows it', () => {
  assert.equal(purged('2026-12-10'), '2028-08-31');
  assert.equal(purged('2027-07-05'), '2028-08-31');
});

test('the day of the exit counts, not the day the file was closed; without an exit, that day', () => {
  assert.equal(purged('2026-10-15', '2027-06-30'), '2028-01-30');
  assert.equal(purgeDay({ closedOn: '2026-10-15', exitOn: null, opposed: false }), '2028-01-30');
});

test('whoever opposed the follow-up is erased within the month', () => {
  assert.equal(purgeDay({ closedOn: '2026-11-23', exitOn: '2026-11-23', opposed: true }), '2026-12-23');
});

test('whatever the day of the exit, the twelfth month comes before the purge, and the purge before the end of the next school year', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1500 }), (days) => {
      const exitOn = daysAfter('2025-09-01', days);
      const purge = purged(exitOn);
      assert.ok(purge >= monthsAfter(exitOn, 12), `${exitOn}: ${purge} leaves no room`);
      assert.ok(purge <= `${schoolYearOf(exitOn) + 2}-08-31`, `${exitOn}: ${purge} is too late`);
    }),
  );
});
