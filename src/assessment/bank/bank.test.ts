import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maximumScore } from '../../../psychometrics/index.ts';
import { frameworkAlone } from '../../../test/framework.ts';
import { small, smallCase } from '../../../test/questions.ts';
import { type Content, maximumCredit, PROFESSIONS } from '../../content/index.ts';
import { bankItems, bankOf, dimensionOf, parametersOf, structureOf, suits } from './bank.ts';

const content: Content = {
  ...frameworkAlone(),
  questions: [small.judgement, { ...small['single-choice'], competence: '5.3', case: smallCase.id }],
  cases: new Map([[smallCase.id, smallCase]]),
};

test('each competence is a dimension, in the order of the framework', () => {
  assert.deepEqual(structureOf(content.framework).domains, [
    [0, 1, 2],
    [3, 4, 5],
    [6, 7, 8, 9],
    [10, 11, 12],
    [13, 14, 15],
  ]);
  const bank = bankOf(content);
  assert.deepEqual([bank.competences[0], bank.competences[3], bank.competences[15]], ['1.1', '2.1', '5.3']);
  assert.equal(dimensionOf(bank, '3.4'), 9);
  assert.throws(() => dimensionOf(bank, '6.1'), /No competence 6\.1/);
});

test('the bank of a content is built once', () => {
  assert.equal(bankOf(content), bankOf(content));
  assert.notEqual(bankOf({ ...content }), bankOf(content));
});

test('a question keeps its competence, its format and its case; the case is read on its own time', () => {
  const [judgement, choice] = bankItems(content);
  assert.deepEqual([judgement!.dimension, judgement!.caseId, judgement!.caseSeconds], [3, null, 0]);
  assert.deepEqual([choice!.dimension, choice!.caseId, choice!.format], [15, 'mila', 'single-choice']);
  assert.ok(choice!.caseSeconds > 0 && choice!.seconds > 0);
  assert.ok(
    bankItems(content).every(({ calibrated }) => !calibrated),
    'experts’ levels are no calibration',
  );
});

test('a question of a case that is gone is asked alone', () => {
  const [, choice] = bankItems({ ...content, cases: new Map() });
  assert.deepEqual([choice!.caseId, choice!.caseSeconds], [null, 0]);
});

test('parameters follow the format: as many credits, and luck only where one can choose blindly', () => {
  for (const question of Object.values(small)) {
    assert.equal(maximumScore(parametersOf(question)), maximumCredit(question), question.format);
  }
  const choice = parametersOf(small['single-choice']);
  assert.ok(choice.model === 'choice' && choice.guessing === 1 / 3);
  const number = parametersOf(small.number);
  assert.ok(number.model === 'choice' && number.guessing === 0);
});

test('a question of a higher level is more difficult', () => {
  const difficulties = ([1, 2, 3, 4, 5] as const).map((level) => {
    const parameters = parametersOf({ ...small.number, level });
    assert.equal(parameters.model, 'choice');
    return parameters.model === 'choice' ? parameters.difficulty : Number.NaN;
  });
  assert.deepEqual(
    difficulties,
    difficulties.toSorted((one, other) => one - other),
  );
  assert.equal(new Set(difficulties).size, 5);
});

test('a question for all suits every métier, one for some suits those only', () => {
  const some = { ...small.number, professions: ['cpe', 'aed'] as ('cpe' | 'aed')[] };
  assert.deepEqual(
    PROFESSIONS.filter((profession) => suits(some, profession)),
    ['cpe', 'aed'],
  );
  assert.ok(PROFESSIONS.every((profession) => suits(small.number, profession)));
});
