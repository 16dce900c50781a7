import type { ItemBlock } from '../plan.ts';

/** Logarithm of the prior density of a question's parameters, up to a constant, with what Newton steps need. */
export type PriorAt = {
  value: number;
  /** Derivatives by slope and intercepts. */
  gradient: Float64Array;
  /** Gauss-Newton part of the negative second derivatives (positive semi-definite), row-major. */
  curvature: Float64Array;
};

/** Whether a slope must be positive: a prior speaks of its logarithm, or divides by it. */
export function needsPositiveSlope({ item }: ItemBlock): boolean {
  return item.prior?.logDiscrimination !== undefined || item.prior?.difficulty !== undefined;
}

/**
 * ln a ~ N(μ, σ²) and b_j = −d_j / a ~ N(μ_j, σ²), in slope and intercepts:
 *
 *   ∂b/∂a = −b/a      ∂b/∂d = −1/a      ∂ ln a/∂a = 1/a
 *
 * `hasOwnSlope` is false under a common discrimination, whose prior is counted once elsewhere.
 */
export function priorAt(block: ItemBlock, native: Float64Array, hasOwnSlope: boolean): PriorAt {
  const { size, item } = block;
  const gradient = new Float64Array(size);
  const curvature = new Float64Array(size * size);
  const slope = native[0]!;
  const belief = item.prior?.logDiscrimination;
  let value = 0;
  if (belief && hasOwnSlope) {
    const precision = 1 / belief.sd ** 2;
    const deviation = Math.log(slope) - belief.mean;
    value -= 0.5 * precision * deviation ** 2;
    gradient[0]! -= (precision * deviation) / slope;
    curvature[0]! += precision / slope ** 2;
  }
  const difficulty = item.prior?.difficulty;
  if (difficulty) {
    const precision = 1 / difficulty.sd ** 2;
    for (let step = 1; step < size; step += 1) {
      const mean = typeof difficulty.mean === 'number' ? difficulty.mean : difficulty.mean[step - 1]!;
      const b = -native[step]! / slope;
      const bySlope = -b / slope;
      const byIntercept = -1 / slope;
      value -= 0.5 * precision * (b - mean) ** 2;
      gradient[0]! -= precision * (b - mean) * bySlope;
      gradient[step]! -= precision * (b - mean) * byIntercept;
      curvature[0]! += precision * bySlope ** 2;
      curvature[step * size + step]! += precision * byIntercept ** 2;
      curvature[step]! += precision * bySlope * byIntercept;
      curvature[step * size]! += precision * bySlope * byIntercept;
    }
  }
  return { value, gradient, curvature };
}
