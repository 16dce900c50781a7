import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { fisherQuantile } from '../distributions/fisher.ts';
import { classicalAnalysis } from '../item-analysis/classical.ts';
import type { ItemParameters } from '../models/item-parameters.ts';
import { categoryProbabilities, expectedScore } from '../models/response.ts';
import { createRandom } from '../random.ts';
import { empiricalReliability, marginalReliability } from './ability-reliability.ts';
import { cronbachAlpha } from './alpha.ts';
import { abilityClassification, totalScoreClassification } from './classification.ts';
import { mcdonaldOmega } from './omega.ts';
import { oneFactor } from './one-factor.ts';

const read = (name: string) => readFileSync(new URL(`../reference-data/${name}`, import.meta.url), 'utf8');
const near = (value: number | null, expected: number, tolerance: number) =>
  assert.ok(Math.abs(value! - expected) <= tolerance, `${value} is not ${expected}`);

function published(name: string) {
  const reference = JSON.parse(read(`${name}_ref.json`));
  const patterns = read(`${name}_patterns.csv`)
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').map(Number));
  return {
    reference,
    patterns,
    answers: patterns.flatMap((line) => Array.from({ length: line.at(-1)! }, () => line.slice(0, -1))),
  };
}
const choice = (discrimination: number, difficulty: number): ItemParameters => ({
  model: 'choice',
  discrimination,
  difficulty,
  guessing: 0,
});

for (const name of ['LSAT6', 'LSAT7', 'WIRS', 'Science4']) {
  test(`${name}: classical analysis and α are those of the reference`, () => {
    const {
      reference: { ctt },
      answers,
    } = published(name);
    const found = classicalAnalysis(answers);
    near(found.mean, ctt.mean, 5.1e-7);
    near(found.deviation, ctt.sd, 5.1e-7);
    found.items.forEach((item, index) => {
      near(item.mean, Object.values<number>(ctt.item_mean)[index]!, 5.1e-7);
      near(item.variance, Object.values<number>(ctt.item_var)[index]!, 5.1e-7);
      near(item.totalCorrelation, ctt.item_total_r[index], 5.1e-7);
      near(item.restCorrelation, ctt.item_rest_r[index], 5.1e-7);
    });
    const { alpha, interval, standardError } = cronbachAlpha(answers);
    near(alpha, ctt.alpha, 5.1e-7);
    near(standardError, ctt.SEM, 5.1e-6);
    assert.ok(interval!.low < alpha! && alpha! < interval!.high);
  });
}

test('verbal aggression: α is that of the reference', () => {
  const lines = read('verbal_difR.csv').trim().split('\n').slice(1);
  const answers = lines.map((line) => line.split(',').slice(0, 24).map(Number));
  near(cronbachAlpha(answers).alpha, JSON.parse(read('verbal_dif_ref.json')).alpha, 5.1e-7);
});

for (const name of ['LSAT6', 'LSAT7', 'WIRS']) {
  test(`${name}: marginal and empirical reliability are those of mirt`, () => {
    const { reference, patterns } = published(name);
    const { a, b } = reference.twoPL;
    near(
      marginalReliability(a.map((slope: number, index: number) => choice(slope, b[index]))),
      reference.marginal_rxx,
      2e-6,
    );
    const counts = new Map(patterns.map((line) => [line.slice(0, -1).join(''), line.at(-1)!]));
    const estimates = (reference.scores as { pattern: string; EAP: number; SE_EAP: number }[]).flatMap(
      ({ pattern, EAP, SE_EAP }) =>
        Array.from({ length: counts.get(pattern)! }, () => ({ ability: EAP, standardError: SE_EAP })),
    );
    near(empiricalReliability(estimates), reference.empirical_rxx, 2e-6);
  });
}

test('the interval of α holds the truth for 95 % of samples of parallel questions', () => {
  // four questions of true variance 1 and error variance 1: α = 4/5
  let held = 0;
  const samples = 300;
  for (let seed = 0; seed < samples; seed += 1) {
    const random = createRandom(seed, 'alpha');
    const answers = Array.from({ length: 60 }, () => {
      const truth = random.normal();
      return Array.from({ length: 4 }, () => Math.round(1e4 * (50 + truth + random.normal())));
    });
    const { low, high } = cronbachAlpha(answers).interval!;
    if (low <= 0.8 && 0.8 <= high) held += 1;
  }
  assert.ok(held / samples > 0.92 && held / samples < 0.98, `${held / samples}`);
});

