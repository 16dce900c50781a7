import type { Answers } from '../answers.ts';

/**
 * Answer patterns ready to be counted: answer k of pattern i, for k = start[i] … start[i + 1] − 1, is row[k] of the
 * table of curves (one row for each credit of each question; row 0 is the population's density and never an answer).
 * Identical patterns are one, their weights added. A plain structure of typed arrays: a slice can be sent to a worker.
 */
export type Patterns = {
  start: Uint32Array;
  row: Uint16Array;
  weight: Float64Array;
  belief?: { mean: Float64Array; sd: Float64Array };
};

/**
 * Translates answers into rows of the table of curves, leaves out people without an answer that counts or of weight 0,
 * and collapses identical patterns (never when people bring beliefs of their own). `rowOf(item, score)` is 0 for an
 * answer that does not count. Throws a RangeError when a person answers a question twice.
 */
export function patternsOf(answers: Answers, rowOf: (item: number, score: number) => number): Patterns {
  const coded = encode(answers, rowOf);
  return answers.belief === undefined ? collapse(coded) : coded;
}

/**
 * Part number `part`, 0 … `parts` − 1, of `parts` slices with about as many answers each. Shares memory with the whole.
 * Neither number is checked; nothing throws.
 */
export function slicePatterns(patterns: Patterns, part: number, parts: number): Patterns {
  const { start, row, weight, belief } = patterns;
  const from = firstAt(start, (row.length * part) / parts);
  const to = part + 1 === parts ? weight.length : firstAt(start, (row.length * (part + 1)) / parts);
  const offset = start[from]!;
  const slice: Patterns = {
    start: start.subarray(from, to + 1).map((value) => value - offset),
    row: row.subarray(offset, start[to]),
    weight: weight.subarray(from, to),
  };
  if (belief) slice.belief = { mean: belief.mean.subarray(from, to), sd: belief.sd.subarray(from, to) };
  return slice;
}

/** First pattern that begins at or after a position. */
function firstAt(start: Uint32Array, position: number): number {
  let low = 0;
  let high = start.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (start[middle]! >= position) high = middle;
    else low = middle + 1;
  }
  return low;
}

function encode(answers: Answers, rowOf: (item: number, score: number) => number): Patterns {
  const { start, item, score, weight, belief } = answers;
  const people = weight.length;
  const row = new Uint16Array(item.length);
  const starts = new Uint32Array(people + 1);
  const kept = new Uint32Array(people);
  const lastSeen = new Uint32Array(65_536);
  let length = 0;
  let count = 0;
  for (let person = 0; person < people; person += 1) {
    if (weight[person] === 0) continue;
    const began = length;
    for (let answer = start[person]!; answer < start[person + 1]!; answer += 1) {
      const code = rowOf(item[answer]!, score[answer]!);
      if (code === 0) continue;
      if (lastSeen[item[answer]!] === person + 1) {
        throw new RangeError(`person ${person} answers item ${item[answer]} twice`);
      }
      lastSeen[item[answer]!] = person + 1;
      let place = length;
      for (; place > began && row[place - 1]! > code; place -= 1) row[place] = row[place - 1]!;
      row[place] = code;
      length += 1;
    }
    if (length === began) continue;
    kept[count] = person;
    count += 1;
    starts[count] = length;
  }
  const pick = (values: Float64Array) => Float64Array.from({ length: count }, (_, i) => values[kept[i]!]!);
  const coded: Patterns = {
    start: starts.slice(0, count + 1),
    row: row.slice(0, length),
    weight: pick(weight),
  };
  if (belief) coded.belief = { mean: pick(belief.mean), sd: pick(belief.sd) };
  return coded;
}

/** Adds the weights of equal patterns, found by hashing (open addressing); the order of first occurrence is kept. */
function collapse({ start, row, weight }: Patterns): Patterns {
  const count = weight.length;
  let size = 16;
  while (size < 2 * count) size *= 2;
  const table = new Int32Array(size).fill(-1);
  const starts = new Uint32Array(count + 1);
  const rows = new Uint16Array(row.length);
  const weights = new Float64Array(count);
  let distinct = 0;
  for (let pattern = 0; pattern < count; pattern += 1) {
    const from = start[pattern]!;
    const to = start[pattern + 1]!;
    let hash = 0x811c9dc5;
    for (let answer = from; answer < to; answer += 1) hash = Math.imul(hash ^ row[answer]!, 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
    let slot = (hash ^ (hash >>> 13)) & (size - 1);
    while (table[slot]! >= 0 && !isSame(table[slot]!, from, to)) slot = (slot + 1) & (size - 1);
    if (table[slot]! < 0) {
      table[slot] = distinct;
      rows.set(row.subarray(from, to), starts[distinct]!);
      starts[distinct + 1] = starts[distinct]! + to - from;
      distinct += 1;
    }
    weights[table[slot]!]! += weight[pattern]!;
  }
  return {
    start: starts.slice(0, distinct + 1),
    row: rows.slice(0, starts[distinct]),
    weight: weights.slice(0, distinct),
  };

  function isSame(known: number, from: number, to: number): boolean {
    const offset = starts[known]! - from;
    if (starts[known + 1]! - offset !== to) return false;
    for (let answer = from; answer < to; answer += 1) if (rows[answer + offset] !== row[answer]) return false;
    return true;
  }
}
