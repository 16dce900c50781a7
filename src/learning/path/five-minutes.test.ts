import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadContent } from '../../content/index.ts';
import { gestureOfDay, proposeRehearsal } from './five-minutes.ts';
import type { Proposal } from './proposal.ts';

const { decisions, modules, professions } = loadContent();
const core = professions.enseignant.core;

test('a need said gives a rehearsal for it, the one rehearsed longest ago first', () => {
  const wanted = { need: 'absences', core } as const;
  const own = decisions.filter(({ needs }) => needs.includes('absences'));
  assert.ok(own.length >= 2);
  const first = proposeRehearsal(decisions, wanted, new Map());
  assert.deepEqual([first?.decision.id, first?.reason], [own[0]?.id, 'need']);
  const rehearsed = new Map(own.map(({ id }, index) => [id, `2026-11-${20 - index}`]));
  assert.equal(proposeRehearsal(decisions, wanted, rehearsed)?.decision.id, own.at(-1)?.id);
});

test('without a need, or one that no decision answers, the core of the métier decides', () => {
  const bare = decisions.map((decision) => ({ ...decision, needs: ['gpds' as const] }));
  for (const need of [null, 'bilan'] as const) {
    const found = proposeRehearsal(bare, { need, core }, new Map())!;
    assert.equal(found.reason, 'core');
    assert.ok(found.decision.competences.some((code) => core.includes(code)));
  }
  assert.equal(proposeRehearsal([], { need: null, core }, new Map()), undefined);
});

const proposal = (index: number, kind: 'core' | 'other'): Proposal => ({
  module: modules[index]!,
  reason: { kind },
});

test('the gesture changes from day to day among the strongest proposals', () => {
  const proposals = [proposal(0, 'core'), proposal(1, 'core'), proposal(2, 'other')];
  const days = ['2026-11-23', '2026-11-24', '2026-11-25'];
  const found = days.map((day) => gestureOfDay(proposals, day)?.module.id);
  assert.equal(new Set(found).size, 2);
  assert.equal(found[0], found[2]);
  assert.ok(!found.includes(modules[2]!.id));
  assert.equal(gestureOfDay([], '2026-11-23'), undefined);
});
