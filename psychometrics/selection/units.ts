import type { AbilityState } from '../ability/state.ts';
import { domainOfDimension } from '../ability/structure.ts';
import { uniformsFrom } from '../random.ts';
import type { BankItem, ServedItem } from './bank-item.ts';
import type { Blueprint } from './blueprint.ts';
import {
  copyTally,
  count,
  isDrawn,
  isWithinQuotas,
  isWithinSpread,
  type Strictness,
  type Tally,
  tallyOf,
} from './series-rules.ts';

export type ChoiceInput = {
  /** Present belief about the person. */
  state: AbilityState;
  /** The whole bank, in any order. Questions of one case are served in the order of their ids. */
  bank: readonly BankItem[];
  blueprint: Blueprint;
  /** Questions served in this series, in order. */
  history: readonly ServedItem[];
  /** Ids never to be served: seen in the last 12 months, retired, or not for this profession. */
  excluded: ReadonlySet<string>;
  /** Any number; the same for the whole series. */
  seed: number;
};

/** What could still be asked, before the rules of the series are applied to each question. */
export type Candidates = {
  /** Questions without a case, by competence. */
  alone: readonly (readonly BankItem[])[];
  /** The questions left of each case, by case. */
  cases: ReadonlyMap<string, readonly BankItem[]>;
};

/** A choice to be made: what is asked, and what follows from it for every candidate. */
export type Turn = ChoiceInput & {
  domains: readonly number[];
  available: Candidates;
  tally: Tally;
};

/** What may begin now: a question alone, or the questions of a case that would be served together. */
export type Unit = {
  /** Name by which chance is attached to it: the case, or the question. */
  name: string;
  items: readonly BankItem[];
  /** Expected time, reading of the case included. */
  seconds: number;
};

export function turnOf(input: ChoiceInput): Turn {
  const { bank, blueprint, history, excluded } = input;
  const domains = domainOfDimension(blueprint.structure);
  const gone = new Set(excluded);
  for (const { id } of history) gone.add(id);
  const alone = domains.map((): BankItem[] => []);
  const cases = new Map<string, BankItem[]>();
  const isAvailable = domains.map(() => false);
  for (const item of bank) {
    const { caseId, dimension } = item;
    if (!isDrawn(blueprint, dimension) && !(blueprint.caseCompanions && caseId !== null)) continue;
    if (gone.has(item.id)) continue;
    isAvailable[dimension] = true;
    if (caseId === null) alone[dimension]!.push(item);
    else {
      const members = cases.get(caseId);
      if (members) members.push(item);
      else cases.set(caseId, [item]);
    }
  }
  const tally = tallyOf(blueprint, domains, history, isAvailable);
  return { ...input, domains, available: { alone, cases }, tally };
}

/** The next question of the case under way, if one is and the rules allow. */
export function nextOfCase(turn: Turn): BankItem | null {
  const begun = turn.history.at(-1)?.caseId ?? null;
  if (begun === null) return null;
  const remaining = turn.available.cases.get(begun) ?? [];
  return caseSeries(turn, begun, remaining, { quotas: true, spread: true })[0] ?? null;
}

/**
 * What could begin now: questions alone, and cases not yet begun in the series, that have something on a drawn
 * competence and, while domains are missing, on one of those.
 */
export function candidatesOf(turn: Turn, { spread }: Strictness): Candidates {
  const { available, history } = turn;
  const alone = available.alone.map((items, dimension) => (isWanted(turn, dimension, spread) ? items : []));
  const cases = new Map<string, readonly BankItem[]>();
  for (const [name, members] of available.cases)
    if (areWanted(turn, members, spread)) cases.set(name, members);
  if (spread) for (const { caseId } of history) if (caseId !== null) cases.delete(caseId);
  return { alone, cases };
}

/**
 * What each candidate that is `open` would serve within the rules; those that could serve nothing useful are left
 * out.
 */
export function unitsOf(
  turn: Turn,
  { alone, cases }: Candidates,
  strictness: Strictness,
  isOpen: (name: string) => boolean,
): Unit[] {
  const { blueprint, domains, tally } = turn;
  const units: Unit[] = [];
  for (const [dimension, items] of alone.entries()) {
    if (strictness.spread && !isWithinSpread(blueprint, tally, dimension, domains[dimension]!)) continue;
    for (const item of items) {
      if ((strictness.quotas && !isWithinQuotas(blueprint, tally, item)) || !isOpen(item.id)) continue;
      units.push({ name: item.id, items: [item], seconds: item.caseSeconds + item.seconds });
    }
  }
  for (const [name, members] of cases) {
    if (!isOpen(name)) continue;
    const items = caseSeries(turn, name, members, strictness);
    if (items.length === 0 || !areWanted(turn, items, strictness.spread)) continue;
    let { caseSeconds: seconds } = items[0]!;
    for (const item of items) seconds += item.seconds;
    units.push({ name, items, seconds });
  }
  return units;
}

/** Some question is on a drawn competence and, while domains are missing, some question is on one of those. */
function areWanted(turn: Turn, items: readonly BankItem[], spread: boolean): boolean {
  const drawn = items.some(({ dimension }) => isDrawn(turn.blueprint, dimension));
  return drawn && items.some(({ dimension }) => isWanted(turn, dimension, spread));
}

function isWanted({ domains, tally }: Turn, dimension: number, spread: boolean): boolean {
  return !spread || tally.missingDomains === 0 || tally.missing[domains[dimension]!]!;
}

/**
 * The questions of one case that would be served in a row, in the order of their ids: one per competence, as far as
 * the rules allow. The seed decides which, so that each has its turn over people.
 */
function caseSeries(
  turn: Turn,
  caseId: string,
  members: readonly BankItem[],
  strictness: Strictness,
): BankItem[] {
  const { blueprint, domains, history, tally } = turn;
  const taken: number[] = [];
  for (const item of history) if (item.caseId === caseId) taken.push(item.dimension);
  const series: BankItem[] = [];
  const after = copyTally(tally);
  for (const item of shuffled(turn.seed, members)) {
    const domain = domains[item.dimension]!;
    if (taken.includes(item.dimension) || after.served >= blueprint.length) continue;
    if (strictness.quotas && !isWithinQuotas(blueprint, after, item)) continue;
    if (strictness.spread && !isWithinSpread(blueprint, after, item.dimension, domain)) continue;
    taken.push(item.dimension);
    series.push(item);
    count(blueprint, after, item, domain);
  }
  return series.sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** An order that depends on the seed and the questions only. */
function shuffled(seed: number, items: readonly BankItem[]): BankItem[] {
  const rankOf = uniformsFrom(seed, 'case');
  const ranks = items.map(({ id }) => rankOf(id));
  const order = ranks.map((_, place) => place).sort((one, other) => ranks[one]! - ranks[other]!);
  return order.map((place) => items[place]!);
}
