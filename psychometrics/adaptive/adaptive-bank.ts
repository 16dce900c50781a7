import { assertUsable, type ItemParameters, maximumScore } from '../models/item-parameters.ts';
import { information, logLikelihood } from '../models/response.ts';
import { deriveSeed } from '../random.ts';

/** A question of a one-dimensional bank. Questions without `area` form an area of their own. */
export type AdaptiveItem = { id: string; parameters: ItemParameters; area?: string };

/**
 * A bank made ready for adaptive testing: everything about a question that does not depend on the person, on the
 * nodes of the posterior. Questions are named by their index in `items`.
 */
export type AdaptiveBank = {
  items: readonly AdaptiveItem[];
  /** Abilities −4 … 4 on which beliefs are held. */
  nodes: Float64Array;
  /** Index of the area of each question. */
  areaOf: Int32Array;
  areaCount: number;
  /** First row of each question in the two tables below: one row for each score 0 … maximum, in order. */
  firstRow: Int32Array;
  logProbability: Float64Array;
  probability: Float64Array;
  /** Fisher information, one row for each question. */
  information: Float64Array;
  /** Its logarithm, one row for each node: all questions at one ability lie side by side. */
  logInformation: Float64Array;
  /** A number drawn from the id of each question: chance does not depend on the order of the bank. */
  chance: Int32Array;
};

/** The 81 nodes of `posteriorMean`, hence of catR. */
export const NODE_COUNT = 81;
const REACH = 4;
/** Keeps the logarithm finite where a question tells nothing. */
const LEAST_INFORMATION = 1e-300;

/**
 * Prepares a bank; cost and memory grow with questions × scores × 81. `items` holds at least one question, ids are
 * unique and parameters usable. Throws a RangeError for an empty bank, an id given twice, or parameters out of range.
 */
export function prepareBank(items: readonly AdaptiveItem[]): AdaptiveBank {
  if (items.length === 0) throw new RangeError('a bank needs at least one question');
  const ids = new Set<string>();
  for (const { id, parameters } of items) {
    assertUsable(parameters);
    if (ids.has(id)) throw new RangeError(`two questions of the bank have the id ${id}`);
    ids.add(id);
  }
  const areas = [...new Set(items.map(({ area }) => area))];
  const firstRow = new Int32Array(items.length);
  let rows = 0;
  for (const [index, { parameters }] of items.entries()) {
    firstRow[index] = rows;
    rows += maximumScore(parameters) + 1;
  }
  const nodes = Float64Array.from(
    { length: NODE_COUNT },
    (_, node) => -REACH + (2 * REACH * node) / (NODE_COUNT - 1),
  );
  const logProbability = new Float64Array(rows * NODE_COUNT);
  const informations = new Float64Array(items.length * NODE_COUNT);
  const logInformation = new Float64Array(items.length * NODE_COUNT);
  items.forEach(({ parameters }, index) => {
    for (let node = 0; node < NODE_COUNT; node += 1) {
      const told = information(parameters, nodes[node]!);
      informations[index * NODE_COUNT + node] = told;
      logInformation[node * items.length + index] = Math.log(told + LEAST_INFORMATION);
      for (let score = 0; score <= maximumScore(parameters); score += 1) {
        const cell = (firstRow[index]! + score) * NODE_COUNT + node;
        logProbability[cell] = logLikelihood(parameters, score, nodes[node]!);
      }
    }
  });
  return {
    items,
    nodes,
    areaOf: Int32Array.from(items, ({ area }) => areas.indexOf(area)),
    areaCount: areas.length,
    firstRow,
    logProbability,
    probability: logProbability.map(Math.exp),
    information: informations,
    logInformation,
    chance: Int32Array.from(items, ({ id }) => deriveSeed(id) | 0),
  };
}
