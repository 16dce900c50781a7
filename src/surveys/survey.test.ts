import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadContent } from '../content/index.ts';
import { isAMonthOfUse, monthOf, parseAnswers } from './survey.ts';

const NOW = new Date('2026-11-30T23:30:00Z');
const { instruments } = loadContent();
const month = instruments.find(({ moment }) => moment === 'month')!;

test('two questions follow a module and five a month, said to be exploratory', () => {
  const asked = instruments.filter(({ moment }) => moment !== 'change');
  const counts = asked.map(({ moment, items }) => [moment, items.length]);
  assert.deepEqual(Object.fromEntries(counts), { module: 2, month: 5 });
  assert.ok(asked.every(({ status }) => status === 'instrument exploratoire, non validé'));
});

test('a question may be left out, not all of them; a value off the scale is refused', () => {
  const read = (typed: Record<string, string>) => parseAnswers(month, (item) => typed[item]);
  assert.deepEqual(read({ pratique: '5', charge: '1' }), { pratique: 5, charge: 1 });
  assert.equal(read({}), null);
  assert.equal(read({ pratique: '' }), null);
  for (const value of ['0', '6', '1.5', 'oui', '01']) assert.equal(read({ pratique: value }), null, value);
  assert.deepEqual(read({ pratique: '3', autre: '2' }), { pratique: 3 }, 'what is not asked is not kept');
});

test('a month of use begins with the first module finished', () => {
  const ago = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
  assert.equal(isAMonthOfUse(null, NOW), false);
  assert.equal(isAMonthOfUse(ago(29), NOW), false);
  assert.equal(isAMonthOfUse(ago(30), NOW), true);
});

test('an answer keeps its month only, that of France', () => {
  assert.equal(monthOf(NOW), '2026-12-01');
});
