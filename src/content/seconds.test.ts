import assert from 'node:assert/strict';
import { test } from 'node:test';
import { small, smallCase, smallQuestions } from '../../test/questions.ts';
import { expectedCaseSeconds, expectedSeconds } from './seconds.ts';

const words = (count: number) => 'mot '.repeat(count);

test('37 words take ten seconds to read, and a number 24 to enter', () => {
  assert.equal(expectedSeconds({ ...small.number, stem: words(37) }), 10 + 24);
});

test('a longer text takes longer, whatever the format', () => {
  for (const question of smallQuestions) {
    const longer = expectedSeconds({ ...question, stem: `${question.stem} ${words(74)}` });
    const added = longer - expectedSeconds(question);
    assert.ok(added >= 19 && added <= 21, `${question.format}: ${added}`);
  }
});

test('everything shown with the question counts: options, lines, answers to match, what was said before', () => {
  const long = words(37);
  const longer = [
    { ...small['single-choice'], options: small['single-choice'].options.map((o) => ({ ...o, text: long })) },
    { ...small['dialogue-step'], exchange: [{ speaker: 'Mila', text: long }] },
    { ...small.match, distractors: [long] },
    { ...small.categories, categories: [{ id: 'f', label: long }, small.categories.categories[1]!] },
    { ...small.judgement, reactions: small.judgement.reactions.map((r) => ({ ...r, text: long })) },
    { ...small.document, document: { ...small.document.document, title: long } },
    { ...small.order, items: small.order.items.map((item) => ({ ...item, text: long })) },
  ];
  for (const question of longer) {
    assert.ok(expectedSeconds(question) >= expectedSeconds(small[question.format]) + 9, question.format);
  }
});

test('what is read after the answer takes no time of the question', () => {
  const { number } = small;
  const talkative = { ...number, takeaway: words(90), feedback: words(90), defence: words(90) };
  assert.equal(expectedSeconds(talkative), expectedSeconds(number));
});

test('a case is counted once, with its documents', () => {
  const before = expectedCaseSeconds(smallCase);
  const [document] = smallCase.documents;
  const lines = [{ label: 'Lundi', text: words(37) }];
  assert.ok(expectedCaseSeconds({ ...smallCase, documents: [{ ...document!, lines }] }) >= before + 9);
  assert.equal(expectedSeconds({ ...small.number, case: smallCase.id }), expectedSeconds(small.number));
});
