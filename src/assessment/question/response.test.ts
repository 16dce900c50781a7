import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { small, smallQuestions } from '../../../test/questions.ts';
import { creditOf, type Format, maximumCredit, type Response } from '../../content/index.ts';
import { shownItems, shownMatches } from './display-order.ts';
import { type Fields, parseResponse, UNKNOWN } from './response.ts';

const rank = (letters: string): Fields =>
  Object.fromEntries(
    shownItems(small.order).map(({ id }, i) => [`rank-${i}`, [`${letters.indexOf(id) + 1}`]]),
  );
const shown = shownMatches(small.match);
const to = (...values: (string | number)[]): Fields =>
  Object.fromEntries(values.map((value, i) => [`to-${'abcd'[i]}`, [`${value}`]]));
const rate = (...values: string[]): Fields =>
  Object.fromEntries(values.map((value, i) => [`rating-${'abcd'[i]}`, [value]]));
const byLetter = <T>(values: T[]) => Object.fromEntries(values.map((value, i) => ['abcde'[i]!, value]));

const READ: [format: Format, what: string, fields: Fields, response: Response][] = [
  ['single-choice', 'one option', { option: ['b'] }, { kind: 'choice', option: 'b' }],
  ['single-choice', 'the first of two options', { option: ['c', 'b'] }, { kind: 'choice', option: 'c' }],
  ['dialogue-step', 'one option', { option: ['a'] }, { kind: 'choice', option: 'a' }],
  ['multiple-choice', 'some options', { option: ['d', 'a'] }, { kind: 'selection', options: ['a', 'd'] }],
  ['multiple-choice', 'an option twice', { option: ['a', 'a'] }, { kind: 'selection', options: ['a'] }],
  [
    'multiple-choice',
    'an option of ours and one injected',
    { option: ['a', 'z'] },
    { kind: 'selection', options: ['a'] },
  ],
  ['document', 'some lines', { option: ['e', 'b'] }, { kind: 'selection', options: ['b', 'e'] }],
  ['order', 'a place for each', rank('ecabd'), { kind: 'sequence', items: [...'ecabd'] }],
  [
    'match',
    'an answer for each line',
    to(0, 1, 2, 3),
    { kind: 'assignment', values: byLetter(shown.slice(0, 4)) },
  ],
  [
    'match',
    'the same answer for all',
    to(4, 4, 4, 4),
    { kind: 'assignment', values: byLetter(Array(4).fill(shown[4])) },
  ],
  [
    'categories',
    'a category for each',
    to('h', 'f', 'f', 'h'),
    { kind: 'assignment', values: byLetter([...'hffh']) },
  ],
  [
    'judgement',
    'an opinion on each',
    rate('0', '1', '2', '3'),
    { kind: 'ratings', values: byLetter([0, 1, 2, 3]) },
  ],
  ...(
    [
      ['12', 12],
      ['4,5', 4.5],
      ['4.5', 4.5],
      [' 1 000 ', 1000],
      ['12 heures', 12],
      ['12,5 Heures', 12.5],
      ['1\u202f000,25', 1000.25],
      ['1\u00a0000', 1000],
      ['-3', -3],
      ['−3', -3],
      ['007', 7],
      ['999999999', 999_999_999],
    ] as const
  ).map(([typed, value]): [Format, string, Fields, Response] => [
    'number',
    `« ${typed} »`,
    { value: [typed] },
    { kind: 'number', value },
  ]),
];

for (const [format, what, fields, response] of READ) {
  test(`${format}: ${what} is read`, () => {
    assert.deepEqual(parseResponse(small[format], fields), response);
  });
}

const OPTION = 'Choisissez une réponse.';
const PLACE = 'Donnez une place à chaque élément.';
const LINE = 'Choisissez une réponse pour chaque ligne.';
const SORT = 'Classez chaque élément.';
const OPINION = 'Donnez un avis sur chaque réaction.';
const FIGURES = 'Écrivez un nombre, en chiffres.';
const ranks = (...values: string[]): Fields =>
  Object.fromEntries(values.map((value, index) => [`rank-${index}`, [value]]));

