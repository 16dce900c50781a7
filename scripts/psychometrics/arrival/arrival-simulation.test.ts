import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generatedBank } from '../simulation/generated-bank.ts';
import { simulateArrival } from './arrival-simulation.ts';

const bank = generatedBank(1);
const simulate = (people: number, panel = 0) =>
  simulateArrival(
    bank,
    { people, seed: 1, truth: 'expert', correlations: { within: 0.75, between: 0.6 }, panel },
    () => {},
  );
const report = simulate(400);
const last = report.curve.at(-1)!;

test('400 people with 8 to 24 answers bring the error of difficulties well under that of experts, night and day', () => {
  assert.deepEqual(
    report.curve.map(({ people }) => people),
    [50, 100, 150, 200, 300, 400],
  );
  assert.ok(report.answers >= 400 * 8 && report.answers <= 400 * 24);
  assert.ok(
    last.nightly.rmseDifficulty < 0.75 * last.experts.rmseDifficulty,
    `${last.nightly.rmseDifficulty}`,
  );
  assert.ok(last.online.rmseDifficulty < 0.75 * last.experts.rmseDifficulty, `${last.online.rmseDifficulty}`);
  assert.ok(last.nightly.rmseDifficulty < report.curve[0]!.nightly.rmseDifficulty);
});

test('the scale neither drifts nor stretches, and bands keep what they promise', () => {
  assert.ok(Math.abs(last.nightly.meanError) < 0.12, `${last.nightly.meanError}`);
  assert.ok(Math.abs(last.nightly.slope - 1) < 0.12, `${last.nightly.slope}`);
  for (const { general, domains, competences } of [last.shown, last.recomputed]) {
    for (const share of [general, domains, competences]) assert.ok(share > 0.86 && share < 0.94, `${share}`);
  }
});

test('bands of new people keep what they promise from the very first night, and teach nothing', () => {
  const { atFirst, curve } = simulate(100, 300);
  for (const coverage of [atFirst, ...curve.map(({ panel }) => panel)]) {
    const { general, domains, competences } = coverage!;
    for (const share of [general, domains, competences]) assert.ok(share > 0.84 && share < 0.96, `${share}`);
  }
  const alone = simulate(100).curve;
  assert.deepEqual(
    curve.map((point) => ({ ...point, panel: null })),
    alone,
  );
});

test('some assessments go on while a version comes out, one version a night', () => {
  assert.ok(report.acrossVersions > 20, `${report.acrossVersions}`);
  assert.deepEqual(
    report.curve.map(({ version }) => version),
    [2, 3, 4, 5, 6, 7],
  );
});

test('the same seed gives the same report', () => {
  assert.deepEqual(simulate(60), simulate(60));
});
