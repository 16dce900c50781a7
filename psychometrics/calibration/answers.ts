/**
 * Answers of many people, only what was asked (compressed rows). Person i gave answers start[i] … start[i + 1] − 1:
 * answer k is credit `score[k]` (0 … 255) to question `item[k]` (index into the list of questions, 0 … 65,535).
 * `weight[i]` ≥ 0 is how many people answered so (1 for one person; fractions are allowed).
 */
export type Answers = {
  start: Uint32Array;
  item: Uint16Array;
  score: Uint8Array;
  weight: Float64Array;
  /**
   * What is known of each person from elsewhere, N(mean, sd²), used instead of the population; absent when people are
   * drawn from one population. One entry a person; sd > 0.
   */
  belief?: { mean: Float64Array; sd: Float64Array };
};

/** Gathers answers one by one, without knowing beforehand how many will come. */
export type AnswerCollector = {
  /** Begins a person; `weight` (default 1) is how many people answered so. */
  person(weight?: number): void;
  /** An answer of the person begun last. A question may be answered once. */
  answer(item: number, score: number): void;
  /** What was gathered. The collector may go on afterwards. */
  collected(): Answers;
};

const HIGHEST_ITEM = 65_535;
const HIGHEST_SCORE = 255;

/**
 * Starts an empty collection. Its functions throw a RangeError on an item that is not a whole number in 0 … 65,535, a
 * score not in 0 … 255, or a weight that is negative or not finite.
 */
export function answerCollector(): AnswerCollector {
  const start: number[] = [];
  const weights: number[] = [];
  let items = new Uint16Array(1024);
  let scores = new Uint8Array(1024);
  let length = 0;

  function person(weight = 1): void {
    if (!(weight >= 0) || !Number.isFinite(weight)) {
      throw new RangeError(
        `the weight of person ${start.length} must be a number of at least 0, not ${weight}`,
      );
    }
    start.push(length);
    weights.push(weight);
  }

  function answer(item: number, score: number): void {
    if (start.length === 0) throw new RangeError('an answer needs a person: call person() first');
    if (!Number.isInteger(item) || item < 0 || item > HIGHEST_ITEM) {
      throw new RangeError(`item must be a whole number from 0 to ${HIGHEST_ITEM}, not ${item}`);
    }
    if (!Number.isInteger(score) || score < 0 || score > HIGHEST_SCORE) {
      throw new RangeError(`score must be a whole number from 0 to ${HIGHEST_SCORE}, not ${score}`);
    }
    if (length === items.length) {
      const moreItems = new Uint16Array(2 * length);
      const moreScores = new Uint8Array(2 * length);
      moreItems.set(items);
      moreScores.set(scores);
      items = moreItems;
      scores = moreScores;
    }
    items[length] = item;
    scores[length] = score;
    length += 1;
  }

  return {
    person,
    answer,
    collected: () => ({
      start: withEnd(start, length),
      item: items.slice(0, length),
      score: scores.slice(0, length),
      weight: Float64Array.from(weights),
    }),
  };
}

/**
 * Answers of a table: one row a person, one column a question, null where it was not asked. `weights` has one number
 * a row; without it each row is one person. Throws a RangeError as the collector does.
 */
export function answersFromRows(
  rows: Iterable<readonly (number | null)[]>,
  weights?: readonly number[],
): Answers {
  const collector = answerCollector();
  let index = 0;
  for (const row of rows) {
    collector.person(weights === undefined ? 1 : weights[index]);
    for (let item = 0; item < row.length; item += 1) {
      const score = row[item];
      if (score !== null && score !== undefined) collector.answer(item, score);
    }
    index += 1;
  }
  return collector.collected();
}

function withEnd(starts: readonly number[], end: number): Uint32Array {
  const all = new Uint32Array(starts.length + 1);
  all.set(starts);
  all[starts.length] = end;
  return all;
}
