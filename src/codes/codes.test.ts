import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { newSecret, readSecret, secretFrom } from './index.ts';

test('any eight bytes make a secret, and the secret typed carelessly is read back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (bytes) => {
      const secret = secretFrom(bytes);
      assert.match(secret, /^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$/);
      assert.equal(readSecret(` ${secret.toLowerCase().replace('-', ' ')} `), secret);
    }),
  );
});

test('what is too short, too long or holds a sign nobody is given is no secret', () => {
  for (const typed of ['', 'K7M4', 'K7M4-RT2', 'K7M4-RT2BX', 'K0M4-RT2B', 'IIII-OOOO', "' or 1=1 --"])
    assert.equal(readSecret(typed), null, typed);
});

test('a thousand secrets are a thousand', () => {
  assert.equal(new Set(Array.from({ length: 1_000 }, newSecret)).size, 1_000);
});
