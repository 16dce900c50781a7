import { choleskyFactor, inverse, solve } from '../linear-algebra/positive-definite.ts';
import { type ItemParameters, maximumScore } from '../models/item-parameters.ts';
import { EXPERT_PRIOR } from '../models/prior-parameters.ts';
import { ANSWERS_FOR_DISCRIMINATION, type ItemBelief, revisedBelief } from './item-belief.ts';
import { inOrder, positionsOf, withPositions } from './item-positions.ts';
import { emptyResponse, integrateResponse } from './marginal-response.ts';

/** Answers to one question, each with the belief about the person's ability without it. */
export type ItemObservations = { scores: number[]; means: number[]; sds: number[] };

/** How far single steps may stand from where experts spaced them, one standard deviation. */
const STEP_SD = 0.3;
const ITERATIONS = 25;
const LONGEST_STEP = 0.7;
const SMALLEST_STEP = 1e-4;

/**
 * Most probable parameters of a question, from its expert prior and
 *
 *   Π_i ∫ P(x_i | θ; a, δ) N(θ; m_i, s_i²) dθ
 *
 * by Fisher scoring. Prior: the mean of the steps or thresholds, or b of a choice, ~ N(experts', 0.8²); each
 * step around that mean ~ N(experts' spacing, 0.3²); ln a ~ N(ln experts', 0.35²). Below 200 answers the steps move
 * together and a stays, its uncertainty being counted in that of the difficulty.
 */
export function fitItem(belief: ItemBelief, observations: ItemObservations): ItemBelief {
  const answers = observations.scores.length;
  const whole = answers >= ANSWERS_FOR_DISCRIMINATION;
  const top = maximumScore(belief.expert);
  const size = top + 1;
  const precision = priorPrecision(top);
  // A question that came back below 200 answers (some were withdrawn) starts again from the experts' shape.
  let current = whole || belief.answers < ANSWERS_FOR_DISCRIMINATION ? belief.parameters : belief.expert;
  let information = precision;
  for (let iteration = 0; iteration < ITERATIONS; iteration += 1) {
    const score = scoreOf(current, observations);
    addPrior(current, belief.expert, precision, score);
    information = score.information;
    const step = whole ? wholeStep(score) : commonStep(score);
    const longest = step.reduce((most, part) => Math.max(most, Math.abs(part)), 0);
    if (!Number.isFinite(longest)) break;
    current = shifted(current, step, Math.min(1, LONGEST_STEP / Math.max(longest, SMALLEST_STEP)));
    if (longest < SMALLEST_STEP) break;
  }
  const certainty = whole ? wholeCertainty(information, size) : commonCertainty(information, size);
  return revisedBelief(belief, { parameters: current, ...certainty, answers });
}

type Score = { gradient: Float64Array; information: Float64Array };

/** Gradient and expected information of the observations in (steps, ln a). */
function scoreOf(item: ItemParameters, { scores, means, sds }: ItemObservations): Score {
  const size = maximumScore(item) + 1;
  const gradient = new Float64Array(size);
  const information = new Float64Array(size * size);
  const response = emptyResponse(item);
  const { probabilities, gradients } = response;
  for (let index = 0; index < scores.length; index += 1) {
    integrateResponse(item, means[index]!, sds[index]!, response);
    for (let credit = 0; credit < size; credit += 1) {
      const probability = Math.max(probabilities[credit]!, 1e-300);
      const row = credit * size;
      for (let a = 0; a < size; a += 1) {
        const relative = gradients[row + a]! / probability;
        if (credit === scores[index]) gradient[a]! += relative;
        for (let b = 0; b < size; b += 1) information[a * size + b]! += relative * gradients[row + b]!;
      }
    }
  }
  return { gradient, information };
}

/** Scoring step in all parameters. */
function wholeStep({ gradient, information }: Score): Float64Array {
  const factor = choleskyFactor(information, gradient.length);
  return factor ? solve(factor, gradient) : new Float64Array(gradient.length);
}

