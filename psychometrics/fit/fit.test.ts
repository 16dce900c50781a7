import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ItemParameters } from '../models/item-parameters.ts';
import { categoryProbabilities } from '../models/response.ts';
import { createRandom } from '../random.ts';
import { collapse } from './collapse.ts';
import { meanSquares } from './mean-squares.ts';
import { POPULATION_GRID } from './population-grid.ts';
import { scoreDistribution } from './score-distribution.ts';
import { scoreFit } from './score-fit.ts';

const read = (name: string) => readFileSync(new URL(`../reference-data/${name}`, import.meta.url), 'utf8');
const choice = (discrimination: number, difficulty: number, guessing = 0): ItemParameters => ({
  model: 'choice',
  discrimination,
  difficulty,
  guessing,
});

function published(name: string) {
  const reference = JSON.parse(read(`${name}_ref.json`));
  const patterns = read(`${name}_patterns.csv`)
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').map(Number));
  const answers = patterns.flatMap((line) => Array.from({ length: line.at(-1)! }, () => line.slice(0, -1)));
  const items = (reference.twoPL.a as number[]).map((a, index) => choice(a, reference.twoPL.b[index]));
  return { answers, items, expected: reference.S_X2 as Record<string, number>[] };
}

for (const name of ['LSAT6', 'LSAT7', 'WIRS']) {
  test(`${name}: S-X², its degrees of freedom, p and RMSEA are those of mirt 1.45`, () => {
    const { answers, items, expected } = published(name);
    const { people, items: fits } = scoreFit({ answers, items });
    assert.equal(people, answers.length);
    // parameters are given with six decimals: that moves the largest statistic (49) by 2e-5
    fits.forEach((fit, index) => {
      const mirt = expected[index]!;
      assert.ok(Math.abs(fit.chiSquare - mirt.S_X2!) < 1e-4, `${fit.chiSquare} is not ${mirt.S_X2}`);
      assert.equal(fit.degreesOfFreedom, mirt['df.S_X2']);
      assert.ok(Math.abs(fit.p! - mirt['p.S_X2']!) < 2e-5);
      assert.ok(Math.abs(fit.rmsea! - mirt['RMSEA.S_X2']!) < 2e-5);
    });
  });
}

const anyItem = fc.oneof(
  fc
    .tuple(fc.double({ min: 0.05, max: 6, noNaN: true }), fc.double({ min: -8, max: 8, noNaN: true }))
    .map(([a, b]) => choice(a, b, 0.2)),
  fc
    .tuple(
      fc.double({ min: 0.05, max: 6, noNaN: true }),
      fc.array(fc.double({ min: -8, max: 8, noNaN: true }), { minLength: 1, maxLength: 3 }),
    )
    .map(([discrimination, steps]): ItemParameters => ({ model: 'graded', discrimination, steps })),
);

/** Every pattern of answers and its probability at one ability: slow and plain. */
function everyPattern(probabilities: readonly (readonly number[])[]): { pattern: number[]; p: number }[] {
  return probabilities.reduce<{ pattern: number[]; p: number }[]>(
    (known, scores) =>
      known.flatMap(({ pattern, p }) =>
        scores.map((q, score) => ({ pattern: [...pattern, score], p: p * q })),
      ),
    [{ pattern: [], p: 1 }],
  );
}
const total = (pattern: readonly number[]) => pattern.reduce((sum, score) => sum + score, 0);

test('the recursion gives the distribution of totals found by listing every pattern', () => {
  fc.assert(
    fc.property(
      fc.array(anyItem, { maxLength: 5 }),
      fc.double({ min: -4, max: 4, noNaN: true }),
      (items, ability) => {
        const probabilities = items.map((item) => categoryProbabilities(item, ability));
        const found = scoreDistribution(probabilities);
        const slow = new Array<number>(found.length).fill(0);
        for (const { pattern, p } of everyPattern(probabilities)) slow[total(pattern)]! += p;
        slow.forEach((p, score) => {
          assert.ok(Math.abs(found[score]! - p) < 1e-12);
        });
      },
    ),
    { numRuns: 50 },
  );
});

