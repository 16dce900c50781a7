/**
 * What it costs to show each question, in logarithms of information: `surcharge` on those shown too much, `subsidy`
 * for those shown too little, both ≥ 0. Plain numbers, one of each for each question of the bank.
 */
export type ExposurePrices = { surcharge: Float64Array; subsidy: Float64Array };

/** Shares of people in [0, 1] between which the exposure of every question is to stay; least < most. */
export type ExposureLimits = { most: number; least: number };

/** How far one person moves a price. A share of 0.7 is then held within about 0.01 over a thousand people. */
const SURCHARGE_STEP = 0.03;
const SUBSIDY_STEP = 0.5;

export function noPrices(questions: number): ExposurePrices {
  return { surcharge: new Float64Array(questions), subsidy: new Float64Array(questions) };
}

/**
 * The prices after one more person, who was asked these questions:
 *
 *   surcharge ← max(0, surcharge + step (shown − most))        subsidy ← max(0, subsidy + step (least − shown))
 *
 * with shown 1 or 0. They are the Lagrange multipliers of « the most information, every exposure between least and
 * most », found by stochastic subgradient (Robbins & Monro 1951), one person at a time. Updating the control after each
 * person instead of simulating for weeks beforehand is that of van der Linden & Veldkamp (2004), Journal of
 * Educational and Behavioral Statistics 29(3), who drew eligibility where this sets a price. `pace` multiplies the
 * steps, more than 1 to settle quickly.
 */
export function pricesAfter(
  prices: ExposurePrices,
  asked: readonly number[],
  limits: ExposureLimits,
  pace = 1,
): ExposurePrices {
  const shown = new Uint8Array(prices.surcharge.length);
  for (const item of asked) shown[item] = 1;
  return {
    surcharge: prices.surcharge.map((price, item) =>
      Math.max(0, price + pace * SURCHARGE_STEP * (shown[item]! - limits.most)),
    ),
    subsidy: prices.subsidy.map((price, item) =>
      Math.max(0, price + pace * SUBSIDY_STEP * (limits.least - shown[item]!)),
    ),
  };
}
