import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namesSaid } from './names-in-text.ts';

const pupil = (firstName: string, lastName: string) => ({
  code: 'K7-M4R',
  firstName,
  lastName,
  className: '',
});
const PUPILS = [pupil('Éloïse', 'Le Goff'), pupil('Rose', 'Petit'), pupil('Jean-Éric', 'N’Diaye')];

test('a name of the file is seen with or without accents, hyphens and capitals, in either order', () => {
  assert.deepEqual(namesSaid('Appeler eloise le goff demain', PUPILS), ['Éloïse Le Goff']);
  assert.deepEqual(namesSaid('PETIT ROSE : tutorat', PUPILS), ['Rose Petit', 'Rose', 'Petit']);
  assert.deepEqual(namesSaid('Voir Eloise lundi', PUPILS), ['Éloïse']);
  assert.deepEqual(namesSaid('Relire avec Jean Eric', PUPILS), ['Jean-Éric']);
  assert.deepEqual(namesSaid("La famille N'Diaye est prévenue", PUPILS), ['N’Diaye']);
});

test('a word that is also a name passes when nobody is meant', () => {
  for (const text of ['Un petit pas, une rose des vents', 'Le goffre', 'Prévoir un point petit à petit', ''])
    assert.deepEqual(namesSaid(text, PUPILS), [], text);
});