test('a correlation matrix made of one factor gives its loadings back', () => {
  const loading = fc.double({ min: 0.2, max: 0.95, noNaN: true });
  fc.assert(
    fc.property(fc.array(loading, { minLength: 3, maxLength: 8 }), (loadings) => {
      const matrix = loadings.map((one, i) => loadings.map((other, j) => (i === j ? 1 : one * other)));
      const { loadings: found, settled } = oneFactor(matrix);
      assert.ok(settled);
      found.forEach((value, index) => {
        assert.ok(Math.abs(value - loadings[index]!) < 1e-6);
      });
    }),
    { numRuns: 50 },
  );
});

test('no other loadings leave smaller residuals', () => {
  const { answers } = published('WIRS');
  const { covariance } = { covariance: correlationsOf(answers) };
  const { loadings } = oneFactor(covariance);
  const residual = (tried: number[]) =>
    tried.reduce(
      (sum, one, i) =>
        sum +
        tried.reduce((rest, other, j) => rest + (i === j ? 0 : (covariance[i]![j]! - one * other) ** 2), 0),
      0,
    );
  const random = createRandom(1, 'residual');
  for (let trial = 0; trial < 300; trial += 1) {
    const size = 10 ** -(1 + 3 * random.uniform());
    const tried = loadings.map((value) => Math.max(-1, Math.min(1, value + size * random.normal())));
    assert.ok(residual(tried) >= residual(loadings) - 1e-12);
  }
});

function correlationsOf(answers: number[][]): number[][] {
  const columns = answers[0]!.map((_, question) => answers.map((row) => row[question]!));
  const deviation = columns.map((column) => {
    const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
    return column.map((value) => value - mean);
  });
  const dot = (one: number[], other: number[]) =>
    one.reduce((sum, value, index) => sum + value * other[index]!, 0);
  return deviation.map((one) =>
    deviation.map((other) => dot(one, other) / Math.sqrt(dot(one, one) * dot(other, other))),
  );
}

test('ω equals α when questions load alike, and exceeds it when they do not', () => {
  const simulate = (loadings: number[]) => {
    const random = createRandom(3, 'omega');
    return Array.from({ length: 4000 }, () => {
      const truth = random.normal();
      return loadings.map((loading) =>
        Math.round(1e3 * (100 + 3 * (loading * truth + Math.sqrt(1 - loading ** 2) * random.normal()))),
      );
    });
  };
  const alike = simulate([0.7, 0.7, 0.7, 0.7, 0.7]);
  near(mcdonaldOmega(alike).omega, cronbachAlpha(alike).alpha!, 2e-3);
  near(mcdonaldOmega(alike).omega, (5 * 0.7) ** 2 / ((5 * 0.7) ** 2 + 5 * 0.51), 0.01);
  const unlike = simulate([0.95, 0.9, 0.3, 0.3, 0.2]);
  assert.ok(mcdonaldOmega(unlike).omega! > cronbachAlpha(unlike).alpha! + 0.02);
});

test('accuracy and consistency of levels from abilities are what simulated truths and retests show', () => {
  const random = createRandom(2, 'rudner');
  const estimates = Array.from({ length: 40 }, () => ({
    ability: random.normal(),
    standardError: 0.2 + 0.4 * random.uniform(),
  }));
  const cuts = [-0.33, 0.47, 1.27];
  const level = (value: number) => cuts.filter((cut) => value >= cut).length;
  let right = 0;
  let same = 0;
  const draws = 3000;
  for (const { ability, standardError } of estimates) {
    for (let draw = 0; draw < draws; draw += 1) {
      const one = level(ability + standardError * random.normal());
      right += one === level(ability) ? 1 : 0;
      same += one === level(ability + standardError * random.normal()) ? 1 : 0;
    }
  }
  const found = abilityClassification(estimates, cuts)!;
  near(found.accuracy, right / (draws * 40), 0.006);
  near(found.consistency, same / (draws * 40), 0.006);
  assert.ok(found.kappa! > 0 && found.kappa! < found.consistency);
});

