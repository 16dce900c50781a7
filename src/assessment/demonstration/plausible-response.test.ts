import assert from 'node:assert/strict';
import { test } from 'node:test';
import { creditOf, loadContent, maximumCredit } from '../../content/index.ts';
import { plausibleResponse } from './plausible-response.ts';

const { questions, trial } = loadContent();

test('a character who should earn a credit gives an answer that earns it, on every question', () => {
  for (const question of [...questions, ...trial]) {
    for (let credit = 0; credit <= maximumCredit(question); credit += 1) {
      const earned = creditOf(question, plausibleResponse(question, credit));
      assert.equal(earned, credit, `${question.id}, credit ${credit}`);
    }
  }
});

test('a character never answers « je ne sais pas », nor marks nothing at all', () => {
  for (const question of questions) {
    for (let credit = 0; credit <= maximumCredit(question); credit += 1) {
      const response = plausibleResponse(question, credit);
      assert.notEqual(response.kind, 'unknown');
      if (response.kind === 'selection') assert.ok(response.options.length > 0, question.id);
    }
  }
});
