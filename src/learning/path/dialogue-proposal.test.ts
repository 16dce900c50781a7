import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallDialogue } from '../../../test/dialogues.ts';
import type { Dialogue } from '../../content/index.ts';
import { proposeDialogues } from './dialogue-proposal.ts';

const called = (id: string, change: Partial<Dialogue> = {}): Dialogue => ({
  ...smallDialogue,
  id,
  ...change,
});
const nothing = { begun: new Set<string>(), ended: new Set<string>() };
const someone = { profession: 'cpe' as const, core: ['3.1'], levels: new Map<string, number>(), need: null };
const ids = (proposals: { dialogue: Dialogue }[]) => proposals.map(({ dialogue }) => dialogue.id);

const family = called('famille', { competences: ['3.2'], needs: ['appeler-famille'] });
const talk = called('entretien', { competences: ['3.1'], needs: ['entretien-eleve'] });
const meeting = called('gpds', { competences: ['4.1'], needs: ['gpds'] });
const all = [meeting, family, talk];

test('a newcomer is proposed the core of their métier first, and why', () => {
  const [first, ...others] = proposeDialogues(all, someone, nothing);
  assert.deepEqual([first?.dialogue.id, first?.reason], ['entretien', { kind: 'core' }]);
  assert.ok(others.every(({ reason }) => reason.kind === 'other'));
});

test('what somebody needs now comes before what they know less of', () => {
  const levels = new Map([
    ['3.1', 1],
    ['4.1', 3],
  ]);
  const proposals = proposeDialogues(all, { ...someone, levels, need: 'appeler-famille' }, nothing);
  assert.deepEqual(ids(proposals), ['famille', 'entretien', 'gpds']);
  assert.deepEqual(proposals[0]?.reason, { kind: 'need', need: 'appeler-famille' });
  assert.deepEqual(proposals[1]?.reason, { kind: 'measured', level: 1 });
});

test('the conversation left comes first, one played to its end no more, unless it was begun again', () => {
  const left = proposeDialogues(all, someone, { begun: new Set(['gpds']), ended: new Set(['entretien']) });
  assert.deepEqual(ids(left), ['gpds', 'famille']);
  assert.deepEqual(left[0]?.reason, { kind: 'begun' });
  const again = proposeDialogues(all, someone, {
    begun: new Set(['entretien']),
    ended: new Set(['entretien']),
  });
  assert.equal(again[0]?.dialogue.id, 'entretien');
});

test('a conversation for another métier is not proposed', () => {
  assert.deepEqual(proposeDialogues([called('tête', { professions: ['direction'] })], someone, nothing), []);
});
