import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inventoryOf, loadContent } from '../../content/index.ts';
import { languagesOf } from './source-title.ts';

const englishOf = (reference: string) =>
  languagesOf(reference)
    .filter(({ english }) => english)
    .map(({ text }) => text);

test('of a reference to a work in English, the title and the journal are in English, not its authors', () => {
  assert.deepEqual(
    languagesOf('Grossman et Rhodes, The Test of Time, American Journal of Community Psychology, 30 (2)'),
    [
      { text: 'Grossman et Rhodes, ', english: false },
      { text: 'The Test of Time, American Journal of Community Psychology', english: true },
      { text: ', 30 (2)', english: false },
    ],
  );
  assert.deepEqual(englishOf('Rosenshine, Principles of Instruction, American Educator'), [
    'Principles of Instruction, American Educator',
  ]);
  assert.deepEqual(
    englishOf(
      'Bandura et Schunk, Cultivating competence, self-efficacy, and intrinsic interest, Journal of Psychology, 41 (3)',
    ),
    ['Cultivating competence, self-efficacy, and intrinsic interest, Journal of Psychology'],
  );
});

test('a reference in French stays whole', () => {
  for (const reference of [
    'Cnesco, L’évaluation en classe, au service de l’apprentissage des élèves : recommandations du jury',
    'Code de l’éducation, article R. 511-13 (échelle des sanctions)',
  ]) {
    assert.deepEqual(languagesOf(reference), [{ text: reference, english: false }]);
  }
});

test('every reference of the content keeps all its words, and those in English are the known ones', () => {
  const content = loadContent();
  const titles = inventoryOf(content).flatMap(({ sources }) =>
    sources.flatMap((source) => (typeof source === 'string' ? [] : [source.title])),
  );
  const references = new Set([...titles, ...[...content.facts.values()].map(({ source }) => source)]);
  assert.ok(references.size > 100);
  for (const reference of references) {
    assert.equal(
      languagesOf(reference)
        .map(({ text }) => text)
        .join(''),
      reference,
    );
  }
  const authors = new Set(
    [...references]
      .filter((reference) => englishOf(reference).length > 0)
      .map((reference) => /^[^ ,]+/.exec(reference)![0]),
  );
  assert.deepEqual([...authors].sort(), AUTHORS_IN_ENGLISH);
});

const AUTHORS_IN_ENGLISH = [
  'Allensworth',
  'Bandura',
  'Cook',
  'Education',
  'Gersib',
  'Grossman',
  'Hattie',
  'Kraft',
  'Lu',
  'Raposa',
  'Rosenshine',
  'Terrier',
  'Yeager',
];