test('what S-X² expects is what listing every pattern gives, with ordered credits too', () => {
  const items: ItemParameters[] = [
    choice(1.2, -0.4, 0.25),
    { model: 'graded', discrimination: 0.9, steps: [-1, 0.7] },
    choice(0.7, 0.8),
    { model: 'graded', discrimination: 1.4, steps: [0.2, -0.3, 1] },
  ];
  const random = createRandom(5, 's-x2');
  const answers = Array.from({ length: 300 }, () =>
    items.map((item) =>
      random.integer(item.model === 'choice' ? 2 : item.model === 'graded' ? item.steps.length + 1 : 1),
    ),
  );
  const fits = scoreFit({ answers, items }).items;
  const joint = new Map<string, number>();
  POPULATION_GRID.abilities.forEach((ability, node) => {
    for (const { pattern, p } of everyPattern(items.map((item) => categoryProbabilities(item, ability)))) {
      for (const key of [
        `${total(pattern)}`,
        ...pattern.map((score, question) => `${total(pattern)} ${question} ${score}`),
      ]) {
        joint.set(key, (joint.get(key) ?? 0) + p * POPULATION_GRID.shares[node]!);
      }
    }
  });
  fits.forEach((fit, question) => {
    for (const { lowest, people, expected } of fit.groups) {
      expected.forEach((count, score) => {
        const share = (joint.get(`${lowest} ${question} ${score}`) ?? 0) / joint.get(`${lowest}`)!;
        assert.ok(Math.abs(count - people * share) < 1e-9);
      });
    }
    assert.ok(fit.degreesOfFreedom > 0 && fit.p! >= 0 && fit.p! <= 1);
  });
});

test('collapsed cells keep everyone and expect at least one person each', () => {
  const group = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 9 }), fc.double({ min: 0, max: 4, noNaN: true })),
    { minLength: 3, maxLength: 3 },
  );
  fc.assert(
    fc.property(fc.array(group, { maxLength: 8 }), (list) => {
      const groups = list.map((cells, index) => ({
        lowest: index,
        highest: index,
        people: cells.reduce((sum, [count]) => sum + count, 0),
        observed: cells.map(([count]) => count),
        expected: cells.map(([, expected]) => expected),
      }));
      const result = collapse(groups);
      if (result.length === 0) return;
      const everyone = result.flatMap(({ cells }) => cells);
      assert.ok(everyone.every(({ expected }) => expected >= 1));
      const sum = (values: number[]) => values.reduce((left, right) => left + right, 0);
      assert.equal(sum(everyone.map(({ observed }) => observed)), sum(groups.map(({ people }) => people)));
      assert.ok(
        Math.abs(
          sum(everyone.map(({ expected }) => expected)) - sum(groups.flatMap(({ expected }) => expected)),
        ) < 1e-9,
      );
    }),
  );
});

test('a group too sparse joins the neighbour with fewer people, the lower of two alike; a cell its sparser neighbour', () => {
  const groupOf = (total: number, people: number, expected: number[]) => ({
    lowest: total,
    highest: total,
    people,
    observed: expected.map((_, score) => (score === 0 ? people : 0)),
    expected,
  });
  const spans = (people: [number, number, number]) =>
    collapse([
      groupOf(1, people[0], [5, 5]),
      groupOf(2, people[1], [5, 0.5]),
      groupOf(3, people[2], [5, 5]),
    ]).map(({ lowest, highest, people: all }) => [lowest, highest, all]);
  assert.deepEqual(spans([10, 5, 12]), [
    [1, 2, 15],
    [3, 3, 12],
  ]);
  assert.deepEqual(spans([12, 5, 10]), [
    [1, 1, 12],
    [2, 3, 15],
  ]);
  assert.deepEqual(spans([10, 5, 10]), [
    [1, 2, 15],
    [3, 3, 10],
  ]);
  const cells = (expected: number[]) =>
    collapse([groupOf(1, 9, expected)])[0]!.cells.map((cell) => cell.expected);
  assert.deepEqual(cells([3, 0.5, 2]), [3, 2.5]);
  assert.deepEqual(cells([2, 0.5, 3]), [2.5, 3]);
  assert.deepEqual(cells([2, 0.5, 2]), [2.5, 2]);
  assert.deepEqual(cells([1, 2, 3]), [1, 2, 3]);
});

test('without a degree of freedom left the statistic and what it compares are told, and no p', () => {
  const answers = [...Array.from({ length: 20 }, () => [1, 0]), ...Array.from({ length: 20 }, () => [0, 1])];
  const [first] = scoreFit({ answers, items: [choice(1, 0), choice(1, 0)] }).items;
  assert.deepEqual([first!.degreesOfFreedom, first!.p, first!.rmsea], [0, null, null]);
  assert.ok(Math.abs(first!.chiSquare) < 1e-12);
  assert.deepEqual(
    first!.groups.map(({ lowest, people, observed }) => [lowest, people, observed]),
    [[1, 40, [20, 20]]],
  );
});

/** People whose answers follow the items; question 0 is answered by luck alone when `noisy`. */
function simulate(seed: number, people: number, items: readonly ItemParameters[], noisy = false) {
  const random = createRandom(seed, 'fit');
  const abilities = Array.from({ length: people }, () => random.normal());
  const answers = abilities.map((ability) =>
    items.map((item, question) => {
      const probabilities = categoryProbabilities(item, noisy && question === 0 ? -2 : ability);
      const luck = random.uniform();
      let score = 0;
      for (
        let sum = probabilities[0]!;
        luck > sum && score < probabilities.length - 1;
        sum += probabilities[score]!
      )
        score += 1;
      return score;
    }),
  );
  return { answers, abilities, items };
}
const TEN: ItemParameters[] = Array.from({ length: 10 }, (_, index) =>
  index % 3 === 2
    ? { model: 'graded', discrimination: 0.9, steps: [-0.8 + index / 10, 0.4] }
    : choice(1.3, (index - 5) / 3),
);

