import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { answersFromRows } from './answers.ts';
import { type Calibration, calibrate } from './calibrate.ts';
import { difficultiesOf } from './curves/calibration-item.ts';
import type { CalibrationOptions } from './plan.ts';

/** |ΔlogLik| and |Δ parameter| asked of us are .01; what is held here is 100 times closer. */
const CLOSE = 1e-4;

function read(name: string) {
  const file = (ending: string) =>
    readFileSync(new URL(`../reference-data/${name}_${ending}`, import.meta.url), 'utf8');
  const [header, ...lines] = file('patterns.csv').trim().split('\n');
  const rows = lines.map((line) => line.split(',').map(Number));
  return {
    ids: header!.split(',').slice(0, -1),
    answers: answersFromRows(
      rows.map((row) => row.slice(0, -1)),
      rows.map((row) => row.at(-1)!),
    ),
    reference: JSON.parse(file('ref.json')),
  };
}

function fit(name: string, model: 'choice' | 'graded' | 'graded-response', options?: CalibrationOptions) {
  const { ids, answers, reference } = read(name);
  const result = calibrate(
    answers,
    ids.map((id) => ({ id, model })),
    options,
  );
  assert.equal(result.converged, true);
  assert.equal(result.information, 'positive-definite');
  assert.ok(result.largestScore < 0.002, `gradient ${result.largestScore}`);
  return { result, reference };
}

function estimates(result: Calibration) {
  return result.items.map((item) => {
    assert.ok(item.status === 'estimated' && item.standardErrors);
    return { ...item.parameters, b: difficultiesOf(item.parameters), errors: item.standardErrors };
  });
}

function assertClose(actual: number, expected: number, within = CLOSE) {
  assert.ok(Math.abs(actual - expected) <= within, `${actual} against ${expected}`);
}

for (const name of ['LSAT6', 'LSAT7', 'WIRS']) {
  test(`${name}: two parameters, log-likelihood and standard errors of mirt 1.45`, () => {
    const { result, reference } = fit(name, 'choice');
    const { twoPL } = reference;
    assertClose(result.logLikelihood, twoPL.logLik);
    assertClose(result.aic, twoPL.AIC);
    assertClose(result.bic, twoPL.BIC);
    for (const [index, { discrimination, b, errors }] of estimates(result).entries()) {
      assertClose(discrimination, twoPL.a[index]);
      assertClose(b[0]!, twoPL.b[index]);
      assertClose(errors.discrimination, twoPL.se_slope[index]);
      assertClose(errors.intercepts[0]!, twoPL.se_intercept[index]);
    }
  });

  test(`${name}: one common discrimination, as mirt 1.45`, () => {
    const { result, reference } = fit(name, 'choice', { discrimination: 'common' });
    assertClose(result.logLikelihood, reference.onePL.logLik);
    assertClose(result.bic, reference.onePL.BIC);
    for (const [index, { discrimination, b }] of estimates(result).entries()) {
      assertClose(discrimination, reference.onePL.a);
      assertClose(b[0]!, reference.onePL.b[index]);
    }
  });
}

for (const [model, key] of [
  ['graded-response', 'graded'],
  ['graded', 'gpcm'],
] as const) {
  test(`Science: ${model} as mirt 1.45, scores 1 to 4 read as credits 0 to 3`, () => {
    const { result, reference } = fit('Science4', model);
    assertClose(result.logLikelihood, reference[key].logLik);
    assertClose(result.bic, reference[key].BIC);
    for (const [index, { discrimination, b }] of estimates(result).entries()) {
      const expected = reference[key].items[index];
      assertClose(discrimination, expected.a);
      for (const [step, difficulty] of b.entries()) assertClose(difficulty, expected[`b${step + 1}`]);
    }
    for (const item of result.items)
      assert.deepEqual(item.status === 'estimated' && item.scores, [1, 2, 3, 4]);
  });
}

test('verbal aggression, 24 questions: two parameters and one common discrimination, as in the file of difR', () => {
  const text = (name: string) =>
    readFileSync(new URL(`../reference-data/${name}`, import.meta.url), 'utf8').trim();
  const { twoPL, Rasch } = JSON.parse(text('verbal_dif_ref.json'));
  const [header, ...lines] = text('verbal_difR.csv').split('\n');
  const ids = header!.split(',').slice(0, 24);
  const answers = answersFromRows(lines.map((line) => line.split(',').slice(0, 24).map(Number)));
  const items = ids.map((id) => ({ id, model: 'choice' as const }));

  const free = calibrate(answers, items);
  assertClose(free.logLikelihood, twoPL.logLik, 0.01);
  for (const [index, { discrimination, b }] of estimates(free).entries()) {
    assertClose(discrimination, twoPL.a[index], 0.01);
    assertClose(b[0]!, twoPL.b[index], 0.01);
  }

  const common = calibrate(answers, items, { discrimination: 'common' });
  assertClose(common.logLikelihood, Rasch.logLik, 0.01);
  for (const [index, { discrimination, b }] of estimates(common).entries()) {
    assertClose(discrimination, Math.sqrt(Rasch.var), 0.01);
    assertClose(-discrimination * b[0]!, Rasch.d[index], 0.01);
  }
});
