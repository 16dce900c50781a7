/**
 * A response model in slope-intercept form: credits 0 … m, parameters (a, d₁ … d_m), so as many parameters as credits.
 * In this form the complete-data likelihood of the 2PL, the partial credit and the graded response model is concave,
 * which the questions' difficulties b = −d/a are not.
 */
export type CurveFamily = {
  /**
   * At one ability: P(k) into `probability[k]`, and ∂ ln P(k) / ∂ parameter p into `slope[k · (m + 1) + p]`. Both finite;
   * probabilities may underflow to 0.
   */
  evaluate(parameters: Float64Array, ability: number, probability: Float64Array, slope: Float64Array): void;
  /** Whether the parameters give every credit a probability. */
  isPossible(parameters: Float64Array): boolean;
  /** Intercepts to begin with, from the share of answers at each credit (positive, summing to 1) and the slope. */
  begin(shares: readonly number[], slope: number): number[];
};

/**
 * A logit averaged over a N(0, 1) population is about this much flatter for a slope a, so an intercept matched to
 * population shares is stretched by it (16√3 / 15π ≈ 0.588; Johnson & Kotz 1970).
 */
export function stretchOf(slope: number): number {
  return Math.sqrt(1 + (0.588 * slope) ** 2);
}
