import type { AbilityState } from '../ability/state.ts';
import { domainOfDimension } from '../ability/structure.ts';
import { deriveSeed, uniformFrom } from '../random.ts';
import type { BankItem, ServedItem } from './bank-item.ts';
import type { Blueprint } from './blueprint.ts';
import { expectedDrop } from './expected-drop.ts';
import { isAllowed, isDrawn, type Strictness, type Tally, tallyOf, withItem } from './series-rules.ts';

export type ChoiceInput = {
  /** Present belief about the person. */
  state: AbilityState;
  /** The whole bank. Questions of one case are served in the order of the bank. */
  bank: readonly BankItem[];
  blueprint: Blueprint;
  /** Questions served in this series, in order. */
  history: readonly ServedItem[];
  /** Ids never to be served: seen in the last 12 months, retired, or not for this profession. */
  excluded: ReadonlySet<string>;
  /** Any number; the same for the whole series. */
  seed: number;
};

/**
 * Why a question was chosen: the case already begun goes on; the slot in eight kept for the least known questions; the
 * greatest expected gain of precision per minute; or the only kind left once quotas and spread had to be let go.
 */
export type ChoiceReason = 'case-continues' | 'least-known' | 'precision' | 'nothing-else-left';

export type Choice = { item: BankItem; reason: ChoiceReason };

/** A question alone, or the questions of a case that would be served together. */
type Unit = { items: BankItem[]; seconds: number };

/** One slot in this many goes to the least known questions. */
const EXPLORATION_PERIOD = 8;

/**
 * Share of the bank open to one series, drawn by its seed, so that no question can be shown to everybody however useful it
 * is; more when the choice would be among fewer than SMALLEST_OPEN_POOL on average.
 */
const OPEN_SHARE = 0.3;
const SMALLEST_OPEN_POOL = 6;

/**
 * Sharpness of the preference for what is most useful: a question is drawn with a probability proportional to
 * (expected drop per minute) ^ sharpness. It grows along the series: chance early, when little is known of the person and
 * everyone would be served the same questions; precision later.
 */
const SHARPNESS = { first: 4, last: 10 } as const;

const LETTING_GO: readonly Strictness[] = [
  { quotas: true, spread: true },
  { quotas: false, spread: true },
  { quotas: false, spread: false },
];

/**
 * The next question of a series, or null when the series is complete or nothing suitable is left.
 *
 * Pure: the same input gives the same question, so a restart or a second click changes nothing. In order:
 * 1. a case already begun goes on, at most one question per competence, within the rules of the blueprint;
 * 2. one slot in eight is drawn evenly among questions not yet calibrated (among all, when all are);
 * 3. otherwise a question or a whole case is drawn, more probably the greater its expected drop of the weighted trace of Σ
 *    per expected minute (see expectedDrop and SHARPNESS).
 * While a domain of the blueprint has had no question, 2 and 3 keep to such domains. Both draw on a random part of the bank
 * (see OPEN_SHARE), the same for the whole series. Quotas, then the spread over
 * competences and domains, are let go rather than ending a series early.
 *
 * Exposure control after Revuelta & Ponsoda (1998), Journal of Educational Measurement 35(4) (progressive method), and
 * Barrada et al. (2008), Brit. J. Math. Stat. Psych. 61(2) (proportional method); the random part after the
 * random item eligibility of van der Linden & Veldkamp (2004), J. Educ. Behav. Stat. 29(3).
 */
export function chooseNext(input: ChoiceInput): BankItem | null {
  return chooseWithReason(input)?.item ?? null;
}

/** Like chooseNext, and says why. */
export function chooseWithReason(input: ChoiceInput): Choice | null {
  const { blueprint, history } = input;
  if (history.length >= blueprint.length) return null;
  const domains = domainOfDimension(blueprint.structure);
  const available = availableItems(input);
  const tally = tallyOf(blueprint, history, available);

  const companion = nextOfCase(input, available, tally, domains);
  if (companion) return { item: companion, reason: 'case-continues' };

  for (const strictness of LETTING_GO) {
    const units = candidateUnits(input, available, tally, domains, strictness);
    if (units.length === 0) continue;
    const exploring = isExplorationSlot(input);
    const unit = exploring ? drawLeastKnown(input, units) : drawMostUseful(input, units);
    const regular = strictness.quotas && strictness.spread;
    const reason = !regular ? 'nothing-else-left' : exploring ? 'least-known' : 'precision';
    return { item: unit.items[0]!, reason };
  }
  return null;
}

function availableItems({ bank, blueprint, history, excluded }: ChoiceInput): BankItem[] {
  const served = new Set(history.map((item) => item.id));
  return bank.filter((item) => {
    if (excluded.has(item.id) || served.has(item.id)) return false;
    return isDrawn(blueprint, item) || (blueprint.caseCompanions && item.caseId !== null);
  });
}

function nextOfCase(
  input: ChoiceInput,
  available: readonly BankItem[],
  tally: Tally,
  domains: readonly number[],
): BankItem | null {
  const begun = input.history.at(-1)?.caseId ?? null;
  if (begun === null) return null;
  const remaining = available.filter((item) => item.caseId === begun);
  return caseSeries(input, remaining, tally, domains, LETTING_GO[0]!)[0] ?? null;
}

/**
 * The questions of one case that would be served in a row: one per competence (drawn by the seed when there are several),
 * in the order of the bank, as far as the rules allow.
 */
