import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { createRandom } from '../random.ts';
import { type LogisticDifKind, logisticDif, purifiedLogisticDif } from './logistic-dif.ts';
import { logisticRegression } from './logistic-regression.ts';
import { mantelHaenszel, purifiedMantelHaenszel } from './mantel-haenszel.ts';
import { purify } from './purify.ts';
import type { TwoGroups } from './strata.ts';

const read = (name: string) => readFileSync(new URL(`../reference-data/${name}`, import.meta.url), 'utf8');
const reference = JSON.parse(read('verbal_dif_ref.json'));
const [header, ...lines] = read('verbal_difR.csv')
  .trim()
  .split('\n')
  .map((line) => line.trim().split(','));
const QUESTIONS = 24;
const names = header!.slice(0, QUESTIONS);
const verbal: TwoGroups = {
  answers: lines.map((line) => line.slice(0, QUESTIONS).map(Number)),
  focal: lines.map((line) => line[header!.indexOf('Gender')] === '1'),
};

/** The reference prints six decimals: half of the last one. */
const printed = (values: (number | null)[], expected: number[], tolerance = 5.1e-7) => {
  assert.equal(values.length, expected.length);
  values.forEach((value, index) => {
    assert.ok(
      Math.abs(value! - expected[index]!) <= tolerance,
      `${names[index]}: ${value}, ${expected[index]}`,
    );
  });
};
const flaggedNames = (items: { flagged: boolean }[]) => names.filter((_, index) => items[index]!.flagged);
const lower = (list: string[]) => list.map((name) => name.toLowerCase());

test('verbal aggression: Mantel–Haenszel is that of difR, with and without continuity correction', () => {
  const items = mantelHaenszel(verbal);
  printed(
    items.map((item) => item.chiSquare),
    reference.MH.stat,
  );
  printed(
    items.map((item) => item.oddsRatio),
    reference.MH.alphaMH,
  );
  printed(
    items.map((item) => item.delta),
    reference.MH.deltaMH,
    6e-6,
  );
  printed(
    items.map((item) => (item.deltaError! / 2.35) ** 2),
    reference.MH.varLambda,
  );
  assert.deepEqual(lower(flaggedNames(items)), lower(reference.MH.DIF));
  const plain = mantelHaenszel(verbal, { corrected: false });
  printed(
    plain.map((item) => item.chiSquare),
    reference.MH_nocorrection.stat,
    5.1e-6,
  );
  assert.deepEqual(lower(flaggedNames(plain)), lower(reference.MH_nocorrection.DIF));
});

test('verbal aggression: purified Mantel–Haenszel is that of difR, after as many rounds', () => {
  const { items, rounds, settled } = purifiedMantelHaenszel(verbal);
  printed(
    items.map((item) => item.chiSquare),
    reference.MH_purified.stat,
  );
  printed(
    items.map((item) => item.oddsRatio),
    reference.MH_purified.alphaMH,
  );
  assert.deepEqual(lower(flaggedNames(items)), lower(reference.MH_purified.DIF));
  assert.deepEqual([rounds, settled], [reference.MH_purified.nrPur, true]);
});

for (const [kind, key] of [
  ['both', 'both'],
  ['uniform', 'udif'],
  ['nonUniform', 'nudif'],
] as const) {
  test(`verbal aggression: logistic regression (${kind}) is that of difR`, () => {
    const expected = reference[`logistic_${key}`];
    const items = logisticDif(verbal, { kind });
    // difR stops its regressions when the deviance moves by less than 1e-8 of itself
    printed(
      items.map((item) => item.chiSquare),
      expected.stat,
      2e-6,
    );
    printed(
      items.map((item) => item.rSquareGain),
      expected.deltaR2,
      6e-7,
    );
    assert.deepEqual(lower(flaggedNames(items)), expected.DIF === 'none' ? [] : lower(expected.DIF));
    assert.ok(items.every((item) => item.settled));
  });
}

/** People of both groups answer by a Rasch model; one question is harder for the focal group by `shift`. */
function simulated(seed: number, people: number, shift: number, crossing = false): TwoGroups {
  const random = createRandom(seed, 'dif');
  const focal = Array.from({ length: people }, (_, person) => person % 2 === 1);
  const answers = focal.map((isFocal) => {
    const ability = random.normal() - (isFocal ? 0.5 : 0);
    return Array.from({ length: 15 }, (_, question) => {
      const difficulty = (question - 7) / 4 + (question === 7 && isFocal ? shift : 0);
      const slope = question === 7 && crossing && isFocal ? 0.2 : 1;
      return random.uniform() < 1 / (1 + Math.exp(-slope * (ability - difficulty))) ? 1 : 0;
    });
  });
  return { answers, focal };
}

