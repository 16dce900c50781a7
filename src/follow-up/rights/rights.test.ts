import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAsker, parseCorrection, parseInformedOn } from './rights.ts';

test('a correction names what is wrong from the list, and who asks', () => {
  assert.deepEqual(parseCorrection({ askedBy: 'family', about: ['signals', 'autre', 'class'] }), {
    correction: { askedBy: 'family', about: ['class', 'signals'] },
  });
  const refused = parseCorrection({ askedBy: 'Mme Durand', about: ['tout'] });
  assert.deepEqual('problems' in refused && refused.problems.map(({ field }) => field), [
    'about-class',
    'asked-by',
  ]);
});

test('an opposition needs no reason, only who opposes', () => {
  assert.deepEqual(parseAsker({ askedBy: 'pupil' }), { askedBy: 'pupil' });
  assert.ok('problems' in parseAsker({ askedBy: '' }));
});

test('the day of the information is a day that has come', () => {
  assert.deepEqual(parseInformedOn('2026-11-30', '2026-11-30'), { informedOn: '2026-11-30' });
  for (const typed of ['', '30/11/2026', '2026-02-30', '2026-12-01'])
    assert.ok('problems' in parseInformedOn(typed, '2026-11-30'), typed);
});
