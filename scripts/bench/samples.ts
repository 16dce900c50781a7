/** Durations of one kind of request, in milliseconds. */
export type Summary = { count: number; p50: number; p95: number; p99: number; longest: number };

/** With no sample at all, every duration is 0. */
export function summarize(durations: readonly number[]): Summary {
  const sorted = [...durations].sort((one, other) => one - other);
  return {
    count: sorted.length,
    p50: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    p99: quantile(sorted, 0.99),
    longest: sorted.at(-1) ?? 0,
  };
}

/** The smallest value that at least this share of the sorted values does not exceed. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
