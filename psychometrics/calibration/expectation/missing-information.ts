import type { Curves } from './expected-counts.ts';
import type { Patterns } from './patterns.ts';
import { createPosterior } from './posterior-over-nodes.ts';

/**
 * Slopes of the logarithm of the curves. Row r of the curves depends on the parameters
 * parameter[first[r]] … parameter[first[r + 1] − 1] (indexes into the list of all estimated parameters); entry k has
 * ∂ ln P / ∂ parameter at every node in slope[k · nodes …].
 */
export type LogSlopes = {
  parameters: number;
  first: Uint32Array;
  parameter: Uint32Array;
  slope: Float64Array;
};

/**
 * Information that is lost because abilities are not seen (Louis's second and third terms), summed over people:
 *
 *   Σ_i n_i Cov_{θ | x_i}( ∂ ln P(x_i, θ) )
 *
 * Louis (1982), J. R. Statist. Soc. B 44(2), eq. 3.2. Exact on the quadrature. Square matrix of `parameters` rows;
 * matrices of slices are added. Time: people × nodes × (parameters of their answers)² / 2.
 */
export function missingInformation(patterns: Patterns, curves: Curves, slopes: LogSlopes): Float64Array {
  const { start, row, weight } = patterns;
  const size = curves.quadrature.nodes.length;
  const { parameters, first: firstSlope, parameter, slope } = slopes;
  const matrix = new Float64Array(parameters * parameters);
  const posterior = createPosterior(patterns, curves);
  const { share } = posterior;
  const most = largestNumberOfSlopes(patterns, firstSlope);
  const own = new Uint32Array(most);
  const centred = new Float64Array(most * size);
  for (let pattern = 0; pattern < weight.length; pattern += 1) {
    posterior.of(pattern);
    const { first, last } = posterior;
    for (let node = first; node <= last; node += 1) share[node] = Math.sqrt(share[node]! * weight[pattern]!);
    let count = 0;
    if (patterns.belief === undefined) count = take(0, count, first, last, weight[pattern]!);
    for (let answer = start[pattern]!; answer < start[pattern + 1]!; answer += 1) {
      count = take(row[answer]!, count, first, last, weight[pattern]!);
    }
    addProducts(count, last - first + 1);
  }
  return matrix;

  /** Deviations of each slope of a row from its posterior mean, times the root of the node's share. */
  function take(of: number, taken: number, first: number, last: number, people: number): number {
    const width = last - first + 1;
    let count = taken;
    for (let entry = firstSlope[of]!; entry < firstSlope[of + 1]!; entry += 1) {
      const from = entry * size;
      let mean = 0;
      for (let node = first; node <= last; node += 1)
        mean += share[node]! * share[node]! * slope[from + node]!;
      mean /= people;
      const to = count * width - first;
      for (let node = first; node <= last; node += 1) {
        centred[to + node] = share[node]! * (slope[from + node]! - mean);
      }
      own[count] = parameter[entry]!;
      count += 1;
    }
    return count;
  }

  function addProducts(count: number, width: number): void {
    for (let one = 0; one < count; one += 1) {
      const a = one * width;
      let other = one;
      for (; other + 3 < count; other += 4) {
        const b = other * width;
        const c = b + width;
        const d = c + width;
        const e = d + width;
        let ab = 0;
        let ac = 0;
        let ad = 0;
        let ae = 0;
        for (let node = 0; node < width; node += 1) {
          const value = centred[a + node]!;
          ab += value * centred[b + node]!;
          ac += value * centred[c + node]!;
          ad += value * centred[d + node]!;
          ae += value * centred[e + node]!;
        }
        add(one, other, ab);
        add(one, other + 1, ac);
        add(one, other + 2, ad);
        add(one, other + 3, ae);
      }
      for (; other < count; other += 1) {
        const b = other * width;
        let sum = 0;
        for (let node = 0; node < width; node += 1) sum += centred[a + node]! * centred[b + node]!;
        add(one, other, sum);
      }
    }
  }

  /** Two slopes of one shared parameter meet on the diagonal twice. */
  function add(one: number, other: number, value: number): void {
    const p = own[one]!;
    const q = own[other]!;
    matrix[p * parameters + q]! += value;
    if (one !== other) matrix[q * parameters + p]! += value;
  }
}

function largestNumberOfSlopes({ start, row, weight }: Patterns, first: Uint32Array): number {
  const everybody = first[1]! - first[0]!;
  let most = everybody;
  for (let pattern = 0; pattern < weight.length; pattern += 1) {
    let count = everybody;
    for (let answer = start[pattern]!; answer < start[pattern + 1]!; answer += 1) {
      count += first[row[answer]! + 1]! - first[row[answer]!]!;
    }
    if (count > most) most = count;
  }
  return most;
}
