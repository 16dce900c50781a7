import assert from 'node:assert/strict';
import { test } from 'node:test';
import { small, smallQuestions } from '../../../test/questions.ts';
import type { Format, Response } from '../../content/index.ts';
import { outcomeOf, reviewLines } from './review.ts';

const byLetter = <T>(values: T[]) => Object.fromEntries(values.map((value, i) => ['abcde'[i]!, value]));
const selection = (letters: string): Response => ({ kind: 'selection', options: [...letters] });
const number = (value: number): Response => ({ kind: 'number', value });

const YOURS = 'Votre réponse';
const EXPECTED = 'Réponse attendue';
type Seen = [given: string | null, expected: string | null, verdict: string];

const REVIEWS: [format: Format, what: string, response: Response | null, lines: Seen[]][] = [
  [
    'single-choice',
    'a wrong choice',
    { kind: 'choice', option: 'a' },
    [
      [YOURS, null, 'wrong'],
      [null, EXPECTED, 'wrong'],
      [null, null, 'none'],
    ],
  ],
  [
    'dialogue-step',
    'the right choice',
    { kind: 'choice', option: 'b' },
    [
      [null, null, 'none'],
      [YOURS, EXPECTED, 'right'],
      [null, null, 'none'],
    ],
  ],
  [
    'multiple-choice',
    'one right, one forgotten, one too many',
    selection('ac'),
    [
      [YOURS, EXPECTED, 'right'],
      [null, EXPECTED, 'wrong'],
      [YOURS, null, 'wrong'],
      [null, null, 'none'],
    ],
  ],
  [
    'document',
    'the lines that matter',
    selection('ab'),
    [
      [YOURS, EXPECTED, 'right'],
      [YOURS, EXPECTED, 'right'],
      [null, null, 'none'],
      [null, null, 'none'],
      [null, null, 'none'],
    ],
  ],
  [
    'order',
    'the first two swapped',
    { kind: 'sequence', items: [...'bacde'] },
    [
      ['Vous : place 2', 'Attendu : place 1', 'wrong'],
      ['Vous : place 1', 'Attendu : place 2', 'wrong'],
      ['Vous : place 3', 'Attendu : place 3', 'right'],
      ['Vous : place 4', 'Attendu : place 4', 'right'],
      ['Vous : place 5', 'Attendu : place 5', 'right'],
    ],
  ],
  [
    'match',
    'one answer that goes with nothing',
    { kind: 'assignment', values: byLetter(['Rien', 'Droite b', 'Droite c', 'Droite d']) },
    [
      ['Vous : Rien', 'Attendu : Droite a', 'wrong'],
      ['Vous : Droite b', 'Attendu : Droite b', 'right'],
      ['Vous : Droite c', 'Attendu : Droite c', 'right'],
      ['Vous : Droite d', 'Attendu : Droite d', 'right'],
    ],
  ],
  [
    'categories',
    'one element in the wrong category',
    { kind: 'assignment', values: byLetter(['h', 'f', 'h', 'h']) },
    [
      ['Vous : Hypothèse', 'Attendu : Fait', 'wrong'],
      ['Vous : Fait', 'Attendu : Fait', 'right'],
      ['Vous : Hypothèse', 'Attendu : Hypothèse', 'right'],
      ['Vous : Hypothèse', 'Attendu : Hypothèse', 'right'],
    ],
  ],
  [
    'judgement',
    'opinions at every distance of the key',
    { kind: 'ratings', values: byLetter([0, 2, 3, 2]) },
    [
      ['Vous : à éviter', 'Attendu : à éviter', 'right'],
      ['Vous : utile', 'Attendu : très utile', 'near'],
      ['Vous : très utile', 'Attendu : peu utile', 'wrong'],
      ['Vous : utile', 'Attendu : utile', 'right'],
    ],
  ],
  ['number', 'the answer', number(12.5), [['Vous : 12,5 heures', EXPECTED, 'right']]],
  ['number', 'within the tolerance', number(13), [['Vous : 13 heures', EXPECTED, 'right']]],
  ['number', 'another number', number(2), [['Vous : 2 heures', EXPECTED, 'wrong']]],
];

for (const [format, what, response, expected] of REVIEWS) {
  test(`${format}: ${what}, line by line`, () => {
    const lines = reviewLines(small[format], response);
    assert.deepEqual(
      lines.map((line) => [line.given, line.expected, line.verdict]),
      expected,
    );
  });
}

test('an unanswered question, or « je ne sais pas », still shows what was expected and every feedback', () => {
  for (const question of smallQuestions) {
    for (const response of [null, { kind: 'unknown' } as const]) {
      const lines = reviewLines(question, response);
      assert.ok(
        lines.every(({ given, verdict }) => given === null && verdict === 'none'),
        question.format,
      );
      assert.ok(lines.some(({ expected }) => expected !== null));
      assert.ok(lines.every(({ feedback, text }) => feedback !== '' && text !== ''));
    }
  }
});

test('a number that others also get wrong has its own explanation, then the right one', () => {
  const feedbackOf = (value: number) => reviewLines(small.number, number(value))[0]!.feedback;
  assert.equal(feedbackOf(25), 'Vous avez compté deux fois. Douze heures et demie.');
  assert.equal(feedbackOf(3), 'Reprenez le tableau. Douze heures et demie.');
  assert.equal(feedbackOf(12.5), 'Douze heures et demie.');
});

test('a number is called right exactly when it earned its credit, decimals included', () => {
  const question = { ...small.number, answer: 33.3, tolerance: 0.1 };
  assert.deepEqual(
    [33.4, 33.2, 33.41].map((value) => reviewLines(question, number(value))[0]!.verdict),
    ['right', 'right', 'wrong'],
  );
});

test('a number without unit stands alone, written as in French', () => {
  const { unit: _, ...withoutUnit } = small.number;
  assert.equal(reviewLines({ ...withoutUnit, answer: 1234.5 }, null)[0]!.text, '1\u202f234,5');
});

test('a line of a document keeps its label', () => {
  assert.equal(reviewLines(small.document, null)[0]!.text, 'Ligne a : Passage a');
  const [passage] = small.document.passages;
  const bare = { ...small.document, passages: [{ ...passage!, label: undefined }] };
  assert.equal(reviewLines(bare as typeof small.document, null)[0]!.text, 'Passage a');
});

test('an answer is right, partly right, to review, unknown or missing', () => {
  const question = small.categories;
  const sorted = (categories: string): Response => ({
    kind: 'assignment',
    values: byLetter([...categories]),
  });
  assert.equal(outcomeOf(question, sorted('ffhh'), 2), 'right');
  assert.equal(outcomeOf(question, sorted('fhhh'), 1), 'partly');
  assert.equal(outcomeOf(question, sorted('hhff'), 0), 'to-review');
  assert.equal(outcomeOf(question, { kind: 'unknown' }, 0), 'unknown');
  assert.equal(outcomeOf(question, null, null), 'unanswered');
});

test('an answer of the time when a question had fewer credits is not right for having had them all', () => {
  const oneStepAway: Response = { kind: 'ratings', values: byLetter([1, 3, 1, 2]) };
  assert.equal(outcomeOf(small.judgement, oneStepAway, 3), 'partly');
  assert.equal(outcomeOf(small.judgement, { kind: 'ratings', values: byLetter([0, 3, 1, 2]) }, 3), 'right');
});
