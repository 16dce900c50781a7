import assert from 'node:assert/strict';
import { test } from 'node:test';
import { priorState } from '../ability/state.ts';
import { domainOfDimension } from '../ability/structure.ts';
import { updateAbility } from '../ability/update.ts';
import { exampleBank } from '../example-bank.ts';
import { maximumScore } from '../models/item-parameters.ts';
import { once } from '../once.test-support.ts';
import { createRandom, deriveSeed } from '../random.ts';
import type { BankItem } from './bank-item.ts';
import { type Blueprint, depthBlueprint, stageBlueprint } from './blueprint.ts';
import { type Choice, chooseNext, chooseWithReason } from './choose-next.ts';
import { plainChoice } from './plain-choice.test-support.ts';
import { shouldStopDepth } from './stopping.ts';

const { structure, items: bank } = exampleBank(1);
const core = [1, 2, 3, 4, 6, 7, 12, 14];
const domains = domainOfDimension(structure);
const first = stageBlueprint({ structure, core, stage: 1 });
const later = stageBlueprint({ structure, core, stage: 2 });

/** One series answered at random, with the reason of each choice. */
function series(
  blueprint: Blueprint,
  seed: number,
  options: { bank?: readonly BankItem[]; excluded?: ReadonlySet<string> } = {},
): Choice[] {
  const random = createRandom(seed, 'answers');
  let state = priorState(structure);
  const choices: Choice[] = [];
  for (;;) {
    const choice = chooseWithReason({
      state,
      bank: options.bank ?? bank,
      blueprint,
      history: choices.map(({ item }) => item),
      excluded: options.excluded ?? new Set(),
      seed,
    });
    if (!choice) return choices;
    assert.ok(choices.length < blueprint.length, 'a series ends');
    const { item } = choice;
    choices.push(choice);
    state = updateAbility(
      state,
      item.dimension,
      item.parameters,
      random.integer(maximumScore(item.parameters) + 1),
    );
  }
}

const seriesOf = (blueprint: Blueprint) =>
  once(() => Array.from({ length: 80 }, (_, seed) => series(blueprint, seed).map(({ item }) => item)));
const firstSeries = seriesOf(first);
const laterSeries = seriesOf(later);

test('a stage has 8 different questions, then nothing', () => {
  for (const items of firstSeries()) {
    assert.equal(items.length, 8);
    assert.equal(new Set(items.map(({ id }) => id)).size, 8);
  }
});

test('the same input gives the same question, whatever the order of the bank', () => {
  const input = { state: priorState(structure), blueprint: first, history: [], excluded: new Set<string>() };
  for (let seed = 0; seed < 60; seed += 1) {
    const chosen = chooseNext({ ...input, bank, seed });
    assert.equal(chooseNext({ ...input, bank, seed }), chosen);
    if (chosen?.caseId === null)
      assert.equal(chooseNext({ ...input, bank: bank.toReversed(), seed }), chosen);
  }
});

test('different people begin with different questions', () => {
  const begun = new Set(firstSeries().map(([item]) => item!.id));
  assert.ok(begun.size > 15, `${begun.size} first questions`);
});

test('nothing already seen or not for the profession is ever served', () => {
  for (let seed = 0; seed < 80; seed += 1) {
    const random = createRandom(seed, 'excluded');
    const excluded = new Set(bank.filter(() => random.uniform() < 0.6).map(({ id }) => id));
    for (const { item } of series(later, seed, { excluded })) assert.ok(!excluded.has(item.id));
  }
});

test('a bank used up gives nothing; a nearly used up one still gives what is left', () => {
  const excluded = new Set(bank.map(({ id }) => id));
  assert.deepEqual(series(later, 1, { excluded }), []);
  const left = bank.filter((item) => item.dimension === 5 && item.caseId === null).slice(0, 4);
  for (const { id } of left) excluded.delete(id);
  const served = series(later, 1, { excluded });
  assert.deepEqual(new Set(served.map(({ item }) => item.id)), new Set(left.map(({ id }) => id)));
  assert.ok(served.some(({ reason }) => reason === 'nothing-else-left'));
});

test('every domain has come by the end of a stage, and by its sixth question in 19 stages of 20', () => {
  const stages = [...firstSeries(), ...laterSeries()];
  const reached = (items: BankItem[]) => new Set(items.map(({ dimension }) => domains[dimension])).size;
  assert.ok(stages.every((items) => reached(items) === 5));
  const early = stages.filter((items) => reached(items.slice(0, 6)) === 5).length;
  assert.ok(early >= 0.95 * stages.length, `${early} of ${stages.length}`);
});

test('the first stage draws on the core competences; others only come along in a case', () => {
  for (const items of firstSeries()) {
    for (const [index, item] of items.entries()) {
      if (core.includes(item.dimension)) continue;
      const sameCase = items.filter(({ caseId }) => caseId !== null && caseId === item.caseId);
      assert.ok(sameCase.length > 1, `question ${index}`);
    }
  }
});

test('a domain without core competence is represented in the first stage by all its own', () => {
  const { weights } = stageBlueprint({ structure, core: [0, 3, 6, 10], stage: 1 });
  assert.deepEqual(weights, [2, 0, 0, 2, 0, 0, 2, 0, 0, 0, 2, 0, 0, 1, 1, 1]);
  const narrow = stageBlueprint({ structure, core: [0, 3], suitable: [0, 1, 3, 4], stage: 2 });
  assert.deepEqual(narrow.weights.slice(0, 6), [2, 1, 0, 2, 1, 0]);
  assert.throws(() => stageBlueprint({ structure, core: [16], stage: 1 }), RangeError);
});

