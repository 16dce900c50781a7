import type { Patterns } from './patterns.ts';
import { createPosterior } from './posterior-over-nodes.ts';
import type { Quadrature } from './quadrature.ts';

/**
 * What the E-step needs to know of the questions: P(credit | node) of every credit of every question, one row of
 * `nodes.length` numbers each. Row 0 is the weight of each node in the population.
 */
export type Curves = { quadrature: Quadrature; probability: Float64Array };

/** Sufficient statistics of a set of people; those of two sets are added. */
export type ExpectedCounts = {
  /** Σ weight · ln P(answers). */
  logLikelihood: number;
  /** Expected number of people at each node who gave each answer, laid out as the curves; row 0: all people. */
  counts: Float64Array;
};

/**
 * E-step on a slice of people: with w_q the population's weight of node q,
 *
 *   L_i = Σ_q w_q Π_j P(x_ij | θ_q)      r_{jk}(q) = Σ_i n_i [x_ij = k] w_q Π_j P(x_ij | θ_q) / L_i
 *
 * Bock & Aitkin (1981), Psychometrika 46(4), eqs 13–16. A pure function: slices may be counted anywhere and added
 * (`addReplies`), and nothing throws. Time grows with people × their answers × nodes; questions not asked cost nothing.
 */
export function expectedCounts(patterns: Patterns, curves: Curves): ExpectedCounts {
  const { start, row, weight } = patterns;
  const size = curves.quadrature.nodes.length;
  const counts = new Float64Array(curves.probability.length);
  const posterior = createPosterior(patterns, curves);
  const { share } = posterior;
  let logLikelihood = 0;
  for (let pattern = 0; pattern < weight.length; pattern += 1) {
    const people = weight[pattern]!;
    logLikelihood += people * posterior.of(pattern);
    const { first, last } = posterior;
    for (let node = first; node <= last; node += 1) {
      share[node]! *= people;
      counts[node]! += share[node]!;
    }
    const to = start[pattern + 1]!;
    let answer = start[pattern]!;
    for (; answer + 3 < to; answer += 4) {
      const a = row[answer]! * size;
      const b = row[answer + 1]! * size;
      const c = row[answer + 2]! * size;
      const d = row[answer + 3]! * size;
      for (let node = first; node <= last; node += 1) {
        const part = share[node]!;
        counts[a + node]! += part;
        counts[b + node]! += part;
        counts[c + node]! += part;
        counts[d + node]! += part;
      }
    }
    for (; answer < to; answer += 1) {
      const a = row[answer]! * size;
      for (let node = first; node <= last; node += 1) counts[a + node]! += share[node]!;
    }
  }
  return { logLikelihood, counts };
}

/** Σ weight · ln P(answers) alone, at about half the cost. */
export function logLikelihoodOf(patterns: Patterns, curves: Curves): number {
  const posterior = createPosterior(patterns, curves);
  let sum = 0;
  for (let pattern = 0; pattern < patterns.weight.length; pattern += 1) {
    sum += patterns.weight[pattern]! * posterior.of(pattern);
  }
  return sum;
}
