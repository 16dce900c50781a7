import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  dayOf,
  daysAfter,
  daysBetween,
  dayText,
  fullDate,
  isDay,
  isPublicHoliday,
  momentText,
  monthsAfter,
  schoolYearName,
  schoolYearOf,
} from './index.ts';

test('midnight in France decides the day, in winter as in summer', () => {
  assert.equal(dayOf(new Date('2026-11-23T22:59:59Z')), '2026-11-23');
  assert.equal(dayOf(new Date('2026-11-23T23:00:00Z')), '2026-11-24');
  assert.equal(dayOf(new Date('2026-06-30T22:00:00Z')), '2026-07-01');
});

test('days counted forward and back meet, across changes of hour and leap days', () => {
  fc.assert(
    fc.property(fc.integer({ min: -4000, max: 4000 }), (days) => {
      const other = daysAfter('2024-02-29', days);
      assert.equal(daysBetween('2024-02-29', other), days);
      assert.equal(daysAfter(other, -days), '2024-02-29');
    }),
  );
});

test('a month later is the same day, or the last one of a shorter month', () => {
  assert.equal(monthsAfter('2026-08-31', 6), '2027-02-28');
  assert.equal(monthsAfter('2027-08-31', 6), '2028-02-29');
  assert.equal(monthsAfter('2026-10-15', 12), '2027-10-15');
  assert.equal(monthsAfter('2027-03-31', -1), '2027-02-28');
});

test('only days of the calendar are days', () => {
  assert.ok(isDay('2028-02-29'));
  for (const text of ['2026-02-29', '2026-13-01', '2026-1-1', 'hier', '']) assert.equal(isDay(text), false);
});

test('a school year begins on the first of September', () => {
  assert.equal(schoolYearOf('2026-08-31'), 2025);
  assert.equal(schoolYearOf('2026-09-01'), 2026);
  assert.equal(schoolYearName(2026), '2026-2027');
});

test('the first of a month is said « 1er », and no other day', () => {
  assert.equal(dayText('2027-03-01'), '1er mars 2027');
  assert.equal(dayText('2027-03-21'), '21 mars 2027');
  assert.equal(dayText('2027-11-11'), '11 novembre 2027');
  assert.equal(fullDate(new Date('2027-03-01T11:00:00Z')), 'lundi 1er mars 2027');
  assert.match(momentText(new Date('2027-09-01T08:05:00Z')), /^1er septembre 2027 à 10:05$/);
});

test('public holidays are the fixed ones, and those that follow Easter', () => {
  // Easter: 20 April 2025, 5 April 2026, 28 March 2027, 16 April 2028, 24 April 2011.
  const days = ['2025-04-21', '2026-05-14', '2026-05-25', '2027-03-29', '2028-06-05', '2011-04-25'];
  for (const day of [...days, '2027-01-01', '2027-05-08', '2026-11-11']) assert.ok(isPublicHoliday(day), day);
  for (const day of ['2027-03-28', '2027-01-02', '2026-04-05', '2026-05-15', '2027-05-09'])
    assert.equal(isPublicHoliday(day), false, day);
  const [easterMonday] = Array.from({ length: 40 }, (_, after) => daysAfter('2035-03-21', after)).filter(
    isPublicHoliday,
  );
  assert.equal(easterMonday, '2035-03-26');
});
