import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseInterview } from './interview.ts';

const typed = {
  id: 'i1',
  withWhom: 'pupil',
  heldOn: '2026-11-27',
  goal: 'Venir en maths le lundi',
  nextOn: '2026-12-04',
  confirmed: '',
};
const wrong = (change: object) => {
  const parsed = parseInterview({ ...typed, ...change }, '2026-11-30');
  return 'problems' in parsed
    ? [...parsed.problems.map(({ field }) => field), ...parsed.doubts.map(({ about }) => about)]
    : [];
};

test('an interview says with whom and when; the goal and the next one may be still to come', () => {
  assert.deepEqual(wrong({}), []);
  assert.deepEqual(wrong({ goal: '', nextOn: '' }), []);
  assert.deepEqual(
    wrong({ withWhom: 'the dog', heldOn: '2026-12-02' }),
    ['withWhom', 'heldOn', 'nextOn'].slice(0, 2),
  );
  assert.deepEqual(wrong({ nextOn: '2026-11-20' }), ['nextOn']);
});

test('the goal is held to the same rules as an act', () => {
  assert.deepEqual(wrong({ goal: 'x'.repeat(141) }), ['goal']);
  assert.deepEqual(wrong({ goal: 'Écrire à moi@example.fr' }), ['goal']);
  assert.deepEqual(wrong({ goal: 'Revoir Kevin au foot' }), ['name']);
  assert.deepEqual(wrong({ goal: 'Revoir Kevin au foot', confirmed: 'Revoir Kevin au foot' }), []);
});
