import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { AnswerTable } from '../index.ts';
import * as library from '../index.ts';
import { assertFinite, HARD } from './awkward.test-support.ts';

/** What is said of a table of right and wrong answers, empty or one-sided as it may be: nothing may be NaN or infinite. */
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
