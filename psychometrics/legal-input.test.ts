import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { AnswerTable, FollowUp, ItemParameters, Structure } from './index.ts';
import * as library from './index.ts';

/** Every statistic and estimate, on input that is legal and awkward: nothing may be NaN or infinite. */

const structure: Structure = { domains: [[0, 1], [2]] };
const prior = library.priorState(structure);
const choice = (discrimination: number, difficulty: number, guessing = 0): ItemParameters => ({
  model: 'choice',
  discrimination,
  difficulty,
  guessing,
});
const HARD: ItemParameters[] = [
  choice(0.05, -8),
  choice(0.05, 8, 0.5),
  choice(6, -8, 0.25),
  choice(6, 8),
  choice(6, 0, 0.25),
  choice(1, 0),
  { model: 'graded', discrimination: 6, steps: [8, 0, -8] },
  { model: 'graded', discrimination: 0.05, steps: [-8] },
  { model: 'graded-response', discrimination: 6, thresholds: [-8, 0, 8] },
  { model: 'graded-response', discrimination: 0.05, thresholds: [8] },
];
const MANNERS: Record<string, (item: ItemParameters, index: number) => number> = {
  'all right': (item) => library.maximumScore(item),
  'all wrong': () => 0,
  'right and wrong in turn': (item, index) => (index % 2) * library.maximumScore(item),
  'against expectation': (item) =>
    library.expectedScore(item, 0) > library.maximumScore(item) / 2 ? 0 : library.maximumScore(item),
};

/** Fails on any number inside a result that is not finite. */
function assertFinite(value: unknown, path = 'result'): void {
  if (typeof value === 'number') assert.ok(Number.isFinite(value), `${path} is ${value}`);
  else if (value instanceof Map || value instanceof Set) assertFinite([...value], path);
  else if (value !== null && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) assertFinite(inner, `${path}.${key}`);
  }
}

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

/** What is said of a table of right and wrong answers. */
const OF_A_TABLE: Record<string, (answers: AnswerTable) => unknown> = {
  'DIF by Mantel–Haenszel, purified or not': (answers) => {
    const groups = { answers, focal: answers.map((_, person) => person % 2 === 0) };
    return [library.mantelHaenszel(groups), library.purifiedMantelHaenszel(groups)];
  },
  'DIF by logistic regression, purified or not': (answers) => {
    const groups = { answers, focal: answers.map((_, person) => person % 3 === 0) };
    return [
      ...(['uniform', 'nonUniform', 'both'] as const).map((kind) => library.logisticDif(groups, { kind })),
      library.purifiedLogisticDif(groups),
    ];
  },
  'DIF when everybody is in one group': (answers) => {
    const groups = { answers, focal: answers.map(() => true) };
    return [library.mantelHaenszel(groups), library.logisticDif(groups)];
  },
  'fit: S-X², infit, outfit': (answers) => {
    const items = (answers[0] ?? []).map((_, index) => HARD[index % 6]!);
    const abilities = answers.map((_, person) => (person % 2 ? 8 : -8));
    return [library.scoreFit({ answers, items }), library.meanSquares({ answers, items, abilities })];
  },
  'classical figures, α and ω': (answers) => [
    library.classicalAnalysis(answers),
    library.cronbachAlpha(answers),
    library.mcdonaldOmega(answers),
  ],
  'calibration under every model': (answers) => {
    const columns = answers[0]?.length ?? 0;
    return (['choice', 'graded', 'graded-response'] as const).flatMap((model) =>
      (['free', 'common'] as const).map((discrimination) => {
        const items = Array.from({ length: columns }, (_, index) => ({ id: `q${index}`, model }));
        const result = library.calibrate(library.answersFromRows(answers), items, {
          discrimination,
          maximumIterations: 40,
        });
        assert.equal(result.converged, result.reason === null, 'it never stops without saying why');
        return result;
      }),
    );
  },
  'calibration of one question among fixed ones of a = 6, |b| = 8': (answers) => {
    const columns = answers[0]?.length ?? 0;
    const items = Array.from({ length: columns }, (_, index) => {
      const fixed = index > 0 ? { fixed: HARD[index % 6]! } : {};
      return { id: `q${index}`, model: 'choice' as const, ...fixed };
    });
    return library.calibrate(library.answersFromRows(answers), items, { maximumIterations: 40 });
  },
};

