import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseAddress, parseWord } from './companion.ts';

test('a word is kept as typed but for its spaces; empty or too long, it is refused', () => {
  assert.deepEqual(parseWord('  Bravo,\n et la suite ?  '), { word: 'Bravo, et la suite ?' });
  assert.ok('problem' in parseWord(' \n '));
  assert.ok('problem' in parseWord('a'.repeat(301)));
  assert.ok('word' in parseWord('a'.repeat(300)));
});

test('whatever is typed gives a word the database accepts, or a problem', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      const read = parseWord(typed);
      return 'problem' in read || (read.word.length >= 1 && read.word.length <= 300);
    }),
  );
});

test('an address is compared without capitals; what is none is refused', () => {
  assert.equal(parseAddress(' Ines.Delattre@Example.fr '), 'ines.delattre@example.fr');
  for (const typed of [
    '',
    'ines',
    'ines@',
    '@example.fr',
    'a b@example.fr',
    'ines@example',
    `${'a'.repeat(250)}@ex.fr`,
  ]) {
    assert.equal(parseAddress(typed), null, typed);
  }
});
