import type {
  ChoiceItem,
  GradedItem,
  GradedResponseItem,
  ItemParameters,
} from '../models/item-parameters.ts';
import { maximumScore } from '../models/item-parameters.ts';
import { logistic } from '../models/logistic.ts';

/**
 * How a person of uncertain ability answers a question. With m the highest score:
 * `probabilities[k]` = P̄(k) = ∫ P(k | θ) w(θ) dθ, for k = 0 … m;
 * `gradients[k × (m + 1) + j]` = ∂P̄(k) by step j < m (the difficulty of a choice), and by ln a for j = m.
 */
export type MarginalResponse = { probabilities: Float64Array; gradients: Float64Array };

const NODES = 21;
/** Evenly spaced over ± 5 standard deviations; such sums of smooth densities converge like exp(−1/step²). */
const OFFSETS = Float64Array.from({ length: NODES }, (_, node) => node / 2 - 5);
const WEIGHTS = normalised(OFFSETS.map((offset) => Math.exp(-0.5 * offset * offset)));

/** Room for the answers to a question. */
export function emptyResponse(item: ItemParameters): MarginalResponse {
  const size = maximumScore(item) + 1;
  return { probabilities: new Float64Array(size), gradients: new Float64Array(size * size) };
}

/** Integrates a question over an ability N(mean, sd²), into `response` (from emptyResponse of that question). */
export function integrateResponse(
  item: ItemParameters,
  mean: number,
  sd: number,
  response: MarginalResponse,
): void {
  response.probabilities.fill(0);
  response.gradients.fill(0);
  for (let node = 0; node < NODES; node += 1) {
    const ability = mean + sd * OFFSETS[node]!;
    if (item.model === 'choice') addChoice(item, ability, WEIGHTS[node]!, response);
    else if (item.model === 'graded') addGraded(item, ability, WEIGHTS[node]!, response);
    else addGradedResponse(item, ability, WEIGHTS[node]!, response);
  }
}

/** With p = 1/(1 + exp(−a(θ − b))): ∂P/∂b = −a(1 − c)p(1 − p) and ∂P/∂ln a = a(θ − b)(1 − c)p(1 − p). */
function addChoice(item: ChoiceItem, ability: number, weight: number, response: MarginalResponse): void {
  const { probabilities, gradients } = response;
  const logit = item.discrimination * (ability - item.difficulty);
  const knowing = logistic(logit);
  const right = item.guessing + (1 - item.guessing) * knowing;
  const slope = weight * (1 - item.guessing) * knowing * (1 - knowing);
  probabilities[0]! += weight * (1 - right);
  probabilities[1]! += weight * right;
  gradients[0]! += item.discrimination * slope;
  gradients[1]! -= logit * slope;
  gradients[2]! -= item.discrimination * slope;
  gradients[3]! += logit * slope;
}

/**
 * With z_k = Σ_{j ≤ k} a(θ − δ_j): ∂P(k)/∂δ_j = −a P(k) (1[k ≥ j] − P(≥ j)) and ∂P(k)/∂ln a = P(k) (z_k − z̄).
 */
function addGraded(item: GradedItem, ability: number, weight: number, response: MarginalResponse): void {
  const { discrimination: a, steps } = item;
  const top = steps.length;
  const { probabilities, gradients } = response;
  for (let credit = 0; credit <= top; credit += 1) logits[credit] = 0;
  let highest = 0;
  for (let credit = 1; credit <= top; credit += 1) {
    logits[credit] = logits[credit - 1]! + a * (ability - steps[credit - 1]!);
    if (logits[credit]! > highest) highest = logits[credit]!;
  }
  let total = 0;
  for (let credit = 0; credit <= top; credit += 1) {
    shares[credit] = Math.exp(logits[credit]! - highest);
    total += shares[credit]!;
  }
  let meanLogit = 0;
  let atLeast = 0;
  for (let credit = top; credit >= 0; credit -= 1) {
    shares[credit]! /= total;
    meanLogit += shares[credit]! * logits[credit]!;
    atLeast += shares[credit]!;
    upper[credit] = atLeast;
  }
  for (let credit = 0; credit <= top; credit += 1) {
    const share = weight * shares[credit]!;
    const row = credit * (top + 1);
    probabilities[credit]! += share;
    for (let step = 0; step < top; step += 1) {
      gradients[row + step]! -= a * share * ((credit > step ? 1 : 0) - upper[step + 1]!);
    }
    gradients[row + top]! += share * (logits[credit]! - meanLogit);
  }
}

/**
 * With F_k = 1/(1 + exp(−a(θ − b_k))), P(k) = F_k − F_{k+1}: ∂F_k/∂b_k = −a F_k(1 − F_k) and
 * ∂F_k/∂ln a = a(θ − b_k) F_k(1 − F_k).
 */
function addGradedResponse(
  item: GradedResponseItem,
  ability: number,
  weight: number,
  { probabilities, gradients }: MarginalResponse,
): void {
  const { discrimination: a, thresholds } = item;
  const top = thresholds.length;
  probabilities[0]! += weight;
  for (let step = 0; step < top; step += 1) {
    const logit = a * (ability - thresholds[step]!);
    const atLeast = weight * logistic(logit);
    const slope = atLeast * logistic(-logit);
    const below = step * (top + 1);
    const above = below + top + 1;
    probabilities[step]! -= atLeast;
    probabilities[step + 1]! += atLeast;
    gradients[below + step]! += a * slope;
    gradients[above + step]! -= a * slope;
    gradients[below + top]! -= logit * slope;
    gradients[above + top]! += logit * slope;
  }
}

const logits: number[] = [];
const shares: number[] = [];
const upper: number[] = [];

function normalised(weights: Float64Array): Float64Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
