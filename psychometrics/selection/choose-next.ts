import type { BankItem } from './bank-item.ts';
import { dropBasis, expectedDrop, greatestDrop } from './expected-drop.ts';
import { draw, drawLeastKnown, isExplorationSlot, openTo } from './exposure.ts';
import type { Strictness } from './series-rules.ts';
import {
  type Candidates,
  type ChoiceInput,
  candidatesOf,
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
 * of the bank, the same for the whole series (see openTo). Quotas, then the spread over competences and
 * domains, are let go rather than ending a series early.
 *
 * Exposure control after Revuelta & Ponsoda (1998), Journal of Educational Measurement 35(4) (progressive
 * method), and Barrada et al. (2008), Brit. J. Math. Stat. Psych. 61(2) (proportional method); the random part
 * after the random item eligibility of van der Linden & Veldkamp (2004), J. Educ. Behav. Stat. 29(3). The bank and the state
 * are of one structure, which is not checked; nothing throws.
 */
export function chooseNext(input: ChoiceInput): BankItem | null {
  return chooseWithReason(input)?.item ?? null;
}

/** Like chooseNext, and says why. Nothing throws. */
export function chooseWithReason(input: ChoiceInput): Choice | null {
  if (input.history.length >= input.blueprint.length) return null;
  const turn = turnOf(input);
  const companion = nextOfCase(turn);
  if (companion) return { item: companion, reason: 'case-continues' };

  for (const [relaxed, strictness] of LETTING_GO.entries()) {
    const candidates = candidatesOf(turn, strictness);
    const explored = isExplorationSlot(turn) ? leastKnown(turn, candidates, strictness) : null;
    const unit = explored ?? mostUseful(turn, candidates, strictness);
    if (!unit) continue;
    const reason = relaxed > 0 ? 'nothing-else-left' : explored ? 'least-known' : 'precision';
    return { item: unit.items[0]!, reason };
  }
  return null;
}

function leastKnown(turn: Turn, candidates: Candidates, strictness: Strictness): Unit | null {
  const units = unitsOf(turn, candidates, strictness, () => true);
  return units.length > 0 ? drawLeastKnown(turn, units) : null;
}

function mostUseful(turn: Turn, candidates: Candidates, strictness: Strictness): Unit | null {
  const open = unitsOf(turn, candidates, strictness, openTo(turn, candidates));
  const units = open.length > 0 ? open : unitsOf(turn, candidates, strictness, () => true);
  if (units.length === 0) return null;

  const { blueprint, history, state } = turn;
  const basis = dropBasis(state, blueprint.weights);
  const progress = history.length / blueprint.length;
  const sharpness = SHARPNESS.first + (SHARPNESS.last - SHARPNESS.first) * progress;
  return draw(
    turn,
    units,
    ({ items, seconds }) => sharpness * logPerSecond(expectedDrop(basis, items), seconds),
    ({ items, seconds }) => sharpness * logPerSecond(greatestDrop(basis, items), seconds),
  );
}

function logPerSecond(drop: number, seconds: number): number {
  return Math.log(Math.max(drop / Math.max(seconds, 1), Number.MIN_VALUE));
}
