import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawBinomial } from '../distributions/binomial.ts';
import { logGamma } from '../distributions/gamma.ts';
import { createRandom } from '../random.ts';
import { bootstrapInterval } from './bootstrap.ts';
import { tableChange } from './change-table.ts';
import { changeEffect } from './effect-size.ts';
import { pairedTest } from './paired-test.ts';

const TABLE = [
  { before: 14, after: 18, people: 6 },
  { before: 17, after: 17, people: 9 },
  { before: 19, after: 23, people: 8 },
  { before: 22, after: 21, people: 5 },
  { before: 12, after: 20, people: 3 },
  { before: 25, after: 25, people: 0 },
];
const people = TABLE.flatMap(({ before, after, people }) =>
  Array.from({ length: people }, () => [before, after] as const),
);
const pairs = { before: people.map(([before]) => before), after: people.map(([, after]) => after) };

const near = (value: number | null | undefined, wanted: number | null, margin = 1e-12) =>
  assert.ok(Math.abs(value! - wanted!) <= margin, `${value} is not ${wanted}`);

test('a table gives the effects of the people in it', () => {
  const change = tableChange(TABLE, { seed: 1 });
  const { ofChanges, ofScores } = changeEffect(pairs);
  assert.equal(change.people, 31);
  near(change.difference.estimate, pairedTest(pairs).difference);
  near(change.ofChanges?.estimate, ofChanges);
  near(change.ofScores?.estimate, ofScores);
});

test('its BCa intervals are those of the people, but for the draws', () => {
  const change = tableChange(TABLE, { seed: 1, replicates: 8000 });
  const statistic = (name: 'ofChanges' | 'ofScores') => (sample: readonly (readonly [number, number])[]) =>
    changeEffect({ before: sample.map(([before]) => before), after: sample.map(([, after]) => after) })[
      name
    ]!;
  for (const name of ['ofChanges', 'ofScores'] as const) {
    const list = bootstrapInterval(people, statistic(name), { seed: 2, replicates: 8000 });
    const { acceleration, bias, low, high } = change[name]!;
    near(acceleration, list.acceleration, 1e-9);
    near(bias, list.bias, 0.05);
    near(low, list.low, 0.03);
    near(high, list.high, 0.03);
  }
});

test('where nobody differs there is no effect to give an interval to', () => {
  const change = tableChange([{ before: 10, after: 13, people: 30 }], { seed: 1 });
  assert.equal(change.difference.estimate, 3);
  assert.equal(change.difference.low, 3);
  assert.equal(change.ofChanges, null);
  assert.equal(change.ofScores, null);
  assert.throws(() => tableChange([{ before: 1, after: 2, people: 1 }], { seed: 1 }), RangeError);
  assert.throws(() => tableChange([{ before: 1, after: 2, people: 2.5 }], { seed: 1 }), RangeError);
});

test('binomial draws follow the binomial distribution, whichever way they are drawn', () => {
  for (const [trials, probability] of [
    [12, 0.3],
    [400, 0.02],
    [60, 0.4],
    [5000, 0.7],
  ] as const) {
    const random = createRandom('binomial', trials);
    const draws = 40_000;
    const seen = new Map<number, number>();
    for (let draw = 0; draw < draws; draw += 1) {
      const value = drawBinomial(random, trials, probability);
      seen.set(value, (seen.get(value) ?? 0) + 1);
    }
    // Pearson's χ² over the values expected at least 20 times, against its 99.99 % quantile (Wilson–Hilferty).
    let statistic = 0;
    let values = 0;
    for (let value = 0; value <= trials; value += 1) {
      const log =
        logGamma(trials + 1) -
        logGamma(value + 1) -
        logGamma(trials - value + 1) +
        value * Math.log(probability) +
        (trials - value) * Math.log1p(-probability);
      const expected = draws * Math.exp(log);
      if (expected < 20) continue;
      statistic += ((seen.get(value) ?? 0) - expected) ** 2 / expected;
      values += 1;
    }
    const bound = values * (1 - 2 / (9 * values) + 3.72 * Math.sqrt(2 / (9 * values))) ** 3;
    assert.ok(
      values > 5 && statistic < bound,
      `${trials} × ${probability}: ${statistic} for ${values} values`,
    );
  }
  assert.throws(() => drawBinomial(createRandom(1), 1.5, 0.5), RangeError);
  assert.throws(() => drawBinomial(createRandom(1), 2, 1.5), RangeError);
  assert.equal(drawBinomial(createRandom(1), 7, 1), 7);
});
