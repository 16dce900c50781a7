import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadContent } from '../../content/index.ts';
import { isReady, nextQuestion, type Occasion, occasionDue, parseAnswer } from './questionnaire.ts';

const answered = (occasion: Occasion, answeredOn: string | null) => ({ occasion, answeredOn });

test('the first time is due at once, even when a code was given and not used', () => {
  assert.deepEqual(occasionDue([], null, '2026-11-30'), { occasion: 'before', from: '2026-11-30' });
  assert.deepEqual(occasionDue([answered('before', null)], null, '2026-11-30'), {
    occasion: 'before',
    from: '2026-11-30',
  });
});

test('the second time comes after three months, or once a support begun meanwhile has ended', () => {
  const before = [answered('before', '2026-09-15')];
  const due = (ended: string | null) => occasionDue(before, ended, '2026-11-30');
  assert.deepEqual(due(null), { occasion: 'after', from: '2026-12-14' });
  assert.deepEqual(due('2026-11-20'), { occasion: 'after', from: '2026-11-20' });
  assert.deepEqual(due('2026-09-01'), { occasion: 'after', from: '2026-12-14' }, 'ended before the first');
  assert.deepEqual(due('2027-02-01'), { occasion: 'after', from: '2026-12-14' });
});

test('the third time comes six months after the second, and then no more', () => {
  const twice = [answered('before', '2026-03-01'), answered('after', '2026-06-30')];
  assert.deepEqual(occasionDue(twice, null, '2026-11-30'), { occasion: 'six-months', from: '2026-12-30' });
  assert.equal(occasionDue([...twice, answered('six-months', '2027-01-08')], null, '2027-02-01'), null);
});

test('an answer is a place on the scale or a question passed, and nothing else', () => {
  const scale = ['Pas du tout', 'Plutôt non', 'Plutôt oui', 'Tout à fait'];
  assert.deepEqual(
    ['0', '1', '4', '5', '-1', '1.5', '', '01', 'oui', '٣'].map((typed) => parseAnswer(typed, scale)),
    [0, 1, 4, null, null, null, null, null, null, null],
  );
});

test('nothing is sent before every screen was seen, nor when nothing was said', () => {
  assert.equal(isReady([1, 0, null]), false);
  assert.equal(isReady([0, 0, 0]), false);
  assert.equal(isReady([0, 3, 0]), true);
  assert.deepEqual([nextQuestion([1, null, 2]), nextQuestion([1, 0])], [2, null]);
});

test('young people have two questionnaires of eight short questions on four answers, said to be exploratory', () => {
  const young = loadContent().instruments.filter(({ audience }) => audience === 'jeunes');
  assert.deepEqual(
    young.map(({ id, items, scale }) => [id, items.length, scale.length]),
    [
      ['efficacite-jeune', 8, 4],
      ['engagement-jeune', 8, 4],
    ],
  );
  for (const { status, items } of young) {
    assert.equal(status, 'instrument exploratoire, non validé');
    for (const { text } of items) assert.ok(text.split(/\s+/).length <= 15, `too long to hear: ${text}`);
  }
});
