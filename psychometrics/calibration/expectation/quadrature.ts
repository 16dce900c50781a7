/**
 * Evenly spaced abilities over which the population is integrated. The trapezoid rule on an even grid converges faster
 * than any power of the spacing for the smooth, bell-shaped integrands of this model (Trefethen & Weideman 2014, SIAM
 * Review 56(3)), and the same nodes serve everybody, so that counts can be added over people.
 */
export type Quadrature = { nodes: Float64Array };

/** Distribution of ability in the population people are drawn from. sd > 0. */
export type Population = { mean: number; sd: number };

/**
 * `count` ≥ 3 nodes over mean ± reach · sd of a population (N(0, 1) and 6 by default). Throws a RangeError outside these
 * ranges.
 */
export function evenQuadrature(
  count = 61,
  reach = 6,
  { mean, sd }: Population = { mean: 0, sd: 1 },
): Quadrature {
  if (!Number.isInteger(count) || count < 3) {
    throw new RangeError(`a quadrature needs a whole number of at least 3 nodes, not ${count}`);
  }
  if (!(reach > 0) || !Number.isFinite(reach)) throw new RangeError(`reach must be positive, not ${reach}`);
  const middle = (count - 1) / 2;
  const step = (reach * sd) / middle;
  return { nodes: Float64Array.from({ length: count }, (_, node) => mean + (node - middle) * step) };
}

/** The same range with a node more between each two: 2n − 1 nodes. */
export function refine({ nodes }: Quadrature): Quadrature {
  const finer = Float64Array.from({ length: 2 * nodes.length - 1 }, (_, node) =>
    node % 2 === 0 ? nodes[node / 2]! : (nodes[(node - 1) / 2]! + nodes[(node + 1) / 2]!) / 2,
  );
  return { nodes: finer };
}

/** A population whose mean ± `share` · sd leaves the nodes behind has mass outside them. */
export function covers({ nodes }: Quadrature, { mean, sd }: Population, share: number): boolean {
  return nodes[0]! <= mean - share * sd && nodes.at(-1)! >= mean + share * sd;
}

/**
 * Weight of each node under N(mean, sd²), proportional to its density; they sum to 1. Scaled by the largest, so that a
 * population that has left the nodes behind (one person, all right) still has weights: those of the nearest node.
 */
export function densityOf({ mean, sd }: Population, { nodes }: Quadrature): Float64Array {
  const logDensity = nodes.map((node) => -0.5 * ((node - mean) / sd) ** 2);
  const highest = logDensity.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  const density = logDensity.map((value) => Math.exp(value - highest));
  const total = density.reduce((sum, value) => sum + value, 0);
  return density.map((value) => value / total);
}
