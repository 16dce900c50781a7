import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadContent } from '../content/index.ts';
import { achievementsOf, finishedPaths } from './achievement.ts';

const content = loadContent();
const [domain] = content.framework.domains;
const finished = (codes: readonly string[]) =>
  codes.map((code, index) => ({ competences: [code], day: `2026-11-0${index + 1}` }));

test('a path is finished with one module of each competence of its domain, on the day of the last', () => {
  const codes = domain!.competences.map(({ code }) => code);
  assert.deepEqual(finishedPaths(content, finished(codes)), [
    { id: 'parcours-1', day: `2026-11-0${codes.length}` },
  ]);
  assert.deepEqual(finishedPaths(content, finished(codes.slice(1))), []);
  assert.deepEqual(finishedPaths(content, []), []);
});

test('every competence has a module, so that every path can be finished', () => {
  const modules = content.modules.map(({ competence }) => ({ competences: [competence], day: '2026-11-01' }));
  assert.equal(finishedPaths(content, modules).length, content.framework.domains.length);
});

test('no achievement names a level, and each says what it is not', () => {
  for (const { id, name, description, criteria } of achievementsOf(content)) {
    assert.match(description, /Ni niveau, ni note, ni certification/, id);
    const told = `${name} ${criteria}`;
    for (const level of content.framework.levelNames.filter((one) => one !== 'Référence')) {
      assert.ok(!told.includes(level), `${id} ${level}`);
    }
  }
});
