import { information } from '../models/response.ts';
import { type AdaptiveBank, NODE_COUNT } from './adaptive-bank.ts';
import type { Belief } from './belief.ts';
import { informationByArea } from './capacity.ts';
import type { Goal } from './turn.ts';

/**
 * How much a question that tells `told` (Fisher information) lowers a posterior variance v:
 *
 *   v − 1/(1/v + I) = v² I / (1 + v I)
 */
function drop(variance: number, told: number): number {
  return (variance * variance * told) / (1 + variance * told);
}

/**
 * Whether a question is expected to lower the variance of a belief by `least` or more. False for null.
 *
 * For a given mean length, the mean squared error over people is least when the last question brings everybody the
 * same: if it brought one person more than another, moving a question from the latter to the former would lower it.
 * So people about whom the bank tells much go on below the standard error of the goal, and nobody else.
 */
export function worthAsking(bank: AdaptiveBank, belief: Belief, item: number | null, least: number): boolean {
  if (item === null) return false;
  return drop(belief.standardError ** 2, information(bank.items[item]!.parameters, belief.mean)) >= least;
}

/**
 * By how much the question after the goal would lower the variance, on average over N(0, 1): at each ability the best
 * questions are taken, areas in turn, until the information reaches 1/SE² − 1 or the test its greatest length, and
 * the next one is valued where the goal was reached. Positive; in squared units of ability.
 */
export function worthOfLastQuestion(bank: AdaptiveBank, goal: Goal): number {
  const variance = goal.standardError ** 2;
  let sum = 0;
  let total = 0;
  for (let node = 0; node < NODE_COUNT; node += 1) {
    const weight = Math.exp(-0.5 * bank.nodes[node]! ** 2);
    sum += weight * drop(variance, informationAfterGoal(bank, goal, node));
    total += weight;
  }
  return sum / total;
}

function informationAfterGoal(
  bank: AdaptiveBank,
  { standardError, maximumLength }: Goal,
  node: number,
): number {
  const needed = 1 / standardError ** 2 - 1;
  const areas = informationByArea(bank, node);
  const rounds = Math.max(...areas.map(({ length }) => length));
  const inTurn = Array.from({ length: rounds }, (_, round) =>
    areas.flatMap((values) => values.slice(round, round + 1)).sort((one, other) => other - one),
  ).flat();
  let told = 0;
  let length = 0;
  while (length < Math.min(maximumLength, inTurn.length - 1) && told < needed) {
    told += inTurn[length]!;
    length += 1;
  }
  return inTurn[length]!;
}
