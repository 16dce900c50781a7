import type { BankItem } from './bank-item.ts';
import { expectedDrop } from './expected-drop.ts';
import { draw, drawLeastKnown, isExplorationSlot, openGroups } from './exposure.ts';
import type { Strictness } from './series-rules.ts';
import {
  type ChoiceInput,
  candidateGroups,
  type Group,
  nextOfCase,
  type Turn,
  turnOf,
  type Unit,
  unitsOf,
} from './units.ts';

/**
 * Why a question was chosen: the case already begun goes on; the slot in eight kept for the least known
 * questions; the greatest expected gain of precision per minute; or the only kind left once quotas and spread
 * had to be let go.
 */
export type ChoiceReason = 'case-continues' | 'least-known' | 'precision' | 'nothing-else-left';

export type Choice = { item: BankItem; reason: ChoiceReason };

/**
 * Sharpness of the preference for what is most useful: a question is drawn with a probability proportional to
 * (expected drop per minute) ^ sharpness. It grows along the series: chance early, when little is known of the
 * person and everyone would be served the same questions; precision later.
 */
const SHARPNESS = { first: 6, last: 14 } as const;

const LETTING_GO: readonly Strictness[] = [
  { quotas: true, spread: true },
  { quotas: false, spread: true },
  { quotas: false, spread: false },
];

/**
 * The next question of a series, or null when the series is complete or nothing suitable is left.
 *
 * Pure: the same input gives the same question, so a restart or a second click changes nothing. In order:
 * 1. a case already begun goes on, at most one question per competence, within the rules of the blueprint; once
 * left it does not come back in the series;
 * 2. one slot in eight is drawn evenly among questions not yet calibrated (among all, when all are);
 * 3. otherwise a question or a whole case is drawn, more probably the greater its expected drop of the weighted
 * trace of Σ per expected minute (see expectedDrop and SHARPNESS).
 * While a domain of the blueprint has had no question, 2 and 3 keep to such domains. 3 draws on a random part
 * of the bank, the same for the whole series (see openGroups). Quotas, then the spread over competences and
 * domains, are let go rather than ending a series early.
 *
 * Exposure control after Revuelta & Ponsoda (1998), Journal of Educational Measurement 35(4) (progressive
 * method), and Barrada et al. (2008), Brit. J. Math. Stat. Psych. 61(2) (proportional method); the random part
 * after the random item eligibility of van der Linden & Veldkamp (2004), J. Educ. Behav. Stat. 29(3).
 */
export function chooseNext(input: ChoiceInput): BankItem | null {
  return chooseWithReason(input)?.item ?? null;
}

/** Like chooseNext, and says why. */
export function chooseWithReason(input: ChoiceInput): Choice | null {
  if (input.history.length >= input.blueprint.length) return null;
  const turn = turnOf(input);
  const companion = nextOfCase(turn);
  if (companion) return { item: companion, reason: 'case-continues' };

  for (const [relaxed, strictness] of LETTING_GO.entries()) {
    const groups = candidateGroups(turn, strictness);
    const explored = isExplorationSlot(turn) ? exploreAmong(turn, unitsOf(turn, groups, strictness)) : null;
    const unit = explored ?? mostUseful(turn, groups, strictness);
    if (!unit) continue;
    const reason = relaxed > 0 ? 'nothing-else-left' : explored ? 'least-known' : 'precision';
    return { item: unit.items[0]!, reason };
  }
  return null;
}

function exploreAmong(turn: Turn, units: readonly Unit[]): Unit | null {
  return units.length > 0 ? drawLeastKnown(turn, units) : null;
}

function mostUseful(turn: Turn, groups: readonly Group[], strictness: Strictness): Unit | null {
  const open = unitsOf(turn, openGroups(turn, groups), strictness);
  const units = open.length > 0 ? open : unitsOf(turn, groups, strictness);
  if (units.length === 0) return null;

  const { blueprint, history, state } = turn;
  const drop = expectedDrop(state, blueprint.weights);
  const progress = history.length / blueprint.length;
  const sharpness = SHARPNESS.first + (SHARPNESS.last - SHARPNESS.first) * progress;
  return draw(turn, units, (unit) => {
    const perSecond = drop.ofSeries(unit.items) / Math.max(unit.seconds, 1);
    return sharpness * Math.log(Math.max(perSecond, Number.MIN_VALUE));
  });
}
