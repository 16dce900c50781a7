import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GRACE_DAYS, loadContent } from '../content/index.ts';
import { countByState, keep, listAll, overdue, readFilter, referencesOf, sitesOf } from './catalogue.ts';

const NOW = new Date('2026-11-23T08:00:00Z');
const content = loadContent();
const all = listAll(content, NOW);
const none = { competence: null, kind: null, state: null };

test('every question, module and trial question is listed once, with where it stands', () => {
  const counts = new Map(countByState(all).map(({ kind, total }) => [kind, total]));
  assert.equal(counts.get('questions'), content.questions.length);
  assert.equal(counts.get('modules'), content.modules.length);
  assert.equal(counts.get('trial'), content.trial.length);
  const total = countByState(all).reduce(
    (sum, { states }) => sum + Object.values(states).reduce((a, b) => a + b),
    0,
  );
  assert.equal(total, all.length);
});

test('questions have no title, so that nothing of them can be read', () => {
  assert.ok(all.filter(({ kind }) => kind === 'questions').every(({ title }) => title === null));
});

test('a filter keeps a domain, a competence, a kind, a state, and all of them together', () => {
  const one = keep(all, { ...none, competence: '3.2' });
  assert.ok(one.length >= 22 && one.every(({ competences }) => competences.includes('3.2')));
  const domain = keep(all, { ...none, competence: '3' });
  assert.ok(domain.every(({ competences }) => competences.some((code) => code.startsWith('3.'))));
  assert.equal(
    domain.length,
    all.filter(({ competences }) => competences.some((code) => code[0] === '3')).length,
  );
  const kept = keep(all, { competence: '3.2', kind: 'modules', state: 'à relire' });
  assert.equal(kept.length, 2);
  assert.deepEqual(keep(all, none), all);
});

test('what an address asks that does not exist is left out', () => {
  const read = (query: Record<string, string>) => readFilter(content, (name) => query[name]);
  assert.deepEqual(read({ competence: '9.9', nature: 'vers', etat: '' }), none);
  assert.deepEqual(read({ competence: '2.1', nature: 'modules', etat: 'due' }), {
    competence: '2.1',
    kind: 'modules',
    state: 'due',
  });
});

test('a date past says more than who has read; the most overdue comes first', () => {
  const day = (days: number) => new Date(NOW.getTime() - days * 86_400_000).toISOString().slice(0, 10);
  const [first, second, third, ...rest] = content.modules;
  const aged = {
    ...content,
    modules: [
      { ...first!, reviewBy: day(2), status: 'relu' as const },
      { ...second!, reviewBy: day(GRACE_DAYS + 2) },
      { ...third!, status: 'relu' as const },
      ...rest,
    ],
  };
  const states = new Map(listAll(aged, NOW).map(({ id, state }) => [id, state]));
  assert.equal(states.get(first!.id), 'due');
  assert.equal(states.get(second!.id), 'withdrawn');
  assert.equal(states.get(third!.id), 'relu');
  assert.deepEqual(
    overdue(listAll(aged, NOW)).map(({ id }) => id),
    [second!.id, first!.id],
  );
});

test('a reference is listed once however often it is cited, and its site is of a known kind', () => {
  const references = referencesOf(all);
  assert.equal(new Set(references.map(({ url, title }) => url ?? title)).size, references.length);
  const cited = all.flatMap(({ sources }) => sources).filter((source) => typeof source !== 'string').length;
  assert.equal(
    references.reduce((sum, { count }) => sum + count, 0),
    cited,
  );
  assert.ok(sitesOf(content, all).some(({ kind }) => kind === 'institutions'));
});