test('mean squares of answers that follow the model are 1 on average, with z about N(0, 1)', () => {
  const z: number[] = [];
  const all: number[] = [];
  for (let seed = 0; seed < 30; seed += 1) {
    for (const { infit, outfit, infitZ, outfitZ } of meanSquares(simulate(seed, 200, TEN))) {
      all.push(infit!, outfit!);
      z.push(infitZ!, outfitZ!);
    }
  }
  assert.ok(Math.abs(all.reduce((sum, value) => sum + value / all.length, 0) - 1) < 0.02);
  const mean = z.reduce((sum, value) => sum + value, 0) / z.length;
  const deviation = Math.sqrt(z.reduce((sum, value) => sum + (value - mean) ** 2, 0) / z.length);
  assert.ok(Math.abs(mean) < 0.15 && deviation > 0.85 && deviation < 1.15, `${mean} ${deviation}`);
});

test('mean squares are those of the definition, computed plainly on right and wrong answers', () => {
  const { answers, abilities } = simulate(9, 60, [choice(1, 0), choice(2, 0.5)]);
  const items = [choice(1, 0), choice(2, 0.5)];
  meanSquares({ answers, items, abilities }).forEach((found, question) => {
    const p = abilities.map((ability) => categoryProbabilities(items[question]!, ability)[1]!);
    const squares = p.map((chance, person) => (answers[person]![question]! - chance) ** 2);
    const weights = p.map((chance) => chance * (1 - chance));
    const sum = (values: number[]) => values.reduce((left, right) => left + right, 0);
    assert.ok(Math.abs(found.infit! - sum(squares) / sum(weights)) < 1e-12);
    assert.ok(
      Math.abs(found.outfit! - sum(squares.map((square, person) => square / weights[person]!)) / 60) < 1e-12,
    );
    // for right or wrong answers C = W (1 − 3W)
    const q = Math.sqrt(sum(weights.map((w) => w * (1 - 3 * w) - w * w))) / sum(weights);
    assert.ok(Math.abs(found.infitZ! - ((Math.cbrt(found.infit!) - 1) * (3 / q) + q / 3)) < 1e-9);
  });
});

test('a question answered regardless of ability stands out; S-X² of the others stays calm', () => {
  const noisy = simulate(4, 1500, TEN, true);
  const squares = meanSquares(noisy);
  assert.ok(squares[0]!.outfitZ! > 4 && squares[0]!.infitZ! > 4);
  const fits = scoreFit(noisy).items;
  assert.ok(fits[0]!.p! < 1e-6);
  const calm = scoreFit({ ...simulate(6, 1500, TEN), estimated: TEN.map(() => 0) }).items;
  assert.ok(calm.filter(({ p }) => p! < 0.05).length <= 2);
});

test('nothing is NaN or infinite: nobody, missing answers, one question, a = 6, |b| = 8, all right, all wrong', () => {
  const finite = (value: unknown) =>
    JSON.stringify(value, (_, part) => {
      if (typeof part === 'number') assert.ok(Number.isFinite(part));
      return part;
    });
  const data = fc.array(anyItem, { minLength: 1, maxLength: 5 }).chain((items) => {
    const row = fc.tuple(
      ...items.map((item) => fc.constantFrom(0, item.model === 'graded' ? item.steps.length : 1, null)),
    );
    return fc.record({
      items: fc.constant(items),
      answers: fc.array(row, { maxLength: 12 }),
      ability: fc.double({ min: -8, max: 8, noNaN: true }),
    });
  });
  fc.assert(
    fc.property(data, ({ items, answers, ability }) => {
      finite(scoreFit({ answers, items }));
      finite(meanSquares({ answers, items, abilities: answers.map(() => ability) }));
    }),
    { numRuns: 100 },
  );
  assert.deepEqual(meanSquares({ answers: [[null]], items: [choice(1, 0)], abilities: [0] })[0]!.infit, null);
  assert.throws(() => scoreFit({ answers: [[2]], items: [choice(1, 0)] }), /above its maximum/);
  assert.throws(() => scoreFit({ answers: [[1, 1]], items: [choice(1, 0)] }), /do not match/);
  assert.throws(() => scoreFit({ answers: [[1]], items: [choice(1, 0)], estimated: [] }), /estimated/);
  assert.throws(() => meanSquares({ answers: [[1]], items: [choice(1, 0)], abilities: [] }), /ability/);
});
