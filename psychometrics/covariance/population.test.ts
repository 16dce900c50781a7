import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '../joint-posterior/joint-posterior.ts';
import { choleskyFactor, inverse, logDeterminant } from '../linear-algebra/positive-definite.ts';
import { createRandom } from '../random.ts';
import {
  averagesOf,
  type CovariancePattern,
  covarianceOf,
  freePattern,
  structuredPattern,
} from './covariance-pattern.ts';
import { estimateCorrelations, priorUnder } from './estimate-correlations.ts';
import { maximise } from './maximise.ts';
import { type Freedom, parameterCount } from './person-score.ts';
import { type Evaluation, populationLikelihood, populationOf } from './population-likelihood.ts';
import { addPopulationPrior } from './population-prior.ts';

const structure = {
  domains: [
    [0, 1, 2],
    [3, 4],
  ],
};
const structured = structuredPattern(structure);
const free = freePattern(structure);
const close = (value: number, expected: number, tolerance: number, what = '') =>
  assert.ok(Math.abs(value - expected) < tolerance, `${what} ${value} against ${expected}`);

test('within domains one covariance, between them another; left free, one for each pair', () => {
  assert.deepEqual([structured.count, structured.groups, free.groups], [5, 2, 10]);
  const matrix = covarianceOf(structured, [0.7, 0.4], 1.2);
  const domains = [0, 0, 0, 1, 1];
  matrix.forEach((value, cell) => {
    const [a, b] = [Math.floor(cell / 5), cell % 5];
    assert.equal(value, a === b ? 1.2 : domains[a] === domains[b] ? 0.7 : 0.4);
  });
  const wide = covarianceOf(free, [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1], 2);
  for (let a = 0; a < 5; a += 1) {
    assert.equal(free.group[a * 6], -1);
    for (let b = 0; b < 5; b += 1) assert.equal(wide[a * 5 + b], wide[b * 5 + a]);
  }
  assert.equal(new Set(wide).size, 11);
  assert.equal(structuredPattern({ domains: [[0], [1]] }).groups, 1);
  assert.equal(structuredPattern({ domains: [[0, 1]] }).groups, 1);
});

test('the averages of a matrix are those of its kinds of pairs', () => {
  const matrix = Float64Array.from({ length: 25 }, (_, cell) => {
    const [a, b] = [Math.floor(cell / 5), cell % 5];
    return a === b ? 9 : 0.1 * (a + b);
  });
  // Within: pairs 01, 02, 12 and 34; between: 0–2 with 3–4.
  const [within, between] = averagesOf(structured, matrix);
  close(within!, (0.1 + 0.2 + 0.3 + 0.7) / 4, 1e-12);
  close(between!, (0.3 + 0.4 + 0.4 + 0.5 + 0.5 + 0.6) / 6, 1e-12);
  averagesOf(free, matrix).forEach((value, group) => {
    close(value, matrix[free.group.indexOf(group)]!, 1e-12);
  });
});

const FREEDOMS: Freedom[] = [
  { means: false, variance: false },
  { means: false, variance: true },
  { means: true, variance: false },
  { means: true, variance: true },
];

test('parameters are covariances, then one variance, then the means', () => {
  assert.deepEqual(
    FREEDOMS.map((freedom) => parameterCount(structured, freedom)),
    [2, 3, 7, 8],
  );
  const values = [0.5, 0.3, 1.4, 0.1, 0.2, 0.3, 0.4, 0.5];
  const all = populationOf(structured, FREEDOMS[3]!, values);
  assert.deepEqual([all.variance, Array.from(all.mean)], [1.4, [0.1, 0.2, 0.3, 0.4, 0.5]]);
  assert.deepEqual(all.covariance, covarianceOf(structured, values, 1.4));
  const means = populationOf(structured, FREEDOMS[2]!, [0.5, 0.3, 1, 2, 3, 4, 5]);
  assert.deepEqual([means.variance, Array.from(means.mean)], [1, [1, 2, 3, 4, 5]]);
  const none = populationOf(structured, FREEDOMS[0]!, values);
  assert.deepEqual([none.variance, Array.from(none.mean)], [1, [0, 0, 0, 0, 0]]);
});