test('accuracy and consistency of levels from totals are what listing every pattern gives', () => {
  const items = [
    choice(1, -1),
    choice(1.5, 0),
    { model: 'graded', discrimination: 0.8, steps: [-0.5, 0.9] } as const,
  ].map((item) => (item.model === 'graded' ? { ...item, steps: [...item.steps] } : item));
  const abilities = [-1.5, -0.2, 0.6, 1.9];
  const cuts = [2, 3];
  const level = (value: number) => cuts.filter((cut) => value >= cut).length;
  let accuracy = 0;
  let consistency = 0;
  for (const ability of abilities) {
    const shares = [0, 0, 0];
    const [first, second, third] = items.map((item) => categoryProbabilities(item, ability));
    for (const [x, p] of first!.entries()) {
      for (const [y, q] of second!.entries()) {
        for (const [z, r] of third!.entries()) shares[level(x + y + z)]! += p * q * r;
      }
    }
    const expected = items.reduce((sum, item) => sum + expectedScore(item, ability), 0);
    accuracy += shares[level(expected)]! / 4;
    consistency += shares.reduce((sum, share) => sum + share * share, 0) / 4;
  }
  const found = totalScoreClassification(items, abilities, cuts)!;
  near(found.accuracy, accuracy, 1e-12);
  near(found.consistency, consistency, 1e-12);
});

