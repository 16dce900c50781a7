/** People with totals from `lowest` to `highest`, observed and expected at each score of the question. */
export type ScoreGroup = {
  lowest: number;
  highest: number;
  people: number;
  observed: number[];
  expected: number[];
};

/** A cell of the comparison: neighbouring scores of the question put together. */
export type Cell = { observed: number; expected: number };

const FEWEST_EXPECTED = 1;

/**
 * Puts sparse cells together until every one expects at least one person, so that the χ² approximation holds: first
 * neighbouring scores of the question within a group; a group that cannot hold two such cells joins the neighbouring
 * group with fewer people, lowest totals first. Orlando & Thissen (2000, p. 55–56). When nothing can be compared
 * (one group left, too sparse) the result is empty. The groups given are left as they are.
 */
export function collapse(groups: readonly ScoreGroup[]): (ScoreGroup & { cells: Cell[] })[] {
  const current = [...groups];
  for (;;) {
    const sparse = current.findIndex((group) => cellsOf(group).length < 2);
    if (sparse < 0) return current.map((group) => ({ ...group, cells: cellsOf(group) }));
    if (current.length === 1) return [];
    const neighbour = smallerNeighbour(current, sparse);
    const first = Math.min(sparse, neighbour);
    current.splice(first, 2, join(current[first]!, current[first + 1]!));
  }
}

function smallerNeighbour(groups: readonly ScoreGroup[], index: number): number {
  const before = groups[index - 1];
  const after = groups[index + 1];
  if (!before) return index + 1;
  if (!after) return index - 1;
  return before.people <= after.people ? index - 1 : index + 1;
}

function join(one: ScoreGroup, other: ScoreGroup): ScoreGroup {
  return {
    lowest: one.lowest,
    highest: other.highest,
    people: one.people + other.people,
    observed: one.observed.map((count, score) => count + other.observed[score]!),
    expected: one.expected.map((count, score) => count + other.expected[score]!),
  };
}

/** Scores put together, the sparsest with its sparser neighbour, until each cell is full enough or one is left. */
function cellsOf(group: ScoreGroup): Cell[] {
  const cells = group.expected.map((expected, score) => ({ observed: group.observed[score]!, expected }));
  while (cells.length > 1) {
    const sparsest = cells.reduce(
      (least, cell, index) => (cell.expected < cells[least]!.expected ? index : least),
      0,
    );
    if (cells[sparsest]!.expected >= FEWEST_EXPECTED) break;
    const before = cells[sparsest - 1]?.expected ?? Number.POSITIVE_INFINITY;
    const after = cells[sparsest + 1]?.expected ?? Number.POSITIVE_INFINITY;
    const first = before <= after ? sparsest - 1 : sparsest;
    const [one, other] = [cells[first]!, cells[first + 1]!];
    cells.splice(first, 2, {
      observed: one.observed + other.observed,
      expected: one.expected + other.expected,
    });
  }
  return cells;
}