const target = Float64Array.from(covarianceOf(structured, [0.6, 0.5], 1.1));

/** The prior at these parameters, with gradient and information. */
function priorAt(pattern: CovariancePattern, freedom: Freedom, spread: number, at: ArrayLike<number>) {
  const size = parameterCount(pattern, freedom);
  const gradient = new Float64Array(size);
  const information = new Float64Array(size * size);
  const { mean, covariance } = populationOf(pattern, freedom, at);
  const factor = choleskyFactor(covariance, 5)!;
  const prior = { target, spread };
  const value = addPopulationPrior({
    pattern,
    freedom,
    prior,
    mean,
    covariance,
    factor,
    gradient,
    information,
  });
  return { value, gradient, information };
}

const pointsOf = (pattern: CovariancePattern, freedom: Freedom) => [
  ...Array.from({ length: pattern.groups }, (_, group) => 0.45 + 0.02 * group),
  ...(freedom.variance ? [1.3] : []),
  ...(freedom.means ? [0.3, -0.2, 0.1, 0.4, -0.5] : []),
];

test('the prior is −w/2 (ln|Σ| + tr Σ⁻¹T + m₀ᵀm₀) − ½ Σ (p − t)²/spread², w = 0.02', () => {
  for (const freedom of FREEDOMS) {
    for (const [pattern, spread] of [
      [structured, Number.POSITIVE_INFINITY],
      [free, 0.15],
    ] as const) {
      const at = pointsOf(pattern, freedom);
      const { mean, covariance } = populationOf(pattern, freedom, at);
      const factor = choleskyFactor(covariance, 5)!;
      const precision = inverse(factor, 5);
      let expected = -0.01 * logDeterminant(factor, 5);
      for (let a = 0; a < 5; a += 1) {
        expected -= 0.01 * mean[a]! ** 2;
        for (let b = 0; b < 5; b += 1) expected -= 0.01 * precision[a * 5 + b]! * target[b * 5 + a]!;
      }
      for (let group = 0; group < pattern.groups; group += 1) {
        expected -= 0.5 * ((at[group]! - target[pattern.group.indexOf(group)]!) / spread) ** 2;
      }
      close(priorAt(pattern, freedom, spread, at).value, expected, 1e-10);
    }
  }
});

test('its gradient is the slope of that, and its information that of w people at the target', () => {
  for (const freedom of FREEDOMS) {
    for (const [pattern, spread] of [
      [structured, Number.POSITIVE_INFINITY],
      [free, 0.3],
    ] as const) {
      const at = pointsOf(pattern, freedom);
      const moved = (part: number, by: number) =>
        priorAt(
          pattern,
          freedom,
          spread,
          at.map((value, k) => (k === part ? value + by : value)),
        );
      const { gradient, information } = priorAt(pattern, freedom, spread, at);
      const size = gradient.length;
      for (const part of at.keys()) {
        const slope = (moved(part, 1e-5).value - moved(part, -1e-5).value) / 2e-5;
        close(gradient[part]!, slope, 1e-6, `gradient ${part}`);
      }
      // ½ w tr(Σ⁻¹ D_g Σ⁻¹ D_h) for covariances and variance; w for means (of unit variance); 1/spread² for its own pull.
      const { covariance } = populationOf(pattern, freedom, at);
      const precision = inverse(choleskyFactor(covariance, 5)!, 5);
      const direction = (part: number) =>
        Array.from({ length: 25 }, (_, cell) =>
          Number(part === pattern.groups ? cell % 6 === 0 : pattern.group[cell] === part),
        );
      const free2 = pattern.groups + (freedom.variance ? 1 : 0);
      for (let g = 0; g < free2; g += 1) {
        for (let h = 0; h <= g; h += 1) {
          const left = times(times(precision, direction(g)), times(precision, direction(h)));
          const trace = [0, 6, 12, 18, 24].reduce((sum, cell) => sum + left[cell]!, 0);
          const pull = g === h && g < pattern.groups ? 1 / spread ** 2 : 0;
          close(information[g * size + h]!, 0.01 * trace + pull, 1e-10, `information ${g} ${h}`);
        }
      }
      for (let part = free2; part < size; part += 1) {
        for (let other = 0; other <= part; other += 1) {
          close(information[part * size + other]!, part === other ? 0.02 : 0, 1e-12);
        }
      }
    }
  }
});

