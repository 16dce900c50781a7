import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CUT_SCORES, readEstimate } from '../../../psychometrics/index.ts';
import { placeBand, placeZones } from './band-drawing.ts';

const WIDTH = 400;
const place = (mean: number, standardError: number) =>
  placeBand(readEstimate({ mean, variance: standardError ** 2 }), WIDTH);

test('the four zones share the width evenly, the cuts between them', () => {
  const edges = placeZones(WIDTH);
  assert.deepEqual(edges.map(Math.round), [0, 100, 200, 300, 400]);
  CUT_SCORES.cuts.slice(0, 3).forEach((cut, index) => {
    assert.ok(Math.abs(place(cut, 0.2).point - edges[index + 1]!) < 1e-9);
  });
});

test('a band is as wide as the uncertainty, with its most probable point in the middle', () => {
  const { left, width, point } = place(0.5, 0.3);
  assert.ok(Math.abs(left + width / 2 - point) < 1e-9);
  assert.ok(Math.abs(place(0.5, 0.15).width * 2 - width) < 1e-9);
});

test('whatever the result, the band and its point stay in the drawing and can be seen', () => {
  const mean = fc.double({ min: -8, max: 8, noNaN: true });
  const standardError = fc.double({ min: 0.001, max: 2, noNaN: true });
  fc.assert(
    fc.property(mean, standardError, (where, error) => {
      const { left, width, point } = place(where, error);
      assert.ok(left >= 0 && width >= 4 && left + width <= WIDTH + 1e-9, `${left} ${width}`);
      assert.ok(point >= 5 && point <= WIDTH - 5);
    }),
  );
});

test('a result beyond the last zone stands at the edge, its point whole', () => {
  assert.deepEqual(place(6, 0.1), { left: WIDTH - 4, width: 4, point: WIDTH - 5 });
  assert.deepEqual(place(-6, 0.1), { left: 0, width: 4, point: 5 });
});
