import type { AdaptiveBank } from './adaptive-bank.ts';
import { takeTest } from './adaptive-test.ts';
import type { SelectionRule } from './rules.ts';
import type { SimulatedPerson } from './simulated-person.ts';
import { areaCounts, type Goal } from './turn.ts';

/** How tests went, over people. Abilities in their own unit; shares in [0, 1]. */
export type TestReport = {
  people: number;
  meanItems: number;
  /** Root mean squared error and mean error of the estimates. */
  rmse: number;
  bias: number;
  /** Root of the mean squared standard error claimed: the rmse to expect, whatever the luck of these people. */
  expectedRmse: number;
  /** Share whose standard error is that of the goal or less. */
  shareReached: number;
  /** Share of people shown the most shown question, and the least shown one. */
  maxExposure: number;
  minExposure: number;
  /** Share of the questions shown to nobody. */
  unusedShare: number;
  /** Share of tests whose areas differ by one question at most. */
  shareBalanced: number;
  /** Mean number of questions in the area with the most, less that in the area with the fewest. */
  areaGap: number;
  /** Mean time to choose a question, in milliseconds. */
  msPerChoice: number;
};

/** Allowance for the standard error being equal to the goal up to rounding. */
const ROUNDING = 1e-12;

/**
 * Gives every person a test, one after the other, the rule following the exposures. `people` holds at least one
 * person. `clock` in milliseconds; `progress` is told the people done. Throws a RangeError for nobody, or when somebody gives
 * a score their question has not.
 */
export function simulateTests(
  bank: AdaptiveBank,
  start: SelectionRule,
  goal: Goal,
  people: Iterable<SimulatedPerson>,
  clock: () => number = () => 0,
  progress: (done: number) => void = () => {},
): TestReport {
  const shown = new Float64Array(bank.items.length);
  const areas = new Float64Array(bank.areaCount);
  const sums = { people: 0, items: 0, error: 0, squared: 0, claimed: 0, reached: 0, balanced: 0 };
  const time = { choices: 0, milliseconds: 0 };
  const timing = {
    clock,
    spent: (milliseconds: number) => {
      time.choices += 1;
      time.milliseconds += milliseconds;
    },
  };
  let rule = start;
  for (const person of people) {
    const { asked, belief } = takeTest(bank, rule, goal, person, timing);
    const error = belief.mean - person.ability;
    const counts = areaCounts(bank, asked);
    for (const item of asked) shown[item]! += 1;
    for (let area = 0; area < counts.length; area += 1) areas[area]! += counts[area]!;
    sums.people += 1;
    sums.items += asked.length;
    sums.error += error;
    sums.squared += error ** 2;
    sums.claimed += belief.standardError ** 2;
    sums.reached += belief.standardError <= goal.standardError + ROUNDING ? 1 : 0;
    sums.balanced += Math.max(...counts) - Math.min(...counts) <= 1 ? 1 : 0;
    rule = rule.after(asked);
    progress(sums.people);
  }
  if (sums.people === 0) throw new RangeError('a simulation needs at least one person');
  return {
    people: sums.people,
    meanItems: sums.items / sums.people,
    rmse: Math.sqrt(sums.squared / sums.people),
    bias: sums.error / sums.people,
    expectedRmse: Math.sqrt(sums.claimed / sums.people),
    shareReached: sums.reached / sums.people,
    maxExposure: Math.max(...shown) / sums.people,
    minExposure: Math.min(...shown) / sums.people,
    unusedShare: shown.filter((count) => count === 0).length / shown.length,
    shareBalanced: sums.balanced / sums.people,
    areaGap: (Math.max(...areas) - Math.min(...areas)) / sums.people,
    msPerChoice: time.milliseconds / Math.max(1, time.choices),
  };
}
