import assert from 'node:assert/strict';
import { test } from 'node:test';
import { givePlace } from './give-place.ts';

test('a free place is taken, and nobody moves', () => {
  assert.deepEqual(givePlace(['1', '', ''], 1, '3'), { places: ['1', '3', ''], moved: null });
});

test('a place already taken is exchanged', () => {
  assert.deepEqual(givePlace(['1', '2', '3'], 2, '1'), { places: ['3', '2', '1'], moved: 0 });
});

test('whoever loses their place to an element without one has none', () => {
  assert.deepEqual(givePlace(['1', '', ''], 1, '1'), { places: ['', '1', ''], moved: 0 });
});

test('no place is nobody’s: taking one’s place away moves nobody', () => {
  assert.deepEqual(givePlace(['1', '', ''], 0, ''), { places: ['', '', ''], moved: null });
});