test('nothing is NaN or infinite, whatever the answers', () => {
  const finite = (value: unknown) =>
    JSON.stringify(value, (_, part) => {
      if (typeof part === 'number') assert.ok(Number.isFinite(part));
      return part;
    });
  const table = fc.integer({ min: 0, max: 5 }).chain((questions) =>
    fc.array(fc.array(fc.constantFrom(0, 1, 1, 3, null), { minLength: questions, maxLength: questions }), {
      maxLength: 12,
    }),
  );
  fc.assert(
    fc.property(table, (answers) => {
      finite([cronbachAlpha(answers), mcdonaldOmega(answers), classicalAnalysis(answers)]);
      const { omega } = mcdonaldOmega(answers);
      assert.ok(omega === null || (omega >= 0 && omega <= 1));
    }),
  );
  const person = fc.record({
    ability: fc.double({ min: -8, max: 8, noNaN: true }),
    standardError: fc.double({ min: 0, max: 5, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(person, { maxLength: 10 }), (people) => {
      finite([empiricalReliability(people), abilityClassification(people, [-1, 0, 1])]);
    }),
  );
  assert.equal(marginalReliability([]), 0);
  assert.ok(marginalReliability([choice(6, 8), choice(0.05, -8)]) < 0.01);
  assert.throws(() => abilityClassification([], [1, 1]), /increase/);
  assert.throws(() => empiricalReliability([{ ability: Number.NaN, standardError: 1 }]), RangeError);
  assert.throws(() => cronbachAlpha([], 1), RangeError);
});

test('levels known for sure are always right and always the same; a person on a cut is above it', () => {
  const sure = (ability: number) => ({ ability, standardError: 0 });
  const known = abilityClassification([sure(-2), sure(0), sure(0.5), sure(3)], [0, 1]);
  assert.deepEqual(known, { accuracy: 1, consistency: 1, kappa: 1 });
  const oneLevel = abilityClassification([sure(0), sure(0.2)], [0, 1]);
  assert.deepEqual(oneLevel, { accuracy: 1, consistency: 1, kappa: null });
  for (const standardError of [-0.1, Number.NaN, Number.POSITIVE_INFINITY]) {
    assert.throws(() => abilityClassification([{ ability: 0, standardError }], [0]), /standard error/);
    assert.throws(() => empiricalReliability([{ ability: 0, standardError }]), /standard error/);
  }
  assert.throws(() => abilityClassification([{ ability: Number.NaN, standardError: 1 }], [0]), /finite/);
  assert.throws(() => totalScoreClassification([choice(1, 0)], [Number.NaN], [1]), /finite ability/);
});

test('κ is consistency beyond that of two levels drawn from the shares of everybody', () => {
  const items = [choice(1.2, -0.5), choice(0.9, 0.4), choice(1.6, 0)];
  const { consistency, kappa } = totalScoreClassification(items, [-1, 0.3, 1.4], [1, 3])!;
  const shares = [-1, 0.3, 1.4].map((ability) => {
    const [p, q, r] = items.map((item) => categoryProbabilities(item, ability)[1]!) as [
      number,
      number,
      number,
    ];
    const none = (1 - p) * (1 - q) * (1 - r);
    const all = p * q * r;
    return [none, 1 - none - all, all];
  });
  const overall = [0, 1, 2].map((level) => shares.reduce((sum, share) => sum + share[level]! / 3, 0));
  const chance = overall.reduce((sum, share) => sum + share * share, 0);
  near(kappa, (consistency - chance) / (1 - chance), 1e-12);
});

test('empirical reliability depends on the spread of abilities, not on where they lie', () => {
  const people = [
    [-1, 0.4],
    [0.2, 0.5],
    [1.7, 0.3],
  ].map(([ability, standardError]) => ({ ability: ability!, standardError: standardError! }));
  const moved = people.map((person) => ({ ...person, ability: person.ability + 5 }));
  near(empiricalReliability(moved), empiricalReliability(people)!, 1e-12);
  // two people: variance (1 − (−1))²/2 = 2, mean squared error .5
  const two = [-1, 1].map((ability) => ({ ability, standardError: Math.SQRT1_2 }));
  near(empiricalReliability(two), 2 / 2.5, 1e-12);
  assert.equal(empiricalReliability(two.slice(1)), null);
  assert.equal(empiricalReliability([0, 0].map((ability) => ({ ability, standardError: 0 }))), null);
});

test('α of two questions and a few people, by hand, with the interval of Feldt', () => {
  const answers = [
    [0, 0],
    [1, 0],
    [2, 1],
    [3, 3],
  ];
  // variances 5/3 and 2, covariance 5/3: α = 2 (1 − (5/3 + 2)/(5/3 + 2 + 10/3)) = 20/21
  const { people, alpha, interval, standardError } = cronbachAlpha(answers, 0.9);
  assert.equal(people, 4);
  near(alpha, 20 / 21, 1e-12);
  near(standardError, Math.sqrt(7 / 21), 1e-12);
  near(interval!.low, 1 - (1 / 21) * fisherQuantile(0.95, 3, 3), 1e-12);
  near(interval!.high, 1 - (1 / 21) * fisherQuantile(0.05, 3, 3), 1e-12);
  const three = cronbachAlpha(
    answers.map(([one, other]) => [one!, other!, 3 - one!]),
    0.9,
  );
  near(three.interval!.low, 1 - (1 - three.alpha!) * fisherQuantile(0.95, 3, 6), 1e-12);
  const unknown = { alpha: null, interval: null, standardError: null };
  assert.deepEqual(cronbachAlpha([[1], [0]]), { people: 2, ...unknown });
  assert.deepEqual(cronbachAlpha([[1, 0]]), { people: 1, ...unknown });
  assert.deepEqual(
    cronbachAlpha([
      [1, 0],
      [0, 1],
    ]),
    { people: 2, ...unknown },
  );
  assert.equal(
    cronbachAlpha([
      [1, 1],
      [0, 0],
    ]).alpha,
    1,
  );
  for (const confidence of [-0.5, 0, 1, 1.5])
    assert.throws(() => cronbachAlpha([], confidence), /confidence/);
});

test('ω is the share of the factor in the variance of the total; what does not vary has loading 0', () => {
  const random = createRandom(9, 'omega by hand');
  const answers = Array.from({ length: 60 }, () => {
    const truth = random.normal();
    const score = (slope: number) => Math.round(10 * (8 + slope * truth + random.normal()));
    return [score(1), 5, score(0.5), score(2)];
  });
  const { omega, loadings, settled, people } = mcdonaldOmega(answers);
  assert.deepEqual([people, settled, loadings[1]], [60, true, 0]);
  const deviation = (question: number) => {
    const values = answers.map((row) => row[question]!);
    const mean = values.reduce((sum, value) => sum + value, 0) / 60;
    return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 59);
  };
  const spread = [0, 1, 2, 3].map(deviation);
  const common = loadings.reduce((sum, loading, question) => sum + loading * spread[question]!, 0) ** 2;
  const own = loadings.reduce(
    (sum, loading, question) => sum + (1 - loading ** 2) * spread[question]! ** 2,
    0,
  );
  near(omega, common / (common + own), 1e-12);
  const two = mcdonaldOmega(answers.map((row) => row.slice(0, 3)));
  assert.deepEqual(two, { people: 60, omega: null, loadings: [0, 0, 0], settled: false });
});

test('one factor is found whatever the signs of its loadings, the larger side positive; no factor gives none', () => {
  const matrixOf = (loadings: number[]) =>
    loadings.map((one, i) => loadings.map((other, j) => (i === j ? 1 : one * other)));
  for (const loadings of [
    [0.8, -0.7, 0.6, -0.5],
    [-0.9, -0.6, -0.5, 0.4],
    [0.3, 0.9, -0.8, 0.7, 0.2],
  ]) {
    const total = loadings.reduce((sum, loading) => sum + loading, 0);
    const { loadings: found, settled } = oneFactor(matrixOf(loadings));
    assert.ok(settled);
    found.forEach((value, index) => {
      near(value, Math.sign(total) * loadings[index]!, 1e-6);
    });
  }
  const none = oneFactor(matrixOf([0, 0, 0]));
  assert.deepEqual([none.settled, none.loadings.every((loading) => Math.abs(loading) < 1e-9)], [true, true]);
});