/** Scoring step that moves all positions together and leaves ln a. */
function commonStep({ gradient, information }: Score): Float64Array {
  const size = gradient.length;
  const step = new Float64Array(size);
  const pull = gradient.subarray(0, size - 1).reduce((sum, part) => sum + part, 0);
  step.fill(pull / positionSums(information, size).own, 0, size - 1);
  return step;
}

/** Information about a common shift of all positions, and its cross-term with ln a. */
function positionSums(information: Float64Array, size: number): { own: number; cross: number } {
  let own = 0;
  let cross = 0;
  for (let a = 0; a < size - 1; a += 1) {
    for (let b = 0; b < size - 1; b += 1) own += information[a * size + b]!;
    cross += information[a * size + size - 1]!;
  }
  return { own, cross };
}

type Certainty = Pick<ItemBelief, 'difficultySd' | 'logDiscriminationSd' | 'dependence'>;

/** From the inverse information; the difficulty is the mean of the positions. */
function wholeCertainty(information: Float64Array, size: number): Certainty {
  const factor = choleskyFactor(information, size);
  if (!factor) return unlearned();
  const covariance = inverse(factor, size);
  const { own, cross } = positionSums(covariance, size);
  return {
    difficultySd: Math.sqrt(own) / (size - 1),
    logDiscriminationSd: Math.sqrt(covariance[size * size - 1]!),
    dependence: cross / (size - 1),
  };
}

/**
 * With ln a kept at its prior ± s, the difficulty follows it by −I_ba/I_bb: its variance is 1/I_bb + (s I_ba/I_bb)².
 */
function commonCertainty(information: Float64Array, size: number): Certainty {
  const { own, cross } = positionSums(information, size);
  const logDiscriminationSd = EXPERT_PRIOR.logDiscriminationSd;
  const follows = -cross / own;
  return {
    difficultySd: Math.sqrt(1 / own + (follows * logDiscriminationSd) ** 2),
    logDiscriminationSd,
    dependence: follows * logDiscriminationSd ** 2,
  };
}

function unlearned(): Certainty {
  const { difficultySd, logDiscriminationSd } = EXPERT_PRIOR;
  return { difficultySd, logDiscriminationSd, dependence: 0 };
}

/** (I − 11ᵀ/m) / 0.3² for the spacing of m positions, 11ᵀ / (m 0.8)² for their mean, 1/0.35² for ln a. */
function priorPrecision(top: number): Float64Array {
  const difficulty = EXPERT_PRIOR.difficultySd ** 2;
  const size = top + 1;
  const precision = new Float64Array(size * size);
  const own = STEP_SD ** 2;
  for (let row = 0; row < top; row += 1) {
    for (let column = 0; column < top; column += 1) {
      const spaced = ((row === column ? 1 : 0) - 1 / top) / own;
      precision[row * size + column] = spaced + 1 / (top * top * difficulty);
    }
  }
  precision[size * size - 1] = 1 / EXPERT_PRIOR.logDiscriminationSd ** 2;
  return precision;
}

function addPrior(
  current: ItemParameters,
  expert: ItemParameters,
  precision: Float64Array,
  { gradient, information }: Score,
): void {
  const size = gradient.length;
  const now = vectorOf(current);
  const before = vectorOf(expert);
  for (let a = 0; a < size; a += 1) {
    for (let b = 0; b < size; b += 1) {
      gradient[a]! -= precision[a * size + b]! * (now[b]! - before[b]!);
      information[a * size + b]! += precision[a * size + b]!;
    }
  }
}

function vectorOf(item: ItemParameters): number[] {
  return [...positionsOf(item), Math.log(item.discrimination)];
}

/** The question after a share of a step; thresholds that would cross take half of it, and half again. */
function shifted(item: ItemParameters, step: Float64Array, share: number): ItemParameters {
  const positions = positionsOf(item).map((position, index) => position + share * step[index]!);
  const discrimination = item.discrimination * Math.exp(share * step[positions.length]!);
  const next = withPositions({ ...item, discrimination }, positions);
  return inOrder(next) ? next : shifted(item, step, share / 2);
}
