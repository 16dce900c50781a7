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
 * What could begin now: questions alone, and cases not yet begun in the series, that have something on a drawn competence and,
 * while domains are missing, on one of those.
 */
export function candidateGroups(turn: Turn, { spread }: Strictness): Group[] {
  const begun = new Set(spread ? turn.history.map(({ caseId }) => caseId) : []);
  const groups: Group[] = [];
  const cases = new Map<string, Group>();
  for (const item of turn.available) {
    if (item.caseId === null) groups.push({ name: item.id, items: [item] });
    else if (!begun.has(item.caseId)) {
      const group = cases.get(item.caseId);
      if (group) group.items.push(item);
      else cases.set(item.caseId, { name: item.caseId, items: [item] });
    }
  }
  groups.push(...cases.values());
  return groups.filter(({ items }) => isWanted(turn, items, spread));
}

/** What each group would serve within the rules; groups that could serve nothing useful are left out. */
export function unitsOf(turn: Turn, groups: readonly Group[], strictness: Strictness): Unit[] {
  const units: Unit[] = [];
  for (const { name, items: candidates } of groups) {
    const items = caseSeries(turn, candidates, strictness);
    if (items.length === 0 || !isWanted(turn, items, strictness.spread)) continue;
    let { caseSeconds: seconds } = items[0]!;
    for (const item of items) seconds += item.seconds;
    units.push({ name, items, seconds });
  }
  return units;
}

function isWanted(turn: Turn, items: readonly BankItem[], spread: boolean): boolean {
  const { missingDomains } = turn.tally;
  const anyDomain = !spread || missingDomains.size === 0;
  return (
    items.some((item) => isDrawn(turn.blueprint, item)) &&
    (anyDomain || items.some((item) => missingDomains.has(turn.domains[item.dimension]!)))
  );
}

/**
 * The questions of one case (or the one question) that would be served in a row: one per competence, in the order of their
 * ids, as far as the rules allow.
 */
function caseSeries(turn: Turn, members: readonly BankItem[], strictness: Strictness): BankItem[] {
  const { blueprint, domains, tally } = turn;
  if (members.length === 1) {
    const { dimension } = members[0]!;
    const allowed = isAllowed(blueprint, tally, members[0]!, domains[dimension]!, strictness);
    return allowed ? onePerCompetence(turn, members) : [];
  }
  const series: BankItem[] = [];
  const after = copyTally(tally);
  for (const item of onePerCompetence(turn, members)) {
    const domain = domains[item.dimension]!;
    if (after.served >= blueprint.length) break;
    if (!isAllowed(blueprint, after, item, domain, strictness)) continue;
    series.push(item);
    count(after, item, domain);
  }
  return series;
}

/** Leaves out competences the case has had a question on in this series; the seed decides between several questions. */
function onePerCompetence({ history, seed }: Turn, members: readonly BankItem[]): BankItem[] {
  const caseId = members[0]?.caseId ?? null;
  if (caseId === null) return [...members];
  const chosen = new Map<number, BankItem>();
  for (const item of members) {
    const rival = chosen.get(item.dimension);
    if (!rival || rankOf(seed, item) < rankOf(seed, rival)) chosen.set(item.dimension, item);
  }
  for (const item of history) if (item.caseId === caseId) chosen.delete(item.dimension);
  return [...chosen.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}

function rankOf(seed: number, item: BankItem): number {
  return uniformFrom(seed, 'case', item.id);
}
