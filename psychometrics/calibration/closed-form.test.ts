import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answersFromRows } from './answers.ts';
import { type Calibration, calibrate } from './calibrate.ts';
import {
  awayFromZero,
  type CalibrationItem,
  difficultiesOf,
  parametersOf,
} from './curves/calibration-item.ts';
import type { CalibrationOptions } from './plan.ts';

/**
 * Where all people have nearly the same ability m, the answers to one question are a plain multinomial: its intercepts
 * are those of the shares, its discrimination stays where the prior has it, and the standard errors are known:
 *
 *   var a = (prior sd · a)²      var d = V + m² var a      var b = V / a² + var a (b − m)² / a²
 *
 * with V the variance of a logit of shares.
 */
const [m, a, sd] = [0.7, 1.3, 0.4];
const prior = { logDiscrimination: { mean: Math.log(a), sd } };
const population = { mean: m, sd: 1e-4 };

function fit(item: Partial<CalibrationItem>, counts: number[], options: CalibrationOptions = {}) {
  const answers = answersFromRows(
    counts.map((_, score) => [score]),
    counts,
  );
  const items: CalibrationItem[] = [{ id: 'x', model: 'choice', prior, ...item }];
  const result = calibrate(answers, items, { population, nodes: 7, tolerance: 1e-9, ...options });
  const [only] = result.items;
  assert.ok(only?.status === 'estimated');
  return { result, item: only };
}

function close(found: number, expected: number, within = 1e-5, what = '') {
  assert.ok(Math.abs(found - expected) < within, `${what} ${found} against ${expected}`);
}

/** Logits at ability m of the shares, and the variances of these. */
function compare(found: ReturnType<typeof fit>, counts: number[], logits: number[], variances: number[]) {
  const { result, item } = found;
  const people = counts.reduce((sum, count) => sum + count, 0);
  const logLikelihood = counts.reduce((sum, count) => sum + count * Math.log(count / people), 0);
  assert.deepEqual([result.converged, result.reason, result.unbounded], [true, null, []]);
  close(result.logLikelihood, logLikelihood);
  close(result.penalised, logLikelihood);
  const { parameters } = result;
  assert.equal(parameters, counts.length);
  close(result.aic, 2 * parameters - 2 * logLikelihood);
  close(result.bic, parameters * Math.log(people) - 2 * logLikelihood);
  assert.equal(result.people, people);
  assert.equal(item.answers, people);
  close(result.largestScore, 0, 1e-4);
  close(item.parameters.discrimination, a, 1e-4);
  assert.equal(result.information, 'positive-definite');
  assert.ok(item.standardErrors);
  close(item.standardErrors.discrimination, sd * a, 1e-3, 'se a');
  for (const [step, b] of difficultiesOf(item.parameters).entries()) {
    close(b, m - logits[step]! / a, 1e-3, `b ${step}`);
    const [V, va] = [variances[step]!, (sd * a) ** 2];
    close(item.standardErrors.intercepts[step]!, Math.sqrt(V + m * m * va), 1e-3, `se d ${step}`);
    close(
      item.standardErrors.difficulties[step]!,
      Math.sqrt((V + va * (b - m) ** 2) / (a * a)),
      1e-3,
      `se b ${step}`,
    );
  }
}

test('a choice answered by people all alike: logit of the share, with its binomial standard error', () => {
  compare(fit({}, [30, 10]), [30, 10], [Math.log(1 / 3)], [1 / 30 + 1 / 10]);
  compare(fit({}, [2.5, 7.5]), [2.5, 7.5], [Math.log(3)], [1 / 2.5 + 1 / 7.5]);
});

test('… with a quarter guessed: share = ¼ + ¾ p', () => {
  const p = (0.4 - 0.25) / 0.75;
  // dP/dd = ¾ p (1 − p)
  const variance = (0.4 * 0.6) / 50 / (0.75 * p * (1 - p)) ** 2;
  compare(fit({ guessing: 0.25 }, [30, 20]), [30, 20], [Math.log(p / (1 - p))], [variance]);
});

test('… with ordered credits: logits of neighbours for partial credit, of « at least » for graded responses', () => {
  const counts = [8, 12, 20];
  compare(
    fit({ model: 'graded' }, counts),
    counts,
    [Math.log(12 / 8), Math.log(20 / 12)],
    [1 / 8 + 1 / 12, 1 / 12 + 1 / 20],
  );
  compare(
    fit({ model: 'graded-response' }, counts),
    counts,
    [Math.log(32 / 8), Math.log(20 / 20)],
    [1 / 8 + 1 / 32, 1 / 20 + 1 / 20],
  );
});

