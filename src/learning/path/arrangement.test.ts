import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { AS_PROPOSED, arrange, forgetOrder, hide, put, showAgain } from './arrangement.ts';

const proposed = (...ids: string[]) => ids.map((id) => ({ id, urgent: id === id.toUpperCase() }));
const ids = (proposals: readonly { id: string }[]) => proposals.map(({ id }) => id);
const shownIn = (arrangement: typeof AS_PROPOSED, ...all: string[]) =>
  ids(arrange(proposed(...all), arrangement).shown);

test('without a wish, the order is the one proposed', () => {
  assert.deepEqual(shownIn(AS_PROPOSED, 'a', 'b', 'c'), ['a', 'b', 'c']);
});

test('what is moved up takes its place, and the rest still follows what is proposed', () => {
  const moved = put(AS_PROPOSED, ['a', 'b', 'c', 'd'], 'c', 2);
  assert.deepEqual(shownIn(moved, 'a', 'b', 'c', 'd'), ['a', 'c', 'b', 'd']);
  assert.deepEqual(shownIn(moved, 'd', 'e', 'a', 'b', 'c'), ['a', 'c', 'b', 'd', 'e']);
});

test('what answers a need just said comes before what was placed earlier', () => {
  const moved = put(AS_PROPOSED, ['a', 'b'], 'b', 1);
  assert.deepEqual(shownIn(moved, 'a', 'b', 'C'), ['C', 'b', 'a']);
});

test('what is hidden is in its list, the latest first, until it is put back', () => {
  const hidden = hide(hide(AS_PROPOSED, 'b'), 'a');
  const { shown, hidden: list } = arrange(proposed('a', 'b', 'c'), hidden);
  assert.deepEqual([ids(shown), ids(list)], [['c'], ['a', 'b']]);
  assert.deepEqual(shownIn(showAgain(hidden, 'a'), 'a', 'b', 'c'), ['a', 'c']);
});

test('the order proposed comes back, and what is hidden stays hidden', () => {
  const before = hide(put(AS_PROPOSED, ['a', 'b', 'c'], 'c', 1), 'b');
  assert.deepEqual(shownIn(forgetOrder(before), 'a', 'b', 'c'), ['a', 'c']);
});

test('any wish puts one proposal where it is asked, loses none, and twice is once', () => {
  const some = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { minLength: 1 });
  fc.assert(
    fc.property(some, some, fc.nat(), fc.integer({ min: -2, max: 12 }), (all, placed, pick, place) => {
      const before = { placed, hidden: [] };
      const shown = shownIn(before, ...all);
      const id = shown[pick % shown.length]!;
      const after = put(before, shown, id, place);
      const now = shownIn(after, ...all);
      assert.equal(now.indexOf(id), Math.min(Math.max(place, 1), shown.length) - 1);
      assert.deepEqual(
        now.filter((one) => one !== id),
        shown.filter((one) => one !== id),
      );
      assert.deepEqual(shownIn(put(after, now, id, place), ...all), now);
    }),
  );
});
