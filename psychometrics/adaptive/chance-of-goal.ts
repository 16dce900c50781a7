import { maximumScore } from '../models/item-parameters.ts';
import { type AdaptiveBank, NODE_COUNT } from './adaptive-bank.ts';
import type { Belief } from './belief.ts';
import type { Goal } from './turn.ts';

/**
 * The probability, under the belief, that the answer to a question brings the standard error of the goal: the sum of
 * the predictive probabilities of the scores after which the posterior is narrow enough. In [0, 1].
 */
export function chanceOfGoal(bank: AdaptiveBank, belief: Belief, goal: Goal, item: number): number {
  const { nodes, probability } = bank;
  const { weights, mean } = belief;
  let chance = 0;
  for (let score = 0; score <= maximumScore(bank.items[item]!.parameters); score += 1) {
    const row = (bank.firstRow[item]! + score) * NODE_COUNT;
    let mass = 0;
    let first = 0;
    let second = 0;
    for (let node = 0; node < NODE_COUNT; node += 1) {
      const part = weights[node]! * probability[row + node]!;
      const deviation = nodes[node]! - mean;
      mass += part;
      first += part * deviation;
      second += part * deviation * deviation;
    }
    if (second * mass - first * first <= goal.standardError ** 2 * mass * mass) chance += mass;
  }
  return chance;
}
