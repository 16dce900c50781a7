import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseUai, uaiLetter } from './uai.ts';

test('the check letter is the one of well-known schools', () => {
  assert.equal(uaiLetter('0750655'), 'E'); // lycée Louis-le-Grand
  assert.equal(uaiLetter('0750654'), 'D'); // lycée Henri-IV
  assert.throws(() => uaiLetter('75065'), RangeError);
});

test('an UAI is read with spaces and small letters, and refused when its letter is wrong', () => {
  assert.equal(parseUai(' 0750655e '), '0750655E');
  assert.equal(parseUai('075 0655 E'), '0750655E');
  assert.equal(parseUai('0750655F'), null);
  assert.equal(parseUai('0750655'), null);
  assert.equal(parseUai('Louis-le-Grand'), null);
});
