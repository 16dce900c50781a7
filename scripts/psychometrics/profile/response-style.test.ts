import assert from 'node:assert/strict';
import { test } from 'node:test';
import { creditOf, maximumCredit, type Question } from '../../../src/content/index.ts';
import { contentBank } from '../simulation/content-bank.ts';
import { simulateGuessing } from './guess-simulation.ts';
import { RESPONSE_STYLES, styledCredit, styledResponse } from './response-style.ts';

const bank = contentBank();
const questions = [...bank.questions.values()];
const seeds = Array.from({ length: 40 }, (_, index) => index);

const meanCredit = (question: Question, style: (typeof RESPONSE_STYLES)[number]) =>
  seeds.reduce((sum, seed) => sum + styledCredit(question, style, seed), 0) /
  seeds.length /
  maximumCredit(question);

test('every style answers every question in a way the content understands, always the same', () => {
  for (const style of RESPONSE_STYLES) {
    for (const question of questions) {
      const response = styledResponse(question, style, 3);
      assert.deepEqual(styledResponse(question, style, 3), response);
      const credit = creditOf(question, response);
      assert.ok(credit >= 0 && credit <= maximumCredit(question), question.id);
    }
  }
});

test('always the middle rating earns nothing on any judgement', () => {
  for (const question of questions.filter(({ format }) => format === 'judgement')) {
    assert.equal(meanCredit(question, 'middle'), 0, question.id);
  }
});

test('anything at all earns one choice in k, and less than a fifth elsewhere', () => {
  const choices = questions.filter(({ format }) => format === 'single-choice' || format === 'dialogue-step');
  const others = questions.filter((question) => !choices.includes(question));
  const mean = (some: Question[]) =>
    some.reduce((sum, question) => sum + meanCredit(question, 'random'), 0) / some.length;
  assert.ok(Math.abs(mean(choices) - 0.25) < 0.04, `${mean(choices)}`);
  assert.ok(mean(others) < 0.2, `${mean(others)}`);
});

test('the longest option is the one ticked', () => {
  for (const question of questions) {
    if (question.format !== 'single-choice') continue;
    const response = styledResponse(question, 'longest', 1);
    const ticked = question.options.find(({ id }) => response.kind === 'choice' && id === response.option)!;
    assert.ok(
      question.options.every(({ text }) => text.length <= ticked.text.length),
      question.id,
    );
  }
});

test('nobody who answers without reading is placed above level 1', () => {
  for (const guess of RESPONSE_STYLES) {
    const report = simulateGuessing(bank, { people: 24, items: 16, seed: 1, guess });
    assert.equal(report.shareBandAboveLevelOne, 0, guess);
    assert.ok(report.meanGeneral < -1 && report.generalLevels[0]! > 0.95, `${guess}: ${report.meanGeneral}`);
    assert.ok(Math.abs(report.generalLevels.reduce((sum, share) => sum + share, 0) - 1) < 1e-12);
  }
});
