const MOST_ROUNDS = 5000;
const PRECISION = 1e-12;

/**
 * Loadings of one factor that leave the smallest residuals off the diagonal, Σ_{i<j} (r_ij − λᵢλⱼ)², |λ| ≤ 1.
 * Each loading in turn is the regression of its correlations on the other loadings,
 *
 *   λᵢ = Σ_{j≠i} r_ij λⱼ / Σ_{j≠i} λⱼ²
 *
 * until none moves by 1e-12: minimum residuals, Harman & Jones (1966), Psychometrika 31, 351–368; the bound by Harman &
 * Fukuda (1966). The loading with the largest size in sum is positive. `correlations` is square, symmetric, at least 3 × 3.
 */
export function oneFactor(correlations: readonly (readonly number[])[]): {
  loadings: number[];
  settled: boolean;
} {
  const loadings = startingLoadings(correlations);
  let settled = false;
  for (let round = 0; round < MOST_ROUNDS && !settled; round += 1) {
    let move = 0;
    for (let index = 0; index < loadings.length; index += 1) {
      const next = regression(correlations[index]!, loadings, index);
      move = Math.max(move, Math.abs(next - loadings[index]!));
      loadings[index] = next;
    }
    settled = move < PRECISION;
  }
  const sum = loadings.reduce((total, loading) => total + loading, 0);
  return { loadings: sum < 0 ? loadings.map((loading) => -loading) : loadings, settled };
}

function regression(row: readonly number[], loadings: readonly number[], index: number): number {
  let together = 0;
  let squares = 0;
  for (let other = 0; other < loadings.length; other += 1) {
    if (other === index) continue;
    together += row[other]! * loadings[other]!;
    squares += loadings[other]! ** 2;
  }
  return squares > 1e-300 ? Math.max(-1, Math.min(1, together / squares)) : 0;
}

/** First principal axis, by a few powers of the matrix, at half its length: near enough to start from. */
function startingLoadings(correlations: readonly (readonly number[])[]): number[] {
  // Unequal entries, so that no symmetry of the matrix can hide the axis.
  let axis = correlations.map((_, index) => 1 + index / (10 * correlations.length));
  for (let power = 0; power < 30; power += 1) {
    const next = correlations.map((row) => row.reduce((sum, value, index) => sum + value * axis[index]!, 0));
    const length = Math.sqrt(next.reduce((sum, value) => sum + value * value, 0));
    if (!(length > 0)) break;
    axis = next.map((value) => value / length);
  }
  return axis.map((value) => (value * Math.sqrt(correlations.length)) / 2);
}
