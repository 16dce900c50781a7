import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawPassphrase, PASSPHRASE_BITS, passphraseProblem } from './passphrase.ts';
import { WORDS } from './words.ts';

test('512 different words, short, without accents, make seven of them worth 63 bits', () => {
  assert.equal(new Set(WORDS).size, 512);
  for (const word of WORDS) assert.match(word, /^[a-z]{3,9}$/);
  assert.equal(PASSPHRASE_BITS, 63);
});

test('every random number gives a word, each as often as any other', () => {
  const counts = new Map<string, number>();
  for (let number = 0; number < 65_536; number += 1) {
    const word = drawPassphrase(new Uint16Array([number]));
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  assert.deepEqual(new Set(counts.values()), new Set([128]));
  assert.equal(counts.size, 512);
});

test('a drawn passphrase is taken; a short or a monotonous one is not', () => {
  for (let draw = 0; draw < 200; draw += 1) assert.equal(passphraseProblem(drawPassphrase()), null);
  for (const weak of ['', 'collège', 'motdepasse2026', 'aaaaaaaaaaaaaaaaaaaaaaaa', `a${' '.repeat(40)}b`])
    assert.ok(passphraseProblem(weak), weak);
});
