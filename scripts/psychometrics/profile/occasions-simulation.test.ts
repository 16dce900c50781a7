import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generatedBank } from '../simulation/generated-bank.ts';
import { simulateOccasions } from './occasions-simulation.ts';

const options = { people: 240, items: 16, correlation: 0.6, seed: 1, truth: 'bank', months: 12 } as const;
const report = simulateOccasions(generatedBank(1), options, () => {});

test('nothing changed: few are told so; two levels are seen more often than one, and a rise is not called a fall', () => {
  assert.ok(report.falseAlarms <= 0.1, `${report.falseAlarms}`);
  assert.ok(report.powerOneLevel > report.falseAlarms);
  assert.ok(report.powerTwoLevels > 1.5 * report.powerOneLevel, `${report.powerTwoLevels}`);
  assert.ok(report.wrongDirection <= 0.02);
  assert.deepEqual(report.falseAlarmsBy.general, report.falseAlarms);
});

test('after a year of drift and after a module, bands still hold about 90 % of the truth', () => {
  assert.ok(report.drift.coverageBefore > 0.86 && report.drift.coverageBefore < 0.94);
  assert.ok(report.drift.coverageAfter > 0.86 && report.drift.coverageAfter < 0.94);
  assert.ok(report.learning.coverageWithRule >= report.learning.coverageWithoutRule);
});

test('the same seed gives the same report', () => {
  assert.deepEqual(
    simulateOccasions(generatedBank(1), { ...options, people: 10 }, () => {}),
    simulateOccasions(generatedBank(1), { ...options, people: 10 }, () => {}),
  );
});
