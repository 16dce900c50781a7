/** Abilities and the share of the reference population N(0, 1) at each: 61 nodes from −6 to 6, shares summing to 1. */
export const POPULATION_GRID: { readonly abilities: readonly number[]; readonly shares: readonly number[] } =
  grid(61, 6);

function grid(count: number, limit: number) {
  const abilities = Array.from({ length: count }, (_, index) => -limit + (2 * limit * index) / (count - 1));
  const densities = abilities.map((ability) => Math.exp((-ability * ability) / 2));
  const total = densities.reduce((sum, density) => sum + density, 0);
  return { abilities, shares: densities.map((density) => density / total) };
}
