import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { small, smallQuestions } from '../../../test/questions.ts';
import { loadContent } from '../load.ts';
import type { Format, Question } from '../question.ts';
import { creditOf, guessing, maximumCredit, type Response } from './credit.ts';

const { questions, trial } = loadContent();
const everyQuestion = [...questions, ...trial];

const choice = (option: string): Response => ({ kind: 'choice', option });
const selection = (letters: string): Response => ({ kind: 'selection', options: [...letters] });
const sequence = (letters: string): Response => ({ kind: 'sequence', items: [...letters] });
const number = (value: number): Response => ({ kind: 'number', value });
const assignment = (values: string[]): Response => ({ kind: 'assignment', values: byLetter(values) });
const ratings = (values: number[]): Response => ({ kind: 'ratings', values: byLetter(values) });
const byLetter = <T>(values: T[]) => Object.fromEntries(values.map((value, i) => ['abcde'[i]!, value]));
const rights = (letters: string) => assignment([...letters].map((letter) => `Droite ${letter}`));

const EXAMPLES: [format: Format, what: string, response: Response, credit: number][] = [
  ['single-choice', 'the right option', choice('b'), 1],
  ['single-choice', 'another option', choice('a'), 0],
  ['dialogue-step', 'the right option', choice('b'), 1],
  ['dialogue-step', 'another option', choice('c'), 0],
  ['multiple-choice', 'no mistake', selection('ab'), 2],
  ['multiple-choice', 'one forgotten', selection('a'), 1],
  ['multiple-choice', 'one too many', selection('abc'), 1],
  ['multiple-choice', 'two mistakes', selection('ac'), 0],
  ['multiple-choice', 'everything marked', selection('abcd'), 0],
  ['multiple-choice', 'all of it wrong', selection('cd'), 0],
  ['order', 'the right order', sequence('abcde'), 4],
  ['order', 'two neighbours swapped', sequence('bacde'), 3],
  ['order', 'two pairs of neighbours swapped', sequence('badce'), 2],
  ['order', 'three pairs out of order', sequence('cbade'), 1],
  ['order', 'the last put first', sequence('eabcd'), 0],
  ['order', 'the reverse', sequence('edcba'), 0],
  ['match', 'every pair', rights('abcd'), 3],
  ['match', 'two swapped', rights('bacd'), 1],
  ['match', 'three wrong', rights('bcad'), 0],
  ['match', 'a distractor', assignment(['Rien', 'Droite b', 'Droite c', 'Droite d']), 2],
  ['match', 'the same everywhere', assignment(['Droite a', 'Droite a', 'Droite a', 'Droite a']), 0],
  ['categories', 'no mistake', assignment(['f', 'f', 'h', 'h']), 2],
  ['categories', 'one mistake', assignment(['f', 'h', 'h', 'h']), 1],
  ['categories', 'two mistakes', assignment(['f', 'f', 'f', 'f']), 0],
  ['judgement', 'the key', ratings([0, 3, 1, 2]), 4],
  ['judgement', 'one step away', ratings([1, 3, 1, 2]), 3],
  ['judgement', 'two steps away', ratings([1, 2, 1, 2]), 2],
  ['judgement', 'three steps away', ratings([1, 2, 2, 2]), 1],
  ['judgement', 'in the middle', ratings([1, 1, 1, 1]), 0],
  ['judgement', 'the opposite', ratings([3, 0, 2, 1]), 0],
  ['number', 'the answer', number(12.5), 1],
  ['number', 'at the edge of the tolerance', number(13), 1],
  ['number', 'beyond the tolerance', number(13.01), 0],
  ['number', 'the opposite', number(-12.5), 0],
  ['document', 'no mistake', selection('ab'), 2],
  ['document', 'one mistake', selection('b'), 1],
  ['document', 'two mistakes', selection('bc'), 0],
];

for (const [format, what, response, credit] of EXAMPLES) {
  test(`${format}: ${what} is worth ${credit} of ${maximumCredit(small[format])}`, () => {
    assert.equal(creditOf(small[format], response), credit);
  });
}

test('each line of a document marked or left by mistake costs one credit, and so few marks as to need no reading are worth 0', () => {
  const passages = [...'abcdefghi'].map((id, index) => ({
    ...small.document.passages[0]!,
    id,
    relevant: index < 3,
  }));
  const long: Question = { ...small.document, passages };
  const credits = ['abc', 'ab', 'a', 'ad', 'd'].map((marked) => creditOf(long, selection(marked)));
  assert.deepEqual(credits, [3, 2, 1, 0, 0]);
});

test('with four things to order, one pair out of order is nearly right and two are not', () => {
  const four: Question = { ...small.order, items: small.order.items.slice(0, 4) };
  assert.deepEqual(
    ['abcd', 'abdc', 'badc', 'dabc'].map((order) => creditOf(four, sequence(order))),
    [2, 1, 0, 0],
  );
});

test('without a distractor two answers exchanged are one mistake', () => {
  const closed: Question = { ...small.match, distractors: [] };
  assert.deepEqual(
    ['abcd', 'bacd', 'bcad'].map((order) => creditOf(closed, rights(order))),
    [maximumCredit(closed), maximumCredit(closed) - 1, Math.max(0, maximumCredit(closed) - 2)],
  );
});

test('a number at the edge of its tolerance is right whatever its decimals', () => {
  for (const [answer, tolerance, value] of [
    [33.3, 0.1, 33.4],
    [0.3, 0.1, 0.4],
    [12345.6, 0.2, 12345.8],
  ] as const) {
    assert.equal(creditOf({ ...small.number, answer, tolerance }, number(value)), 1, `${value}`);
  }
});

