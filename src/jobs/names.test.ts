import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jobs } from '../schedule.ts';
import { JOB_NAMES, scheduleText } from './names.ts';

test('every job of the application is told in French, with its hour', () => {
  assert.deepEqual(Object.keys(JOB_NAMES).sort(), jobs.map(({ name }) => name).sort());
  for (const { name, schedule } of jobs) assert.doesNotMatch(scheduleText(schedule), /\*/, name);
});

test('a line of crontab is said as people say it', () => {
  assert.equal(scheduleText('5 6 * * *'), 'chaque jour à 6 h 05');
  assert.equal(scheduleText('15 7-18 * * 1-5'), 'du lundi au vendredi, à chaque heure de 7 h 15 à 18 h 15');
  assert.equal(scheduleText('*/10 * * * *'), 'toutes les 10 minutes');
  assert.equal(scheduleText('15 * * * *'), 'chaque heure, à la minute 15');
  assert.equal(scheduleText('5 7-20 * * *'), 'chaque jour, à chaque heure de 7 h 05 à 20 h 05');
  assert.equal(scheduleText('0 3 * * 0'), 'chaque dimanche à 3 h 00');
  assert.equal(scheduleText('0 4 1 1 *'), '0 4 1 1 *');
});
