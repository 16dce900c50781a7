import type { AbilityState } from '../ability/state.ts';
import { assertAnswer, beliefOf, siteOf } from '../joint-posterior/joint-posterior.ts';
import { propagate } from '../joint-posterior/propagation.ts';
import { fitItem, type ItemObservations } from './fit-item.ts';
import type { ItemBelief } from './item-belief.ts';
import { beliefIn, nextVersion, type ParameterVersion } from './parameter-version.ts';

/** One answer, to a question by its id. */
export type GivenAnswer = { item: string; score: number };

/** Stand-ins need no more: what is left moves a difficulty by less than a thousandth. */
const PRECISE = { tolerance: 1e-3, sweeps: 12 } as const;
const CYCLES = 2;

/**
 * Nightly calibration: all answers so far give a new version of the parameters.
 *
 * E-step: for each answer, the belief N(m, v) about the person's ability from all their other answers, on all
 * competences (the cavity of expectation propagation; see propagate). M-step: each question apart, the most
 * probable parameters with these beliefs as population density (see fitItem). Since the gradient of the evidence
 * of expectation propagation in a question's parameters is that of ln ∫ P(x | θ) N(θ; m, v) dθ, the fixed point
 * is the marginal posterior mode (Seeger 2005, § 4; Bock & Aitkin 1981, Psychometrika 46(4), for the classical
 * case). The prior of the people fixes the scale: it cannot drift.
 *
 * `cycles` of both steps (default 2: each night goes on where the last one stopped). Throws a RangeError on an
 * answer that cannot be one, or to a question the version does not know.
 */
export function recalibrate(input: {
  version: ParameterVersion;
  prior: AbilityState;
  people: readonly (readonly GivenAnswer[])[];
  cycles?: number;
}): ParameterVersion {
  const { prior, people, cycles = CYCLES } = input;
  let { items } = input.version;
  for (const given of people) {
    for (const { item, score } of given) {
      const { dimension, scoring } = beliefIn(input.version, item);
      assertAnswer(prior, { dimension, item: scoring, score });
    }
  }
  for (let cycle = 0; cycle < cycles; cycle += 1) items = fitted(items, expected(items, prior, people));
  const answers = people.reduce((sum, given) => sum + given.length, 0);
  return nextVersion(input.version, { people: people.length, answers, items });
}

function expected(
  items: Readonly<Record<string, ItemBelief>>,
  prior: AbilityState,
  people: readonly (readonly GivenAnswer[])[],
): Map<string, ItemObservations> {
  const observations = new Map<string, ItemObservations>();
  for (const id of Object.keys(items)) observations.set(id, { scores: [], means: [], sds: [] });
  const start = beliefOf(prior);
  for (const given of people) {
    const sites = given.map(({ item, score }) => {
      const { dimension, scoring } = items[item]!;
      return siteOf({ dimension, item: scoring, score });
    });
    const { cavityMean, cavityVariance } = propagate(start, sites, PRECISE);
    given.forEach(({ item, score }, index) => {
      const own = observations.get(item)!;
      own.scores.push(score);
      own.means.push(cavityMean[index]!);
      own.sds.push(Math.sqrt(cavityVariance[index]!));
    });
  }
  return observations;
}

function fitted(
  items: Readonly<Record<string, ItemBelief>>,
  observations: ReadonlyMap<string, ItemObservations>,
): Record<string, ItemBelief> {
  return Object.fromEntries(
    Object.entries(items).map(([id, belief]) => [id, fitItem(belief, observations.get(id)!)]),
  );
}
