import assert from 'node:assert/strict';
import { test } from 'node:test';
import { usedRules } from './used-rules.ts';

const kept = (css: string, ...classes: string[]) =>
  usedRules(css, (className) => classes.includes(className))
    .replace(/\s+/g, ' ')
    .trim();

test('a rule stays when every class it asks for is written; of several selectors, those that can be met', () => {
  assert.equal(kept('.fr-a{x:1}.fr-b{x:2}p{x:3}', 'fr-a'), '.fr-a{x:1} p{x:3}');
  assert.equal(kept('.fr-a .fr-b,.fr-a::before,.fr-b{x:1}', 'fr-a'), '.fr-a::before{x:1}');
  assert.equal(kept('.fr-a--sm{x:1}', 'fr-a'), '');
});

test('a class a selector wants absent is not asked for', () => {
  assert.equal(kept('a:not(.fr-b):hover{x:1}'), 'a:not(.fr-b):hover{x:1}');
  assert.equal(kept('a:is(.fr-a, .fr-a b){x:1}', 'fr-a'), 'a:is(.fr-a, .fr-a b){x:1}');
});

test('blocks of rules are looked into, and go when nothing is left; what is not a selector stays', () => {
  assert.equal(
    kept('@media print{.fr-b{x:1}}@media screen{.fr-b{x:1}.fr-a{x:2}}', 'fr-a'),
    '@media screen{.fr-a{x:2}}',
  );
  assert.equal(
    kept('@charset "utf-8";@keyframes k{from{x:0}to{x:1}}'),
    '@charset "utf-8"; @keyframes k{from{x:0}to{x:1}}',
  );
  assert.equal(kept('.fr-a::after{content:"}"}.fr-b{x:1}', 'fr-a'), '.fr-a::after{content:"}"}');
});

test('the dark theme goes: pages are light', () => {
  assert.equal(kept(':root[data-fr-theme=dark]{--x:1}:root{--x:2}'), ':root{--x:2}');
});
