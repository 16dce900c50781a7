import type { Curves } from '../expectation/expected-counts.ts';
import type { LogSlopes } from '../expectation/missing-information.ts';
import { densityOf, type Population, type Quadrature } from '../expectation/quadrature.ts';
import type { CalibrationPlan, ItemBlock } from '../plan.ts';

/** Slope and intercepts of a question when the estimated parameters have these values. */
export function nativeOf(block: ItemBlock, parameters: Float64Array): Float64Array {
  return block.place.length === 0 ? block.native : Float64Array.from(block.place, (at) => parameters[at]!);
}

export function populationAt(plan: CalibrationPlan, parameters: Float64Array): Population {
  const at = plan.populationAt;
  return at === null ? plan.population : { mean: parameters[at]!, sd: Math.exp(parameters[at + 1]!) };
}

/** Where the slopes of each row of the curves are, for all values of the parameters. */
export function slopeLayout(plan: CalibrationPlan): Pick<LogSlopes, 'parameters' | 'first' | 'parameter'> {
  const first = new Uint32Array(plan.rows + 1);
  const parameter: number[] = plan.populationAt === null ? [] : [plan.populationAt, plan.populationAt + 1];
  for (const { row, size, place } of plan.blocks) {
    for (let credit = 0; credit < size; credit += 1) {
      first[row + credit] = parameter.length;
      for (const at of place) parameter.push(at);
    }
  }
  first[plan.rows] = parameter.length;
  return { parameters: plan.begin.length, first, parameter: Uint32Array.from(parameter) };
}

/** Curves of all questions and their logarithmic slopes. */
export function curvesAt(
  plan: CalibrationPlan,
  layout: ReturnType<typeof slopeLayout>,
  parameters: Float64Array,
  quadrature: Quadrature,
): { curves: Curves; slopes: LogSlopes } {
  const { nodes } = quadrature;
  const size = nodes.length;
  const probability = new Float64Array(plan.rows * size);
  const slope = new Float64Array(layout.parameter.length * size);
  const population = populationAt(plan, parameters);
  probability.set(densityOf(population, quadrature));
  if (plan.populationAt !== null) slope.set(populationSlopes(population, quadrature));
  for (const block of plan.blocks) {
    const credits = block.size;
    const native = nativeOf(block, parameters);
    const chances = new Float64Array(credits);
    const derivatives = new Float64Array(credits * credits);
    const isEstimated = block.place.length > 0;
    const firstSlope = layout.first[block.row]! * size;
    for (let node = 0; node < size; node += 1) {
      block.family.evaluate(native, nodes[node]!, chances, derivatives);
      for (let credit = 0; credit < credits; credit += 1) {
        probability[(block.row + credit) * size + node] = chances[credit]!;
      }
      if (!isEstimated) continue;
      for (let entry = 0; entry < derivatives.length; entry += 1) {
        slope[firstSlope + entry * size + node] = derivatives[entry]!;
      }
    }
  }
  return { curves: { quadrature, probability }, slopes: { ...layout, slope } };
}

/**
 * ∂ ln w_q by the mean and by ln sd, for weights w_q ∝ exp(−z²/2), z = (θ_q − mean)/sd, that sum to 1 on the nodes:
 * z/sd and z², less their means.
 */
export function populationSlopes(population: Population, quadrature: Quadrature): Float64Array {
  const { nodes } = quadrature;
  const size = nodes.length;
  const density = densityOf(population, quadrature);
  const slopes = new Float64Array(2 * size);
  for (let node = 0; node < size; node += 1) {
    const z = (nodes[node]! - population.mean) / population.sd;
    slopes[node] = z / population.sd;
    slopes[size + node] = z * z;
  }
  for (const from of [0, size]) {
    let mean = 0;
    for (let node = 0; node < size; node += 1) mean += density[node]! * slopes[from + node]!;
    for (let node = 0; node < size; node += 1) slopes[from + node]! -= mean;
  }
  return slopes;
}
