import type { Quadrature } from '../expectation/quadrature.ts';
import type { CalibrationPlan, ItemBlock } from '../plan.ts';
import { diagonalOf, inverseOf } from './cholesky.ts';
import { nativeOf, populationAt, populationSlopes } from './curves-at.ts';
import { priorAt } from './item-prior.ts';
import { commonSlopePrior } from './objective.ts';

/** Relative step of the central differences. */
const STEP = 1e-5;
/** A direction that keeps less than this of the complete-data information is not told by the answers at all. */
const LEAST_SHARE = 1e-7;

/**
 * Covariance of the estimates: inverse of the observed information of the (penalised) log-likelihood,
 *
 *   I = Σ r_k(q) (−∂² ln P(k)) + (prior) − Σ_i n_i Cov_i( ∂ ln P )
 *
 * Louis (1982), J. R. Statist. Soc. B 44(2), eq. 3.2. The complete-data part is the numerical derivative (central
 * differences, a relative error of about 1e-9) of the exact complete-data gradient, question by question with the counts
 * held; the missing part is exact on the quadrature. Null when the information is not positive definite, or less than
 * 1e-7 of what it would be if abilities were known: the answers do not identify all parameters.
 */
export function covarianceOfEstimates(
  plan: CalibrationPlan,
  parameters: Float64Array,
  quadrature: Quadrature,
  counts: Float64Array,
  missing: Float64Array,
): Float64Array | null {
  const total = parameters.length;
  const information = new Float64Array(total * total);
  for (const block of plan.blocks) {
    if (block.place.length === 0) continue;
    const gradient = (native: Float64Array) => completeGradient(plan, block, native, quadrature, counts);
    addDerivatives(information, total, block.place, nativeOf(block, parameters), gradient);
  }
  if (plan.hasCommonSlope && total > 0) {
    const gradient = (slope: Float64Array) =>
      Float64Array.of(commonSlopePrior(plan, Float64Array.of(slope[0]!)).gradient);
    addDerivatives(information, total, Uint32Array.of(0), parameters.slice(0, 1), gradient);
  }
  const at = plan.populationAt;
  if (at !== null) {
    const { mean, sd } = populationAt(plan, parameters);
    const gradient = (values: Float64Array) => populationGradient(values, quadrature, counts);
    addDerivatives(
      information,
      total,
      Uint32Array.of(at, at + 1),
      Float64Array.of(mean, Math.log(sd)),
      gradient,
    );
  }
  const complete = diagonalOf(information, total);
  for (let entry = 0; entry < information.length; entry += 1) information[entry]! -= missing[entry]!;
  return inverseOf(
    information,
    total,
    complete.map((value) => LEAST_SHARE * value),
  );
}

/** Subtracts the derivatives of a gradient, made symmetrical, at the places of its parameters. */
function addDerivatives(
  information: Float64Array,
  total: number,
  place: Uint32Array,
  values: Float64Array,
  gradient: (values: Float64Array) => Float64Array,
): void {
  for (let column = 0; column < values.length; column += 1) {
    const step = STEP * Math.max(1, Math.abs(values[column]!));
    const above = values.slice();
    const below = values.slice();
    above[column]! += step;
    below[column]! -= step;
    const rise = gradient(above);
    const fall = gradient(below);
    for (let row = 0; row < values.length; row += 1) {
      const half = (rise[row]! - fall[row]!) / (4 * step);
      information[place[row]! * total + place[column]!]! -= half;
      information[place[column]! * total + place[row]!]! -= half;
    }
  }
}

function completeGradient(
  plan: CalibrationPlan,
  block: ItemBlock,
  native: Float64Array,
  { nodes }: Quadrature,
  counts: Float64Array,
): Float64Array {
  const { size, row } = block;
  const { gradient } = priorAt(block, native, !plan.hasCommonSlope);
  const chances = new Float64Array(size);
  const slopes = new Float64Array(size * size);
  for (let node = 0; node < nodes.length; node += 1) {
    block.family.evaluate(native, nodes[node]!, chances, slopes);
    for (let credit = 0; credit < size; credit += 1) {
      const count = counts[(row + credit) * nodes.length + node]!;
      for (let p = 0; p < size; p += 1) gradient[p]! += count * slopes[credit * size + p]!;
    }
  }
  return gradient;
}

function populationGradient(
  values: Float64Array,
  quadrature: Quadrature,
  counts: Float64Array,
): Float64Array {
  const size = quadrature.nodes.length;
  const slopes = populationSlopes({ mean: values[0]!, sd: Math.exp(values[1]!) }, quadrature);
  const gradient = new Float64Array(2);
  for (let node = 0; node < size; node += 1) {
    gradient[0]! += counts[node]! * slopes[node]!;
    gradient[1]! += counts[node]! * slopes[size + node]!;
  }
  return gradient;
}
