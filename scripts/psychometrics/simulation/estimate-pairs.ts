/** Pairs of an estimate and the truth. */
export class Pairs {
  readonly #pairs: [number, number][] = [];

  add(estimate: number, truth: number): void {
    this.#pairs.push([estimate, truth]);
  }

  /** Squared correlation; 0 when either side does not vary. */
  squaredCorrelation(): number {
    const size = this.#pairs.length;
    const meanEstimate = this.#pairs.reduce((sum, [estimate]) => sum + estimate, 0) / size;
    const meanTruth = this.#pairs.reduce((sum, [, truth]) => sum + truth, 0) / size;
    let both = 0;
    let estimates = 0;
    let truths = 0;
    for (const [estimate, truth] of this.#pairs) {
      both += (estimate - meanEstimate) * (truth - meanTruth);
      estimates += (estimate - meanEstimate) ** 2;
      truths += (truth - meanTruth) ** 2;
    }
    return estimates > 0 && truths > 0 ? both ** 2 / (estimates * truths) : 0;
  }
}
