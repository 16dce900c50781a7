/** Rank of a matrix of whole numbers, exactly (elimination without fractions, Bareiss 1968). The matrix is left as it was. */
export function rankOf(rows: readonly (readonly number[])[]): number {
  const matrix = rows.map((row) => row.map(BigInt));
  const width = matrix[0]?.length ?? 0;
  let rank = 0;
  let previous = 1n;
  for (let column = 0; column < width && rank < matrix.length; column += 1) {
    const found = matrix.findIndex((row, index) => index >= rank && row[column] !== 0n);
    if (found < 0) continue;
    [matrix[rank], matrix[found]] = [matrix[found]!, matrix[rank]!];
    const pivotRow = matrix[rank]!;
    const pivot = pivotRow[column]!;
    for (let index = rank + 1; index < matrix.length; index += 1) {
      const row = matrix[index]!;
      const factor = row[column]!;
      matrix[index] = row.map((value, place) => (value * pivot - pivotRow[place]! * factor) / previous);
    }
    previous = pivot;
    rank += 1;
  }
  return rank;
}
