import { type ItemParameters, maximumScore } from '../models/item-parameters.ts';
import { logLikelihood } from '../models/response.ts';

/** Abilities at which likelihoods are tabulated: −8 to 8 in steps of 0.2. */
export const GRID = { lowest: -8, step: 0.2, nodes: 81 } as const;

/** P(x | θ) at every node of GRID, divided by its largest value, whose logarithm is `logScale`. */
export type LikelihoodCurve = { values: Float64Array; logScale: number };

const known = new WeakMap<ItemParameters, LikelihoodCurve[]>();

/** Ability at a node of GRID. */
export function abilityAt(node: number): number {
  return GRID.lowest + GRID.step * node;
}

/**
 * Curve of one score of a question. Kept as long as the parameters object is, which must therefore not be
 * changed in place. `score` is a whole number 0 … maximumScore(item).
 */
export function likelihoodCurve(item: ItemParameters, score: number): LikelihoodCurve {
  let curves = known.get(item);
  if (!curves) {
    curves = Array.from({ length: maximumScore(item) + 1 }, (_, credit) => tabulate(item, credit));
    known.set(item, curves);
  }
  return curves[score]!;
}

/** Curve of several independent answers together: the product of theirs. No curve gives the constant 1. */
export function productOfCurves(curves: readonly LikelihoodCurve[]): LikelihoodCurve {
  const values = new Float64Array(GRID.nodes).fill(1);
  let logScale = 0;
  for (const curve of curves) {
    let highest = 0;
    for (let node = 0; node < GRID.nodes; node += 1) {
      values[node]! *= curve.values[node]!;
      if (values[node]! > highest) highest = values[node]!;
    }
    // All nodes underflow together only when answers contradict one another beyond the range of numbers.
    const scale = highest > 0 ? highest : 1;
    for (let node = 0; node < GRID.nodes; node += 1) values[node]! /= scale;
    logScale += curve.logScale + Math.log(scale);
  }
  return { values, logScale };
}

function tabulate(item: ItemParameters, score: number): LikelihoodCurve {
  const values = Float64Array.from({ length: GRID.nodes }, (_, node) =>
    logLikelihood(item, score, abilityAt(node)),
  );
  const logScale = values.reduce((highest, value) => Math.max(highest, value), Number.NEGATIVE_INFINITY);
  return { values: values.map((value) => Math.exp(value - logScale)), logScale };
}
