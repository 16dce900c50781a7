import { domainOfDimension, type Structure } from '../ability/structure.ts';

/**
 * Which covariances between competences are free, and which are one and the same number.
 *
 *   Σ = s · I + Σ_g p_g D_g
 *
 * (linear covariance structure, Anderson 1973, Annals of Statistics 1(1)). `group[a × n + b]` is the group g of
 * the pair a ≠ b; s is the variance common to all competences: 1, or one more parameter after the groups.
 */
export type CovariancePattern = {
  readonly count: number;
  readonly group: Int32Array;
  readonly groups: number;
};

/** One covariance within domains and one between (only those the structure has pairs for). */
export function structuredPattern(structure: Structure): CovariancePattern {
  const domains = domainOfDimension(structure);
  return patternOf(domains.length, (a, b) => (domains[a] === domains[b] ? 'within' : 'between'));
}

/** Every pair of competences has its own covariance. */
export function freePattern(structure: Structure): CovariancePattern {
  return patternOf(domainOfDimension(structure).length, (a, b) => `${Math.min(a, b)} ${Math.max(a, b)}`);
}

/** Covariance matrix of a pattern, n × n row by row. */
export function covarianceOf(
  { count, group }: CovariancePattern,
  covariances: ArrayLike<number>,
  variance: number,
): Float64Array {
  const matrix = new Float64Array(count * count);
  for (let a = 0; a < count; a += 1) {
    for (let b = 0; b < count; b += 1) {
      matrix[a * count + b] = a === b ? variance : covariances[group[a * count + b]!]!;
    }
  }
  return matrix;
}

/** Mean of the entries of each group: the closest member of the pattern to a matrix, in least squares. */
export function averagesOf({ count, group, groups }: CovariancePattern, matrix: ArrayLike<number>): number[] {
  const sums = new Array<number>(groups).fill(0);
  const sizes = new Array<number>(groups).fill(0);
  for (let a = 0; a < count; a += 1) {
    for (let b = 0; b < a; b += 1) {
      sums[group[a * count + b]!]! += matrix[a * count + b]!;
      sizes[group[a * count + b]!]! += 1;
    }
  }
  return sums.map((sum, index) => sum / sizes[index]!);
}

function patternOf(count: number, nameOf: (a: number, b: number) => string): CovariancePattern {
  const names = new Map<string, number>();
  const group = new Int32Array(count * count).fill(-1);
  for (let a = 0; a < count; a += 1) {
    for (let b = 0; b < count; b += 1) {
      if (a === b) continue;
      const name = nameOf(a, b);
      if (!names.has(name)) names.set(name, names.size);
      group[a * count + b] = names.get(name)!;
    }
  }
  return { count, group, groups: names.size };
}
