import { normalBelow } from '../distributions/normal.ts';
import { scoreDistribution } from '../fit/score-distribution.ts';
import { assertUsable, type ItemParameters } from '../models/item-parameters.ts';
import { categoryProbabilities, expectedScore } from '../models/response.ts';

/**
 * How far levels can be trusted. `accuracy`: share of people expected to be given their true level. `consistency`: share who
 * would be given the same level by a second, equal measurement. `kappa`: consistency beyond what chance alone gives (0 …
 * 1; null when everybody is in one level).
 */
export type ClassificationQuality = { accuracy: number; consistency: number; kappa: number | null };

/**
 * Levels given from ability estimates with their own standard errors, as after an adaptive test. The true ability of each
 * person is N(estimate, SE²):
 *
 *   accuracy = mean of P(true level = level given)    consistency = mean of Σ_k P(level k)²
 *
 * Rudner (2001, 2005), Practical Assessment, Research & Evaluation 7(14) and 10(13). `cuts` increase; a person on a cut is
 * above it. With a standard error of 0 the level is certain. Null without people. Throws a RangeError on cuts out of order or
 * figures that are not finite.
 */
export function abilityClassification(
  estimates: readonly { ability: number; standardError: number }[],
  cuts: readonly number[],
): ClassificationQuality | null {
  assertCuts(cuts);
  return quality(
    estimates.map(({ ability, standardError }) => {
      if (!Number.isFinite(ability) || !(standardError >= 0) || !Number.isFinite(standardError)) {
        throw new RangeError(
          `expected a finite ability and standard error, not ${ability} and ${standardError}`,
        );
      }
      const below = cuts.map((cut) => {
        if (standardError === 0) return ability < cut ? 1 : 0;
        return normalBelow((cut - ability) / standardError);
      });
      return { level: levelOf(ability, cuts), shares: differences(below) };
    }),
  );
}

/**
 * Levels given from the total score of a fixed test: a person of ability θ has the distribution of totals of Lord & Wingersky
 * and truly belongs to the level of their expected total. `cuts` are totals, increasing (a total on a cut is above it);
 * `abilities` stand for the people (their estimates, or draws or nodes of the population, all alike).
 *
 * Lee (2010), Classification consistency and accuracy for complex assessments using item response theory, Journal of
 * Educational Measurement 47(1), 1–17. Null without abilities. Throws a RangeError as above, or
 * on parameters out of range.
 */
export function totalScoreClassification(
  items: readonly ItemParameters[],
  abilities: readonly number[],
  cuts: readonly number[],
): ClassificationQuality | null {
  assertCuts(cuts);
  for (const item of items) assertUsable(item);
  return quality(
    abilities.map((ability) => {
      if (!Number.isFinite(ability)) throw new RangeError(`expected a finite ability, not ${ability}`);
      const totals = scoreDistribution(items.map((item) => categoryProbabilities(item, ability)));
      const shares = new Array<number>(cuts.length + 1).fill(0);
      totals.forEach((p, total) => {
        shares[levelOf(total, cuts)]! += p;
      });
      const expected = items.reduce((sum, item) => sum + expectedScore(item, ability), 0);
      return { level: levelOf(expected, cuts), shares };
    }),
  );
}

function assertCuts(cuts: readonly number[]): void {
  const ordered = cuts.every((cut, index) => Number.isFinite(cut) && (index === 0 || cut > cuts[index - 1]!));
  if (!ordered) throw new RangeError(`cuts must be finite and increase, not [${cuts.join(', ')}]`);
}

function levelOf(value: number, cuts: readonly number[]): number {
  return cuts.filter((cut) => value >= cut).length;
}

function differences(below: readonly number[]): number[] {
  return [...below, 1].map((share, index) => Math.max(0, share - (below[index - 1] ?? 0)));
}

function quality(
  people: readonly { level: number; shares: readonly number[] }[],
): ClassificationQuality | null {
  const count = people.length;
  if (count === 0) return null;
  let accuracy = 0;
  let consistency = 0;
  const overall = new Array<number>(people[0]!.shares.length).fill(0);
  for (const { level, shares } of people) {
    accuracy += shares[level]! / count;
    shares.forEach((share, index) => {
      consistency += (share * share) / count;
      overall[index]! += share / count;
    });
  }
  const chance = overall.reduce((sum, share) => sum + share * share, 0);
  return { accuracy, consistency, kappa: chance < 1 - 1e-12 ? (consistency - chance) / (1 - chance) : null };
}
