import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AbilityState, priorState } from '../ability/state.ts';
import { depthBlueprint, stageBlueprint } from './blueprint.ts';
import { shouldStopDepth } from './stopping.ts';

/** Five competences: what two questions on each need is more than a stage of eight holds. */
const structure = { domains: [[0, 1], [2], [3, 4]] };

test('a stage of eight allows two questions on one competence, more when there are few competences to share it', () => {
  assert.equal(stageBlueprint({ structure, core: [0], stage: 1 }).length, 8);
  // 2 × 8 / 5 rounded up
  assert.equal(stageBlueprint({ structure, core: [0], stage: 1 }).maximumPerCompetence, 4);
  assert.equal(stageBlueprint({ structure, core: [0], stage: 1, length: 3 }).maximumPerCompetence, 2);
  assert.equal(stageBlueprint({ structure, core: [0], stage: 1, length: 1 }).length, 1);
  const sixteen = { domains: [Array.from({ length: 16 }, (_, d) => d)] };
  assert.equal(stageBlueprint({ structure: sixteen, core: [], stage: 2 }).maximumPerCompetence, 2);
});

test('a stage brings every domain and the companions of cases; a series in depth neither', () => {
  const stage = stageBlueprint({ structure, core: [0], stage: 1 });
  assert.deepEqual([stage.everyDomain, stage.caseCompanions], [true, true]);
  assert.deepEqual(stage.formatQuotas, { orderedCredits: 0.875, byFormat: {} });
  const depth = depthBlueprint({ structure, dimension: 2 });
  assert.deepEqual([depth.everyDomain, depth.caseCompanions], [false, false]);
  assert.deepEqual(depth.weights, [0, 0, 1, 0, 0]);
  assert.deepEqual([depth.length, depth.maximumPerCompetence], [12, 12]);
  const short = depthBlueprint({ structure, dimension: 4, length: 5 });
  assert.deepEqual([short.length, short.maximumPerCompetence, short.weights], [5, 5, [0, 0, 0, 0, 1]]);
});

test('core competences count twice; the others wait for the second stage where their domain has a core one', () => {
  assert.deepEqual(stageBlueprint({ structure, core: [1, 3], stage: 1 }).weights, [0, 2, 1, 2, 0]);
  assert.deepEqual(stageBlueprint({ structure, core: [1, 3], stage: 2 }).weights, [1, 2, 1, 2, 1]);
  assert.deepEqual(stageBlueprint({ structure, core: [], stage: 1 }).weights, [2, 2, 2, 2, 2]);
  assert.deepEqual(
    stageBlueprint({ structure, core: [], suitable: [0, 2], stage: 1 }).weights,
    [2, 0, 2, 0, 0],
  );
  assert.deepEqual(
    stageBlueprint({ structure, core: [4], suitable: [0, 4], stage: 1 }).weights,
    [1, 0, 0, 0, 2],
  );
});

test('competences that do not exist and lengths that are none are refused', () => {
  for (const dimension of [-1, 5, 1.5, Number.NaN]) {
    assert.throws(() => stageBlueprint({ structure, core: [dimension], stage: 1 }), /0 to 4/);
    assert.throws(() => stageBlueprint({ structure, core: [], suitable: [dimension], stage: 1 }), /0 to 4/);
    assert.throws(() => depthBlueprint({ structure, dimension }), /0 to 4/);
  }
  for (const length of [0, -1, 1.5]) {
    assert.throws(() => stageBlueprint({ structure, core: [0], stage: 1, length }), /at least 1/);
    assert.throws(() => depthBlueprint({ structure, dimension: 0, length }), /at least 1/);
  }
  assert.equal(depthBlueprint({ structure, dimension: 0, length: 1 }).length, 1);
});

test('a series in depth ends at a standard error of .45 exactly, or after twelve answers', () => {
  const prior = priorState(structure);
  const known = (error: number): AbilityState => ({
    ...prior,
    covariance: prior.covariance.map((value, cell) => (cell === 6 ? error ** 2 : value)),
  });
  assert.equal(shouldStopDepth(known(0.4501), 1, 11), false);
  assert.equal(shouldStopDepth(known(0.4499), 1, 0), true);
  assert.equal(shouldStopDepth({ mean: [0], covariance: [0.45 ** 2] }, 0, 1), true);
  assert.equal(shouldStopDepth(known(0.4499), 0, 3), false, 'another competence');
  assert.equal(shouldStopDepth(prior, 1, 12), true);
  assert.throws(() => shouldStopDepth(prior, 5, 0), RangeError);
});
