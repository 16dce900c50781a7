import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameFromEmail, nextStep, openStep, parseName, parseProfession } from './profile.ts';

test('a first name is drawn from the address until the person says theirs', () => {
  assert.equal(nameFromEmail('anne-lise.martin2@example.fr'), 'Anne-lise Martin');
  assert.equal(nameFromEmail('k.haddad+ecole@example.fr'), 'K Haddad');
  assert.equal(nameFromEmail('12345@example.fr'), 'Vous');
});

test('a name is kept exactly as written', () => {
  for (const name of [
    'Zoë D’Août',
    'محمد',
    '李小龍',
    '👩🏽‍🏫 Léa',
    'e\u0301lise',
    '<b>Jo</b>',
    "'; drop table person; --",
  ]) {
    assert.deepEqual(parseName(`  ${name} `), { name });
  }
});

test('an empty, endless or unwritable name is refused', () => {
  assert.deepEqual(parseName('   '), { refused: 'missing' });
  assert.deepEqual(parseName('é'.repeat(101)), { refused: 'too-long' });
  assert.ok('name' in parseName('👋'.repeat(100)));
  for (const name of ['a\u0000b', '\u200b', '\u202e \u00ad', 'a\uffff', 'L\ufffda', 'Léa \u202eMartin']) {
    assert.deepEqual(parseName(name), { refused: 'unwritable' });
  }
});

test('a métier is one of the list', () => {
  assert.equal(parseProfession('cpe'), 'cpe');
  assert.equal(parseProfession('ministre'), null);
});

test('the first visit resumes at what is left to do, and goes back but never ahead', () => {
  assert.equal(nextStep({ profession: null, schoolAnswered: false }), 'vous');
  assert.equal(nextStep({ profession: 'cpe', schoolAnswered: false }), 'etablissement');
  assert.equal(nextStep({ profession: 'cpe', schoolAnswered: true }), 'information');
  assert.equal(openStep('vous', 'information'), 'vous');
  assert.equal(openStep('information', 'vous'), 'vous');
  assert.equal(openStep('ailleurs', 'etablissement'), 'etablissement');
});
