import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CODE_PATTERN, codeFrom, readCode } from './code.ts';

test('any five bytes make a code, and the code typed carelessly is read back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 5, maxLength: 5 }), (bytes) => {
      const code = codeFrom(bytes);
      assert.match(code, CODE_PATTERN);
      assert.equal(readCode(` ${code.toLowerCase().replace('-', ' ')} `), code);
    }),
  );
});

test('32 signs are equally likely: 256 bytes give each of them eight times', () => {
  const first = Array.from({ length: 256 }, (_, byte) => codeFrom(new Uint8Array([byte, 0, 0, 0, 0]))[0]);
  for (const sign of new Set(first)) assert.equal(first.filter((other) => other === sign).length, 8);
});

test('a name, a national number or too few signs are no code', () => {
  for (const typed of ['Dupont', '0601234567A', 'K7', 'K7-M4', 'K0-M4R', ''])
    assert.equal(readCode(typed), null);
});
