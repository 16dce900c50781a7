import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rankOf } from './rank.ts';
import { decide, mayPublish, type Round } from './rounds.ts';

const round = (...people: string[]): Round => people.map((mark) => ({ mark, answers: 8 }));
const PEOPLE = [...'abcdefghijklm'];
const GROUPS = [0, 1] as const;

type Event =
  | { does: 'join' | 'withdraw'; who: string[]; group: 0 | 1 }
  | { does: 'answer'; who: string[] }
  | { does: 'look'; group: 0 | 1 };

const some = (most: number) => fc.subarray(PEOPLE, { minLength: 1, maxLength: most });
const group = fc.constantFrom(...GROUPS);
const change: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ does: fc.constant('join' as const), who: some(7), group }),
  fc.record({ does: fc.constant('withdraw' as const), who: some(6), group }),
  fc.record({ does: fc.constant('answer' as const), who: some(6) }),
);
/** Most changes are looked at before the next one: the worst for those who are counted. */
const events: fc.Arbitrary<Event[]> = fc
  .array(
    fc.tuple(change, fc.array(fc.record({ does: fc.constant('look' as const), group }), { maxLength: 2 })),
    {
      minLength: 4,
      maxLength: 16,
    },
  )
  .map((steps) => steps.flatMap(([first, looks]) => [first, ...looks]));

/** Lives through events in two groups over the same people: what each look published, and what it showed. */
function live(events: readonly Event[]) {
  const agreed = GROUPS.map(() => new Set<string>());
  const answers = new Map(PEOPLE.map((who) => [who, 8]));
  const published: Round[] = [];
  const shown: (Round | null)[] = GROUPS.map(() => null);
  const looks: { shown: Round | null; agreed: Set<string> }[] = [];
  for (const one of events) {
    if (one.does === 'look') {
      const eligible = [...agreed[one.group]!].map((mark) => ({ mark, answers: answers.get(mark)! }));
      const look = decide(shown[one.group]!, eligible, published);
      if (look.show === 'new') published.push(eligible);
      if (look.show !== 'same') shown[one.group] = look.show === 'new' ? eligible : null;
      looks.push({ shown: shown[one.group]!, agreed: new Set(agreed[one.group]) });
      continue;
    }
    for (const who of one.who) {
      if (one.does === 'answer') answers.set(who, answers.get(who)! + 8);
      else if (one.does === 'join') agreed[one.group]!.add(who);
      else agreed[one.group]!.delete(who);
    }
  }
  return { published, looks };
}

/** Solves `rows · x = 0` with one unknown set to 1, in floating numbers; null when that forces a contradiction. */
function otherWorld(rows: readonly number[][], unknown: number): number[] | null {
  const width = rows[0]!.length;
  const system = rows.map((row) => [
    ...row.map((value, index) => (index === unknown ? 0 : value)),
    -row[unknown]!,
  ]);
  const pivots: number[] = [];
  let line = 0;
  for (let column = 0; column < width && line < system.length; column += 1) {
    if (column === unknown) continue;
    const found = system.findIndex((row, index) => index >= line && Math.abs(row[column]!) > 1e-9);
    if (found < 0) continue;
    [system[line], system[found]] = [system[found]!, system[line]!];
    const lead = system[line]![column]!;
    system[line] = system[line]!.map((value) => value / lead);
    for (const [index, row] of system.entries()) {
      if (index === line) continue;
      const factor = row[column]!;
      system[index] = row.map((value, place) => value - factor * system[line]![place]!);
    }
    pivots.push(column);
    line += 1;
  }
  if (system.slice(line).some((row) => Math.abs(row[width]!) > 1e-9)) return null;
  const solution = new Array<number>(width).fill(0);
  solution[unknown] = 1;
  for (const [index, column] of pivots.entries()) solution[column] = system[index]![width]!;
  return solution;
}

function matrixOf(published: readonly Round[]) {
  const parts = [
    ...new Set(published.flatMap((one) => one.map(({ mark, answers }) => `${mark} ${answers}`))),
  ];
  const rows = published.map((one) => {
    const counted = new Set(one.map(({ mark, answers }) => `${mark} ${answers}`));
    return parts.map((part) => Number(counted.has(part)));
  });
  return { parts, rows };
}

