import type { QuestionOf } from '../question.ts';
import { type DecisionFormat, pairMistakes } from './mistakes.ts';

/** An answer given without reading may earn something this often at most: luck at one choice among three. */
const LUCK = 1 / 3;

const RATINGS = [0, 1, 2, 3];

/**
 * Number of mistakes from which an answer is worth nothing: as many as always answering the same makes, or as two
 * answers at random out of three make, or one for each decision the question asks for.
 */
export function worthlessMistakes(question: QuestionOf<DecisionFormat>): number {
  const chances = randomMistakes(question);
  let mistakes = 0;
  for (let luck = 0; luck + (chances[mistakes] ?? 0) <= LUCK; mistakes += 1) luck += chances[mistakes] ?? 0;
  return Math.max(1, Math.min(mistakes, decisions(question), ...sameEverywhere(question)));
}

/** Chance of 0, 1, 2… mistakes in an answer given at random; exact. */
export function randomMistakes(question: QuestionOf<DecisionFormat>): number[] {
  switch (question.format) {
    case 'multiple-choice':
      return allOf(question.options.map(() => oneOf([0, 1])));
    case 'document':
      return allOf(question.passages.map(() => oneOf([0, 1])));
    case 'categories':
      return allOf(
        question.items.map(({ category }) =>
          oneOf(question.categories.map(({ id }) => (id === category ? 0 : 1))),
        ),
      );
    case 'judgement':
      return allOf(
        question.reactions.map(({ rating }) => oneOf(RATINGS.map((given) => Math.abs(given - rating)))),
      );
    case 'order':
      // Inserting one more item among n, at any place, puts it out of order with 0, 1 … n others (Mahonian numbers).
      return allOf(question.items.map((_, others) => oneOf(Array.from({ length: others + 1 }, (_, n) => n))));
    case 'match':
      return randomPairs(question);
  }
}

/** Mistakes of every answer that says the same everywhere, or marks all, or nothing. */
function sameEverywhere(question: QuestionOf<DecisionFormat>): number[] {
  switch (question.format) {
    case 'multiple-choice':
      return split(question.options.map(({ correct }) => correct));
    case 'document':
      return split(question.passages.map(({ relevant }) => relevant));
    case 'categories':
      return question.categories.map(
        (same) => question.items.filter(({ category }) => category !== same.id).length,
      );
    case 'judgement':
      return RATINGS.map((same) =>
        question.reactions.reduce((distance, { rating }) => distance + Math.abs(rating - same), 0),
      );
    case 'match':
      return [pairMistakes(question, question.pairs.length - 1)];
    case 'order':
      return [];
  }
}

function decisions(question: QuestionOf<DecisionFormat>): number {
  switch (question.format) {
    case 'multiple-choice':
      return question.options.length;
    case 'document':
      return question.passages.length;
    case 'match':
      return question.pairs.length;
    case 'categories':
    case 'order':
      return question.items.length;
    case 'judgement':
      return question.reactions.length;
  }
}

function split(marked: boolean[]): number[] {
  const right = marked.filter(Boolean).length;
  return [right, marked.length - right];
}

/**
 * Pairs at random, every answer used once at most. Of the arrangements of n among m answers, those with r pairs right
 * are C(n, r) Σ_j (−1)^j C(n − r, j) (m − r − j)! / (m − n)!  (inclusion and exclusion).
 */
function randomPairs(question: QuestionOf<'match'>): number[] {
  const pairs = question.pairs.length;
  const answers = pairs + question.distractors.length;
  const chances: number[] = [];
  for (let right = 0; right <= pairs; right += 1) {
    let chance = 0;
    for (let j = 0; j <= pairs - right; j += 1) {
      chance += ((-1) ** j * choose(pairs - right, j) * factorial(answers - right - j)) / factorial(answers);
    }
    const mistakes = pairMistakes(question, pairs - right);
    chances[mistakes] = (chances[mistakes] ?? 0) + choose(pairs, right) * chance;
  }
  return Array.from(chances, (chance) => chance ?? 0);
}

/** Chances of a number drawn evenly from a list of small whole numbers. */
function oneOf(values: readonly number[]): number[] {
  const chances = new Array<number>(Math.max(...values) + 1).fill(0);
  for (const value of values) chances[value]! += 1 / values.length;
  return chances;
}

/** Chances of the sum of independent numbers. */
function allOf(parts: readonly number[][]): number[] {
  return parts.reduce(
    (sum, part) => {
      const next = new Array<number>(sum.length + part.length - 1).fill(0);
      sum.forEach((one, a) => {
        part.forEach((other, b) => {
          next[a + b]! += one * other;
        });
      });
      return next;
    },
    [1],
  );
}

function choose(n: number, k: number): number {
  return factorial(n) / factorial(k) / factorial(n - k);
}

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}
