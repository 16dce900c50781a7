import { drawBinomial } from '../distributions/binomial.ts';
import { createRandom } from '../random.ts';
import { type BootstrapInterval, intervalFrom } from './bootstrap.ts';

/** How many people went from one score to another: all that the change of a group needs, and nobody's own answers. */
export type ChangeTable = readonly { before: number; after: number; people: number }[];

/** The three statistics of `changeEffect` and `pairedTest` that a report shows. */
export type ChangeStatistics = {
  /** D̄, in points. */
  difference: number;
  /** d_z = D̄ / s_D, null when every change is the same. */
  ofChanges: number | null;
  /** d_av = D̄ / ((s₁ + s₂)/2), null when nobody differs. */
  ofScores: number | null;
};

export type TableChange = {
  people: number;
  before: { mean: number; deviation: number };
  after: { mean: number; deviation: number };
  difference: BootstrapInterval;
  ofChanges: BootstrapInterval | null;
  ofScores: BootstrapInterval | null;
};

/**
 * The change of a group and its BCa intervals (see `bootstrapInterval`) from a table of counts. A sample drawn with
 * replacement from n people is a multinomial draw of the table, made line by line with binomials, so that the cost
 * depends on the size of the table and not on n. The same as from the list of people, but for the draws.
 *
 * `people` are whole numbers ≥ 0, two at least in all; scores are finite. An effect that would be infinite in a sample
 * (where nobody differs) has no interval: null. The same seed gives the same intervals; `replicates` 1,000 by default,
 * at least 100. Throws a RangeError otherwise.
 */
export function tableChange(
  table: ChangeTable,
  options: { seed: number | string; replicates?: number; confidence?: number },
): TableChange {
  const { seed, replicates = 1000, confidence = 0.95 } = options;
  const cells = table.filter(({ people }) => people !== 0);
  for (const { before, after, people } of cells) {
    if (!(Number.isSafeInteger(people) && people > 0))
      throw new RangeError(`${people} people cannot be counted`);
    if (!Number.isFinite(before - after)) throw new RangeError('the scores of a line are not finite');
  }
  const counts = Float64Array.from(cells, ({ people }) => people);
  const people = counts.reduce((sum, count) => sum + count, 0);
  if (people < 2) throw new RangeError(`at least 2 people are needed, not ${people}`);
  if (replicates < 100) throw new RangeError(`at least 100 replicates are needed, not ${replicates}`);

  const measured = statisticsOf(cells, counts);
  const drawn = Array.from({ length: replicates }, drawer(cells, counts, people, seed));
  const without = cells.map((_, left) => statisticsOf(cells, counts.with(left, counts[left]! - 1)));
  const interval = (name: keyof ChangeStatistics): BootstrapInterval | null => {
    const estimate = measured[name];
    const values = Float64Array.from(drawn, (statistics) => statistics[name] ?? Number.NaN);
    const left = without.map((statistics, cell) => ({
      value: statistics[name] ?? Number.NaN,
      people: counts[cell]!,
    }));
    const defined =
      estimate !== null &&
      !values.some(Number.isNaN) &&
      (people < 3 || !left.some(({ value }) => Number.isNaN(value)));
    return defined ? intervalFrom(estimate, values.sort(), people < 3 ? [] : left, confidence) : null;
  };
  const { before, after } = measured;
  return {
    people,
    before,
    after,
    difference: interval('difference')!,
    ofChanges: interval('ofChanges'),
    ofScores: interval('ofScores'),
  };
}

function drawer(cells: ChangeTable, counts: Float64Array, people: number, seed: number | string) {
  const random = createRandom(seed, 'bootstrap of a table');
  const sample = new Float64Array(cells.length);
  return () => {
    let leftToDraw = people;
    let leftInTable = people;
    for (let cell = 0; cell < sample.length; cell += 1) {
      const count = counts[cell]!;
      const share = Math.min(1, count / leftInTable);
      const here = leftToDraw === 0 ? 0 : drawBinomial(random, leftToDraw, share);
      sample[cell] = here;
      leftToDraw -= here;
      leftInTable -= count;
    }
    return statisticsOf(cells, sample);
  };
}

type Measured = ChangeStatistics & { before: Moments; after: Moments };
type Moments = { mean: number; deviation: number };

/** What is left of a variance by rounding alone, beside the spread of the scores. */
const ROUNDING = 1e-12;

/** One pass over the table, around a score of it so that little is lost to rounding. Divisor n − 1. */
function statisticsOf(cells: ChangeTable, counts: Float64Array): Measured {
  const origin = cells[0]!.before;
  let [people, b, a, bb, aa, cc] = [0, 0, 0, 0, 0, 0];
  for (let cell = 0; cell < cells.length; cell += 1) {
    const count = counts[cell]!;
    if (count === 0) continue;
    const before = cells[cell]!.before - origin;
    const after = cells[cell]!.after - origin;
    people += count;
    b += count * before;
    a += count * after;
    bb += count * before * before;
    aa += count * after * after;
    cc += count * (after - before) * (after - before);
  }
  const deviation = (sum: number, squares: number) => {
    const variance = (squares - (sum * sum) / people) / (people - 1);
    return variance > (ROUNDING * squares) / people ? Math.sqrt(variance) : 0;
  };
  const difference = (a - b) / people;
  const before = { mean: origin + b / people, deviation: deviation(b, bb) };
  const after = { mean: origin + a / people, deviation: deviation(a, aa) };
  const change = deviation(a - b, cc);
  const spread = (before.deviation + after.deviation) / 2;
  return {
    before,
    after,
    difference,
    ofChanges: change > 0 ? difference / change : null,
    ofScores: spread > 0 ? difference / spread : null,
  };
}
