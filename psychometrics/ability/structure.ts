/**
 * How competences are grouped: one list of dimension indexes per domain.
 * Every index 0 … n − 1 appears exactly once.
 */
export type Structure = { domains: number[][] };

/** Number of competences of a structure. Throws a RangeError unless each index 0 … n − 1 appears once. */
export function dimensionCount(structure: Structure): number {
  return domainOfDimension(structure).length;
}

/** Domain index of each dimension. Throws a RangeError unless each index 0 … n − 1 appears once. */
export function domainOfDimension({ domains }: Structure): number[] {
  let count = 0;
  for (const members of domains) count += members.length;
  const found = new Array<number>(count).fill(-1);
  for (let domain = 0; domain < domains.length; domain += 1) {
    for (const dimension of domains[domain]!) found[dimension] = domain;
  }
  const absent = found.indexOf(-1);
  if (absent >= 0) throw new RangeError(`dimension ${absent} is in no domain of the structure`);
  return found;
}
