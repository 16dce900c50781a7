import type { Curves, ExpectedCounts } from '../expectation/expected-counts.ts';
import type { LogSlopes } from '../expectation/missing-information.ts';
import type { CalibrationPlan, ItemBlock } from '../plan.ts';
import { choleskyFactor, solveFactored } from './cholesky.ts';
import { nativeOf } from './curves-at.ts';
import { needsPositiveSlope, priorAt } from './item-prior.ts';
import type { Point } from './quasi-newton.ts';

/** Slopes and intercepts beyond these are a likelihood that has no maximum (a question that separates people perfectly). */
export const STEEPEST_SLOPE = 30;
const LARGEST_INTERCEPT = 300;
const LARGEST_LOG_SD = 2.3;
const SMALLEST_POSITIVE_SLOPE = 1e-3;
/** Information below these, as a share of what there is and at all, is propped up so that a step stays finite. */
const LEAST_SHARE = 1e-8;
const LEAST_INFORMATION = 1e-12;

/** Whether curves, priors and population exist at these values, inside the limits above. */
export function isPossible(plan: CalibrationPlan, parameters: Float64Array): boolean {
  const at = plan.populationAt;
  if (at !== null && Math.abs(parameters[at + 1]!) > LARGEST_LOG_SD) return false;
  const { hasCommonSlope, options } = plan;
  const common = hasCommonSlope && options.commonLogDiscrimination !== undefined;
  for (const block of plan.blocks) {
    if (block.place.length === 0) continue;
    const native = nativeOf(block, parameters);
    if (!native.every((value) => Math.abs(value) <= LARGEST_INTERCEPT)) return false;
    if (Math.abs(native[0]!) > STEEPEST_SLOPE || !block.family.isPossible(native)) return false;
    if ((common || needsPositiveSlope(block)) && native[0]! < SMALLEST_POSITIVE_SLOPE) return false;
  }
  return true;
}

/** A point with what was counted there. */
export type CountedPoint = Point & { expected: ExpectedCounts };

/**
 * Value, gradient and preconditioner at one point. The gradient of the marginal log-likelihood is that of the expected
 * complete-data one (Fisher's identity, Dempster, Laird & Rubin 1977, § 3): Σ counts · ∂ ln P. The preconditioner is
 * the inverse of the complete-data information, so that a plain step is one Newton step of the M-step (Lange 1995,
 * J. R. Statist. Soc. B 57(2), the EM gradient algorithm).
 */
export function pointAt(
  plan: CalibrationPlan,
  parameters: Float64Array,
  { curves, slopes }: { curves: Curves; slopes: LogSlopes },
  expected: ExpectedCounts,
): CountedPoint {
  const { counts } = expected;
  const gradient = new Float64Array(parameters.length);
  const pieces: Piece[] = [];
  let value = expected.logLikelihood;
  for (const block of plan.blocks) {
    if (block.place.length === 0) continue;
    const native = nativeOf(block, parameters);
    const prior = priorAt(block, native, !plan.hasCommonSlope);
    const data = completeData(block, curves, slopes, counts);
    value += prior.value;
    for (let p = 0; p < block.size; p += 1) {
      gradient[block.place[p]!]! += data.gradient[p]! + prior.gradient[p]!;
    }
    for (let entry = 0; entry < data.information.length; entry += 1) {
      data.information[entry]! += prior.curvature[entry]!;
    }
    pieces.push({ place: block.place, information: data.information });
  }
  const commonPrior = commonSlopePrior(plan, parameters);
  value += commonPrior.value;
  if (plan.hasCommonSlope && pieces.length > 0) gradient[0]! += commonPrior.gradient;
  const population = populationPiece(plan, curves, slopes, counts, gradient);
  const precondition = preconditioner(plan, pieces, population, commonPrior.curvature);
  return { parameters, value, gradient, precondition, expected };
}

/** ln a ~ N(μ, σ²) of the common slope. */
export function commonSlopePrior(plan: CalibrationPlan, parameters: Float64Array) {
  const belief = plan.options.commonLogDiscrimination;
  if (!plan.hasCommonSlope || !belief || parameters.length === 0)
    return { value: 0, gradient: 0, curvature: 0 };
  const slope = parameters[0]!;
  const precision = 1 / belief.sd ** 2;
  const deviation = Math.log(slope) - belief.mean;
  return {
    value: -0.5 * precision * deviation ** 2,
    gradient: (-precision * deviation) / slope,
    curvature: precision / slope ** 2,
  };
}

/** Information of some parameters, square, in the order of `place`. */
type Piece = { place: Uint32Array; information: Float64Array };