const TABLES: Record<string, AnswerTable> = {
  nobody: [],
  'one person': [[1, 0, 1]],
  'people without any question': [[], []],
  'questions nobody was asked': Array.from({ length: 5 }, () => [null, null, null]),
  'everybody right': Array.from({ length: 30 }, () => [1, 1, 1, 1]),
  'everybody wrong': Array.from({ length: 30 }, () => [0, 0, 0, 0]),
  'one question': Array.from({ length: 30 }, (_, person) => [person % 2]),
  'half right at everything, half wrong at everything': Array.from({ length: 30 }, (_, person) =>
    Array.from({ length: 4 }, () => person % 2),
  ),
  'a perfect ladder': Array.from({ length: 40 }, (_, person) =>
    Array.from({ length: 4 }, (_, item) => (person % 5 > item ? 1 : 0)),
  ),
  'one person who answered 1,200 questions': [Array.from({ length: 1200 }, (_, item) => item % 2)],
};

for (const [name, say] of Object.entries(OF_A_TABLE)) {
  test(`finite for empty tables, one category, perfect separation: ${name}`, () => {
    for (const [title, answers] of Object.entries(TABLES)) {
      // S-X² and DIF take each question against all others: what is slow there says nothing more.
      const isLong = answers[0] !== undefined && answers[0].length > 1000;
      if (isLong && !name.startsWith('calibration')) continue;
      assertFinite(say(answers), title);
    }
  });

  test(`finite for any small table: ${name}`, () => {
    const table = fc.integer({ min: 1, max: 4 }).chain((questions) =>
      fc.array(fc.array(fc.constantFrom(0, 1, null), { minLength: questions, maxLength: questions }), {
        maxLength: 14,
      }),
    );
    fc.assert(
      fc.property(table, (answers) => assertFinite(say(answers))),
      { numRuns: 30 },
    );
  });
}

test('finite for any follow-up, share or pair of scores: survival, proportions, change of a group or a person', () => {
  const score = fc.oneof(fc.constant(0), fc.double({ min: -1e6, max: 1e6, noNaN: true }));
  const pairs = fc.array(fc.tuple(score, score), { minLength: 2, maxLength: 12 });
  const followUps = fc.array(fc.record({ time: fc.nat(5), event: fc.boolean() }), { maxLength: 12 });
  const count = fc.integer({ min: 0, max: 1200 });
  fc.assert(
    fc.property(pairs, followUps, count, count, (list, people, right, wrong) => {
      const both = { before: list.map(([one]) => one), after: list.map(([, other]) => other) };
      const [before, after] = list[0]!;
      assertFinite([
        library.pairedTest(both),
        library.signedRankTest(both),
        library.changeEffect(both),
        library.reliableChange({ before, after, deviation: 1e-3, reliability: 0 }),
        library.reliableChange({ before, after, deviation: 1e3, reliability: 0.999 }),
        library.bootstrapInterval(both.after, (sample) => sample[0]!, { seed: 1, replicates: 100 }),
        survival(people),
        library.wilsonInterval(right, right + wrong, 0.999),
        library.proportionDifference(
          { successes: right, trials: right + wrong },
          { successes: 0, trials: wrong },
        ),
      ]);
    }),
    { numRuns: 60 },
  );
});

function survival(people: readonly FollowUp[]): unknown {
  const steps = library.kaplanMeier(people, 0.99);
  return [
    steps,
    library.medianSurvival(steps),
    library.numbersAtRisk(people, [0, 3, 9]),
    library.survivalAt(steps, 2),
  ];
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
