import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { daysAfter } from '../../calendar/index.ts';
import { calendarOf, latestReminderDay, parseWish, WEEKDAYS } from './rhythm.ts';

test('a weekly reminder comes on its weekday, this week or the last', () => {
  // 29 November 2026 is a Sunday.
  assert.equal(latestReminderDay('weekly', 7, '2026-11-29'), '2026-11-29');
  assert.equal(latestReminderDay('weekly', 2, '2026-11-29'), '2026-11-24');
  assert.equal(latestReminderDay('weekly', 1, '2026-11-29'), '2026-11-23');
});

test('twice a month is the first and the third of that weekday, monthly the first', () => {
  assert.equal(latestReminderDay('twice-monthly', 2, '2026-11-29'), '2026-11-17');
  assert.equal(latestReminderDay('twice-monthly', 2, '2026-11-16'), '2026-11-03');
  assert.equal(latestReminderDay('monthly', 2, '2026-11-29'), '2026-11-03');
  assert.equal(latestReminderDay('monthly', 1, '2026-11-01'), '2026-10-05');
});

test('in any year, weekly comes 52 or 53 times, twice monthly 24, monthly 12', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2026, max: 2060 }), fc.integer({ min: 1, max: 7 }), (year, weekday) => {
      const days = Array.from({ length: 365 }, (_, index) => daysAfter(`${year}-01-01`, index));
      const times = (rhythm: 'weekly' | 'twice-monthly' | 'monthly') =>
        days.filter((today) => latestReminderDay(rhythm, weekday, today) === today).length;
      assert.ok([52, 53].includes(times('weekly')));
      assert.equal(times('twice-monthly'), 24);
      assert.equal(times('monthly'), 12);
    }),
    { numRuns: 20 },
  );
});

test('the calendar holds every rhythm on every weekday, never a day to come', () => {
  const calendar = calendarOf('2026-11-29');
  assert.equal(calendar.length, 3 * WEEKDAYS.length);
  assert.ok(calendar.every(({ day }) => day <= '2026-11-29'));
});

test('a wish is read as typed, or refused', () => {
  assert.deepEqual(parseWish({ rhythm: 'weekly', weekday: '4', plans: 'oui' }), {
    rhythm: 'weekly',
    weekday: 4,
    plans: true,
  });
  for (const typed of [
    { rhythm: 'daily', weekday: '1' },
    { rhythm: 'weekly', weekday: '0' },
    { rhythm: 'weekly', weekday: '8' },
    { rhythm: 'toString', weekday: '1' },
    { rhythm: undefined, weekday: '1' },
  ]) {
    assert.equal(parseWish({ ...typed, plans: undefined }), null);
  }
});
