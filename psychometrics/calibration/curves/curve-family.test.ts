import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { categoryProbabilities } from '../../models/response.ts';
import { type CalibrationItem, familyOf, parametersOf, slopeAndIntercepts } from './calibration-item.ts';

const slope = fc.double({ min: 0.05, max: 6, noNaN: true });
const number = fc.double({ min: -8, max: 8, noNaN: true });
const choice = fc.record({
  item: fc.record({
    id: fc.constant('c'),
    model: fc.constant('choice' as const),
    guessing: fc.constantFrom(0, 0.25),
  }),
  native: fc.tuple(slope, number),
});
const graded = fc.record({
  item: fc.constant({ id: 'g', model: 'graded' as const }),
  native: fc.tuple(slope, number, number, number),
});
const gradedResponse = fc.record({
  item: fc.constant({ id: 'r', model: 'graded-response' as const }),
  native: fc
    .tuple(
      slope,
      number,
      fc.double({ min: 0.01, max: 4, noNaN: true }),
      fc.double({ min: 0.01, max: 4, noNaN: true }),
    )
    .map(([a, d, first, second]) => [a, d, d - first, d - first - second]),
});
const any: fc.Arbitrary<{ item: CalibrationItem; native: number[] }> = fc.oneof(
  choice,
  graded,
  gradedResponse,
);

function evaluate(item: CalibrationItem, native: readonly number[], ability: number) {
  const chances = new Float64Array(native.length);
  const slopes = new Float64Array(native.length ** 2);
  familyOf(item).evaluate(Float64Array.from(native), ability, chances, slopes);
  return { chances, slopes };
}

test('curves in slope and intercepts are those of the models in discrimination and difficulties', () => {
  fc.assert(
    fc.property(any, fc.double({ min: -6, max: 6, noNaN: true }), ({ item, native }, ability) => {
      const parameters = parametersOf(item, Float64Array.from(native));
      const { chances } = evaluate(item, native, ability);
      for (const [credit, chance] of categoryProbabilities(parameters, ability).entries()) {
        assert.ok(Math.abs(chance - chances[credit]!) < 1e-9);
      }
      for (const [index, value] of slopeAndIntercepts(parameters).entries()) {
        assert.ok(Math.abs(value - native[index]!) < 1e-9);
      }
    }),
  );
});

test('slopes are the derivatives of the logarithm of the curves', () => {
  const step = 1e-6;
  fc.assert(
    fc.property(any, fc.double({ min: -4, max: 4, noNaN: true }), ({ item, native }, ability) => {
      const { chances, slopes } = evaluate(item, native, ability);
      for (let p = 0; p < native.length; p += 1) {
        const at = (shift: number) =>
          evaluate(
            item,
            native.map((value, index) => (index === p ? value + shift : value)),
            ability,
          ).chances;
        const above = at(step);
        const below = at(-step);
        for (let credit = 0; credit < native.length; credit += 1) {
          if (chances[credit]! < 1e-9) continue;
          const rise = (Math.log(above[credit]!) - Math.log(below[credit]!)) / (2 * step);
          const exact = slopes[credit * native.length + p]!;
          assert.ok(Math.abs(rise - exact) < 1e-4 * (1 + Math.abs(exact)), `${rise} against ${exact}`);
        }
      }
    }),
  );
});

test('curves and slopes stay finite at any ability', () => {
  fc.assert(
    fc.property(any, fc.constantFrom(-1000, -50, 50, 1000), ({ item, native }, ability) => {
      const { chances, slopes } = evaluate(item, native, ability);
      assert.ok(chances.every((chance) => chance >= 0 && chance <= 1 + 1e-12));
      assert.ok(slopes.every(Number.isFinite));
    }),
  );
});
