import assert from 'node:assert/strict';
import { test } from 'node:test';
import { small } from '../../../test/questions.ts';
import { loadContent } from '../load.ts';
import type { Question, QuestionOf } from '../question.ts';
import { randomMistakes, worthlessMistakes } from './blind-answers.ts';
import { creditOf, maximumCredit } from './credit.ts';
import { type DecisionFormat, mistakesOf } from './mistakes.ts';
import type { Response } from './response.ts';

const { questions, trial } = loadContent();
const decisions = [...questions, ...trial].filter(isOfDecisions);

test('the chances of answers at random are those of every possible answer, counted one by one', () => {
  for (const question of Object.values(small).filter(isOfDecisions)) {
    const answers = everyAnswer(question);
    const counted: number[] = [];
    for (const response of answers) {
      const mistakes = mistakesOf(question, response);
      counted[mistakes] = (counted[mistakes] ?? 0) + 1 / answers.length;
    }
    const chances = randomMistakes(question);
    for (let mistakes = 0; mistakes < Math.max(counted.length, chances.length); mistakes += 1) {
      const difference = (chances[mistakes] ?? 0) - (counted[mistakes] ?? 0);
      assert.ok(Math.abs(difference) < 1e-12, `${question.format}, ${mistakes} mistakes: ${difference}`);
    }
  }
});

test('answering at random earns nothing two times in three, less than half a credit on average, and rarely half', () => {
  for (const question of decisions) {
    const maximum = maximumCredit(question);
    const chances = randomMistakes(question);
    const over = (sum: (credit: number) => number) =>
      chances.reduce((total, chance, mistakes) => total + chance * sum(Math.max(0, maximum - mistakes)), 0);
    assert.ok(over((credit) => (credit > 0 ? 1 : 0)) <= 1 / 3, question.id);
    assert.ok(over((credit) => credit) < 0.5, `${question.id}: ${over((credit) => credit)}`);
    assert.ok(over((credit) => (credit >= maximum / 2 ? 1 : 0)) <= 0.35, question.id);
    if (maximum > 2) assert.ok(over((credit) => (credit >= maximum / 2 ? 1 : 0)) < 0.125, question.id);
  }
});

test('every question of several decisions tells answers apart by two credits at least, and by no more than its decisions', () => {
  for (const question of decisions) {
    assert.ok(worthlessMistakes(question) >= 2, question.id);
    assert.ok(worthlessMistakes(question) <= 5, question.id);
  }
});

test('each mistake costs one credit', () => {
  const key = { kind: 'ratings', values: { a: 0, b: 3, c: 1, d: 2 } } as const;
  const away = { kind: 'ratings', values: { a: 1, b: 2, c: 1, d: 2 } } as const;
  assert.equal(creditOf(small.judgement, key) - creditOf(small.judgement, away), 2);
});

function isOfDecisions(question: Question): question is QuestionOf<DecisionFormat> {
  return !['single-choice', 'dialogue-step', 'number'].includes(question.format);
}

/** Every answer a person could give without reading, each once. */
function everyAnswer(question: QuestionOf<DecisionFormat>): Response[] {
  switch (question.format) {
    case 'multiple-choice':
      return marks(question.options);
    case 'document':
      return marks(question.passages);
    case 'categories':
      return combinations(
        question.items,
        question.categories.map(({ id }) => id),
      ).map((values) => ({
        kind: 'assignment',
        values,
      }));
    case 'judgement':
      return combinations(question.reactions, [0, 1, 2, 3]).map((values) => ({ kind: 'ratings', values }));
    case 'order':
      return arrangements(
        question.items.map(({ id }) => id),
        question.items.length,
      ).map((items) => ({ kind: 'sequence', items }));
    case 'match': {
      const answers = [...question.pairs.map(({ right }) => right), ...question.distractors];
      return arrangements(answers, question.pairs.length).map((given) => ({
        kind: 'assignment',
        values: Object.fromEntries(question.pairs.map(({ id }, index) => [id, given[index]!])),
      }));
    }
  }
}

function marks(elements: readonly { id: string }[]): Response[] {
  return combinations(elements, [false, true]).map((marked) => ({
    kind: 'selection',
    options: Object.keys(marked).filter((id) => marked[id]),
  }));
}

function combinations<T>(elements: readonly { id: string }[], values: readonly T[]): Record<string, T>[] {
  return elements.reduce<Record<string, T>[]>(
    (given, { id }) => given.flatMap((some) => values.map((value) => ({ ...some, [id]: value }))),
    [{}],
  );
}

function arrangements(elements: readonly string[], length: number): string[][] {
  if (length === 0) return [[]];
  return elements.flatMap((first) =>
    arrangements(
      elements.filter((other) => other !== first),
      length - 1,
    ).map((rest) => [first, ...rest]),
  );
}
