import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Contribution } from '../../assessment/index.ts';
import { loadContent } from '../../content/index.ts';
import { figuresOf, mostUseful } from './figures.ts';

const { framework } = loadContent();
const CODES = framework.domains.flatMap(({ competences }) => competences.map(({ code }) => code));

/** Somebody whose level in the second domain differs from the rest by `second`. */
function somebody(mean: number, second: number, measured = false): Contribution {
  const relative = (contrast: number) => ({
    own: { mean: mean + contrast, variance: 0.25 },
    contrast: { mean: contrast, variance: 0.16 },
  });
  return {
    personId: 'x',
    answers: 8,
    general: { mean, variance: 0.16 },
    domains: framework.domains.map(({ code }) => relative(code === '2' ? second : 0)),
    competences: CODES.map((code) => ({ code, measured, ...relative(code === '2.1' ? second : 0) })),
  };
}
const group = (count: number, second: number, measured = false) =>
  Array.from({ length: count }, (_, index) => somebody(index % 2 === 0 ? 0.4 : 0.6, second, measured));

test('a team is the mean of its people, with a margin that shrinks with their number and never below a twentieth', () => {
  const { people, general } = figuresOf(group(16, 0), framework);
  // √(16 × .16) / 16 = .1
  assert.deepEqual({ people, general }, { people: 16, general: { mean: 0.5, error: 0.1 } });
  assert.equal(figuresOf(group(400, 0), framework).general.error, 0.05);
  assert.throws(() => figuresOf(group(4, 0), framework), RangeError);
});

test('a need or a strength is what stands apart from the rest of the same team, surely', () => {
  const standing = (second: number) => figuresOf(group(10, second), framework).domains[1]!.standing;
  assert.deepEqual([standing(-0.3), standing(0), standing(0.3)], ['need', 'like-the-rest', 'strength']);
  assert.equal(standing(-0.1), 'like-the-rest', 'not sure enough');
});

test('of a competence measured in fewer than five people, nothing is said; what helps most comes first', () => {
  const few = figuresOf(group(10, -0.4), framework);
  assert.deepEqual(few.competences[3], { code: '2.1', measured: 'rarely', standing: 'like-the-rest' });
  const known = figuresOf(group(10, -0.4, true), framework);
  assert.deepEqual(known.competences[3], { code: '2.1', measured: 'mostly', standing: 'need' });
  assert.deepEqual(mostUseful(known), ['2.1', '2.2', '2.3']);
  assert.deepEqual(mostUseful(figuresOf(group(10, 0, true), framework)), []);
});

test('no figure tells the levels of people whose means and margins are the same', () => {
  const alike = group(8, 0);
  const apart = alike.map((one, index) => ({
    ...one,
    general: { ...one.general, mean: index < 4 ? 2.5 : -1.5 },
  }));
  assert.deepEqual(figuresOf(apart, framework), figuresOf(alike, framework));
});
