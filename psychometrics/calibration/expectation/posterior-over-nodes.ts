import type { Curves } from './expected-counts.ts';
import type { Patterns } from './patterns.ts';

/** Shares below e^−37 of the largest are less than a double can add to it. */
const NEGLIGIBLE = -37;
/** A probability that has underflowed counts as this. */
const SMALLEST = 1e-300;

/** Posterior distribution of one pattern over the nodes; every call overwrites the one before. */
export type PosteriorOverNodes = {
  /** Fills `share` and returns ln P(answers). */
  of(pattern: number): number;
  /** Share of each node, summing to 1 over first … last; what lies outside is meaningless and negligible. */
  share: Float64Array;
  readonly first: number;
  readonly last: number;
};

/**
 * Prepares to compute posteriors. In logarithms, scaled by the largest, so that nothing underflows however many
 * answers a person gave.
 */
export function createPosterior(patterns: Patterns, curves: Curves): PosteriorOverNodes {
  const { start, row, belief } = patterns;
  const { nodes } = curves.quadrature;
  const size = nodes.length;
  const logProbability = curves.probability.map((value) => Math.log(Math.max(value, SMALLEST)));
  const logShare = new Float64Array(size);
  const logSpacing = Math.log((nodes[size - 1]! - nodes[0]!) / (size - 1)) - 0.5 * Math.log(2 * Math.PI);
  const result = { of, share: new Float64Array(size), first: 0, last: size - 1 };
  const { share } = result;

  function begin(pattern: number): void {
    if (belief === undefined) {
      for (let node = 0; node < size; node += 1) logShare[node] = logProbability[node]!;
      return;
    }
    const sd = belief.sd[pattern]!;
    const scale = logSpacing - Math.log(sd);
    for (let node = 0; node < size; node += 1) {
      logShare[node] = scale - 0.5 * ((nodes[node]! - belief.mean[pattern]!) / sd) ** 2;
    }
  }

  function of(pattern: number): number {
    begin(pattern);
    const to = start[pattern + 1]!;
    let answer = start[pattern]!;
    for (; answer + 3 < to; answer += 4) {
      const a = row[answer]! * size;
      const b = row[answer + 1]! * size;
      const c = row[answer + 2]! * size;
      const d = row[answer + 3]! * size;
      for (let node = 0; node < size; node += 1) {
        logShare[node]! +=
          logProbability[a + node]! +
          logProbability[b + node]! +
          (logProbability[c + node]! + logProbability[d + node]!);
      }
    }
    for (; answer < to; answer += 1) {
      const a = row[answer]! * size;
      for (let node = 0; node < size; node += 1) logShare[node]! += logProbability[a + node]!;
    }
    return normalise();
  }

  function normalise(): number {
    let highest = logShare[0]!;
    for (let node = 1; node < size; node += 1) if (logShare[node]! > highest) highest = logShare[node]!;
    const least = highest + NEGLIGIBLE;
    let first = 0;
    while (logShare[first]! < least) first += 1;
    let last = size - 1;
    while (logShare[last]! < least) last -= 1;
    let total = 0;
    for (let node = first; node <= last; node += 1) {
      const value = Math.exp(logShare[node]! - highest);
      share[node] = value;
      total += value;
    }
    const scale = 1 / total;
    for (let node = first; node <= last; node += 1) share[node]! *= scale;
    result.first = first;
    result.last = last;
    return highest + Math.log(total);
  }

  return result;
}
