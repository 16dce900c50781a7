/**
 * Distribution of the sum of scores of questions that are independent given ability, from the probabilities of each
 * one's scores (a row a question, summing to 1).
 *
 *   S₀(0) = 1    Sᵢ(s) = Σ_k P(xᵢ = k) Sᵢ₋₁(s − k)
 *
 * Lord & Wingersky (1984), Applied Psychological Measurement 8(4), 453–461; for several credits Thissen, Pommerich,
 * Billeaud & Williams (1995), 19(1), 39–49. Entry s is the probability of a total of s; no question: [1].
 * Rows are not checked; nothing throws.
 */
export function scoreDistribution(probabilities: readonly (readonly number[])[]): Float64Array {
  let distribution = Float64Array.of(1);
  for (const scores of probabilities) distribution = addQuestion(distribution, scores);
  return distribution;
}

/** The distribution once one more question is counted. */
export function addQuestion(
  distribution: Float64Array,
  scores: readonly number[],
): Float64Array<ArrayBuffer> {
  const next = new Float64Array(distribution.length + scores.length - 1);
  for (let total = 0; total < distribution.length; total += 1) {
    const before = distribution[total]!;
    for (let score = 0; score < scores.length; score += 1) next[total + score]! += before * scores[score]!;
  }
  return next;
}
