import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashSecret, newSession } from './secret.ts';

test('the same signs hash apart for each purpose, and a session is longer than anybody guesses', () => {
  assert.match(newSession(), /^[\w-]{43}$/);
  const hashes = (['questionnaire', 'own-file', 'session'] as const).map((purpose) =>
    hashSecret(purpose, 'K7M4-RT2B').toString('hex'),
  );
  assert.equal(new Set(hashes).size, 3);
});
