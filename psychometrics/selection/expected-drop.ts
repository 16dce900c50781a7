import type { AbilityState } from '../ability/state.ts';
import { information, mostInformation } from '../models/response.ts';
import type { BankItem } from './bank-item.ts';

/** Gauss-Hermite rule of three nodes: mean − √3 sd, mean, mean + √3 sd with weights 1/6, 2/3, 1/6. */
const OUTER_NODE = Math.sqrt(3);

/** What the drop depends on besides the question: computed once for all questions of a choice. See `expectedDrop`. */
export type DropBasis = {
  count: number;
  covariance: readonly number[];
  weights: readonly number[];
  /** Nodes of each competence: mean − √3 sd, mean, mean + √3 sd. */
  lower: readonly number[];
  middle: readonly number[];
  upper: readonly number[];
  /** Σ_j w_j Σ_jd Σ_je for each pair of competences d, e, row by row; NaN until it is asked for. */
  products: Float64Array;
};

/** `weights` has one number ≥ 0 per competence: its importance in the trace. */
export function dropBasis({ mean, covariance }: AbilityState, weights: readonly number[]): DropBasis {
  const count = mean.length;
  const lower = new Array<number>(count);
  const upper = new Array<number>(count);
  for (let d = 0; d < count; d += 1) {
    const reach = OUTER_NODE * Math.sqrt(covariance[d * count + d]!);
    lower[d] = mean[d]! - reach;
    upper[d] = mean[d]! + reach;
  }
  const products = new Float64Array(count * count).fill(Number.NaN);
  return { count, covariance, weights, lower, middle: mean, upper, products };
}

/**
 * Expected drop of Σ_j w_j Σ_jj brought by a question on competence d (A-optimality), ≥ 0:
 *
 *   I · Σ_j w_j Σ_jd² / (1 + I · Σ_dd)
 *
 * with I the information averaged over the present belief about d (at the mean alone it would flatter questions
 * whose difficulty happens to be there). Silvey (1980), Optimal Design; Segall (1996), Psychometrika 61(2), for
 * adaptive tests. Several questions are answered one after the other: what they share is counted once.
 */
export function expectedDrop(basis: DropBasis, items: readonly BankItem[]): number {
  if (items.length === 1) return dropOfOne(basis, items[0]!);
  // Only the entries between the questions' own competences are carried from one question to the next.
  const { count, covariance } = basis;
  const size = items.length;
  const own = new Array<number>(size * size);
  const products = new Array<number>(size * size);
  for (let a = 0; a < size; a += 1) {
    const row = items[a]!.dimension;
    for (let b = 0; b < size; b += 1) {
      const column = items[b]!.dimension;
      own[a * size + b] = covariance[row * count + column]!;
      products[a * size + b] = product(basis, row, column);
    }
  }
  let total = 0;
  for (let step = 0; step < size; step += 1) {
    const average = averageInformation(basis, items[step]!);
    const gain = average / (1 + average * own[step * size + step]!);
    total += gain * products[step * size + step]!;
    shrink(own, products, size, step, gain);
  }
  return total;
}

/**
 * What expectedDrop does not exceed, at a small part of its price. A drop grows with the information I, at most
 * `mostInformation`. For several questions on different competences S with informations Λ the drop is
 *
 *   tr W Σ_S (Λ⁻¹ + Σ_SS)⁻¹ Σ_Sᵀ ≤ tr W Σ_S Λ Σ_Sᵀ = Σ_d I_d Σ_j w_j Σ_jd²
 */
export function greatestDrop(basis: DropBasis, items: readonly BankItem[]): number {
  if (items.length === 1) {
    const { dimension: d, parameters } = items[0]!;
    const most = mostInformation(parameters);
    return (most * product(basis, d, d)) / (1 + most * basis.covariance[d * basis.count + d]!);
  }
  let sum = 0;
  for (const { dimension: d, parameters } of items) sum += mostInformation(parameters) * product(basis, d, d);
  return sum;
}

function dropOfOne(basis: DropBasis, item: BankItem): number {
  const { dimension: d } = item;
  const average = averageInformation(basis, item);
  return (average * product(basis, d, d)) / (1 + average * basis.covariance[d * basis.count + d]!);
}

function product({ count, covariance, weights, products }: DropBasis, d: number, e: number): number {
  const known = products[d * count + e]!;
  if (!Number.isNaN(known)) return known;
  let sum = 0;
  for (let j = 0; j < count; j += 1) {
    sum += weights[j]! * covariance[d * count + j]! * covariance[e * count + j]!;
  }
  products[d * count + e] = sum;
  return sum;
}

function averageInformation(
  { lower, middle, upper }: DropBasis,
  { dimension: d, parameters }: BankItem,
): number {
  const outer = information(parameters, lower[d]!) + information(parameters, upper[d]!);
  return (outer + 4 * information(parameters, middle[d]!)) / 6;
}

/**
 * After one question of gain k, Σ′ = Σ − k Σ_s Σ_sᵀ; its entries and the products G′_ab = Σ′_aᵀ W Σ′_b follow:
 *
 *   Σ′_ab = Σ_ab − k Σ_sa Σ_sb    G′_ab = G_ab − k Σ_sb G_as − k Σ_sa G_sb + k² Σ_sa Σ_sb G_ss
 *
 * Only what comes after the question s is carried on.
 */
function shrink(own: number[], products: number[], size: number, step: number, gain: number): void {
  const square = products[step * size + step]!;
  for (let a = step + 1; a < size; a += 1) {
    for (let b = step + 1; b < size; b += 1) {
      const toA = own[a * size + step]!;
      const toB = own[b * size + step]!;
      const both = toA * toB;
      own[a * size + b]! -= gain * both;
      products[a * size + b]! +=
        gain * gain * both * square -
        gain * (toB * products[a * size + step]! + toA * products[b * size + step]!);
    }
  }
}
