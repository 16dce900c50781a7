import type { AbilityState } from '../ability/state.ts';
import { information } from '../models/response.ts';
import type { BankItem } from './bank-item.ts';

/** Gauss-Hermite rule of three nodes: mean − √3 sd, mean, mean + √3 sd with weights 1/6, 2/3, 1/6. */
const OUTER_NODE = Math.sqrt(3);

/** Expected drop of the weighted trace of the covariance, for series of questions on one person. */
type ExpectedDrop = {
  /** For one question. ≥ 0. */
  ofItem(item: BankItem): number;
  /** For several questions answered one after the other, what they share being counted once. */
  ofSeries(items: readonly BankItem[]): number;
};

/**
 * Expected drop of Σ_j w_j Σ_jj brought by a question on competence d (A-optimality):
 *
 *   I · Σ_j w_j Σ_jd² / (1 + I · Σ_dd)
 *
 * with I the information averaged over the present belief about d (at the mean alone it would flatter questions
 * whose difficulty happens to be there). Silvey (1980), Optimal Design; Segall (1996), Psychometrika 61(2), for
 * adaptive tests. `weights` has one number ≥ 0 per competence.
 */
export function expectedDrop(state: AbilityState, weights: readonly number[]): ExpectedDrop {
  const count = state.mean.length;
  const { covariance } = state;
  const squares = state.mean.map((_, d) => product(d, d));

  /** Σ_j w_j Σ_jd Σ_je */
  function product(d: number, e: number): number {
    let sum = 0;
    for (let j = 0; j < count; j += 1) {
      sum += weights[j]! * covariance[d * count + j]! * covariance[e * count + j]!;
    }
    return sum;
  }

  function averageInformation(item: BankItem): number {
    const mean = state.mean[item.dimension]!;
    const distance = OUTER_NODE * Math.sqrt(covariance[item.dimension * count + item.dimension]!);
    const { parameters } = item;
    const outer = information(parameters, mean - distance) + information(parameters, mean + distance);
    return (outer + 4 * information(parameters, mean)) / 6;
  }

  function ofItem(item: BankItem): number {
    const d = item.dimension;
    const average = averageInformation(item);
    return (average * squares[d]!) / (1 + average * covariance[d * count + d]!);
  }

  function ofSeries(items: readonly BankItem[]): number {
    if (items.length === 1) return ofItem(items[0]!);
    // Only the entries between the questions' own competences are carried from one question to the next.
    const size = items.length;
    const own = items.map((a) => items.map((b) => covariance[a.dimension * count + b.dimension]!));
    const products = items.map((a) => items.map((b) => product(a.dimension, b.dimension)));
    let total = 0;
    for (let step = 0; step < size; step += 1) {
      const average = averageInformation(items[step]!);
      const gain = average / (1 + average * own[step]![step]!);
      total += gain * products[step]![step]!;
      shrink(own, products, step, gain);
    }
    return total;
  }

  return { ofItem, ofSeries };
}

/**
 * After one question of gain k, Σ′ = Σ − k Σ_s Σ_sᵀ; its entries and the products G′_ab = Σ′_aᵀ W Σ′_b follow:
 *
 *   Σ′_ab = Σ_ab − k Σ_sa Σ_sb    G′_ab = G_ab − k Σ_sb G_as − k Σ_sa G_sb + k² Σ_sa Σ_sb G_ss
 */
function shrink(own: number[][], products: number[][], step: number, gain: number): void {
  const size = own.length;
  const link = own.map((row) => row[step]!);
  const crossed = products.map((row) => row[step]!);
  const square = products[step]![step]!;
  for (let a = step + 1; a < size; a += 1) {
    for (let b = step + 1; b < size; b += 1) {
      const both = link[a]! * link[b]!;
      own[a]![b]! -= gain * both;
      products[a]![b]! +=
        gain * gain * both * square - gain * (link[b]! * crossed[a]! + link[a]! * crossed[b]!);
    }
  }
}
