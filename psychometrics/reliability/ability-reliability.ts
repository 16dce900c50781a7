import { assertUsable, type ItemParameters } from '../models/item-parameters.ts';
import { information } from '../models/response.ts';

/**
 * Reliability of ability estimates a test would have in the reference population N(0, 1), from its questions alone:
 *
 *   ρ = ∫ I(θ)/(I(θ) + 1) φ(θ)dθ
 *
 * between 0 (no question) and 1. Green, Bock, Humphreys, Linn & Reckase (1984), Journal of Educational Measurement 21(4),
 * 347–360, in the form of mirt's `marginal_rxx`. 161 nodes from −8 to 8. Throws a RangeError on unusable parameters.
 */
export function marginalReliability(items: readonly ItemParameters[]): number {
  for (const item of items) assertUsable(item);
  let sum = 0;
  let weights = 0;
  for (let node = 0; node <= 160; node += 1) {
    const ability = node / 10 - 8;
    const weight = Math.exp((-ability * ability) / 2);
    const total = items.reduce((all, item) => all + information(item, ability), 0);
    sum += weight * (total / (total + 1));
    weights += weight;
  }
  return sum / weights;
}

/**
 * Reliability the estimates of real people turned out to have: the spread of the estimates T against their mean error,
 *
 *   ρ = Var T / (Var T + mean SE²)
 *
 * between 0 and 1 (Var with divisor n − 1). For EAP estimates; mirt's `empirical_rxx`. null below two people, or when
 * neither spread nor error is left. Standard errors ≥ 0; throws a RangeError on anything not finite.
 */
export function empiricalReliability(
  estimates: readonly { ability: number; standardError: number }[],
): number | null {
  for (const { ability, standardError } of estimates) {
    if (!Number.isFinite(ability) || !(standardError >= 0) || !Number.isFinite(standardError)) {
      throw new RangeError(
        `expected a finite ability and standard error, not ${ability} and ${standardError}`,
      );
    }
  }
  const count = estimates.length;
  if (count < 2) return null;
  const mean = estimates.reduce((sum, { ability }) => sum + ability, 0) / count;
  const spread = estimates.reduce((sum, { ability }) => sum + (ability - mean) ** 2, 0) / (count - 1);
  const error = estimates.reduce((sum, { standardError }) => sum + standardError ** 2, 0) / count;
  return spread + error > 0 ? spread / (spread + error) : null;
}
