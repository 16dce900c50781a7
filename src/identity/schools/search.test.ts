import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSchoolQuery, searchText } from './search.ts';

test('accents, capitals, hyphens and apostrophes do not count in a search', () => {
  assert.equal(
    searchText('Collège de l’Œuvre-au-Noir, SAINT-ÉTIENNE'),
    'college de l oeuvre au noir saint etienne',
  );
});

test('« St » and « Ste » are read as « Saint » and « Sainte »', () => {
  assert.equal(searchText('St-Exupéry'), searchText('Saint Exupery'));
  assert.equal(searchText('Ste Marie'), 'sainte marie');
});

test('a number is the beginning of an UAI, anything else is words', () => {
  assert.deepEqual(parseSchoolQuery('0000 101'), { words: [], uai: '0000101' });
  assert.deepEqual(parseSchoolQuery('0000101j'), { words: [], uai: '0000101J' });
  assert.deepEqual(parseSchoolQuery('Lycée  des Sources'), { words: ['lycee', 'des', 'sources'], uai: null });
});

test('a search needs two letters, and cannot carry wildcards', () => {
  assert.equal(parseSchoolQuery(''), null);
  assert.equal(parseSchoolQuery(' % _ '), null);
  assert.equal(parseSchoolQuery('é'), null);
  assert.deepEqual(parseSchoolQuery('a%b_c')?.words, ['a', 'b', 'c']);
});