/** Gradient Σ r_k(q) ∂ ln P(k) and Fisher information Σ n(q) P(k) ∂ ln P(k) ∂ ln P(k)ᵀ of one question. */
function completeData(block: ItemBlock, curves: Curves, slopes: LogSlopes, counts: Float64Array) {
  const nodes = curves.quadrature.nodes.length;
  const { size, row } = block;
  const gradient = new Float64Array(size);
  const information = new Float64Array(size * size);
  const asked = new Float64Array(nodes);
  for (let at = row * nodes; at < (row + size) * nodes; at += nodes) {
    for (let node = 0; node < nodes; node += 1) asked[node]! += counts[at + node]!;
  }
  for (let credit = 0; credit < size; credit += 1) {
    const at = (row + credit) * nodes;
    for (let p = 0; p < size; p += 1) {
      const from = (slopes.first[row + credit]! + p) * nodes;
      for (let node = 0; node < nodes; node += 1)
        gradient[p]! += counts[at + node]! * slopes.slope[from + node]!;
      for (let other = 0; other <= p; other += 1) {
        const second = (slopes.first[row + credit]! + other) * nodes;
        let sum = 0;
        for (let node = 0; node < nodes; node += 1) {
          const expected = asked[node]! * curves.probability[at + node]!;
          sum += expected * slopes.slope[from + node]! * slopes.slope[second + node]!;
        }
        information[p * size + other]! += sum;
        if (other < p) information[other * size + p]! += sum;
      }
    }
  }
  return { gradient, information };
}

function populationPiece(
  plan: CalibrationPlan,
  curves: Curves,
  slopes: LogSlopes,
  counts: Float64Array,
  gradient: Float64Array,
): Piece | null {
  const at = plan.populationAt;
  if (at === null) return null;
  const nodes = curves.quadrature.nodes.length;
  const information = new Float64Array(4);
  for (let p = 0; p < 2; p += 1) {
    for (let node = 0; node < nodes; node += 1) {
      const slope = slopes.slope[p * nodes + node]!;
      gradient[at + p]! += counts[node]! * slope;
      information[3 * p]! += plan.people * curves.probability[node]! * slope * slope;
    }
  }
  return { place: Uint32Array.from([at, at + 1]), information };
}

/**
 * Solves (complete-data information) x = v. Questions share nothing but the common slope s, if any: with D_j a
 * question's own block and B_j its link with s, x_s = (A − Σ B_jᵀ D_j⁻¹ B_j)⁻¹ (v_s − Σ B_jᵀ D_j⁻¹ v_j), then
 * x_j = D_j⁻¹ (v_j − B_j x_s).
 */
function preconditioner(
  plan: CalibrationPlan,
  items: Piece[],
  population: Piece | null,
  commonCurvature: number,
) {
  const shared = plan.hasCommonSlope && items.length > 0 ? 1 : 0;
  let sharedInformation = commonCurvature;
  let wholeInformation = commonCurvature;
  const solvers = [...items, ...(population ? [population] : [])].map((piece) => {
    const all = piece.place.length;
    const skip = piece === population ? 0 : shared;
    const own = all - skip;
    const block = new Float64Array(own * own);
    const link = new Float64Array(own);
    for (let p = 0; p < own; p += 1) {
      if (skip) link[p] = piece.information[p + 1]!;
      for (let q = 0; q < own; q += 1) block[p * own + q] = piece.information[(p + skip) * all + q + skip]!;
    }
    const factor = factorWithRidge(block, own);
    const linked = solveFactored(factor, own, link);
    if (skip) {
      wholeInformation += piece.information[0]!;
      sharedInformation += piece.information[0]! - dot(link, linked);
    }
    return { place: piece.place.subarray(skip), factor, link, linked };
  });
  return (vector: Float64Array): Float64Array => {
    const solution = new Float64Array(vector.length);
    let common = shared ? vector[0]! : 0;
    const parts = solvers.map(({ place, factor, link }) => {
      const part = solveFactored(
        factor,
        place.length,
        Float64Array.from(place, (at) => vector[at]!),
      );
      common -= dot(link, part);
      return part;
    });
    if (shared) {
      common /= Math.max(sharedInformation, LEAST_SHARE * wholeInformation, LEAST_INFORMATION);
      solution[0] = common;
    }
    for (const [index, { place, linked }] of solvers.entries()) {
      for (let p = 0; p < place.length; p += 1) {
        solution[place[p]!] = parts[index]![p]! - (shared ? linked[p]! * common : 0);
      }
    }
    return solution;
  };
}

/** Factor of a block; a block without enough information of its own is propped up so that a step stays finite. */
function factorWithRidge(block: Float64Array, count: number): Float64Array {
  let largest = LEAST_INFORMATION;
  for (let p = 0; p < count; p += 1) largest = Math.max(largest, block[p * count + p]!);
  for (let ridge = 0; ; ridge = Math.max(LEAST_SHARE * largest, 10 * ridge)) {
    const propped = block.slice();
    for (let p = 0; p < count; p += 1) propped[p * count + p]! += ridge;
    const factor = choleskyFactor(propped, count);
    if (factor !== null) return factor;
    if (!Number.isFinite(ridge)) throw new Error('the information of a question is not a number');
  }
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < one.length; index += 1) sum += one[index]! * other[index]!;
  return sum;
}
