import { uniformFrom } from '../random.ts';
import type { AdaptiveBank } from './adaptive-bank.ts';
import { capacityOf } from './capacity.ts';
import { costOfRoom } from './cost-of-room.ts';
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
import { worthAsking, worthOfLastQuestion } from './worth.ts';

/** A way of choosing questions on one bank. */
export type SelectionRule = {
  /** Index of the next question, null when the bank is used up. The same turn always gives the same question. */
  choose(turn: Turn): number | null;
  /** Whether a test ends here, never before the standard error of the goal; the greatest length is not looked at. */
  ends(turn: Turn): boolean;
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
/** Names of the criteria, as `criterionRule` takes them. */
export const CRITERION_NAMES = Object.keys(CRITERIA) as CriterionName[];

/**
 * Always the question of greatest value under one criterion: `mfi`, information at the estimate (Lord 1980); `mpwi`, averaged
 * over the posterior, and `mepv`, the least variance expected (van der Linden 1998); `klp`, divergence (Chang & Ying 1996);
 * `nearest`, difficulty (Urry 1970). Exposure and areas are not looked at. Nothing throws.
 */
export function criterionRule(name: CriterionName, bank: AdaptiveBank, goal: Goal): SelectionRule {
  const criterion = CRITERIA[name];
  return unchanging(goal, ({ belief, asked }) =>
    greatest(openItems(bank, asked), (item) => criterion(bank, belief, item)),
  );
}

/** Any question left, with equal chances, drawn from the seed of the person. Nothing throws. */
export function randomRule(bank: AdaptiveBank, goal: Goal): SelectionRule {
  return unchanging(goal, ({ asked, seed }) => {
    const open = openItems(bank, asked);
    return open[Math.floor(uniformFrom(seed, 'random', asked.length) * open.length)] ?? null;
  });
}

/** Makes tests about 0.7 question longer than ending them at the goal, and the mean squared error 3 % smaller. */
const DEFAULT_WORTH = 0.9;

export type PricedOptions = {
  /** By default at most 0.71 of the people for a question, and at least 0.003 (less in a large bank). */
  limits?: ExposureLimits;
  /**
   * What a question beyond the goal must be worth (`worthAsking`), as a multiple > 0 of what the last question needed
   * is worth on average; 0.9 by default, Infinity to end every test at the goal.
   */
  worth?: number;
  /** Prices to begin with; none by default (`settledRule` finds good ones). */
  prices?: ExposurePrices;
};

/**
 * The limits of the default rule. Showing every question to a few people costs at most 0.6 question a person: the
 * least share is 0.6 over the size of the bank. Both are shares of people, in [0, 1]. Nothing throws.
 */
export function defaultLimits(bank: AdaptiveBank): ExposureLimits {
  return { most: 0.71, least: Math.min(0.003, 0.6 / bank.items.length) };
}

/**
 * The default rule: information at a price with areas balanced (`choosePriced`), and questions beyond the goal for those
 * in whom they still tell much (`worthAsking`). Prices after van der Linden & Veldkamp (2004), Journal of Educational and
 * Behavioral Statistics 29(3); areas after Kingsbury & Zara (1989). The goal and the options are not checked; nothing throws.
 */
export function pricedRule(bank: AdaptiveBank, goal: Goal, options: PricedOptions = {}): SelectionRule {
  const { limits = defaultLimits(bank), worth = DEFAULT_WORTH } = options;
  const capacity = capacityOf(bank, goal);
  const room = costOfRoom(bank, goal, capacity);
  const least = worth * worthOfLastQuestion(bank, goal);
  const rule = (prices: ExposurePrices): SelectionRule => {
    const choose = (turn: Turn) => choosePriced({ bank, goal, prices, capacity, room }, turn);
    return {
      choose,
      ends: (turn) =>
        turn.belief.standardError <= goal.standardError &&
        !worthAsking(bank, turn.belief, choose(turn), least),
      after: (asked, pace) => rule(pricesAfter(prices, asked, limits, pace)),
    };
  };
  return rule(options.prices ?? noPrices(bank.items.length));
}

function unchanging(goal: Goal, choose: SelectionRule['choose']): SelectionRule {
  const ends = ({ belief }: Turn) => belief.standardError <= goal.standardError;
  const rule: SelectionRule = { choose, ends, after: () => rule };
  return rule;
}
