import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LEVERS } from '../../vocabulary.ts';
import { parseDiscussion, readTyped } from './decision.ts';

const today = '2026-11-30';
const colleagues = [{ id: 'c1', name: 'Karim Vasseur', work: 'Professeur principal' }];
const form = {
  decision: ['d1'],
  kind: ['tutorat'],
  act: ['Vingt minutes chaque jeudi'],
  who: ['p:c1'],
  due: ['2026-12-14'],
};
const parse = (change: Record<string, string[]>) =>
  parseDiscussion(readTyped({ ...form, ...change }, []), { colleagues, today });
const fieldsOf = (change: Record<string, string[]>) => {
  const parsed = parse(change);
  return 'problems' in parsed ? parsed.problems.map(({ field }) => field) : [];
};

test('a decision says what, who and when; a colleague is kept by what they do, never by name', () => {
  const parsed = parse({});
  assert.deepEqual('discussion' in parsed && parsed.discussion.decision, {
    id: 'd1',
    kind: 'tutorat',
    act: 'Vingt minutes chaque jeudi',
    who: 'Professeur principal',
    personId: 'c1',
    due: '2026-12-14',
  });
});

test('whatever is missing is said, field by field, and never guessed', () => {
  assert.deepEqual(fieldsOf({ kind: [''] }), ['kind']);
  assert.deepEqual(fieldsOf({ act: [' '] }), ['act']);
  assert.deepEqual(fieldsOf({ who: ['p:somebody else'] }), ['who']);
  assert.deepEqual(fieldsOf({ due: ['31/12/2026'] }), ['due']);
  assert.deepEqual(fieldsOf({ due: ['2026-11-29'] }), ['due'], 'already past');
  assert.deepEqual(fieldsOf({ act: ['x'.repeat(141)] }), ['act']);
  assert.deepEqual(fieldsOf({ act: ['né le 12/03/2012'] }), ['act']);
  assert.deepEqual(fieldsOf({ lever: Object.keys(LEVERS).slice(0, 7) }), ['leviers']);
});

test('a situation may be discussed without deciding anything', () => {
  const parsed = parse({ kind: [''], act: [''], who: [''], lever: ['accueil'] });
  assert.deepEqual('discussion' in parsed && parsed.discussion, {
    levers: ['accueil'],
    outcomes: new Map(),
    decision: null,
  });
});

test('a doubt is confirmed for the very text it was about, and no other', () => {
  const act = ['Appeler Mme Durand'];
  const asked = parse({ act });
  assert.deepEqual('doubts' in asked && asked.doubts, [{ about: 'name', words: ['Durand'] }]);
  assert.ok('discussion' in parse({ act, confirmed: act }));
  assert.ok('doubts' in parse({ act: ['Appeler Mme Dupont'], confirmed: act }));
});
