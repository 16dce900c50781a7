import { type ItemParameters, maximumScore } from '../models/item-parameters.ts';
import { categoryProbabilities } from '../models/response.ts';
import { createRandom } from '../random.ts';
import { type Answers, answerCollector } from './answers.ts';

/**
 * Answers of made-up people, as the models say: abilities N(mean, sd²), each asked `each` different questions of the
 * bank drawn evenly (all of them when `each` is the size of the bank). Used by tests, benches and power studies.
 * Throws a RangeError unless `each` lies in 1 … the size of the bank.
 */
export function simulateAnswers(
  bank: readonly ItemParameters[],
  spec: { people: number; each: number; seed: number; mean?: number; sd?: number },
): Answers {
  const { people, each, seed, mean = 0, sd = 1 } = spec;
  if (!(each >= 1 && each <= bank.length)) {
    throw new RangeError(`each must lie in 1 … ${bank.length}, not ${each}`);
  }
  const random = createRandom(seed, 'simulated-answers');
  const collector = answerCollector();
  const order = bank.map((_, index) => index);
  for (let person = 0; person < people; person += 1) {
    const ability = mean + sd * random.normal();
    collector.person();
    for (let place = 0; place < each; place += 1) {
      const other = each === bank.length ? place : place + random.integer(bank.length - place);
      const item = order[other]!;
      order[other] = order[place]!;
      order[place] = item;
      collector.answer(item, draw(bank[item]!, ability, random.uniform()));
    }
  }
  return collector.collected();
}

function draw(item: ItemParameters, ability: number, luck: number): number {
  const chances = categoryProbabilities(item, ability);
  let cumulated = 0;
  for (let score = 0; score < maximumScore(item); score += 1) {
    cumulated += chances[score]!;
    if (luck < cumulated) return score;
  }
  return maximumScore(item);
}
