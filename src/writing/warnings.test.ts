import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { MOST_READ, warnings } from './warnings.ts';

const YEAR = 2026;
const refused = (text: string) => warnings(text, YEAR).refused;
const doubts = (text: string) => warnings(text, YEAR).doubts.map(({ about, words }) => [about, ...words]);

test('a birth date is refused however it is written, a day of this year is not', () => {
  for (const text of [
    'né le 12 mars',
    'Elle est née en mai',
    '12/03/2012',
    'le 3-4-2013',
    'le 12.03.12',
    '1er juillet 2011',
    'le 12 sept. 2012',
    '2012-03-12',
    '2012.03.12',
    '12 03 2012',
    '12032012',
    'le douze mars 2012',
    '12 fevrier deux mille douze',
    'premier aout deux mille dix-sept',
    'son anniversaire est le 3 mai',
  ])
    assert.deepEqual(refused(text), ['birth-date'], text);
  for (const text of [
    'Rappeler le 12/01',
    'Rappeler avant le 12/01/2027',
    'le 3-12-26',
    'Point le 5 décembre 2026',
    'Depuis 2012, les heures de 2 à 3',
    'salle 12/3',
    'La circulaire du 18 juillet 2023',
    'le douze mars, à deux mille mètres',
    'douze mars deux mille vingt-six',
    'Son anniversaire compte pour lui',
  ])
    assert.deepEqual(refused(text), [], text);
});

test('national numbers, e-mails and telephone numbers are refused, spaces or not', () => {
  assert.deepEqual(refused('INE 1234567890A'), ['national-number']);
  assert.deepEqual(refused('123456789AB à vérifier'), ['national-number']);
  for (const text of ['123456789 AB', '1 2 3 4 5 6 7 8 9 A B', '123.456.789-ab', 'INE : 0123456789g'])
    assert.ok(refused(text).includes('national-number'), text);
  assert.deepEqual(refused('1 12 03 62 123 456 78'), ['national-number']);
  assert.deepEqual(refused('écrire à m.x@ac-lille.fr'), ['email']);
  assert.deepEqual(refused('appeler le 06 12 34 56 78'), ['phone']);
  assert.deepEqual(refused('+33 6 12 34 56 78'), ['phone']);
});

test('no generated birth date of a pupil passes', () => {
  const day = fc.record({ day: fc.integer({ min: 1, max: 31 }), month: fc.integer({ min: 1, max: 12 }) });
  fc.assert(
    fc.property(
      day,
      fc.integer({ min: YEAR - 25, max: YEAR - 5 }),
      fc.constantFrom('/', '-', '.'),
      fc.boolean(),
      ({ day, month }, year, separator, short) => {
        const text = `vu ${day}${separator}${month}${separator}${short ? String(year).slice(2) : year} ici`;
        assert.ok(refused(text).includes('birth-date'), text);
      },
    ),
  );
});

test('a name is doubted after a title, as a known first name, in capitals, or with a capital in a sentence', () => {
  assert.deepEqual(doubts('Appeler Mme Durand mardi'), [['name', 'Durand']]);
  assert.deepEqual(doubts('Léa vient à l’aide aux devoirs'), [['name', 'Léa']]);
  assert.deepEqual(doubts('Voir avec DUPONT'), [['name', 'DUPONT']]);
  assert.deepEqual(doubts('Proposer à Brandon un tuteur'), [['name', 'Brandon']]);
  assert.deepEqual(doubts('Le tuteur voit d’Almeida'), [['name', 'Almeida']]);
});

test('a first name or a common family name is doubted without its capital or its accents', () => {
  assert.deepEqual(doubts('appeler lea dupont lundi'), [['name', 'lea', 'dupont']]);
  assert.deepEqual(doubts('voir avec kévin et chloe'), [['name', 'kévin', 'chloe']]);
  assert.deepEqual(doubts('rdv avec ousmane diallo'), [['name', 'ousmane', 'diallo']]);
  for (const text of [
    'Une maxime claire, un milan au jade romain',
    'Mme ou M. à recevoir lundi',
    'Madame l’assistante sociale propose un rendez-vous',
    'Un pas robuste, une rose, un petit bonnet blanc',
  ])
    assert.deepEqual(doubts(text), [], text);
});

test('health and family are doubted', () => {
  assert.deepEqual(doubts('Tenir compte de sa dépression'), [['health', 'dépression']]);
  assert.deepEqual(doubts('Demander le PAP'), [['health', 'PAP']]);
  assert.deepEqual(doubts('Le divorce pèse sur lui'), [['family', 'divorce']]);
  assert.deepEqual(doubts('Appeler sa sœur'), [['family', 'sœur']]);
});

test('acts as teams write them pass without a question', () => {
  for (const text of [
    'Entretien de 15 minutes, lundi à 10 h, sur ce qui rend les matins difficiles',
    'Appeler la famille : dire d’abord ce qui va bien',
    'Relais à l’infirmière demandé par le CPE',
    'Mettre en place un tutorat de 20 minutes, le jeudi',
    'Emploi du temps aménagé jusqu’aux vacances de la Toussaint',
    'Rendez-vous avec la PsyEN au CIO. Préparer les vœux Parcoursup',
    'Trois tentatives d’appel à des heures différentes',
    'Garder le contact avec la mission locale et la MLDS',
    'Séparer les deux consignes, remplacer la note par une reprise',
    'Adopter le même geste dans tous les cours ; romans au choix au CDI',
    'Convoquer l’équipe : PP, CPE, AED',
    'Reprise en classe de langues étrangères en LVB',
  ])
    assert.deepEqual([...refused(text), ...doubts(text)], [], text);
});

test('no more is read than a form may take', () => {
  assert.deepEqual(doubts(`${'a '.repeat(MOST_READ)}Léa`), []);
});
