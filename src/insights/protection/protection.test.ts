import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { continuing, funnelOf, funnelReport } from '../funnel/funnel.ts';
import type { Report } from '../report/report.ts';
import { FEWEST_PEOPLE, protectDistribution, roundToFive } from './rounding.ts';
import { shareOf } from './share.ts';

const TODAY = '2026-11-23';

type Person = { level: string; age: string; measures: string[] };
const people = fc.array(
  fc.record({
    level: fc.constantFrom('4e', '3e', '2de'),
    age: fc.constantFrom('under-16', '16-17'),
    measures: fc.tuple(
      fc.constantFrom('contacted', 'none'),
      fc.constantFrom('exit:education', 'exit:no-solution', 'exit:unknown', 'none'),
      fc.constantFrom('six-months:education', 'six-months:waiting:24300', 'six-months:waiting:24322', 'none'),
      fc.constantFrom('left:3', 'left:7', 'stayed:4', 'current:24310'),
    ),
  }),
  { maxLength: 120 },
);
type Cut = { level: string | null; age: string | null };
const cut = fc.record({
  level: fc.constantFrom(null, '4e', '3e', '2de'),
  age: fc.constantFrom(null, 'under-16', '16-17'),
});

/** What the counts of those people are, for a filter. */
function countsOf(population: readonly Person[], { level, age }: Cut): Map<string, number> {
  const counts = new Map<string, number>();
  for (const person of population) {
    if ((level !== null && person.level !== level) || (age !== null && person.age !== age)) continue;
    for (const measure of ['followed', ...person.measures])
      counts.set(measure, (counts.get(measure) ?? 0) + 1);
  }
  return counts;
}

/** Every number of people an outsider sees in a funnel, by its place in the page. */
function seenBy(population: readonly Person[], filter: Cut): Map<string, number> {
  const funnel = funnelOf(countsOf(population, filter), TODAY, 'rounded');
  const seen = new Map<string, number>(Object.entries(funnel.steps));
  for (const [moment, outcomes] of Object.entries(funnel.moments)) {
    for (const [name, count] of Object.entries(outcomes)) seen.set(`${moment} ${name}`, count);
    seen.set(`${moment} continuing`, continuing(outcomes));
  }
  const atRisk = funnel.leaving.reduce((sum, line) => sum + line.people, 0);
  seen.set('at risk', atRisk);
  for (const { time, event, people } of funnel.leaving) {
    const name = `leaving ${time} ${event}`;
    seen.set(name, (seen.get(name) ?? 0) + people);
  }
  return seen;
}

const isSmall = (people: number) => people !== 0 && Math.abs(people) < 5;

test('no figure an outsider sees, and no difference of two figures under any two filters, is of one to four people', () => {
  fc.assert(
    fc.property(people, cut, cut, (population, one, other) => {
      const [first, second] = [seenBy(population, one), seenBy(population, other)];
      for (const [name, count] of first) {
        assert.ok(!isSmall(count), `${name}: ${count}`);
        for (const [otherName, otherCount] of [...first, ...second]) {
          assert.ok(!isSmall(count - otherCount), `${name} − ${otherName}: ${count} − ${otherCount}`);
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('taking from a total all the parts that are shown leaves no group of one to four people either', () => {
  fc.assert(
    fc.property(people, (population) => {
      const whole = seenBy(population, { level: null, age: null });
      const parts = ['4e', '3e', '2de'].map((level) => seenBy(population, { level, age: null }));
      for (const [name, count] of whole) {
        const left = parts.reduce((rest, part) => rest - (part.get(name) ?? 0), count);
        assert.ok(!isSmall(left), `${name}: ${left}`);
      }
    }),
  );
});

/** Every number written in the tables of a report. */
function numbersOf(report: Report) {
  return report.sections.flatMap(({ columns, rows }) =>
    rows.flatMap((row) => row.map((cell, index) => ({ cell, as: columns[index]!.as, row }))),
  );
}

test('a report written for an outsider gives no share of fewer than twenty people, and whole fives only', () => {
  fc.assert(
    fc.property(people, cut, (population, filter) => {
      const report = funnelReport(funnelOf(countsOf(population, filter), TODAY, 'rounded'), 'rounded');
      for (const { cell, as, row } of numbersOf(report)) {
        if (typeof cell !== 'number') continue;
        if (as === 'share' && row.length === 6) assert.ok((row[2] as number) >= FEWEST_PEOPLE);
        const isMonth = report.sections.at(-1)!.rows.some((line) => line[0] === cell && line === row);
        if (as === 'count' && !isMonth) assert.equal(cell % 5, 0, JSON.stringify(row));
      }
      if (roundToFive(countsOf(population, filter).get('followed') ?? 0) < FEWEST_PEOPLE) {
        assert.deepEqual(report.headlines, []);
      }
    }),
  );
});

test('a rounded distribution keeps its total, its order and, up to any line, all its people but two at most', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 40 }), { maxLength: 60 }), (counts) => {
      const lines = counts.map((count, line) => ({ line, people: count }));
      const shown = protectDistribution(lines, 'rounded');
      let [true_, seen] = [0, 0];
      for (const [index, { line, people }] of shown.entries()) {
        assert.equal(line, index);
        assert.ok(people >= 0 && people % 5 === 0);
        true_ += counts[index]!;
        seen += people;
        assert.ok(Math.abs(true_ - seen) <= 2);
      }
      assert.equal(seen, roundToFive(true_));
      assert.deepEqual(protectDistribution(lines, 'exact'), lines);
    }),
  );
});

test('whoever may open every file sees exact shares, however few', () => {
  assert.deepEqual(shareOf(1, 3, 'rounded'), { none: 'too-few' });
  assert.deepEqual(shareOf(0, 0, 'exact'), { none: 'nobody' });
  const exact = shareOf(1, 3, 'exact');
  assert.ok('share' in exact && Math.abs(exact.share - 1 / 3) < 1e-12 && exact.low < 0.1 && exact.high > 0.7);
});
