import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { changeEffect, createRandom, cronbachAlpha, reliableChange } from '../../../psychometrics/index.ts';
import { loadContent } from '../../content/index.ts';
import { changeOf, pairsOf, reliablyMoved, scaleOf, tellEfficacy } from './efficacy.ts';
import { DAYS_BETWEEN, occasionNow, parseStaffAnswers } from './staff.ts';

const { instruments } = loadContent();
const YOUNG = instruments.find(({ id }) => id === 'efficacite-jeune')!;
const STAFF = instruments.find(({ id }) => id === 'efficacite-personnel')!;

/** Young people who answer as they feel, twice, a little better the second time. */
function answersOf(people: number) {
  const random = createRandom('young people', people);
  return Array.from({ length: people }, () => {
    const feeling = random.normal();
    const answer = (shift: number) =>
      YOUNG.items.map(() =>
        Math.max(1, Math.min(4, Math.round(2.4 + shift + 0.6 * feeling + 0.7 * random.normal()))),
      );
    return { before: answer(0), after: answer(0.4) };
  });
}
const sum = (answers: readonly number[]) => answers.reduce((total, answer) => total + answer, 0);

function countsOf(said: ReturnType<typeof answersOf>): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (measure: string) => counts.set(measure, (counts.get(measure) ?? 0) + 1);
  for (const { before, after } of said) {
    add(`pair:${YOUNG.id}:after:${sum(before)}:${sum(after)}`);
    add(`score:${YOUNG.id}:${sum(before)}`);
    before.forEach((answer, index) => {
      add(`item:${YOUNG.id}:${index + 1}:${answer}`);
    });
    for (const occasion of ['before', 'after']) {
      add(`asked:${YOUNG.id}:${occasion}`);
      add(`answered:${YOUNG.id}:${occasion}`);
    }
  }
  return counts;
}

const near = (value: number | null | undefined, wanted: number | null, margin: number) =>
  assert.ok(Math.abs(value! - wanted!) <= margin, `${value} is not ${wanted}`);

test('counts of people give the change, the effects and the reliable changes of their own answers', () => {
  const said = answersOf(400);
  const counts = countsOf(said);
  const own = { before: said.map(({ before }) => sum(before)), after: said.map(({ after }) => sum(after)) };
  const pairs = pairsOf(counts, YOUNG.id, 'after', 'exact');
  const change = changeOf(pairs, 'exact', 'seed')!;
  const { ofChanges, ofScores } = changeEffect(own);
  near(change.ofChanges?.estimate, ofChanges, 1e-9);
  near(change.ofScores?.estimate, ofScores, 1e-9);

  const scale = scaleOf(counts, YOUNG)!;
  const { alpha } = cronbachAlpha(said.map(({ before }) => before));
  near(scale.alpha.alpha, alpha, 0.01);
  const moved = reliablyMoved(pairs, scale)!;
  const up = own.before.filter(
    (before, person) =>
      reliableChange({
        before,
        after: own.after[person]!,
        deviation: scale.deviation,
        reliability: scale.alpha.alpha!,
      }).direction === 'up',
  ).length;
  assert.equal(moved.up, up);
  assert.equal(moved.up + moved.none + moved.down, 400);
});

test('what an outsider is told is whole fives, and close to what is exact', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 400 }), (people) => {
      const said = answersOf(people);
      const counts = countsOf(said);
      const seen = pairsOf(counts, YOUNG.id, 'after', 'rounded');
      assert.ok(seen.every(({ people }) => people % 5 === 0));
      const exact = changeOf(pairsOf(counts, YOUNG.id, 'after', 'exact'), 'exact', 'seed')!;
      const rounded = changeOf(seen, 'rounded', 'seed')!;
      near(rounded.difference.estimate, exact.difference.estimate, 0.4);
      near(rounded.ofChanges!.estimate, exact.ofChanges!.estimate, 0.15);
      near(rounded.ofScores!.estimate, exact.ofScores!.estimate, 0.2);
    }),
    { numRuns: 15 },
  );
});

test('below twenty people an outsider is told of no change, and below twenty in the country nobody of a reliability', () => {
  const counts = countsOf(answersOf(17));
  const told = tellEfficacy(counts, scaleOf(counts, YOUNG), {
    instrument: YOUNG,
    who: 'Jeunes',
    precision: 'rounded',
  });
  assert.deepEqual(told.headlines, []);
  assert.match(JSON.stringify(told.sections), /Effectifs trop faibles/);
  assert.equal(scaleOf(counts, YOUNG), null);
  const exact = tellEfficacy(counts, null, { instrument: YOUNG, who: 'Jeunes', precision: 'exact' });
  assert.match(exact.headlines[0]!, /^Jeunes : \+?−?\d.* chez 17 personnes\.$/);
  assert.match(JSON.stringify(exact.sections), /instrument exploratoire/);
});

test('members of staff answer twelve questions in three parts of four, each counted apart', () => {
  const parts = STAFF.items.map(({ construct }) => construct);
  assert.equal(new Set(parts).size, 3);
  assert.equal(parts.length, 12);
  for (const start of [0, 4, 8]) assert.equal(new Set(parts.slice(start, start + 4)).size, 1);
  assert.deepEqual([YOUNG.items.length, YOUNG.scale.length], [8, 4]);
});

test('somebody answers before, then after three months, and no more', () => {
  const before = new Date('2026-09-01T10:00:00Z');
  const later = (days: number) => new Date(before.getTime() + days * 86_400_000);
  assert.equal(occasionNow(null, before), 'before');
  assert.deepEqual(occasionNow({ before, after: null }, later(89)), { from: later(DAYS_BETWEEN) });
  assert.equal(occasionNow({ before, after: null }, later(90)), 'after');
  assert.equal(occasionNow({ before, after: later(90) }, later(900)), 'done');
  const all = parseStaffAnswers(STAFF, () => '5');
  assert.ok('answers' in all && all.answers.every((answer) => answer === 5));
  const some = parseStaffAnswers(STAFF, (item) => (item === 'relais' ? '6' : '1'));
  assert.deepEqual('problems' in some && some.problems.map(({ field }) => field), ['relais-1']);
});
