import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadContent } from '../../content/index.ts';
import { proposeModules, type Situation } from './proposal.ts';

const { modules, professions } = loadContent();
const someone = (known: Partial<Situation> = {}): Situation => ({
  modules,
  profession: 'enseignant',
  core: professions.enseignant.core,
  levels: new Map(),
  finished: new Set(),
  need: null,
  ...known,
});

test('a newcomer is proposed the core of their métier first, at the first level, and why', () => {
  const proposals = proposeModules(someone());
  const [first] = proposals;
  assert.equal(first?.module.competence, professions.enseignant.core[0]);
  assert.deepEqual(first?.reason, { kind: 'core' });
  assert.ok(proposals.every(({ module }) => module.levels[0] === 1));
});

test('what somebody needs now comes before everything, both levels of it', () => {
  const proposals = proposeModules(someone({ need: 'appeler-famille' }));
  const needed = modules.filter(({ needs }) => needs.includes('appeler-famille'));
  assert.ok(needed.length >= 2);
  const leading = proposals.slice(0, needed.length);
  assert.ok(leading.every(({ reason }) => reason.kind === 'need'));
  assert.deepEqual(leading.map(({ module }) => module.id).sort(), needed.map(({ id }) => id).sort());
});

test('a competence measured at level 3 leads to its second module', () => {
  const proposals = proposeModules(someone({ levels: new Map([['3.2', 3]]) }));
  const own = proposals.filter(({ module }) => module.competence === '3.2');
  assert.ok(own.length > 0);
  assert.ok(own.every(({ module }) => module.levels[0] === 3));
  assert.deepEqual(own[0]?.reason, { kind: 'measured', level: 3 });
});

test('a module finished, or for another métier, is not proposed', () => {
  const all = proposeModules(someone()).map(({ module }) => module.id);
  const done = proposeModules(someone({ finished: new Set(all.slice(0, 2)) })).map(({ module }) => module.id);
  assert.deepEqual(done, all.slice(2));
  const forHeads = modules.map((module) => ({ ...module, professions: ['direction' as const] }));
  assert.deepEqual(proposeModules(someone({ modules: forHeads })), []);
});
