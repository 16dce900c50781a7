import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadContent } from '../../content/index.ts';
import { addressOf, fieldsOf, isPlayed, readPlayed } from './rehearsal.ts';

const decision = loadContent().decisions[0]!;
const [first, second, third] = decision.rehearsal.steps;
const right = (moment: typeof first) => moment!.options.find(({ correct }) => correct)!.id;
const wrong = (moment: typeof first) =>
  moment!.options.filter(({ correct }) => !correct).map(({ id }) => id) as [string, string];
const read = (fields: Record<string, string[]>) => readPlayed(decision, fields);
const chosen = (fields: Record<string, string[]>) =>
  read(fields).moments.map(({ tries }) => tries.map(({ option }) => option));

test('a rehearsal begins at its first moment, and a right choice leads to the next one', () => {
  assert.equal(read({}).place, 1);
  assert.equal(read({ s1: [right(first)] }).place, 2);
  assert.equal(isPlayed(read({ s1: [right(first)] })), false);
});

test('a wrong choice is tried once more at once, then the moment is over', () => {
  const [one, other] = wrong(first);
  assert.equal(read({ s1: [one] }).place, 1);
  assert.equal(read({ s1: [one, other] }).place, 2);
  assert.deepEqual(chosen({ s1: [one, other, right(first)] })[0], [one, other]);
  assert.deepEqual(chosen({ s1: [one, one] })[0], [one], 'the same choice again is no second try');
});

test('no moment is reached before the one ahead of it is over', () => {
  assert.deepEqual(chosen({ s2: [right(second)] }), [[], [], []]);
  assert.equal(read({ s1: [right(first)], moment: ['4'] }).place, 2);
  assert.equal(read({ s1: [right(first)], moment: ['1'] }).place, 1);
});

test('the three moments over lead to the words to say aloud', () => {
  const played = read({ s1: [right(first)], s2: wrong(second), s3: [right(third)] });
  assert.equal(isPlayed(played), true);
  assert.equal(played.place, 4);
});

test('whatever an address holds, what is read of it makes an address read the same', () => {
  const words = fc.constantFrom('a', 'b', 'c', 'd', '', '1', '4', '-1', 'NaN', '2.5');
  const fields = fc.dictionary(
    fc.constantFrom('s1', 's2', 's3', 's4', 'moment'),
    fc.array(words, { maxLength: 4 }),
  );
  fc.assert(
    fc.property(fields, (given) => {
      const played = read(given);
      const query = new URLSearchParams(addressOf(played));
      const again: Record<string, string[]> = {};
      for (const name of query.keys()) again[name] = query.getAll(name);
      const back = read(again);
      assert.deepEqual(fieldsOf(back), fieldsOf(played));
      if (query.size > 0) assert.equal(back.place, played.place);
    }),
  );
});
