import { categoryProbabilities } from '../models/response.ts';
import { createRandom, deriveSeed, uniformFrom } from '../random.ts';
import type { AdaptiveBank } from './adaptive-bank.ts';

/** Somebody whose true ability is known, for simulations. `answer` gives the score of a question by its index. */
export type SimulatedPerson = { ability: number; answer: (item: number) => number; seed: number };

/**
 * `count` people of ability N(0, 1) who answer as the models say; the same seed, any finite number, gives the same people.
 * Nothing throws; none when `count` is 0 or less.
 */
export function* generatePeople(bank: AdaptiveBank, count: number, seed: number): Generator<SimulatedPerson> {
  for (let index = 0; index < count; index += 1) {
    const own = deriveSeed(seed, 'simulated person', index);
    const ability = createRandom(own).normal();
    yield { ability, seed: own, answer: (item) => drawScore(bank, item, ability, own) };
  }
}

function drawScore(bank: AdaptiveBank, item: number, ability: number, seed: number): number {
  let luck = uniformFrom(seed, bank.items[item]!.id);
  const probabilities = categoryProbabilities(bank.items[item]!.parameters, ability);
  const last = probabilities.length - 1;
  for (let score = 0; score < last; score += 1) {
    luck -= probabilities[score]!;
    if (luck < 0) return score;
  }
  return last;
}
