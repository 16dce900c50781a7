/**
 * Item purification: a question that functions differently spoils the score people are matched on. Questions flagged in
 * one round leave the anchor for the next, until two rounds in a row flag the same (`settled`) or `rounds` are spent
 * (10 by default, at least 1). A studied question always counts in its own matching score.
 *
 * Candell & Drasgow (1988), Applied Psychological Measurement 12(3), 253–260; the same stopping rule as difR 5.1
 * (Magis et al. 2010). `rounds` returned is the number of rounds after the first comparison. Should every question be
 * flagged, the last results that had an anchor are kept, not settled.
 */
export function purify<Result extends { flagged: boolean }>(
  count: number,
  compareAll: (anchors: ReadonlySet<number>) => Result[],
  most = 10,
): { items: Result[]; rounds: number; settled: boolean } {
  if (!Number.isInteger(most) || most < 1) throw new RangeError(`at least one round is needed, not ${most}`);
  const all = Array.from({ length: count }, (_, index) => index);
  let items = compareAll(new Set(all));
  for (let rounds = 0; ; rounds += 1) {
    const flags = items.map(({ flagged }) => flagged);
    const anchors = new Set(all.filter((index) => !flags[index]));
    if (rounds === 0 && anchors.size === count) return { items, rounds, settled: true };
    if (rounds === most || anchors.size === 0) return { items, rounds, settled: false };
    const next = compareAll(anchors);
    items = next;
    if (next.every(({ flagged }, index) => flagged === flags[index])) {
      return { items, rounds: rounds + 1, settled: true };
    }
  }
}
