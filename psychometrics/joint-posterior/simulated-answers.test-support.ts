import { exampleBank } from '../example-bank.ts';
import { categoryProbabilities } from '../models/response.ts';
import { createRandom, type Random } from '../random.ts';
import type { Answer } from './joint-posterior.ts';

const bank = exampleBank(1);
export const { structure } = bank;

/** Score drawn from the probabilities of all scores. */
export function drawScore(probabilities: readonly number[], random: Random): number {
  let luck = random.uniform();
  let score = 0;
  while (score < probabilities.length - 1 && luck >= probabilities[score]!) {
    luck -= probabilities[score]!;
    score += 1;
  }
  return score;
}

/** Abilities with one correlation within a domain of the example bank and one between: N(0, 1) each. */
export function drawAbilities(within: number, between: number, random: Random): number[] {
  const general = random.normal();
  return structure.domains.flatMap((members) => {
    const domain = random.normal();
    return members.map(
      () =>
        Math.sqrt(between) * general +
        Math.sqrt(within - between) * domain +
        Math.sqrt(1 - within) * random.normal(),
    );
  });
}

/** Answers to `count` questions of the example bank, drawn evenly, each question once. */
export function drawAnswers(abilities: readonly number[], count: number, random: Random): Answer[] {
  const answers: Answer[] = [];
  const seen = new Set<number>();
  while (answers.length < count) {
    const place = random.integer(bank.items.length);
    if (seen.has(place)) continue;
    seen.add(place);
    const { dimension, parameters } = bank.items[place]!;
    const score = drawScore(categoryProbabilities(parameters, abilities[dimension]!), random);
    answers.push({ dimension, item: parameters, score });
  }
  return answers;
}

/** 24 answers of one person on the first `dimensions` competences only, taken in turn. */
export function drawNarrowAnswers(dimensions: number, seed: number): Answer[] {
  const random = createRandom(seed, 'narrow');
  const abilities = Array.from({ length: dimensions }, () => random.normal());
  return Array.from({ length: 24 }, (_, index) => {
    const dimension = index % dimensions;
    const item = bank.items[random.integer(bank.items.length)]!.parameters;
    const score = drawScore(categoryProbabilities(item, abilities[dimension]!), random);
    return { dimension, item, score };
  });
}
