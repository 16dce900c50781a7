import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  bucketOf,
  codeExpiry,
  codeMail,
  hashCode,
  isCode,
  newCode,
  parseCode,
  parseEmail,
  startOfHour,
} from './code.ts';

const now = new Date('2026-11-23T08:20:00Z');

test('a code has six digits, zeros in front included', () => {
  for (let i = 0; i < 200; i += 1) assert.match(newCode(), /^\d{6}$/);
});

test('a code is recognised for its own row only', () => {
  const hash = hashCode('row-1', '012345');
  assert.ok(isCode(hash, 'row-1', '012345'));
  assert.ok(!isCode(hash, 'row-1', '012346'));
  assert.ok(!isCode(hash, 'row-2', '012345'));
});

test('a code lives a quarter of an hour', () => {
  assert.equal(codeExpiry(now).toISOString(), '2026-11-23T08:35:00.000Z');
});

test('a code is read with the spaces a mail or a hand puts in it', () => {
  assert.equal(parseCode(' 012 345\n'), '012345');
  assert.equal(parseCode('012-345'), '012345');
  assert.equal(parseCode('12345'), null);
  assert.equal(parseCode('١٢٣٤٥٦'), null);
});

test('an address is compared without capitals nor spaces around', () => {
  assert.equal(parseEmail(' Prenom.NOM@Example.FR '), 'prenom.nom@example.fr');
  assert.equal(parseEmail('prenom.nom'), null);
  assert.equal(parseEmail('a@b\u0000.fr'), null);
  assert.equal(parseEmail(`${'a'.repeat(250)}@example.fr`), null);
});

test('a limit keeps neither the address nor the way to follow it from hour to hour', () => {
  const hour = startOfHour(now);
  assert.equal(hour.toISOString(), '2026-11-23T08:00:00.000Z');
  const bucket = bucketOf('codesByAddress', '192.0.2.7', hour);
  assert.ok(!bucket.includes('192.0.2.7'));
  assert.equal(bucket, bucketOf('codesByAddress', '192.0.2.7', hour));
  assert.notEqual(bucket, bucketOf('codesByAddress', '192.0.2.7', new Date('2026-11-23T09:00:00Z')));
});

test('the mail carries the code, not in its subject', () => {
  const mail = codeMail('a@example.fr', '012345');
  assert.match(mail.text, /^ {4}012345$/m);
  assert.ok(!mail.subject.includes('012345'));
});
