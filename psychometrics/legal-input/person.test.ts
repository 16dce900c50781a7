import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ItemParameters, Structure } from '../index.ts';
import * as library from '../index.ts';
import { assertFinite, choice, HARD } from './awkward.test-support.ts';

/** What is said of one person, on answers that are legal and awkward: nothing may be NaN or infinite. */

const structure: Structure = { domains: [[0, 1], [2]] };
const prior = library.priorState(structure);
const MANNERS: Record<string, (item: ItemParameters, index: number) => number> = {
  'all right': (item) => library.maximumScore(item),
  'all wrong': () => 0,
  'right and wrong in turn': (item, index) => (index % 2) * library.maximumScore(item),
  'against expectation': (item) =>
    library.expectedScore(item, 0) > library.maximumScore(item) / 2 ? 0 : library.maximumScore(item),
};

type Answered = { item: ItemParameters; score: number };
const METHODS = ['EAP', 'MAP', 'ML', 'WLE'] as const;
const onThree = (answers: readonly Answered[]) =>
  answers.map((answer, index) => ({ ...answer, dimension: index % 3 }));
const stateAfter = (answers: readonly Answered[]) =>
  onThree(answers).reduce(
    (state, { dimension, item, score }) => library.updateAbility(state, dimension, item, score),
    prior,
  );

/** A bank that is as awkward as the answers, for the choice of the next question. */
const bankItems = HARD.map((parameters, index) => ({
  id: `q${index}`,
  dimension: index % 3,
  format: parameters.model,
  caseId: index > 6 ? 'case' : null,
  parameters,
  seconds: 40,
  caseSeconds: index > 6 ? 30 : 0,
  calibrated: index % 2 === 0,
}));
const bank = library.prepareBank(HARD.map((parameters, index) => ({ id: `q${index}`, parameters })));
const GOAL = { standardError: 0.3, maximumLength: HARD.length };

/** What is said of one person, by what it is said with. */
const OF_A_PERSON: Record<string, (answers: readonly Answered[]) => unknown> = {
  'estimates EAP, MAP, ML, WLE': (answers) =>
    METHODS.map((method) => library.estimateAbility(method, answers)),
  'the state of competences, and what is read in it': (answers) => {
    const state = stateAfter(answers);
    const later = library.addLearning(library.driftAbility(state, prior, 12), 0);
    const change = library.changeBetween({
      first: library.combine(state, [1, 0, 0]),
      before: library.combine(later, [1, 0, 0]),
      after: library.combine(library.updateAbility(later, 0, choice(6, 8), 1), [1, 0, 0]),
    });
    return [
      state,
      later,
      library.readGeneral(state, structure),
      library.readDomain(state, structure, 1),
      library.readCompetence(state, 2),
      library.probabilityBelowOwnMean(state, 1),
      change,
    ];
  },
  'all answers together': (answers) => library.jointPosterior(prior, onThree(answers)),
  'the next question of a profile': (answers) => {
    const state = stateAfter(answers);
    const blueprint = library.stageBlueprint({ structure, core: [0], stage: 2 });
    const chosen = library.chooseWithReason({
      state,
      bank: bankItems,
      blueprint,
      history: [],
      excluded: new Set(),
      seed: 1,
    });
    assert.ok(chosen, 'a bank with questions left gives one');
    return chosen;
  },
  'the next question of a test, under every rule': (answers) => {
    let belief = library.startingBelief(bank);
    for (const { item, score } of answers) {
      const known = HARD.indexOf(item);
      belief = library.beliefAfter(bank, belief, known, score);
    }
    const rules = [
      ...library.CRITERION_NAMES.map((name) => library.criterionRule(name, bank, GOAL)),
      library.randomRule(bank, GOAL),
      library.pricedRule(bank, GOAL),
    ];
    return [
      belief,
      rules.map((rule) => {
        const next = rule.choose({ belief, asked: [], seed: 1 });
        assert.ok(next !== null && next >= 0 && next < HARD.length);
        assert.equal(rule.choose({ belief, asked: HARD.map((_, index) => index), seed: 1 }), null);
        return next;
      }),
    ];
  },
  'what is learned of each question at once': (answers) =>
    answers.map(({ item, score }) =>
      library.learnOnline(library.expertBelief(0, item), { mean: score > 0 ? -8 : 8, variance: 1e-6 }, score),
    ),
  'the parameters of a night': (answers) => {
    const version = library.expertVersion(
      HARD.map((parameters, index) => ({ id: `q${index}`, dimension: index % 3, parameters })),
    );
    const given = HARD.flatMap((item, index) => {
      const own = answers.find((answer) => answer.item === item);
      return own ? [{ item: `q${index}`, score: own.score }] : [];
    });
    return library.recalibrate({ version, prior, people: [given, given, []] });
  },
  'correlations between competences': (answers) =>
    library.estimateCorrelations({
      structure,
      people: [onThree(answers.slice(0, 30)), onThree(answers.slice(0, 5)), []],
      pattern: 'free',
      population: 'free',
      version: '1',
      iterations: 15,
    }),
  'reliability of estimates and levels': (answers) => {
    const items = answers.slice(0, 40).map(({ item }) => item);
    const estimates = METHODS.map((method) => library.estimateAbility(method, answers));
    return [
      library.marginalReliability(items),
      library.empiricalReliability(estimates),
      library.abilityClassification(estimates, [-1, 1]),
      library.totalScoreClassification(items, [-8, 0, 8], [1, 3]),
    ];
  },
};

for (const [name, say] of Object.entries(OF_A_PERSON)) {
  test(`finite for nobody's answers, and for 1,200 answers all right, all wrong or strange: ${name}`, () => {
    assertFinite(say([]));
    for (const [manner, score] of Object.entries(MANNERS)) {
      const answers = Array.from({ length: 1200 }, (_, index) => {
        const item = HARD[index % HARD.length]!;
        return { item, score: score(item, Math.floor(index / HARD.length)) };
      });
      assertFinite(say(answers), manner);
    }
  });

  test(`finite for any few answers to questions of a = .05 to 6 and |b| up to 8: ${name}`, () => {
    const answer = fc
      .constantFrom(...HARD)
      .chain((item) => fc.record({ item: fc.constant(item), score: fc.nat(library.maximumScore(item)) }));
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 12 }), (answers) => assertFinite(say(answers))),
      { numRuns: 25 },
    );
  });
}

test('a bank used up or empty gives no question; a bank of nothing is refused', () => {
  const input = { state: prior, history: [], excluded: new Set<string>(), seed: 1 };
  for (const blueprint of [
    library.stageBlueprint({ structure, core: [], stage: 1 }),
    library.depthBlueprint({ structure, dimension: 2 }),
  ]) {
    assert.equal(library.chooseNext({ ...input, blueprint, bank: [] }), null);
    const excluded = new Set(bankItems.map(({ id }) => id));
    assert.equal(library.chooseNext({ ...input, blueprint, bank: bankItems, excluded }), null);
  }
  assert.throws(() => library.prepareBank([]), RangeError);
});
