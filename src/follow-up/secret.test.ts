import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { hashSecret, newSecret, newSession, readSecret, secretFrom } from './secret.ts';

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

test('a thousand secrets are a thousand, and the same signs hash apart for each purpose', () => {
  assert.equal(new Set(Array.from({ length: 1_000 }, newSecret)).size, 1_000);
  assert.match(newSession(), /^[\w-]{43}$/);
  const hashes = (['questionnaire', 'own-file', 'session'] as const).map((purpose) =>
    hashSecret(purpose, 'K7M4-RT2B').toString('hex'),
  );
  assert.equal(new Set(hashes).size, 3);
});
