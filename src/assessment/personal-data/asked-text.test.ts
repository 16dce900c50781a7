import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerText, askedText } from './asked-text.ts';

const common = {
  id: '2.1-essai',
  version: 1,
  competence: '2.1',
  skill: 1,
  level: 2,
  professions: 'all',
  stem: 'Que faites-vous ?',
  takeaway: 'À retenir.',
  sources: ['F12'],
  defence: 'SECRET',
  reviewBy: '2027-11-30',
  status: 'relu',
};
const said = (text: string, id: string) => ({ id, text, feedback: 'SECRET' });

const QUESTIONS = {
  order: { ...common, format: 'order', items: ['D', 'B', 'C', 'A'].map((text, i) => said(text, 'abcd'[i]!)) },
  match: {
    ...common,
    format: 'match',
    pairs: ['a', 'b', 'c', 'd'].map((id) => ({
      id,
      left: `Gauche ${id}`,
      right: `Droite ${id}`,
      feedback: 'SECRET',
    })),
  },
  categories: {
    ...common,
    format: 'categories',
    categories: [
      { id: 'a', label: 'Dedans' },
      { id: 'b', label: 'Dehors' },
    ],
    items: ['a', 'b', 'c', 'd'].map((id) => ({ ...said(`Élément ${id}`, id), category: 'a' })),
  },
  judgement: {
    ...common,
    format: 'judgement',
    reactions: ['a', 'b', 'c', 'd'].map((id, rating) => ({ ...said(`Réaction ${id}`, id), rating })),
  },
  number: {
    ...common,
    format: 'number',
    answer: 42,
    feedback: 'SECRET',
    mistakes: [{ value: 40, feedback: 'SECRET' }],
    otherFeedback: 'SECRET',
  },
  document: {
    ...common,
    format: 'document',
    document: { kind: 'bulletin', title: 'Bulletin de Mila' },
    passages: ['a', 'b', 'c', 'd', 'e'].map((id) => ({
      ...said(`Ligne ${id}`, id),
      label: 'Maths',
      relevant: true,
    })),
  },
};

test('the proposals of a question are told without their order, their key or their explanations', () => {
  for (const question of Object.values(QUESTIONS)) {
    const asked = askedText(question, null);
    assert.ok(asked.maximum !== null, `${question.format} is a valid question`);
    assert.doesNotMatch(JSON.stringify(asked), /SECRET|42/);
  }
  assert.deepEqual(askedText(QUESTIONS.order, null).proposals, ['A', 'B', 'C', 'D']);
});

test('an answer is told in the words of its question', () => {
  const { order, match, categories, judgement, number, document } = QUESTIONS;
  assert.equal(
    answerText(order, { kind: 'sequence', items: ['b', 'a', 'd', 'c'] }),
    '1. B | 2. D | 3. A | 4. C',
  );
  assert.equal(answerText(match, { kind: 'assignment', values: { a: 'Droite b' } }), 'Gauche a → Droite b');
  assert.equal(answerText(categories, { kind: 'assignment', values: { c: 'b' } }), 'Élément c → Dehors');
  assert.equal(
    answerText(judgement, { kind: 'ratings', values: { a: 3, b: 0 } }),
    'Réaction a → très utile | Réaction b → à éviter',
  );
  assert.equal(answerText(number, { kind: 'number', value: 12.5 }), '12,5');
  assert.equal(answerText(document, { kind: 'selection', options: ['a'] }), 'Maths : Ligne a');
  assert.equal(answerText(document, { kind: 'selection', options: [] }), 'Aucune proposition choisie');
  assert.equal(answerText(order, { kind: 'unknown' }), 'Je ne sais pas');
});

test('a question too old to be read still gives its text, and its answer as recorded', () => {
  assert.equal(askedText({ stem: 'Ancienne question' }, null).text, 'Ancienne question');
  assert.equal(answerText({ stem: 'Ancienne' }, { kind: 'choice', option: 'b' }), 'b');
  assert.equal(askedText(null, null).text, '');
});