test('a question one unit harder for a group is class C, the others are left in peace', () => {
  const items = purifiedMantelHaenszel(simulated(1, 3000, 1)).items;
  assert.equal(items[7]!.size, 'C');
  assert.ok(items[7]!.delta! < -1.5 && items[7]!.oddsRatio! > 1);
  assert.ok(items.filter((_, index) => index !== 7).every((item) => item.size === 'A'));
});

test('groups of different ability alone give about 5 % of false alarms', () => {
  let alarms = 0;
  for (let seed = 0; seed < 12; seed += 1) {
    alarms += mantelHaenszel(simulated(seed, 500, 0), { corrected: false }).filter(
      (item) => item.flagged,
    ).length;
  }
  assert.ok(alarms / 180 < 0.11, `${alarms} of 180`);
});

test('a disadvantage that crosses over is seen as non-uniform, a constant one as uniform', () => {
  const crossing = logisticDif(simulated(2, 3000, 0, true), { kind: 'nonUniform' });
  assert.ok(crossing[7]!.p < 1e-6);
  const constant = simulated(3, 3000, 1);
  assert.ok(purifiedLogisticDif(constant, { kind: 'uniform' }).items[7]!.p < 1e-6);
  assert.ok(logisticDif(constant, { kind: 'nonUniform' })[7]!.p > 0.01);
});

test('exchanging the groups turns the odds ratio over and leaves the test', () => {
  const swapped = mantelHaenszel({ ...verbal, focal: verbal.focal.map((flag) => !flag) });
  mantelHaenszel(verbal).forEach((item, index) => {
    assert.ok(Math.abs(item.chiSquare - swapped[index]!.chiSquare) < 1e-9);
    assert.ok(Math.abs(item.oddsRatio! * swapped[index]!.oddsRatio! - 1) < 1e-9);
  });
});

test('nothing is NaN or infinite: empty data, one group, missing answers, all right, perfect separation', () => {
  const answer = fc.constantFrom(0, 1, 1, null);
  const data = fc.integer({ min: 1, max: 5 }).chain((questions) =>
    fc.array(fc.tuple(fc.array(answer, { minLength: questions, maxLength: questions }), fc.boolean()), {
      maxLength: 25,
    }),
  );
  fc.assert(
    fc.property(data, fc.constantFrom<LogisticDifKind>('both', 'uniform', 'nonUniform'), (people, kind) => {
      const groups = { answers: people.map(([row]) => row), focal: people.map(([, flag]) => flag) };
      const results = [mantelHaenszel(groups), purifiedMantelHaenszel(groups), logisticDif(groups, { kind })];
      JSON.stringify(results, (_, value) => {
        if (typeof value === 'number') assert.ok(Number.isFinite(value));
        return value;
      });
      for (const item of [...mantelHaenszel(groups), ...logisticDif(groups, { kind })]) {
        assert.ok(item.p >= 0 && item.p <= 1 && item.chiSquare >= 0);
      }
    }),
    { numRuns: 150 },
  );
  const separated = {
    answers: [
      [1, 0],
      [1, 0],
      [0, 1],
      [0, 1],
    ],
    focal: [false, false, true, true],
  };
  assert.ok(mantelHaenszel(separated).every((item) => item.oddsRatio === null && item.chiSquare >= 0));
  assert.ok(logisticDif(separated).every((item) => Number.isFinite(item.chiSquare)));
});

test('purification ends when flags go round in circles, and when every question is flagged', () => {
  const turning = purify(2, (anchors) => [{ flagged: anchors.has(0) }, { flagged: false }], 5);
  assert.deepEqual([turning.rounds, turning.settled], [5, false]);
  const lost = purify(2, () => [{ flagged: true }, { flagged: true }]);
  assert.deepEqual([lost.rounds, lost.settled], [0, false]);
});

test('what cannot be compared is refused by name', () => {
  assert.throws(() => mantelHaenszel({ answers: [[2]], focal: [true] }), /person 1, question 1/);
  assert.throws(() => mantelHaenszel({ answers: [[1]], focal: [] }), /flags/);
  assert.throws(() => mantelHaenszel({ answers: [[1], [1, 0]], focal: [true, false] }), /person 2/);
  assert.throws(() => mantelHaenszel(verbal, { level: 0 }), /level/);
  for (const level of [-0.1, 0, 1, 1.5, Number.NaN]) {
    assert.throws(() => logisticDif(verbal, { level }), /level/);
    assert.throws(() => mantelHaenszel(verbal, { level }), /level/);
  }
  for (const rounds of [0, -1, 1.5]) {
    assert.throws(() => purifiedMantelHaenszel(verbal, { rounds }), /at least one round/);
  }
});

