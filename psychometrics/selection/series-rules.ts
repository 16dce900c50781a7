import { domainOfDimension } from '../ability/structure.ts';
import type { BankItem, ServedItem } from './bank-item.ts';
import type { Blueprint } from './blueprint.ts';

/** Every domain comes within this share of a series: the first 6 questions of 8. */
const EARLY = 0.75;

/** Which rules of a blueprint hold. They are let go one after the other when nothing else is left to ask. */
export type Strictness = { quotas: boolean; spread: boolean };

/** What a series has served so far, counted the way the rules need it. */
export type Tally = {
  served: number;
  orderedCredits: number;
  formats: Map<string, number>;
  competences: number[];
  /** Domains with a question available that have had none yet. */
  missingDomains: Set<number>;
};

/** Counts a series so far. `available` are the questions that could still be drawn. */
export function tallyOf(
  blueprint: Blueprint,
  history: readonly ServedItem[],
  available: readonly BankItem[],
): Tally {
  const domains = domainOfDimension(blueprint.structure);
  const missingDomains = new Set<number>();
  if (blueprint.everyDomain) {
    for (const item of available) {
      if (isDrawn(blueprint, item)) missingDomains.add(domains[item.dimension]!);
    }
  }
  const tally: Tally = {
    served: 0,
    orderedCredits: 0,
    formats: new Map(),
    competences: new Array<number>(domains.length).fill(0),
    missingDomains,
  };
  for (const item of history) count(tally, item, domains[item.dimension]!);
  return tally;
}

/** A tally that can be counted on without changing the first. */
export function copyTally(tally: Tally): Tally {
  return {
    ...tally,
    formats: new Map(tally.formats),
    competences: tally.competences.slice(),
    missingDomains: new Set(tally.missingDomains),
  };
}

/** Counts one more question, in place. */
export function count(tally: Tally, item: ServedItem, domain: number): void {
  tally.served += 1;
  if (item.parameters.model !== 'choice') tally.orderedCredits += 1;
  tally.formats.set(item.format, (tally.formats.get(item.format) ?? 0) + 1);
  tally.competences[item.dimension]! += 1;
  tally.missingDomains.delete(domain);
}

/** Whether a question is on a competence the blueprint draws from. */
export function isDrawn(blueprint: Blueprint, item: ServedItem): boolean {
  return blueprint.weights[item.dimension]! > 0;
}

/** Whether the rules allow a question as the next of the series. */
export function isAllowed(
  blueprint: Blueprint,
  tally: Tally,
  item: ServedItem,
  domain: number,
  strictness: Strictness,
): boolean {
  if (strictness.quotas && !withinQuotas(blueprint, tally, item)) return false;
  if (!strictness.spread) return true;
  if (tally.competences[item.dimension]! >= blueprint.maximumPerCompetence) return false;
  const slack = Math.ceil(EARLY * blueprint.length) - tally.served - tally.missingDomains.size;
  return tally.missingDomains.size === 0 || tally.missingDomains.has(domain) || slack > 0;
}

function withinQuotas(blueprint: Blueprint, tally: Tally, item: ServedItem): boolean {
  const { length, formatQuotas } = blueprint;
  const ordered = item.parameters.model !== 'choice';
  if (ordered && tally.orderedCredits >= most(formatQuotas.orderedCredits, length)) return false;
  const share = formatQuotas.byFormat[item.format];
  return share === undefined || (tally.formats.get(item.format) ?? 0) < most(share, length);
}

/** A quota leaves room for at least one question. */
function most(share: number, length: number): number {
  return Math.max(1, Math.floor(share * length));
}