test('a question nobody was asked is what its priors say, as surely as they say it', () => {
  const both = { ...prior, difficulty: { mean: -0.5, sd: 0.6 } };
  const result = calibrate(
    answersFromRows([
      [null, 1],
      [null, 0],
    ]),
    [
      { id: 'unasked', model: 'choice', prior: both },
      { id: 'asked', model: 'choice', prior },
    ],
    { population, nodes: 7 },
  );
  const [unasked] = result.items;
  assert.ok(unasked?.status === 'estimated' && unasked.standardErrors);
  assert.equal(unasked.answers, 0);
  close(unasked.parameters.discrimination, a, 1e-4);
  close(difficultiesOf(unasked.parameters)[0]!, -0.5, 1e-4);
  // d = −ab: var d = a² var b + b² var a.
  close(unasked.standardErrors.difficulties[0]!, 0.6, 1e-4);
  close(unasked.standardErrors.discrimination, sd * a, 1e-4);
  close(unasked.standardErrors.intercepts[0]!, Math.sqrt((a * 0.6) ** 2 + (0.5 * sd * a) ** 2), 1e-3);
});

test('a common discrimination held by its prior: each question has the logit of its own share', () => {
  const rows = [
    [1, 0],
    [1, 1],
    [0, 0],
    [0, 1],
  ];
  const weights = [10, 20, 4, 6];
  const result = calibrate(
    answersFromRows(rows, weights),
    [
      { id: 'x', model: 'choice' },
      { id: 'y', model: 'choice' },
    ],
    { population, nodes: 7, discrimination: 'common', commonLogDiscrimination: prior.logDiscrimination },
  );
  assert.equal(result.parameters, 3);
  assert.equal(result.information, 'positive-definite');
  for (const [index, right] of [30, 26].entries()) {
    const item = result.items[index]!;
    assert.ok(item.status === 'estimated' && item.standardErrors);
    close(item.parameters.discrimination, a, 1e-4);
    close(difficultiesOf(item.parameters)[0]!, m - Math.log(right / (40 - right)) / a, 1e-4);
    close(item.standardErrors.discrimination, sd * a, 1e-3);
    const variance = 1 / right + 1 / (40 - right);
    close(item.standardErrors.intercepts[0]!, Math.sqrt(variance + (m * sd * a) ** 2), 1e-3);
  }
});

test('without standard errors asked for there are none, nor is information looked for', () => {
  const { result, item } = fit({}, [30, 10], { standardErrors: 'none' });
  assert.equal(result.information, 'not-asked');
  assert.equal(item.standardErrors, null);
});

/** Fixed question of which everybody knows the parameters. */
const anchor = (difficulty: number): CalibrationItem => ({
  id: `anchor ${difficulty}`,
  model: 'choice',
  fixed: { model: 'choice', discrimination: 1, difficulty, guessing: 0 },
});

/** ln Π ∫ P(answers | θ) n(θ) dθ, by a plain sum over 801 abilities from −20 to 20. */
function logMarginal(
  rows: number[][],
  weights: number[],
  difficulties: number[],
  { mean, sd: spread }: Calibration['population'],
) {
  return rows.reduce((sum, row, person) => {
    let mass = 0;
    for (let k = 0; k <= 800; k += 1) {
      const theta = -20 + 0.05 * k;
      const density = Math.exp(-0.5 * ((theta - mean) / spread) ** 2) / (spread * Math.sqrt(2 * Math.PI));
      mass +=
        0.05 *
        row.reduce((product, score, item) => {
          const right = 1 / (1 + Math.exp(difficulties[item]! - theta));
          return product * (score === 1 ? right : 1 - right);
        }, density);
    }
    return sum + weights[person]! * Math.log(mass);
  }, 0);
}

test('nodes follow a population that leaves them; what is reported there is the likelihood, at its maximum', () => {
  const difficulties = [1.5, 3, 4.5];
  const rows = [
    [0, 0, 0],
    [1, 0, 0],
    [1, 1, 0],
    [1, 1, 1],
    [0, 1, 0],
  ];
  const weights = [6, 9, 9, 6, 2];
  const result = calibrate(answersFromRows(rows, weights), difficulties.map(anchor));
  assert.equal(result.converged, true);
  assert.equal(result.parameters, 2);
  assert.ok(result.population.mean > 2 && result.population.mean < 4, `${result.population.mean}`);
  const at = (mean: number, spread: number) => logMarginal(rows, weights, difficulties, { mean, sd: spread });
  const { mean, sd: spread } = result.population;
  close(result.logLikelihood, at(mean, spread), 0.005);
  for (const by of [-0.05, 0.05]) {
    assert.ok(at(mean + by, spread) < at(mean, spread));
    assert.ok(at(mean, spread * (1 + by)) < at(mean, spread));
  }
});

