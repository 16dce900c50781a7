import type { ItemParameters } from '../models/item-parameters.ts';
import { logLikelihood } from '../models/response.ts';
import { GRID, type LikelihoodCurve } from './likelihood-curve.ts';

/** ln ∫ N(θ; m, v) P(x | θ) dθ, and mean and variance of the density under that integral. */
export type TiltedMoments = { logMass: number; mean: number; variance: number };

/** Answers on one competence that are taken as one piece of evidence, with their curve. */
export type Evidence = {
  readonly answers: readonly { readonly item: ItemParameters; readonly score: number }[];
  readonly curve: LikelihoodCurve;
};

/** Half-width of the integration, in standard deviations: beyond it lies less than 1e-12 of the belief. */
const REACH = 7.5;
/** A belief narrower than this many steps of the grid is integrated on nodes of its own. */
const NARROWEST = 1.25 * GRID.step;
/** Share of the mass that may stand at the last node before the integral is taken to leave the grid. */
const EDGE_SHARE = 1e-10;

/**
 * Moments of N(θ; m, v) · P(x | θ), by the trapezoid rule: on the nodes of GRID where the belief is wide and
 * inside it, else on 61 nodes of its own that follow the mass (see posteriorAfter in ability/).
 * The variance is positive, at least 1e-9.
 */
export function tiltedMoments(mean: number, variance: number, evidence: Evidence, into: TiltedMoments): void {
  if (!onGrid(mean, variance, evidence.curve, into)) onOwnNodes(mean, variance, evidence, into);
  into.variance = Math.max(into.variance, SMALLEST_VARIANCE);
}

const SMALLEST_VARIANCE = 1e-9;
const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

/** Normal weights by recurrence: from node to node the ratio of weights is itself multiplied by a constant. */
function onGrid(mean: number, variance: number, curve: LikelihoodCurve, into: TiltedMoments): boolean {
  const sd = Math.sqrt(variance);
  if (!(sd >= NARROWEST)) return false;
  const { lowest, step, nodes } = GRID;
  const first = Math.max(0, Math.ceil((mean - REACH * sd - lowest) / step));
  const last = Math.min(nodes - 1, Math.floor((mean + REACH * sd - lowest) / step));
  if (last - first < 4) return false;
  const { values } = curve;
  const start = lowest + first * step - mean;
  let weight = Math.exp((-0.5 * start * start) / variance);
  let ratio = Math.exp((-step * (start + 0.5 * step)) / variance);
  const bend = Math.exp((-step * step) / variance);
  let total = 0;
  let firstMoment = 0;
  let secondMoment = 0;
  let mass = 0;
  for (let node = first; node <= last; node += 1) {
    mass = weight * values[node]!;
    const offset = start + (node - first) * step;
    total += mass;
    firstMoment += mass * offset;
    secondMoment += mass * offset * offset;
    weight *= ratio;
    ratio *= bend;
  }
  if (!(total > 1e-100)) return false;
  const atStart = Math.exp((-0.5 * start * start) / variance) * values[first]!;
  if (Math.max(mass, atStart) > EDGE_SHARE * total) return false;
  const shift = firstMoment / total;
  into.logMass = Math.log((total * step) / (sd * ROOT_TWO_PI)) + curve.logScale;
  into.mean = mean + shift;
  into.variance = secondMoment / total - shift * shift;
  return true;
}

const OWN_NODES = 61;
const OWN_REACH = 6;
const OWN_EDGE_SHARE = 1e-6;
const MOVES = 60;
const logWeights = new Float64Array(OWN_NODES);

function onOwnNodes(mean: number, variance: number, evidence: Evidence, into: TiltedMoments): void {
  const sd = Math.sqrt(variance);
  const step = (2 * OWN_REACH * sd) / (OWN_NODES - 1);
  let center = mean;
  for (let move = 0; move <= MOVES; move += 1) {
    const edge = integrate(mean, variance, evidence, center, step, into);
    if (edge < OWN_EDGE_SHARE) return;
    center = into.mean;
  }
}

/** Integrates around a center; returns the share of the mass at the outer nodes. */
function integrate(
  mean: number,
  variance: number,
  { answers }: Evidence,
  center: number,
  step: number,
  into: TiltedMoments,
): number {
  let highest = Number.NEGATIVE_INFINITY;
  const middle = (OWN_NODES - 1) / 2;
  for (let node = 0; node < OWN_NODES; node += 1) {
    const ability = center + (node - middle) * step;
    let logWeight = (-0.5 * (ability - mean) ** 2) / variance;
    for (const { item, score } of answers) logWeight += logLikelihood(item, score, ability);
    logWeights[node] = logWeight;
    if (logWeight > highest) highest = logWeight;
  }
  let total = 0;
  let firstMoment = 0;
  let secondMoment = 0;
  for (let node = 0; node < OWN_NODES; node += 1) {
    const weight = Math.exp(logWeights[node]! - highest);
    total += weight;
    firstMoment += weight * (node - middle);
    secondMoment += weight * (node - middle) ** 2;
  }
  const shift = firstMoment / total;
  into.logMass = Math.log((total * step) / (Math.sqrt(variance) * ROOT_TWO_PI)) + highest;
  into.mean = center + shift * step;
  into.variance = (secondMoment / total - shift * shift) * step * step;
  const edge = Math.max(Math.exp(logWeights[0]! - highest), Math.exp(logWeights[OWN_NODES - 1]! - highest));
  return edge / total;
}
