import assert from 'node:assert/strict';
import { test } from 'node:test';
import { small, smallQuestions } from '../../../test/questions.ts';
import { givenAnswer } from './given-answer.ts';

const letters = <T>(values: T[]) => Object.fromEntries(values.map((value, i) => ['abcd'[i]!, value]));

test('a choice, and « je ne sais pas », are said in one sentence', () => {
  for (const format of ['single-choice', 'dialogue-step'] as const)
    assert.deepEqual(givenAnswer(small[format], { kind: 'choice', option: 'b' }), {
      kind: 'one',
      text: 'Appeler',
    });
  for (const question of smallQuestions)
    assert.deepEqual(givenAnswer(question, { kind: 'unknown' }), { kind: 'one', text: 'Je ne sais pas' });
});

test('what was ticked is listed, and nothing else', () => {
  assert.deepEqual(givenAnswer(small['multiple-choice'], { kind: 'selection', options: ['a', 'd'] }), {
    kind: 'several',
    texts: ['Proposition a', 'Proposition d'],
  });
  const marked = givenAnswer(small.document, { kind: 'selection', options: ['e'] });
  assert.ok(marked.kind === 'several' && marked.texts.length === 1);
  const passage = small.document.passages.find(({ id }) => id === 'e')!;
  assert.ok(marked.texts[0]!.endsWith(passage.text));
});

test('what was put in order is told in that order, not in the right one', () => {
  assert.deepEqual(givenAnswer(small.order, { kind: 'sequence', items: ['e', 'a', 'b', 'c', 'd'] }), {
    kind: 'in-order',
    texts: ['e', 'a', 'b', 'c', 'd'].map((id) => `Étape ${id}`),
  });
});

test('each line has what was given to it, in the words of the form', () => {
  const matched = givenAnswer(small.match, {
    kind: 'assignment',
    values: letters(['Rien', 'Rien', 'Rien', 'Rien']),
  });
  assert.ok(matched.kind === 'each');
  assert.deepEqual(matched.lines[0], { text: 'Gauche a', given: 'Rien' });
  const { categories, items } = small.categories;
  const sorted = givenAnswer(small.categories, {
    kind: 'assignment',
    values: Object.fromEntries(items.map(({ id }) => [id, categories[1]!.id])),
  });
  assert.ok(sorted.kind === 'each' && sorted.lines.length === items.length);
  assert.ok(sorted.lines.every(({ given }) => given === categories[1]!.label));
  const rated = givenAnswer(small.judgement, { kind: 'ratings', values: letters([0, 1, 2, 3]) });
  assert.ok(rated.kind === 'each');
  assert.deepEqual(
    rated.lines.map(({ given }) => given),
    ['À éviter', 'Peu utile', 'Utile', 'Très utile'],
  );
});

test('a number is told as it was understood', () => {
  const { unit, ...bare } = small.number;
  const say = (value: number, question = small.number) => {
    const given = givenAnswer(question, { kind: 'number', value });
    assert.ok(given.kind === 'one');
    return given.text.replace(/\s/g, ' ');
  };
  assert.equal(say(1234.5, bare as typeof small.number), '1 234,5');
  assert.equal(say(-3), unit === undefined ? '-3' : `-3 ${unit}`);
});
