import assert from 'node:assert/strict';
import { test } from 'node:test';
import { small, smallQuestions } from '../../../test/questions.ts';
import { creditOf, maximumCredit } from '../credit/credit.ts';
import type { Question } from '../question.ts';
import { careOf } from './care.ts';
import { chanceShare, STRATEGIES, shareOf } from './guess.ts';
import { guessProblems } from './guessability.ts';
import { findByWords } from './word-reader.ts';

const choice = small['single-choice'];
const worded = (...texts: string[]): Question => ({
  ...choice,
  options: texts.map((text, index) => ({ id: 'abcd'[index]!, text, correct: index === 1, feedback: 'Oui.' })),
});

test('asking, waiting to know and doing together sound careful; duty and threat do not', () => {
  const careful = careOf('Lui demander d’abord ce qu’il en pense, puis chercher avec lui ?');
  const rash = careOf('Il faut le punir tout de suite, et toujours.');
  assert.ok(careful >= 4 && rash <= -3, `${careful} ${rash}`);
  assert.equal(careOf('Écouter Élia'), careOf('ECOUTER ELIA'));
});

test('the longest, the first, the careful and the middle option are found where they are', () => {
  const question = worded(
    'Oui',
    'Demander comment il va',
    'Punir sans attendre davantage, et le dire',
    'Non',
  );
  assert.equal(shareOf('careful', question), 1);
  assert.equal(shareOf('longest', question), 0);
  assert.equal(shareOf('first', question), 0);
  assert.equal(shareOf('middle', question), 1 / 2);
});

test('where a strategy hesitates between options, it earns their mean', () => {
  assert.equal(shareOf('longest', worded('Aaa', 'Bbb', 'Cc')), 1 / 2);
  assert.equal(shareOf('careful', worded('Aaa', 'Bbb', 'Cc')), 1 / 3);
});

test('chance of a judgement is the mean of every answer it may get', () => {
  const question = small.judgement;
  let total = 0;
  for (let code = 0; code < 4 ** 4; code += 1) {
    const values = Object.fromEntries(
      question.reactions.map(({ id }, place) => [id, Math.floor(code / 4 ** place) % 4]),
    );
    total += creditOf(question, { kind: 'ratings', values });
  }
  assert.ok(Math.abs(chanceShare(question) - total / 256 / maximumCredit(question)) < 1e-12);
});

test('the same rating everywhere, or the same category, earns nothing', () => {
  for (const question of [small.judgement, small.categories]) {
    assert.equal(shareOf('middle', question), 0);
    assert.equal(shareOf('first', question), 0);
  }
});

test('no strategy earns more than everything, nor less than nothing, in any format', () => {
  for (const question of smallQuestions) {
    for (const strategy of STRATEGIES) {
      const share = shareOf(strategy, question);
      assert.ok(share >= 0 && share <= 1, `${question.format} ${strategy}: ${share}`);
    }
  }
});

test('a strategy that pays is named, in the bank, its domain and its format; one that always fails too', () => {
  const bank = Array.from({ length: 40 }, () => worded('Aaa', 'Demander ?', 'Ccc', 'Punir sans délai'));
  const problems = guessProblems(bank);
  for (const group of ['all questions', 'domain 2', 'single-choice']) {
    const careful = `${group}: answering « careful » earns +75.0 points against chance, 3 at most`;
    const longest = `${group}: answering « longest » earns −25.0 points against chance, 3 at most`;
    for (const line of [careful, longest]) assert.ok(problems.includes(line), problems.join('\n'));
  }
  assert.deepEqual(guessProblems(bank.slice(1)), []);
});

test('somebody who has learnt the words of right options finds them in another domain', () => {
  const bank = ['1.1', '2.1', '3.1'].flatMap((competence) =>
    Array.from({ length: 6 }, () => ({
      ...worded('Attendre juin', 'Demander à voix basse', 'Punir ce soir'),
      competence,
    })),
  ) as Question[];
  const { choices, found, chance } = findByWords(bank);
  assert.deepEqual({ choices, found, chance: Math.round(chance) }, { choices: 18, found: 18, chance: 6 });
});