test('whatever joins, withdrawals, answers and looks, in two groups at once, any level of anybody fits what was shown', () => {
  let views = 0;
  fc.assert(
    fc.property(events, (lived) => {
      const { published } = live(lived);
      views += published.length;
      if (published.length === 0) return;
      const { parts, rows } = matrixOf(published);
      for (const [unknown, part] of parts.entries()) {
        const world = otherWorld(rows, unknown);
        assert.ok(world, `what ${part} knows could be told`);
        for (const row of rows) {
          const total = row.reduce((sum, counted, index) => sum + counted * world[index]!, 0);
          assert.ok(Math.abs(total) < 1e-6);
        }
      }
    }),
    { numRuns: 400, seed: 7 },
  );
  assert.ok(views > 400, `${views} views were published along the way`);
});

/** Every set of at most four people. */
function smallSets(people: readonly string[]): string[][] {
  const sets: string[][] = [[]];
  for (const one of people) {
    sets.push(...sets.filter((set) => set.length < 4).map((set) => [...set, one]));
  }
  return sets;
}

test('no sum or difference of any views speaks of one to four people', () => {
  fc.assert(
    fc.property(events, (lived) => {
      const { published } = live(lived);
      if (published.length === 0) return;
      const { parts, rows } = matrixOf(published);
      const whole = rankOf(rows);
      for (const set of smallSets(PEOPLE)) {
        const kept = parts.flatMap((part, index) => (set.includes(part.split(' ')[0]!) ? [] : [index]));
        const rank = rankOf(rows.map((row) => kept.map((index) => row[index]!)));
        assert.equal(rank, whole, `a combination speaks only of ${set.join()}`);
      }
    }),
    { numRuns: 60, seed: 11 },
  );
});

test('what is shown counts nobody who no longer agrees, at the very next look', () => {
  fc.assert(
    fc.property(events, (lived) => {
      for (const { shown, agreed } of live(lived).looks) {
        for (const { mark } of shown ?? []) assert.ok(agreed.has(mark), `${mark} withdrew`);
        assert.ok(shown === null || shown.length >= 5);
      }
    }),
  );
});

test('a difference by one person is refused, also when it comes out of four views only', () => {
  const first = round(...'abcdefgh');
  assert.equal(mayPublish([], round(...'abcd')), false, 'four people');
  assert.equal(mayPublish([], first), true);
  assert.equal(mayPublish([first], round(...'abcdefghi')), false, 'one joins');
  assert.equal(mayPublish([first], round(...'abcdefg')), false, 'one leaves');
  assert.equal(mayPublish([first], round(...'abcdefghijklm')), true, 'five join');
  assert.equal(mayPublish([first], round(...'abcdefgijkl')), true, 'one leaves while four join');
  const [, b, c] = ['abcde', 'fghij', 'klmno'];
  const views = [round(...'abcde'), round(...`abcde${b}`), round(...`abcde${c}`)];
  assert.equal(mayPublish(views.slice(0, 2), views[2]!), true);
  assert.equal(mayPublish(views, round(...`abcde${b}${c}z`)), false, 'second and third less the first');
  assert.equal(mayPublish(views, round(...`abcde${b}${c}`)), true);
});

test('one person who answers again between two looks does not change the view; five together do', () => {
  const shown = round(...'abcdefgh');
  const after = (count: number) =>
    shown.map((part, index) => (index < count ? { ...part, answers: 16 } : part));
  assert.deepEqual(decide(shown, after(1), [shown]), { show: 'same' });
  assert.deepEqual(decide(shown, after(4), [shown]), { show: 'same' });
  assert.deepEqual(decide(shown, after(5), [shown]), { show: 'new' });
});

test('a withdrawal hides the view until enough has changed', () => {
  const shown = round(...'abcdefgh');
  assert.deepEqual(decide(shown, round(...'abcdefg'), [shown]), { show: 'nothing', because: 'too-close' });
  assert.deepEqual(decide(shown, round(...'abcd'), [shown]), { show: 'nothing', because: 'too-few' });
  assert.deepEqual(decide(null, round(...'abcdefgijkl'), [shown]), { show: 'new' });
});

test('the rank of a matrix is exact', () => {
  assert.equal(rankOf([]), 0);
  assert.equal(rankOf([[], []]), 0);
  assert.equal(
    rankOf([
      [0, 0],
      [0, 0],
    ]),
    0,
  );
  assert.equal(
    rankOf([
      [1, 1, 0],
      [0, 1, 1],
      [1, 2, 1],
    ]),
    2,
  );
  assert.equal(
    rankOf([
      [0, 1],
      [1, 0],
      [1, 1],
    ]),
    2,
  );
  assert.equal(
    rankOf([
      [2, 4],
      [3, 6],
    ]),
    1,
  );
});