const SENT_BACK: [format: Format, what: string, fields: Fields, problem: string][] = [
  ['single-choice', 'nothing', {}, OPTION],
  ['single-choice', 'an option that is not there', { option: ['z'] }, OPTION],
  ['single-choice', 'an empty option', { option: [''] }, OPTION],
  ['single-choice', 'a property of every object', { option: ['constructor'] }, OPTION],
  ['dialogue-step', 'nothing', {}, OPTION],
  ['multiple-choice', 'nothing', {}, 'Cochez au moins une réponse.'],
  [
    'multiple-choice',
    'options that are not there',
    { option: ['z', '__proto__'] },
    'Cochez au moins une réponse.',
  ],
  ['document', 'nothing', {}, 'Marquez au moins une ligne.'],
  ['order', 'nothing', {}, PLACE],
  ['order', 'a place missing', ranks('1', '2', '3', '4', ''), PLACE],
  ['order', 'a place beyond the last', ranks('1', '2', '3', '4', '6'), PLACE],
  ['order', 'a place before the first', ranks('0', '1', '2', '3', '4'), PLACE],
  ['order', 'half a place', ranks('1.5', '2', '3', '4', '5'), PLACE],
  ['order', 'a place in letters', ranks('un', '2', '3', '4', '5'), PLACE],
  [
    'order',
    'a place given twice',
    ranks('1', '1', '3', '4', '5'),
    'Deux éléments ont la même place : donnez à chacun une place différente.',
  ],
  ['match', 'nothing', {}, LINE],
  ['match', 'a line missing', to(0, 1, 2), LINE],
  ['match', 'a line left empty', to(0, 1, 2, ''), LINE],
  ['match', 'an answer that is not there', to(0, 1, 2, 5), LINE],
  ['match', 'an answer before the first', to(0, 1, 2, -1), LINE],
  ['match', 'the text of an answer', to(0, 1, 2, 'Droite d'), LINE],
  ['match', 'a property of every list', to(0, 1, 2, 'length'), LINE],
  ['categories', 'nothing', {}, SORT],
  ['categories', 'an element missing', to('f', 'f', 'h'), SORT],
  ['categories', 'a category that is not there', to('f', 'f', 'h', 'z'), SORT],
  ['judgement', 'nothing', {}, OPINION],
  ['judgement', 'an opinion missing', rate('0', '1', '2'), OPINION],
  ['judgement', 'an opinion beyond the scale', rate('0', '1', '2', '4'), OPINION],
  ['judgement', 'an opinion below the scale', rate('0', '1', '2', '-1'), OPINION],
  ['judgement', 'an opinion in between', rate('0', '1', '2', '1.5'), OPINION],
  ...[
    '',
    ' ',
    'douze',
    '12 élèves',
    '1e3',
    '0x10',
    '1,2,3',
    '--1',
    'NaN',
    'Infinity',
    '9'.repeat(10),
    '1.23456',
  ].map((typed): [Format, string, Fields, string] => ['number', `« ${typed} »`, { value: [typed] }, FIGURES]),
  ['number', 'nothing', {}, FIGURES],
];

for (const [format, what, fields, problem] of SENT_BACK) {
  test(`${format}: ${what} is sent back with what to do`, () => {
    assert.deepEqual(parseResponse(small[format], fields), { problem });
  });
}

test('« je ne sais pas » is an answer to everything, whatever else was filled in', () => {
  for (const question of smallQuestions) {
    assert.deepEqual(parseResponse(question, { action: [UNKNOWN], option: ['a'], value: ['3'] }), {
      kind: 'unknown',
    });
  }
});

test('the key, entered in the form, earns the maximum', () => {
  const keys: Record<Format, Fields> = {
    'single-choice': { option: ['b'] },
    'dialogue-step': { option: ['b'] },
    'multiple-choice': { option: ['a', 'b'] },
    document: { option: ['a', 'b'] },
    order: rank('abcde'),
    match: to(...small.match.pairs.map(({ right }) => shown.indexOf(right))),
    categories: to('f', 'f', 'h', 'h'),
    judgement: rate('0', '3', '1', '2'),
    number: { value: ['12,5'] },
  };
  for (const question of smallQuestions) {
    const response = parseResponse(question, keys[question.format]) as Response;
    assert.equal(creditOf(question, response), maximumCredit(question), question.format);
  }
});

test('whatever is sent, it is an answer that can be marked, or a problem in a sentence', () => {
  const name = fc.constantFrom(
    ...['option', 'value', 'action', '__proto__'],
    ...[...'abcde'].flatMap((letter) => [`to-${letter}`, `rating-${letter}`]),
    ...[0, 1, 2, 3, 4].map((index) => `rank-${index}`),
  );
  const value = fc.oneof(fc.constantFrom(...'abcdefh', '0', '1', '2', '3', '4', '5'), fc.string());
  const fields = fc.dictionary(name, fc.array(value, { maxLength: 3 }), { maxKeys: 12 });
  fc.assert(
    fc.property(fc.constantFrom(...smallQuestions), fields, (question, sent) => {
      const parsed = parseResponse(question, sent);
      if ('problem' in parsed) assert.match(parsed.problem, /\.$/);
      else assert.ok(creditOf(question, parsed) <= maximumCredit(question));
    }),
    { numRuns: 1_000 },
  );
});
