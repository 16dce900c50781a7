import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type Clock,
  durationText,
  HOUR_SECONDS,
  isHourOver,
  isPaused,
  leftText,
  workedSeconds,
} from './hour.ts';

const START = new Date('2026-11-23T09:00:00Z');
const at = (minutes: number) => new Date(START.getTime() + minutes * 60_000);
const clock = (change: Partial<Clock> = {}): Clock => ({
  startedAt: START,
  finishedAt: null,
  pauses: [],
  ...change,
});

test('the clock counts what is worked, not what is paused', () => {
  const twice = clock({
    pauses: [
      { from: at(10), until: at(14) },
      { from: at(30), until: at(33) },
    ],
  });
  assert.equal(workedSeconds(twice, at(67)), HOUR_SECONDS);
  assert.equal(durationText(twice, at(67)), '60 minutes de travail, plus 2 pauses (7 minutes en tout)');
});

test('while it is paused the clock does not move, and finishing ends the pause', () => {
  const paused = clock({ pauses: [{ from: at(10), until: null }] });
  assert.equal(isPaused(paused), true);
  assert.equal(workedSeconds(paused, at(500)), 600);
  const finished = { ...paused, finishedAt: at(20) };
  assert.equal(isPaused(finished), false);
  assert.equal(durationText(finished, at(900)), '10 minutes de travail, plus une pause (10 minutes)');
});

test('the hour is over at 60:00, with ten seconds for what is on its way', () => {
  assert.equal(isHourOver(clock(), new Date(at(60).getTime() + 10_000)), false);
  assert.equal(isHourOver(clock(), new Date(at(60).getTime() + 11_000)), true);
});

test('what is left is said in minutes and seconds, never less than nothing', () => {
  assert.equal(leftText(0), '60:00');
  assert.equal(leftText(61), '58:59');
  assert.equal(leftText(HOUR_SECONDS + 1), '00:00');
});

test('a study left open for days says so', () => {
  assert.equal(durationText(clock(), at(60 * 24 * 3)), '3 jours de travail, sans pause');
  assert.equal(durationText(clock(), at(0)), 'moins d’une minute de travail, sans pause');
});

test('work and pauses always make up the time that passed', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 12 }), (lengths) => {
      let minute = 0;
      const pauses = [];
      for (const [index, length] of lengths.entries()) {
        const from = at(minute);
        minute += length;
        if (index % 2 === 1) pauses.push({ from, until: at(minute) });
      }
      const paused = lengths.filter((_, index) => index % 2 === 1).reduce((sum, one) => sum + one, 0);
      assert.equal(workedSeconds(clock({ pauses }), at(minute)), (minute - paused) * 60);
    }),
  );
});