function times(left: ArrayLike<number>, right: ArrayLike<number>): number[] {
  return Array.from({ length: 25 }, (_, cell) => {
    let sum = 0;
    for (let k = 0; k < 5; k += 1) sum += left[Math.floor(cell / 5) * 5 + k]! * right[k * 5 + (cell % 5)]!;
    return sum;
  });
}

const item = { model: 'choice', discrimination: 1.3, difficulty: 0.2, guessing: 0 } as const;
const random = createRandom('population');
const people: Answer[][] = Array.from({ length: 5 }, () =>
  Array.from({ length: 6 }, (_, k) => ({ dimension: k % 5, item, score: Number(random.uniform() < 0.6) })),
);

test('the likelihood of a population has the slope it says, and the information of its people', () => {
  for (const freedom of [FREEDOMS[0]!, FREEDOMS[3]!]) {
    const likelihood = populationLikelihood(free, freedom, { target, spread: 0.4 }, people);
    const at = pointsOf(free, freedom);
    const here = likelihood(at)!;
    const size = here.gradient.length;
    for (const part of at.keys()) {
      const value = (by: number) => likelihood(at.map((one, k) => (k === part ? one + by : one)))!.value;
      close(here.gradient[part]!, (value(1e-3) - value(-1e-3)) / 2e-3, 2e-3, `part ${part}`);
    }
    const none = populationLikelihood(free, freedom, { target, spread: 0.4 }, [])(at)!;
    const outer = new Float64Array(size * size);
    for (const person of people) {
      const alone = populationLikelihood(free, freedom, { target, spread: 0.4 }, [person])(at)!;
      const own = alone.gradient.map((value, k) => value - none.gradient[k]!);
      outer.forEach((_, cell) => {
        outer[cell]! += own[Math.floor(cell / size)]! * own[cell % size]!;
      });
    }
    here.information.forEach((value, cell) => {
      close(value, none.information[cell]! + outer[cell]!, 1e-8, `information ${cell}`);
      assert.equal(value, here.information[(cell % size) * size + Math.floor(cell / size)]);
    });
  }
  assert.equal(
    populationLikelihood(free, FREEDOMS[0]!, { target, spread: 1 }, [])(new Array(10).fill(1.2)),
    null,
  );
});

/** −½ (p − c)ᵀ A (p − c), with information that may be off by `factor`. */
function hill(center: readonly number[], factor: number, allowed = (_: ArrayLike<number>) => true) {
  const a = [4, 1, 1, 3];
  return (p: ArrayLike<number>): Evaluation | null => {
    if (!allowed(p)) return null;
    const [x, y] = [p[0]! - center[0]!, p[1]! - center[1]!];
    return {
      value: -0.5 * (a[0]! * x * x + 2 * a[1]! * x * y + a[3]! * y * y),
      gradient: Float64Array.of(-(a[0]! * x + a[1]! * y), -(a[2]! * x + a[3]! * y)),
      information: Float64Array.from(a, (value) => factor * value),
    };
  };
}

test('from the right information the top of a hill is one step away, with its standard errors', () => {
  const top = maximise(hill([0.3, -0.7], 1), [2, 2], 20);
  assert.deepEqual([top.converged, top.iterations], [true, 1]);
  close(top.parameters[0]!, 0.3, 1e-12);
  close(top.parameters[1]!, -0.7, 1e-12);
  close(top.value, 0, 1e-12);
  // A⁻¹ = (3, −1; −1, 4) / 11
  close(top.standardErrors[0]!, Math.sqrt(3 / 11), 1e-12);
  close(top.standardErrors[1]!, Math.sqrt(4 / 11), 1e-12);
  assert.ok(top.remainingStep < 1e-9);
});

