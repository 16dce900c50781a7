import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CODE_BYTES, codeFrom, codeText, initialsOf, parseCode } from './attestation.ts';

const code = fc.uint8Array({ minLength: CODE_BYTES, maxLength: CODE_BYTES }).map(codeFrom);

test('a code is found again however it is copied', () => {
  fc.assert(
    fc.property(code, (made) => {
      assert.equal(parseCode(made), made);
      assert.equal(parseCode(` ${codeText(made).toLowerCase()} `), made);
      assert.equal(parseCode(made.replaceAll('0', 'o').replaceAll('1', 'l')), made);
    }),
  );
});

test('what is no code is refused', () => {
  for (const typed of ['', 'AB12', 'U'.repeat(12), '0'.repeat(13), "0'; drop table", '../../etc/passwd']) {
    assert.equal(parseCode(typed), null, typed);
  }
});

test('initials are three at most, and always fit', () => {
  assert.equal(initialsOf('Inès Delattre'), 'I. D.');
  assert.equal(initialsOf('Mei-Lin Garnier de la Tour'), 'M. L. G.');
  assert.equal(initialsOf('élodie'), 'É.');
  assert.equal(initialsOf('42'), '–');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (name) => {
      const { length } = initialsOf(name);
      return length >= 1 && length <= 12;
    }),
  );
});