test('too few nodes are doubled until the likelihood no longer changes; they stay where that is not asked', () => {
  const [rows, weights, difficulties] = [
    [
      [1, 1, 1, 1],
      [0, 0, 0, 0],
      [1, 1, 0, 0],
    ],
    [3, 2, 4],
    [-1, 0, 0.5, 1],
  ];
  const at = (options: CalibrationOptions) =>
    calibrate(answersFromRows(rows, weights), difficulties.map(anchor), {
      population: { mean: 0.2, sd: 1.5 },
      ...options,
    });
  const truth = logMarginal(rows, weights, difficulties, { mean: 0.2, sd: 1.5 });
  const fine = at({ nodes: 4 });
  assert.ok([7, 13, 25, 49].includes(fine.nodes), `${fine.nodes}`);
  assert.ok(Math.abs(fine.quadratureError!) <= 0.005);
  close(fine.logLikelihood, truth, 0.01);
  const rough = at({ nodes: 4, adaptive: false });
  assert.deepEqual([rough.nodes, rough.quadratureError], [4, null]);
  assert.ok(Math.abs(rough.logLikelihood - truth) > 0.01);
  assert.deepEqual([fine.parameters, fine.iterations, fine.population.mean], [0, 0, 0.2]);
  assert.equal(fine.items[0]!.status, 'fixed');
});

test('a question that separates people perfectly is named, with its discrimination at the limit', () => {
  const belief = { mean: Float64Array.of(-2, -1, 1, 2), sd: new Float64Array(4).fill(0.2) };
  const answers = {
    ...answersFromRows([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ]),
    belief,
  };
  const result = calibrate(answers, [
    { id: 'steep', model: 'choice' },
    { id: 'plain', model: 'choice' },
  ]);
  assert.equal(result.converged, false);
  assert.equal(result.reason, 'unbounded-discrimination');
  assert.deepEqual(result.unbounded, ['steep']);
});

test('questions nobody was asked or all answered alike are named in their places; without an answer nothing is estimated', () => {
  const items: CalibrationItem[] = ['none', 'asked', 'alike'].map((id) => ({ id, model: 'choice', prior }));
  const rows = [
    [null, 1, 0],
    [null, 0, 0],
  ];
  const result = calibrate(answersFromRows(rows, [3, 1]), items, { population, nodes: 7 });
  assert.deepEqual(
    result.items.map(({ id, status, answers }) => [id, status, answers]),
    [
      ['none', 'left-out', 0],
      ['asked', 'estimated', 4],
      ['alike', 'left-out', 4],
    ],
  );
  assert.deepEqual(result.items[2], {
    id: 'alike',
    status: 'left-out',
    reason: 'one-score-only',
    answers: 4,
  });
  assert.deepEqual([result.converged, result.parameters], [true, 2]);
  const nobody = calibrate(answersFromRows([]), items);
  assert.deepEqual(
    [nobody.converged, nobody.reason, nobody.people, nobody.logLikelihood, nobody.bic],
    [false, 'no-answers', 0, 0, 0],
  );
  assert.deepEqual(nobody.items[1], { id: 'asked', status: 'left-out', reason: 'no-answers', answers: 0 });
});

test('a slope nearer to 0 than 1e-8 counts as that, on its side of 0', () => {
  for (const slope of [1e-8, -1e-8, 0.5, -2]) assert.equal(awayFromZero(slope), slope);
  assert.deepEqual([1e-9, 0, -1e-9].map(awayFromZero), [1e-8, 1e-8, -1e-8]);
  const flat = parametersOf({ id: 'x', model: 'choice', guessing: 0.2 }, Float64Array.of(0, 1));
  assert.deepEqual(flat, { model: 'choice', discrimination: 1e-8, difficulty: -1e8, guessing: 0.2 });
});

test('a question held as steep as that is not named among those the answers leave without a limit', () => {
  const steep: CalibrationItem = {
    id: 'held',
    model: 'choice',
    fixed: { model: 'choice', discrimination: 28, difficulty: 0, guessing: 0 },
  };
  const rows = [
    [1, 1],
    [0, 1],
    [1, 0],
    [0, 0],
  ];
  const result = calibrate(answersFromRows(rows), [steep, { id: 'asked', model: 'choice', prior }], {
    population: { mean: 0, sd: 1 },
    nodes: 31,
    adaptive: false,
  });
  assert.deepEqual([result.converged, result.unbounded], [true, []]);
});
