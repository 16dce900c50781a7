import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { exampleBank } from '../example-bank.ts';
import { packState, unpackState } from './packed-state.ts';
import { type AbilityState, priorState } from './state.ts';
import { updateAbility } from './update.ts';

test('a packed state is read back to the last bit, whatever the number of competences', () => {
  const numbers = fc.double({ noNaN: true });
  const states = fc.nat(20).chain((more) => {
    const count = more + 1;
    return fc.record({
      mean: fc.array(numbers, { minLength: count, maxLength: count }),
      triangle: fc.array(numbers, { minLength: count ** 2, maxLength: count ** 2 }),
    });
  });
  fc.assert(
    fc.property(states, ({ mean, triangle }) => {
      const count = mean.length;
      const covariance = triangle.map((_, place) => {
        const [row, column] = [Math.floor(place / count), place % count];
        return triangle[Math.max(row, column) * count + Math.min(row, column)]!;
      });
      assert.deepEqual(unpackState(packState({ mean, covariance })), { mean, covariance });
    }),
  );
});

test('sixteen competences that answers have moved take 1,216 bytes and lose nothing', () => {
  const { structure, items } = exampleBank(1);
  const moved = items
    .slice(0, 24)
    .reduce<AbilityState>(
      (state, { dimension, parameters }) => updateAbility(state, dimension, parameters, 1),
      priorState(structure),
    );
  const bytes = packState(moved);
  assert.equal(bytes.length, 1216);
  assert.deepEqual(unpackState(bytes), moved);
});

test('bytes that lie inside a larger memory are read where they are', () => {
  const bytes = packState({ mean: [0.25], covariance: [2] });
  const around = new Uint8Array(40);
  around.set(bytes, 11);
  assert.deepEqual(unpackState(around.subarray(11, 11 + bytes.length)), { mean: [0.25], covariance: [2] });
});

test('bytes that keep no state are refused', () => {
  for (const length of [0, 8, 15, 17, 1215, 1217, 1224]) {
    assert.throws(() => unpackState(new Uint8Array(length)), RangeError, `${length}`);
  }
});
