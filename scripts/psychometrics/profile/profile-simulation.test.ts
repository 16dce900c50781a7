import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decimal, oneOf, readOptions, UsageError, wholeNumber } from '../command-line/arguments.ts';
import { generatedBank } from '../simulation/generated-bank.ts';
import type { Truth } from '../simulation/simulated-person.ts';
import { casesApart, compareCases } from './cases-apart.ts';
import { simulateProfiles } from './profile-simulation.ts';

const simulate = (truth: Truth, seed = 1) =>
  simulateProfiles(
    generatedBank(1),
    { people: 300, items: 24, correlation: 0.6, seed, truth },
    () => 0,
    () => {},
  );

test('the same seed gives the same report, another seed another one', () => {
  assert.deepEqual(simulate('bank'), simulate('bank'));
  assert.notDeepEqual(simulate('bank', 2), simulate('bank'));
});

test('bands hold what they promise, whether the parameters are true or only experts’', () => {
  for (const truth of ['bank', 'expert', 'calibrated'] as const) {
    const { coverage90, rmse, meanSe } = simulate(truth);
    assert.ok(coverage90 > 0.86 && coverage90 < 0.94, `${truth}: ${coverage90}`);
    assert.ok(Math.abs(rmse / meanSe - 1) < 0.1, `${truth}: ${rmse} against ${meanSe}`);
  }
});

test('competences lend one another strength: alone each is known far less, together they know the whole best', () => {
  const report = simulate('bank');
  assert.ok(report.reliability > 2 * report.independentReliability);
  assert.ok(report.reliability > report.flatProfileReliability);
  assert.ok(report.generalReliability > report.domainReliability);
  assert.ok(report.domainReliability > report.reliability);
  assert.ok(report.maxExposure < 0.9);
});

test('questions of a case asked alone are the same questions, each with its reading; two reports are compared by the minute', () => {
  const bank = generatedBank(1);
  const apart = casesApart(bank);
  assert.ok(bank.items.some(({ caseId }) => caseId !== null));
  for (const [index, item] of bank.items.entries()) {
    const { caseId, seconds, caseSeconds, ...same } = apart.items[index]!;
    assert.deepEqual({ ...item, ...same }, item);
    assert.deepEqual([caseId, caseSeconds], [null, 0]);
    assert.equal(seconds, item.seconds + item.caseSeconds);
  }
  const report = simulate('bank');
  const compared = compareCases(
    { ...report, contrastReliability: 0.12, expectedMinutes: 24 },
    { ...report, contrastReliability: 0.12, expectedMinutes: 30 },
  );
  assert.ok(Math.abs(compared.contrastPerMinute - 0.005) < 1e-12);
  assert.ok(Math.abs(compared.contrastPerMinuteApart - 0.004) < 1e-12);
  assert.ok(Math.abs(compared.contrastPerMinuteGain - 0.25) < 1e-12);
  assert.equal(compared.apart.expectedMinutes, 30);
});

test('what was typed wrong is named in one line', () => {
  const spec = { name: 'n', low: 10, high: 100, otherwise: 50 };
  assert.equal(wholeNumber(undefined, spec), 50);
  assert.equal(decimal('12.5', spec), 12.5);
  const refusals = [
    () => wholeNumber('12.5', spec),
    () => decimal('', spec),
    () => decimal('abc', spec),
    () => decimal('1000', spec),
    () => oneOf('maybe', 'truth', ['bank', 'expert']),
    () => readOptions(['--bogus', '1'], ['n']),
    () => readOptions(['--n'], ['n']),
    () => readOptions(['stray'], ['n']),
  ];
  for (const refusal of refusals) {
    assert.throws(refusal, (error) => error instanceof UsageError && !error.message.includes('\n'));
  }
});
