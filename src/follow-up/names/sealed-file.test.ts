import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCorrespondence, writeCorrespondence } from './correspondence.ts';
import { keyFrom, openSealedFile, openWithKey, sealFile } from './sealed-file.ts';

const PASSPHRASE = 'ancre cerise moulin tortue';
const PUPILS = [
  { code: 'K7-M4R', lastName: 'Le Goff', firstName: 'Éloïse', className: '4e B' },
  { code: 'QX-72N', lastName: 'N’Diaye', firstName: 'Ousmane', className: '' },
];
const key = await keyFrom(PASSPHRASE);
const file = await sealFile(writeCorrespondence(PUPILS, null), key);

test('what was sealed is read again with the same passphrase, however it is spaced or its accents are typed', async () => {
  const opening = await openSealedFile(file, `  ${PASSPHRASE.replace(' ', '  ')} `);
  assert.ok('text' in opening);
  assert.deepEqual(readCorrespondence(opening.text), PUPILS);
  const accented = await sealFile('{}', await keyFrom('forêt été'));
  assert.ok('text' in (await openSealedFile(accented, 'forêt été'.normalize('NFD'))));
});

test('a file says how it is sealed, and nothing of what it holds', () => {
  const { format, version, derivation, cipher } = JSON.parse(file);
  assert.equal(format, 'perseverance-correspondance');
  assert.equal(version, 1);
  assert.equal(derivation.name, 'PBKDF2-SHA-256');
  assert.ok(derivation.iterations >= 600_000);
  assert.equal(cipher.name, 'AES-GCM-256');
  for (const secret of ['Goff', 'Éloïse', 'K7-M4R', 'cerise']) {
    assert.ok(!file.includes(secret) && !file.includes(btoa(encodeURIComponent(secret))), secret);
  }
});

test('the same names sealed twice make two files that share neither vector nor content', async () => {
  const [first, second] = [
    JSON.parse(file),
    JSON.parse(await sealFile(writeCorrespondence(PUPILS, null), key)),
  ];
  assert.notEqual(first.cipher.iv, second.cipher.iv);
  assert.notEqual(first.content, second.content);
  assert.notDeepEqual((await keyFrom(PASSPHRASE)).salt, key.salt);
});

test('another passphrase, a changed byte or a changed header opens nothing', async () => {
  assert.deepEqual(await openSealedFile(file, 'ancre cerise moulin torture'), {
    refused: 'wrong-or-damaged',
  });
  const parts = JSON.parse(file);
  const flipped = `${parts.content.startsWith('A') ? 'B' : 'A'}${parts.content.slice(1)}`;
  const more = { ...parts.derivation, iterations: parts.derivation.iterations + 1 };
  for (const damaged of [
    { ...parts, content: flipped },
    { ...parts, derivation: more },
    { ...parts, derivation: { ...parts.derivation, iterations: 1_000 } },
    { ...parts, derivation: { ...parts.derivation, iterations: 4_000_000_000 } },
    { ...parts, content: undefined },
    { ...parts, cipher: { ...parts.cipher, iv: 'AAAA' } },
  ]) {
    assert.deepEqual(await openSealedFile(JSON.stringify(damaged), PASSPHRASE), {
      refused: 'wrong-or-damaged',
    });
  }
  assert.deepEqual(await openSealedFile(file.slice(0, -40), PASSPHRASE), { refused: 'wrong-or-damaged' });
});

test('a file of something else is not taken for one of ours, nor one of a later version for a damaged one', async () => {
  for (const other of ['', 'PK\u0003\u0004', '{"format":"autre"}', 'nom;prénom\nMartin;Léa']) {
    assert.deepEqual(await openSealedFile(other, PASSPHRASE), { refused: 'not-a-correspondence' });
  }
  const later = JSON.stringify({ ...JSON.parse(file), version: 2 });
  assert.deepEqual(await openSealedFile(later, PASSPHRASE), { refused: 'newer' });
});

test('a file is read again with the key that sealed it, and with no other', async () => {
  assert.equal(await openWithKey(file, key), writeCorrespondence(PUPILS, null));
  assert.equal(await openWithKey(file, await keyFrom(PASSPHRASE)), null, 'the same words, another salt');
  const parts = JSON.parse(file);
  assert.equal(await openWithKey(JSON.stringify({ ...parts, content: `AAAA${parts.content}` }), key), null);
  assert.equal(await openWithKey('', key), null);
});
