import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alikePairs } from './likeness.ts';

const likeness = (one: string, other: string) =>
  alikePairs(
    [
      { id: 'a', text: one },
      { id: 'b', text: other },
    ],
    0,
  )[0]?.likeness ?? 0;

test('a text is entirely like itself, accents, capitals and punctuation aside', () => {
  assert.equal(likeness('L’élève est là.', 'l eleve EST la'), 1);
  assert.equal(likeness('abc', 'xyz'), 0);
});

test('likeness is the share of common groups of three letters, as pg_trgm counts them', () => {
  // select similarity('word', 'two words') gives 0.36363637
  assert.ok(Math.abs(likeness('word', 'two words') - 4 / 11) < 1e-12);
});

test('a question whose words were changed here and there stays close to the first one', () => {
  const first = 'Nathan ne rend plus ses devoirs depuis octobre. Que faites-vous d’abord avec lui ?';
  const second = 'Nora ne rend plus ses devoirs depuis novembre. Que faites-vous d’abord avec elle ?';
  const other = 'La direction demande une mesure pour que les exclusions de cours baissent.';
  assert.ok(likeness(first, second) > 0.52, String(likeness(first, second)));
  assert.ok(likeness(first, other) < 0.3, String(likeness(first, other)));
});

test('only pairs close enough are given, the closest first', () => {
  const texts = ['un élève absent', 'un élève absent lundi', 'un élève absent lundi matin', 'xyz'].map(
    (text, index) => ({ id: String(index), text }),
  );
  const pairs = alikePairs(texts, 0.5);
  assert.deepEqual(
    pairs.map(({ one, other }) => one + other),
    pairs.toSorted((a, b) => b.likeness - a.likeness).map(({ one, other }) => one + other),
  );
  assert.ok(pairs.length > 0 && pairs.every(({ likeness, other }) => likeness >= 0.5 && other !== '3'));
});