test('ETS classes: a half of a logit is moderate (B), a fifth negligible even when it is certain (A)', () => {
  const half = purifiedMantelHaenszel(simulated(5, 6000, 0.55)).items[7]!;
  assert.deepEqual([half.flagged, half.size], [true, 'B']);
  assert.ok(half.delta! < -1 && half.delta! > -1.6);
  const fifth = purifiedMantelHaenszel(simulated(6, 12_000, 0.25)).items[7]!;
  assert.deepEqual([fifth.flagged, fifth.size], [true, 'A']);
  const favoured = purifiedMantelHaenszel(simulated(7, 3000, -1)).items[7]!;
  assert.equal(favoured.size, 'C');
  assert.ok(favoured.delta! > 1.5 && favoured.oddsRatio! < 1);
});

test('people alone with their score, or who were not asked, change nothing', () => {
  const answers = Array.from({ length: 200 }, (_, person) => {
    const right = (person * 7) % 5 < 3 ? 1 : 0;
    return [right, person % 2, (person >> 1) % 2, 0];
  });
  const focal = answers.map((_, person) => person % 3 === 0);
  const before = mantelHaenszel({ answers, focal })[0]!;
  const alone = { answers: [...answers, [1, 1, 1, 1]], focal: [...focal, true] };
  const unasked = { answers: [...answers, [null, 1, 1, 0], [null, 0, 1, 0]], focal: [...focal, true, false] };
  for (const more of [alone, unasked]) {
    const { chiSquare, oddsRatio, deltaError } = mantelHaenszel(more)[0]!;
    assert.deepEqual(
      [chiSquare, oddsRatio, deltaError],
      [before.chiSquare, before.oddsRatio, before.deltaError],
    );
  }
});

test('a logistic regression on two groups gives their log odds, and the deviance of their shares', () => {
  const cells = [
    { predictors: [1, 0], asked: 40, right: 10 },
    { predictors: [1, 1], asked: 60, right: 45 },
  ];
  const { coefficients, deviance, settled } = logisticRegression(cells);
  assert.equal(settled, true);
  assert.ok(Math.abs(coefficients[0]! - Math.log(10 / 30)) < 1e-6);
  assert.ok(Math.abs(coefficients[1]! - Math.log((45 * 30) / (15 * 10))) < 1e-6);
  const part = (right: number, asked: number) =>
    right * Math.log(right / asked) + (asked - right) * Math.log(1 - right / asked);
  assert.ok(Math.abs(deviance + 2 * (part(10, 40) + part(45, 60))) < 1e-8);
  const constant = logisticRegression(cells.map((cell) => ({ ...cell, predictors: [1] })));
  assert.ok(Math.abs(constant.deviance + 2 * part(55, 100)) < 1e-8);
  assert.ok(Math.abs(constant.coefficients[0]! - Math.log(55 / 45)) < 1e-6);
});

test('a predictor that repeats another, and perfect separation, leave a finite regression at its limit', () => {
  const twice = [
    { predictors: [1, 0, 0], asked: 40, right: 10 },
    { predictors: [1, 1, 1], asked: 60, right: 45 },
  ];
  const once = twice.map((cell) => ({ ...cell, predictors: cell.predictors.slice(0, 2) }));
  const { deviance, coefficients } = logisticRegression(twice);
  assert.ok(Math.abs(deviance - logisticRegression(once).deviance) < 1e-7);
  assert.ok(Math.abs(coefficients[1]! + coefficients[2]! - logisticRegression(once).coefficients[1]!) < 1e-4);
  const apart = [
    { predictors: [1, -1], asked: 30, right: 0 },
    { predictors: [1, 1], asked: 30, right: 30 },
  ];
  const separated = logisticRegression(apart);
  assert.ok(separated.deviance >= 0 && separated.deviance < 1e-6);
  assert.ok(separated.coefficients.every(Number.isFinite) && separated.coefficients[1]! > 5);
  const nothing = logisticRegression([]);
  assert.deepEqual([nothing.coefficients, Math.abs(nothing.deviance), nothing.settled], [[], 0, true]);
});