test('the questions of a case follow one another, one per competence, and no case comes back in a stage', () => {
  let withCases = 0;
  for (const items of [...firstSeries(), ...laterSeries()]) {
    const runs = items.filter(
      (item, index) => item.caseId !== null && item.caseId !== items[index - 1]?.caseId,
    );
    assert.equal(new Set(runs.map(({ caseId }) => caseId)).size, runs.length);
    for (const { caseId } of runs) {
      const members = items.filter((item) => item.caseId === caseId);
      assert.equal(new Set(members.map(({ dimension }) => dimension)).size, members.length);
      withCases += members.length > 1 ? 1 : 0;
    }
  }
  assert.ok(withCases > 20, `${withCases} cases of several questions`);
});

test('at most seven questions of eight have ordered credits, and at most two are on one competence', () => {
  for (const items of [...firstSeries(), ...laterSeries()]) {
    assert.ok(items.filter(({ parameters }) => parameters.model === 'graded').length <= 7);
    const counts = items.map((item) => items.filter(({ dimension }) => dimension === item.dimension).length);
    assert.ok(Math.max(...counts) <= 2);
  }
});

test('a quota on one format holds', () => {
  const formatQuotas = { orderedCredits: 1, byFormat: { judgement: 0.25 } };
  for (const items of seriesOf({ ...later, formatQuotas })()) {
    assert.ok(items.filter(({ format }) => format === 'judgement').length <= 2);
  }
});

test('one question in eight is drawn among the least known, and only those not calibrated while there are any', () => {
  const partly = bank.map((item, index) => ({ ...item, calibrated: index % 4 !== 0 }));
  let slots = 0;
  for (let seed = 0; seed < 200; seed += 1) {
    const exploring = series(later, seed, { bank: partly }).filter(({ reason }) => reason === 'least-known');
    assert.ok(exploring.length <= 1);
    slots += exploring.length;
    for (const { item } of exploring) if (item.caseId === null) assert.equal(item.calibrated, false);
  }
  assert.ok(slots > 160, `${slots} slots in 200 stages`);
});

test('over 1,000 stages every question is used and none is shown to half of the people', () => {
  const exposure = new Map(bank.map(({ id }) => [id, 0]));
  for (let seed = 0; seed < 1000; seed += 1) {
    for (const { item } of series(later, deriveSeed(seed, 'exposure'))) {
      exposure.set(item.id, exposure.get(item.id)! + 1);
    }
  }
  const counts = [...exposure.values()];
  assert.equal(counts.filter((count) => count === 0).length, 0);
  assert.ok(Math.max(...counts) < 500, `${Math.max(...counts)} of 1000`);
});

test('a series in depth stays on its competence and stops at 12 questions or a standard error of .45', () => {
  const blueprint = depthBlueprint({ structure, dimension: 6 });
  assert.equal(blueprint.length, 12);
  for (let seed = 0; seed < 20; seed += 1) {
    const choices = series(blueprint, seed);
    assert.equal(choices.length, 8, 'all the bank has on it');
    assert.ok(choices.every(({ item }) => item.dimension === 6));
  }
  const prior = priorState(structure);
  assert.equal(shouldStopDepth(prior, 6, 11), false);
  assert.equal(shouldStopDepth(prior, 6, 12), true);
  const precise = { ...prior, covariance: prior.covariance.map((value) => 0.2 * value) };
  assert.equal(shouldStopDepth(precise, 6, 1), true);
});

test('questions that tell more per minute are preferred', () => {
  const quick = bank.map((item) => ({
    ...item,
    calibrated: true,
    seconds: item.id.endsWith('-1') ? 15 : 60,
  }));
  let quickOnes = 0;
  for (let seed = 0; seed < 50; seed += 1) {
    quickOnes += series(later, seed, { bank: quick }).filter(({ item }) => item.seconds === 15).length;
  }
  assert.ok(quickOnes / 400 > 2 / 8, `${quickOnes} of 400, against 50 without preference`);
});

test('what is chosen is what the rule written down plainly chooses, whatever was asked and seen before', () => {
  const quotas = { orderedCredits: 0.5, byFormat: { judgement: 0.25, document: 0.13 } };
  const blueprints = [first, later, { ...later, formatQuotas: quotas }, { ...first, caseCompanions: false }];
  const modelled = bank.map((item, index): BankItem => {
    const { parameters } = item;
    if (parameters.model !== 'graded' || index % 2 === 0) return { ...item, calibrated: index % 5 !== 0 };
    const { discrimination, steps } = parameters;
    return { ...item, parameters: { model: 'graded-response', discrimination, thresholds: steps } };
  });
  let compared = 0;
  for (let seed = 0; seed < 12; seed += 1) {
    const random = createRandom(seed, 'plain');
    const blueprint = blueprints[seed % blueprints.length]!;
    const excluded = new Set(modelled.filter(() => random.uniform() < (seed % 3) / 3).map(({ id }) => id));
    let state = priorState(structure);
    const history: BankItem[] = [];
    for (;;) {
      const input = { state, bank: modelled, blueprint, history, excluded, seed };
      const choice = chooseWithReason(input);
      if (!choice) break;
      assert.ok(history.length < blueprint.length, 'a series ends');
      if (choice.reason === 'precision') {
        assert.equal(plainChoice(input)?.id, choice.item.id, `seed ${seed}, question ${history.length + 1}`);
        compared += 1;
      }
      const { dimension, parameters } = choice.item;
      state = updateAbility(state, dimension, parameters, random.integer(maximumScore(parameters) + 1));
      history.push(choice.item);
    }
  }
  assert.ok(compared > 40, `${compared} choices`);
});
