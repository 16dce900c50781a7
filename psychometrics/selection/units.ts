import type { AbilityState } from '../ability/state.ts';
import { domainOfDimension } from '../ability/structure.ts';
import { uniformFrom } from '../random.ts';
import type { BankItem, ServedItem } from './bank-item.ts';
import type { Blueprint } from './blueprint.ts';
import {
  copyTally,
  count,
  isAllowed,
  isDrawn,
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

/** A choice to be made: what is asked, and what follows from it for every candidate. */
export type Turn = ChoiceInput & {
  domains: readonly number[];
  available: readonly BankItem[];
  tally: Tally;
};

/** What may begin now: a question alone, or the questions of a case that would be served together. */
export type Unit = {
  /** Name by which chance is attached to it: the case, or the question. */
  name: string;
  items: BankItem[];
  /** Expected time, reading of the case included. */
  seconds: number;
};

/** Candidates of one unit before the rules of the series are applied to each of its questions. */
export type Group = Pick<Unit, 'name' | 'items'>;

export function turnOf(input: ChoiceInput): Turn {
  const { bank, blueprint, history, excluded } = input;
  const served = new Set(history.map((item) => item.id));
  const available = bank.filter((item) => {
    if (!isDrawn(blueprint, item) && !(blueprint.caseCompanions && item.caseId !== null)) return false;
    return !excluded.has(item.id) && !served.has(item.id);
  });
  const domains = domainOfDimension(blueprint.structure);
  return { ...input, domains, available, tally: tallyOf(blueprint, history, available) };
}

/** The next question of the case under way, if one is and the rules allow. */
export function nextOfCase(turn: Turn): BankItem | null {
  const begun = turn.history.at(-1)?.caseId ?? null;
  if (begun === null) return null;
  const remaining = turn.available.filter((item) => item.caseId === begun);
  return caseSeries(turn, remaining, { quotas: true, spread: true })[0] ?? null;
}

/**
 * What could begin now: questions alone, and cases not yet begun in the series, that have something on a drawn
 * competence and, while domains are missing, on one of those.
 */
export function candidateGroups(turn: Turn, { spread }: Strictness): Group[] {
  const begun = new Set(spread ? turn.history.map(({ caseId }) => caseId) : []);
  const groups: Group[] = [];
  const cases = new Map<string, Group>();
  for (const item of turn.available) {
    const group = item.caseId === null ? undefined : cases.get(item.caseId);
    if (group) group.items.push(item);
    else if (item.caseId === null) {
      if (isWanted(turn, item, spread)) groups.push({ name: item.id, items: [item] });
    } else if (!begun.has(item.caseId)) cases.set(item.caseId, { name: item.caseId, items: [item] });
  }
  for (const group of cases.values()) if (areWanted(turn, group.items, spread)) groups.push(group);
  return groups;
}

/** What each group would serve within the rules; groups that could serve nothing useful are left out. */
export function unitsOf(turn: Turn, groups: readonly Group[], strictness: Strictness): Unit[] {
  const units: Unit[] = [];
  for (const { name, items: candidates } of groups) {
    const items = caseSeries(turn, candidates, strictness);
    if (items.length === 0 || !areWanted(turn, items, strictness.spread)) continue;
    let { caseSeconds: seconds } = items[0]!;
    for (const item of items) seconds += item.seconds;
    units.push({ name, items, seconds });
  }
  return units;
}

/** Some question is on a drawn competence and, while domains are missing, some question is on one of those. */
function areWanted(turn: Turn, items: readonly BankItem[], spread: boolean): boolean {
  const drawn = items.some((item) => isDrawn(turn.blueprint, item));
  return drawn && items.some((item) => isWanted(turn, item, spread));
}

function isWanted({ domains, tally }: Turn, { dimension }: BankItem, spread: boolean): boolean {
  const { missingDomains } = tally;
  return !spread || missingDomains.size === 0 || missingDomains.has(domains[dimension]!);
}

/**
 * The questions of one case (or the one question) that would be served in a row, in the order of their ids: one
 * per competence, as far as the rules allow. The seed decides which, so that each has its turn over people.
 */
function caseSeries(turn: Turn, members: readonly BankItem[], strictness: Strictness): BankItem[] {
  const { blueprint, domains, history, tally } = turn;
  const [first] = members;
  if (!first) return [];
  if (first.caseId === null) {
    return isAllowed(blueprint, tally, first, domains[first.dimension]!, strictness) ? [first] : [];
  }
  const taken = new Set<number>();
  for (const item of history) if (item.caseId === first.caseId) taken.add(item.dimension);
  const series: BankItem[] = [];
  const after = copyTally(tally);
  for (const item of shuffled(turn.seed, members)) {
    const domain = domains[item.dimension]!;
    if (taken.has(item.dimension) || after.served >= blueprint.length) continue;
    if (!isAllowed(blueprint, after, item, domain, strictness)) continue;
    taken.add(item.dimension);
    series.push(item);
    count(after, item, domain);
  }
  return series.sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** An order that depends on the seed and the questions only. */
function shuffled(seed: number, items: readonly BankItem[]): BankItem[] {
  return items
    .map((item) => ({ item, rank: uniformFrom(seed, 'case', item.id) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ item }) => item);
}
