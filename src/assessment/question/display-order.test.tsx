import assert from 'node:assert/strict';
import { test } from 'node:test';
import { small } from '../../../test/questions.ts';
import { creditOf, loadContent, maximumCredit, type Question, type QuestionOf } from '../../content/index.ts';
import { shownItems, shownMatches } from './display-order.ts';
import { QuestionForm } from './question-form.tsx';

const { questions, trial } = loadContent();
const everyQuestion = [...questions, ...trial];
const orders = everyQuestion.filter((question) => question.format === 'order');
const matches = everyQuestion.filter((question) => question.format === 'match');

function htmlOf(question: Question): string {
  return String(
    <QuestionForm question={question} action="/" hidden={{ jeton: '1' }} draft={{}} submitLabel="Valider" />,
  );
}

/** As a page shows it: the characters of HTML are escaped. */
function escaped(text: string): string {
  return String(<i>{text}</i>).slice(3, -4);
}

test('things to order are all shown, and always in the same order', () => {
  for (const question of orders) {
    const shown = shownItems(question);
    assert.deepEqual(new Set(shown), new Set(question.items));
    assert.deepEqual(shownItems(question), shown);
  }
});

test('things to order are never shown in order, whatever the name of the question', () => {
  for (let name = 0; name < 500; name += 1) {
    const question = { ...small.order, id: `2.1-${name}`, items: small.order.items.slice(0, 4) };
    assert.notEqual(
      shownItems(question)
        .map(({ id }) => id)
        .join(''),
      'abcd',
      question.id,
    );
  }
});

test('another question is shown in another order', () => {
  const ways = new Set(
    Array.from({ length: 200 }, (_, name) =>
      shownItems({ ...small.order, id: `2.1-${name}` })
        .map(({ id }) => id)
        .join(''),
    ),
  );
  assert.ok(ways.size > 80, `${ways.size} of 120`);
});

test('answers to match are all shown once, those that go with nothing included', () => {
  for (const question of matches) {
    const shown = shownMatches(question);
    assert.deepEqual(
      new Set(shown),
      new Set([...question.pairs.map(({ right }) => right), ...question.distractors]),
    );
    assert.equal(new Set(shown).size, shown.length);
    assert.deepEqual(shownMatches(question), shown);
  }
});

test('no question to match of the bank is answered by choosing the first answer, the second, and so on', () => {
  for (const question of matches) {
    const shown = shownMatches(question);
    const values = Object.fromEntries(question.pairs.map(({ id }, index) => [id, shown[index]!]));
    assert.ok(creditOf(question, { kind: 'assignment', values }) < maximumCredit(question), question.id);
  }
});

test('the page of a question to order names its fields by the place shown, never by the element', () => {
  for (const question of orders) {
    const html = htmlOf(question);
    assert.doesNotMatch(html, /(?:name|value|id|for)="[a-z]"/, question.id);
    const places = shownItems(question).map(({ text }) => html.indexOf(escaped(text)));
    assert.ok(
      places.every((place, index) => place > (places[index - 1] ?? -1)),
      question.id,
    );
  }
});

test('the page of a question to match offers every line the same answers, in the same order', () => {
  for (const question of matches) {
    const lists = [...htmlOf(question).matchAll(/<select[^>]*>(.*?)<\/select>/gs)].map(([, list]) => list);
    assert.equal(lists.length, question.pairs.length);
    assert.equal(new Set(lists).size, 1, question.id);
  }
});

test('the page of a question is the same whatever its key, and shows nothing that is read afterwards', () => {
  for (const question of everyQuestion) {
    const html = htmlOf(question);
    assert.equal(htmlOf(withAnotherKey(question)), html, question.id);
    for (const { feedback } of elementsOf(question))
      assert.ok(!html.includes(escaped(feedback)), question.id);
    for (const text of [question.takeaway, question.defence])
      assert.ok(!html.includes(escaped(text)), question.id);
  }
});

/** The same question to the eye, marked otherwise. Things to order or to match are known by the place of their texts. */
function withAnotherKey(question: Question): Question {
  switch (question.format) {
    case 'single-choice':
    case 'dialogue-step':
    case 'multiple-choice':
      return {
        ...question,
        options: question.options.map((o) => ({ ...o, correct: !o.correct })),
      } as Question;
    case 'document':
      return { ...question, passages: question.passages.map((p) => ({ ...p, relevant: !p.relevant })) };
    case 'judgement':
      return { ...question, reactions: question.reactions.map((r) => ({ ...r, rating: 3 - r.rating })) };
    case 'categories':
      return { ...question, items: question.items.map((item) => ({ ...item, category: 'a' })) };
    case 'number':
      return { ...question, answer: question.answer + 1, mistakes: [{ value: 0, feedback: '—' }] };
    case 'order':
    case 'match':
      return question;
  }
}

function elementsOf(question: Question): { feedback: string }[] {
  if ('options' in question) return question.options;
  if ('passages' in question) return question.passages;
  if ('reactions' in question) return question.reactions;
  if ('pairs' in question) return question.pairs;
  if ('items' in question) return question.items;
  return [question as QuestionOf<'number'>];
}
