import { deriveSeed } from '../random.ts';
import type { AdaptiveBank } from './adaptive-bank.ts';
import { takeTest } from './adaptive-test.ts';
import { type PricedOptions, pricedRule, type SelectionRule } from './rules.ts';
import { generatePeople } from './simulated-person.ts';
import type { Goal } from './turn.ts';

/** Generated people who set the prices: fast first, then at the pace they keep with real people. */
const PILOT = [
  { people: 400, pace: 6 },
  { people: 600, pace: 3 },
  { people: 1000, pace: 1 },
];

/**
 * The default rule with prices settled on 2,000 generated people, so that the very first person meets them. About
 * 1 s for 200 questions. Real people never enter into it; afterwards the prices follow them, person by person (Robbins &
 * Monro 1951, Annals of Mathematical Statistics 22). Ranges as in `pricedRule`; nothing throws.
 */
export function settledRule(bank: AdaptiveBank, goal: Goal, options: PricedOptions = {}): SelectionRule {
  let rule = pricedRule(bank, goal, options);
  for (const [phase, { people, pace }] of PILOT.entries()) {
    for (const person of generatePeople(bank, people, deriveSeed('pilot', phase))) {
      rule = rule.after(takeTest(bank, rule, goal, person).asked, pace);
    }
  }
  return rule;
}