function caseSeries(
  input: ChoiceInput,
  members: readonly BankItem[],
  tally: Tally,
  domains: readonly number[],
  strictness: Strictness,
): BankItem[] {
  const { blueprint, history, seed } = input;
  const caseId = members[0]?.caseId;
  const taken = new Set<number>();
  for (const item of history) if (item.caseId === caseId) taken.add(item.dimension);

  const rank = (item: BankItem) => uniformFrom(seed, 'case', item.id);
  const chosen = new Map<number, BankItem>();
  for (const item of members) {
    const rival = chosen.get(item.dimension);
    if (!taken.has(item.dimension) && (!rival || rank(item) < rank(rival))) chosen.set(item.dimension, item);
  }

  const series: BankItem[] = [];
  let after = tally;
  for (const item of members) {
    const domain = domains[item.dimension]!;
    if (chosen.get(item.dimension) !== item || after.served >= blueprint.length) continue;
    if (!isAllowed(blueprint, after, item, domain, strictness)) continue;
    series.push(item);
    after = withItem(after, item, domain);
  }
  return series;
}

function candidateUnits(
  input: ChoiceInput,
  available: readonly BankItem[],
  tally: Tally,
  domains: readonly number[],
  strictness: Strictness,
): Unit[] {
  const { blueprint } = input;
  const keepToMissing = strictness.spread && tally.missingDomains.size > 0;
  const units: Unit[] = [];
  const cases = new Map<string, BankItem[]>();
  for (const item of available) {
    if (item.caseId !== null) {
      const members = cases.get(item.caseId);
      if (members) members.push(item);
      else cases.set(item.caseId, [item]);
      continue;
    }
    const domain = domains[item.dimension]!;
    if (keepToMissing && !tally.missingDomains.has(domain)) continue;
    if (!isAllowed(blueprint, tally, item, domain, strictness)) continue;
    units.push({ items: [item], seconds: item.seconds });
  }
  for (const members of cases.values()) {
    if (!members.some((item) => isDrawn(blueprint, item))) continue;
    if (keepToMissing && !members.some((item) => tally.missingDomains.has(domains[item.dimension]!)))
      continue;
    const items = caseSeries(input, members, tally, domains, strictness);
    if (!items.some((item) => isDrawn(blueprint, item))) continue;
    if (keepToMissing && !items.some((item) => tally.missingDomains.has(domains[item.dimension]!))) continue;
    const reading = items[0]!.caseSeconds;
    units.push({ items, seconds: items.reduce((sum, item) => sum + item.seconds, reading) });
  }
  return units;
}

/**
 * One position in each run of eight, drawn by the seed; when a case is under way there, the first position after it.
 */
function isExplorationSlot({ history, seed }: ChoiceInput): boolean {
  const position = history.length;
  const run = Math.floor(position / EXPLORATION_PERIOD);
  const slot = run * EXPLORATION_PERIOD + (deriveSeed(seed, 'least-known', run) % EXPLORATION_PERIOD);
  if (position < slot) return false;
  for (let earlier = slot; earlier < position; earlier += 1) {
    const caseId = history[earlier]!.caseId;
    const continued = earlier > 0 && caseId !== null && history[earlier - 1]!.caseId === caseId;
    if (!continued) return false;
  }
  return true;
}

function drawLeastKnown(input: ChoiceInput, units: readonly Unit[]): Unit {
  const unknown = units.filter((unit) => unit.items.some((item) => !item.calibrated));
  if (unknown.length === 0) return draw(input, units, (unit) => Math.log(unit.items.length));
  return draw(input, unknown, (unit) => Math.log(unit.items.filter((item) => !item.calibrated).length));
}

function drawMostUseful(input: ChoiceInput, units: readonly Unit[]): Unit {
  const { blueprint, history, state } = input;
  const drop = expectedDrop(state, blueprint.weights);
  const progress = history.length / blueprint.length;
  const sharpness = SHARPNESS.first + (SHARPNESS.last - SHARPNESS.first) * progress;
  return draw(input, units, (unit) => {
    const perSecond = drop.ofSeries(unit.items) / Math.max(unit.seconds, 1);
    return sharpness * Math.log(Math.max(perSecond, Number.MIN_VALUE));
  });
}

/**
 * Draws a unit with a probability proportional to exp(log weight), by the Gumbel-max rule (Gumbel 1954), among those open to
 * this series. The chance attached to a unit depends on the seed, the position and the question, not on the order of the bank.
 */
function draw(input: ChoiceInput, units: readonly Unit[], logWeight: (unit: Unit) => number): Unit {
  const turn = deriveSeed(input.seed, 'turn', input.history.length);
  let best = units[0]!;
  let highest = Number.NEGATIVE_INFINITY;
  for (const unit of openUnits(input.seed, units)) {
    const uniform = uniformFrom(turn, unit.items[0]!.id) + 2 ** -33;
    const score = logWeight(unit) - Math.log(-Math.log(uniform));
    if (score > highest) {
      highest = score;
      best = unit;
    }
  }
  return best;
}

/** The part of the bank this series may draw on; everything when nothing of that part is left. */
function openUnits(seed: number, units: readonly Unit[]): readonly Unit[] {
  const share = Math.max(OPEN_SHARE, SMALLEST_OPEN_POOL / units.length);
  if (share >= 1) return units;
  const open = units.filter(({ items: [first] }) => {
    return uniformFrom(seed, 'open', first!.caseId ?? first!.id) < share;
  });
  return open.length > 0 ? open : units;
}