test('from information that is too great or too small it gets there all the same, as the curvature shows', () => {
  for (const factor of [0.2, 5]) {
    const top = maximise(hill([0.3, -0.7], factor), [2, 2], 40);
    assert.ok(top.converged && top.iterations > 1 && top.iterations < 12, `${factor}: ${top.iterations}`);
    assert.ok(Math.hypot(top.parameters[0]! - 0.3, top.parameters[1]! + 0.7) < 0.03);
  }
});

test('steps out of what is possible are halved; where no part of one helps it stops and says so', () => {
  const fenced = maximise(
    hill([0.3, -0.7], 1, (p) => p[0]! > 0.29),
    [2, 2],
    60,
  );
  assert.ok(fenced.converged);
  const wall = maximise(
    hill([0.3, -0.7], 1, (p) => p[0]! >= 2),
    [2, 2],
    60,
  );
  assert.deepEqual([wall.converged, wall.iterations, Array.from(wall.parameters)], [false, 0, [2, 2]]);
  assert.ok(wall.remainingStep > 1);
  // The step asked for, in standard errors: A⁻¹g = (−1.7, −2.7).
  close(wall.remainingStep, Math.max(1.7 / Math.sqrt(3 / 11), 2.7 / Math.sqrt(4 / 11)), 1e-12);
  const short = maximise(hill([0.3, -0.7], 5), [2, 2], 1);
  assert.deepEqual([short.converged, short.iterations], [false, 1]);
  assert.equal(maximise(hill([0.3, -0.7], 1), [0.3, -0.7], 0).converged, true);
  assert.throws(() => maximise(() => null, [1], 5), /not positive definite/);
});

test('the mean correlations of kinds that a structure has not are null; the result counts people and answers', () => {
  const one = estimateCorrelations({
    structure: { domains: [[0, 1]] },
    people: [],
    pattern: 'free',
    version: 'v',
  });
  assert.deepEqual([one.between, one.version, one.pattern, one.n], [null, 'v', 'free', 0]);
  close(one.within!, 0.75, 1e-6);
  const apart = estimateCorrelations({
    structure: { domains: [[0], [1]] },
    people: [],
    pattern: 'structured',
    version: 'v',
  });
  assert.equal(apart.within, null);
  close(apart.between!, 0.6, 1e-6);
  const found = estimateCorrelations({
    structure,
    people: [...people, []],
    pattern: 'free',
    population: 'free',
    spread: 0.2,
    version: 'v',
    iterations: 4,
  });
  assert.deepEqual([found.n, found.answers, found.means.length], [5, 30, 5]);
  assert.ok(found.variance !== 1 && found.variance > 0.2);
  for (let d = 0; d < 5; d += 1) {
    close(found.correlations[d * 6]!, 1, 1e-12);
    assert.equal(found.standardErrors[d * 6], 0);
  }
  const different = (matrix: readonly number[]) => new Set(matrix.filter((_, cell) => cell % 6 !== 0)).size;
  assert.equal(different(found.correlations), 10, 'a correlation for each pair');
  const kinds = estimateCorrelations({
    structure,
    people,
    pattern: 'structured',
    version: 'v',
    iterations: 4,
  });
  assert.deepEqual([different(kinds.correlations), kinds.pattern, kinds.variance], [2, 'structured', 1]);
  assert.deepEqual(kinds.means, [0, 0, 0, 0, 0]);
  close(
    found.within!,
    (found.correlations[1]! + found.correlations[2]! + found.correlations[7]! + found.correlations[19]!) / 4,
    1e-12,
  );
  assert.ok(
    found.standardErrors[1]! > 0.01 && found.standardErrors[1]! < 0.21,
    'no wider than what is believed before',
  );
  const prior = priorUnder(found);
  assert.deepEqual([prior.mean, prior.covariance], [[0, 0, 0, 0, 0], found.correlations]);
});
