/**
 * How competences are grouped: one list of dimension indexes per domain.
 * Every index 0 … n − 1 appears exactly once.
 */
export type Structure = { domains: number[][] };

/** Number of competences of a structure. Throws a RangeError unless each index 0 … n − 1 appears once. */
export function dimensionCount(structure: Structure): number {
  const seen = new Set(structure.domains.flat());
  const count = structure.domains.reduce((sum, domain) => sum + domain.length, 0);
  for (let dimension = 0; dimension < count; dimension += 1) {
    if (!seen.has(dimension)) throw new RangeError(`dimension ${dimension} is in no domain of the structure`);
  }
  return count;
}

/** Domain index of each dimension. */
export function domainOfDimension(structure: Structure): number[] {
  const domains = new Array<number>(dimensionCount(structure)).fill(0);
  structure.domains.forEach((members, domain) => {
    for (const dimension of members) domains[dimension] = domain;
  });
  return domains;
}