test('« je ne sais pas » is worth 0, everywhere', () => {
  for (const question of everyQuestion) assert.equal(creditOf(question, { kind: 'unknown' }), 0);
});

test('a response of another kind than the format takes is a bug', () => {
  assert.throws(() => creditOf(small.number, choice('a')), /number/);
  assert.throws(() => creditOf(small['single-choice'], selection('a')), /single-choice/);
});

test('only one choice among a few can be guessed', () => {
  const chances = smallQuestions.map((question) => [question.format, guessing(question)]);
  assert.deepEqual(
    chances.filter(([, chance]) => chance !== 0),
    [
      ['single-choice', 1 / 3],
      ['dialogue-step', 1 / 3],
    ],
  );
});

test('any legal response to any question earns a whole credit within bounds, the same twice', () => {
  const asked = fc
    .constantFrom(...everyQuestion)
    .chain((question) => legalResponse(question).map((response) => ({ question, response })));
  fc.assert(
    fc.property(asked, ({ question, response }) => {
      const credit = creditOf(question, response);
      assert.ok(Number.isInteger(credit) && credit >= 0 && credit <= maximumCredit(question));
      assert.equal(creditOf(question, response), credit);
    }),
    { numRuns: 3_000 },
  );
});

test('the key of every question earns the maximum', () => {
  for (const question of everyQuestion) {
    assert.equal(creditOf(question, keyOf(question)), maximumCredit(question), question.id);
  }
});

test('no judgement rewards the same rating everywhere', () => {
  for (const question of everyQuestion) {
    if (question.format !== 'judgement') continue;
    for (const rating of [0, 1, 2, 3]) {
      const same: Response = {
        kind: 'ratings',
        values: Object.fromEntries(question.reactions.map(({ id }) => [id, rating])),
      };
      assert.equal(creditOf(question, same), 0, `${question.id}, always ${rating}`);
    }
  }
});

test('marking or sorting everything the same way earns nothing', () => {
  for (const question of everyQuestion) {
    for (const response of lazyResponses(question)) {
      assert.equal(creditOf(question, response), 0, question.id);
    }
  }
});

function lazyResponses(question: Question): Response[] {
  switch (question.format) {
    case 'multiple-choice':
      return [{ kind: 'selection', options: question.options.map(({ id }) => id) }];
    case 'document':
      return [{ kind: 'selection', options: question.passages.map(({ id }) => id) }];
    case 'categories':
      return question.categories.map((category) => ({
        kind: 'assignment',
        values: Object.fromEntries(question.items.map(({ id }) => [id, category.id])),
      }));
    default:
      return [];
  }
}

function legalResponse(question: Question): fc.Arbitrary<Response> {
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant<Response>({ kind: 'unknown' }) },
    { weight: 9, arbitrary: answerTo(question) },
  );
}

function answerTo(question: Question): fc.Arbitrary<Response> {
  switch (question.format) {
    case 'single-choice':
    case 'dialogue-step':
      return fc.constantFrom(...question.options).map(({ id }) => choice(id));
    case 'multiple-choice':
      return someOf(question.options);
    case 'document':
      return someOf(question.passages);
    case 'order':
      return fc
        .shuffledSubarray(question.items, { minLength: question.items.length })
        .map((items) => ({ kind: 'sequence', items: items.map(({ id }) => id) }));
    case 'match': {
      const answers = [...question.pairs.map(({ right }) => right), ...question.distractors];
      return eachOf(question.pairs, fc.constantFrom(...answers)).map((values) => ({
        kind: 'assignment',
        values,
      }));
    }
    case 'categories': {
      const category = fc.constantFrom(...question.categories.map(({ id }) => id));
      return eachOf(question.items, category).map((values) => ({ kind: 'assignment', values }));
    }
    case 'judgement':
      return eachOf(question.reactions, fc.nat(3)).map((values) => ({ kind: 'ratings', values }));
    case 'number':
      return fc
        .oneof(fc.constantFrom(question.answer, question.mistakes[0]!.value), fc.double({ noNaN: true }))
        .map(number);
  }
}

function someOf(elements: readonly { id: string }[]): fc.Arbitrary<Response> {
  return fc
    .subarray(
      elements.map(({ id }) => id),
      { minLength: 1 },
    )
    .map((options) => ({ kind: 'selection', options }));
}

function eachOf<T>(
  elements: readonly { id: string }[],
  value: fc.Arbitrary<T>,
): fc.Arbitrary<Record<string, T>> {
  return fc.record(Object.fromEntries(elements.map(({ id }) => [id, value])));
}

function keyOf(question: Question): Response {
  switch (question.format) {
    case 'single-choice':
    case 'dialogue-step':
      return choice(question.options.find(({ correct }) => correct)!.id);
    case 'multiple-choice':
      return selection(question.options.flatMap(({ id, correct }) => (correct ? [id] : [])).join(''));
    case 'document':
      return selection(question.passages.flatMap(({ id, relevant }) => (relevant ? [id] : [])).join(''));
    case 'order':
      return sequence(question.items.map(({ id }) => id).join(''));
    case 'match':
      return {
        kind: 'assignment',
        values: Object.fromEntries(question.pairs.map(({ id, right }) => [id, right])),
      };
    case 'categories':
      return {
        kind: 'assignment',
        values: Object.fromEntries(question.items.map(({ id, category }) => [id, category])),
      };
    case 'judgement':
      return {
        kind: 'ratings',
        values: Object.fromEntries(question.reactions.map(({ id, rating }) => [id, rating])),
      };
    case 'number':
      return number(question.answer);
  }
}
