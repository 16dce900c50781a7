import { uniformFrom } from '../random.ts';
import type { AdaptiveBank } from './adaptive-bank.ts';
import { capacityOf } from './capacity.ts';
import {
  type Criterion,
  expectedPosteriorVariance,
  maximumInformation,
  nearestDifficulty,
  posteriorWeightedDivergence,
  posteriorWeightedInformation,
} from './criteria.ts';
import { type ExposureLimits, type ExposurePrices, noPrices, pricesAfter } from './exposure-prices.ts';
import { choosePriced } from './priced-information.ts';
import { type Goal, greatest, openItems, type Turn } from './turn.ts';

/** A way of choosing questions on one bank. */
export type SelectionRule = {
  /** Index of the next question, null when the bank is used up. The same turn always gives the same question. */
  choose(turn: Turn): number | null;
  /** The standard error at which the rule ends a test, at most that of the goal. */
  stopsAt: number;
  /** The rule for the next person, once this one was asked these questions. */
  after(asked: readonly number[], pace?: number): SelectionRule;
};

/** Rules that look at one criterion only, without control of exposure or areas, for comparison. */
const CRITERIA = {
  mfi: maximumInformation,
  mpwi: posteriorWeightedInformation,
  mepv: expectedPosteriorVariance,
  klp: posteriorWeightedDivergence,
  nearest: nearestDifficulty,
} as const satisfies Record<string, Criterion>;

export type CriterionName = keyof typeof CRITERIA;
export const CRITERION_NAMES = Object.keys(CRITERIA) as CriterionName[];

/** Always the question of greatest value under one criterion. */
export function criterionRule(name: CriterionName, bank: AdaptiveBank, goal: Goal): SelectionRule {
  const criterion = CRITERIA[name];
  return unchanging(goal, ({ belief, asked }) =>
    greatest(openItems(bank, asked), (item) => criterion(bank, belief, item)),
  );
}

/** Any question left, with equal chances. */
export function randomRule(bank: AdaptiveBank, goal: Goal): SelectionRule {
  return unchanging(goal, ({ asked, seed }) => {
    const open = openItems(bank, asked);
    return open[Math.floor(uniformFrom(seed, 'random', asked.length) * open.length)] ?? null;
  });
}

/**
 * The default rule ends a test this share below the standard error asked for. A standard error takes the parameters
 * of the questions as exact and, once a test ends on it, is somewhat too small (Patton, Cheng, Yuan & Diao 2013, Applied
 * Psychological Measurement 37(1)).
 */
export const DEFAULT_MARGIN = 0.016;

export type PricedOptions = {
  /** By default at most 0.71 of the people for a question, and at least 0.003 (less in a large bank). */
  limits?: ExposureLimits;
  /** Share in [0, 1) by which tests go below the standard error of the goal; 0.016 by default. */
  margin?: number;
  /** How much the bank must be able to do for areas to be balanced (`PricedBank`); 1.2 by default, 0 for always. */
  balancedAbove?: number;
  /** Prices to begin with; none by default (`settledRule` finds good ones). */
  prices?: ExposurePrices;
};

/**
 * The limits of the default rule. Showing every question to a few people costs at most 0.6 question a person: the
 * least share is 0.6 over the size of the bank.
 */
export function defaultLimits(bank: AdaptiveBank): ExposureLimits {
  return { most: 0.71, least: Math.min(0.003, 0.6 / bank.items.length) };
}

/** The default rule: information at a price (`choosePriced`), areas balanced, a margin on the standard error. */
export function pricedRule(bank: AdaptiveBank, goal: Goal, options: PricedOptions = {}): SelectionRule {
  const { limits = defaultLimits(bank), margin = DEFAULT_MARGIN, balancedAbove = 1.2 } = options;
  const capacity = capacityOf(bank, goal);
  const rule = (prices: ExposurePrices): SelectionRule => ({
    choose: (turn) => choosePriced({ bank, prices, capacity, balancedAbove }, turn),
    stopsAt: goal.standardError * (1 - margin),
    after: (asked, pace) => rule(pricesAfter(prices, asked, limits, pace)),
  });
  return rule(options.prices ?? noPrices(bank.items.length));
}

function unchanging(goal: Goal, choose: SelectionRule['choose']): SelectionRule {
  const rule: SelectionRule = { choose, stopsAt: goal.standardError, after: () => rule };
  return rule;
}
