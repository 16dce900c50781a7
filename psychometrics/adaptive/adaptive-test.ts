import type { AdaptiveBank } from './adaptive-bank.ts';
import { type Belief, beliefAfter, startingBelief } from './belief.ts';
import type { SelectionRule } from './rules.ts';
import type { Goal } from './turn.ts';

/** A test that has ended: what is known of the person and what was asked, as indexes in order. */
export type FinishedTest = { belief: Belief; asked: number[] };

/**
 * Gives one person a whole test: until the rule ends it, the greatest length or the end of the bank.
 * `answer` gives the score of a question by its index; `seed` is the person's. `clock` (milliseconds), when given, is
 * read around each choice and `spent` told the difference. Throws a RangeError when `answer` gives a score its question has
 * not.
 */
export function takeTest(
  bank: AdaptiveBank,
  rule: SelectionRule,
  goal: Goal,
  person: { answer: (item: number) => number; seed: number },
  timing?: { clock: () => number; spent: (milliseconds: number) => void },
): FinishedTest {
  const asked: number[] = [];
  let belief = startingBelief(bank);
  while (asked.length < goal.maximumLength) {
    const turn = { belief, asked, seed: person.seed };
    if (rule.ends(turn)) break;
    const began = timing?.clock() ?? 0;
    const item = rule.choose(turn);
    timing?.spent(timing.clock() - began);
    if (item === null) break;
    asked.push(item);
    belief = beliefAfter(bank, belief, item, person.answer(item));
  }
  return { belief, asked };
}
