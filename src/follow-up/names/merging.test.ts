import assert from 'node:assert/strict';
import { test } from 'node:test';
import { merge } from './merging.ts';

const pupil = (code: string, lastName: string) => ({ code, lastName, firstName: 'Léa', className: '4e' });
const [A, B, C] = [pupil('AB-C23', 'Diallo'), pupil('K7-M4R', 'Martin'), pupil('QX-72N', 'Petit')];

test('who alone changed, added or emptied a line is right', () => {
  const renamed = pupil('K7-M4R', 'Martinez');
  assert.deepEqual(merge([A, B], [A, renamed], [A, B, C]), { pupils: [A, renamed, C], contested: [] });
  assert.deepEqual(merge([A, B], [A, B, C], [A, renamed]), { pupils: [A, renamed, C], contested: [] });
  assert.deepEqual(merge([A, B], [B], [A, B]), { pupils: [B], contested: [] });
  assert.deepEqual(merge([A, B], [A, B], [B]), { pupils: [B], contested: [] });
});

test('both having changed one line differently, ours stays and the code is said; in the same way, it is not', () => {
  const [mine, theirs] = [pupil('AB-C23', 'Diarra'), pupil('AB-C23', 'Diallo-Sy')];
  assert.deepEqual(merge([A], [mine], [theirs]), { pupils: [mine], contested: ['AB-C23'] });
  assert.deepEqual(merge([A], [mine], [mine]), { pupils: [mine], contested: [] });
  assert.deepEqual(merge([A], [], [theirs]), { pupils: [], contested: ['AB-C23'] });
});

test('without the file as it was, nobody’s line is lost', () => {
  const mine = pupil('K7-M4R', 'Martinez');
  assert.deepEqual(merge(null, [A, mine], [B, C]), { pupils: [A, mine, C], contested: ['K7-M4R'] });
  assert.deepEqual(merge(null, [A], [A]), { pupils: [A], contested: [] });
});
