import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proseOf } from './prose.ts';
import { readingOf } from './reading.ts';

test('words and sentences are counted as in French', () => {
  const { sentences, wordsPerSentence, longest } = readingOf(['L’élève revient. « Et vous ? » dit-elle.']);
  assert.deepEqual({ sentences, longest }, { sentences: 3, longest: 3 });
  assert.equal(wordsPerSentence, 2);
});

test('a long sentence is one beyond twenty-five words', () => {
  const of = (count: number) => `${'mot '.repeat(count - 1)}fin.`;
  assert.equal(readingOf([of(25)]).longShare, 0);
  assert.equal(readingOf([of(26), of(3)]).longShare, 1 / 2);
});

test('lines of a list are read one by one', () => {
  assert.equal(readingOf(['- un mot\n- deux mots ici\n- trois']).sentences, 3);
});

test('prose is every text a person reads, without keys, sources or what reviewers alone read', () => {
  const item = {
    id: 'a b',
    stem: 'Que faire ?',
    options: [{ id: 'x y', text: 'Deux mots', correct: true }],
    sources: [{ title: 'Un titre' }],
    defence: 'Pour les relecteurs',
  };
  assert.deepEqual(proseOf(item), ['Que faire ?', 'Deux mots']);
});
