import type { ServedItem } from './bank-item.ts';
import type { Blueprint } from './blueprint.ts';

/** Every domain comes within this share of a series: the first 6 questions of 8. */
const EARLY = 0.75;

/** Which rules of a blueprint hold. They are let go one after the other when nothing else is left to ask. */
export type Strictness = { quotas: boolean; spread: boolean };

/** What a series has served so far, counted the way the rules need it. */
export type Tally = {
  served: number;
  orderedCredits: number;
  /** How often each format with a quota of its own came. */
  formats: Map<string, number>;
  competences: number[];
  /** Whether each domain is missing: it has a question available and has had none yet. */
  missing: boolean[];
  /** How many domains are missing. */
  missingDomains: number;
};

/** Counts a series so far. `available` says whether each competence has a question that could still be drawn. */
export function tallyOf(
  blueprint: Blueprint,
  domains: readonly number[],
  history: readonly ServedItem[],
  available: readonly boolean[],
): Tally {
  const missing = new Array<boolean>(blueprint.structure.domains.length).fill(false);
  if (blueprint.everyDomain) {
    available.forEach((isAvailable, dimension) => {
      if (isAvailable && isDrawn(blueprint, dimension)) missing[domains[dimension]!] = true;
    });
  }
  const tally: Tally = {
    served: 0,
    orderedCredits: 0,
    formats: new Map(),
    competences: new Array<number>(domains.length).fill(0),
    missing,
    missingDomains: missing.reduce((sum, isMissing) => sum + Number(isMissing), 0),
  };
  for (const item of history) count(blueprint, tally, item, domains[item.dimension]!);
  return tally;
}

/** A tally that can be counted on without changing the first. */
export function copyTally(tally: Tally): Tally {
  return {
    ...tally,
    formats: new Map(tally.formats),
    competences: tally.competences.slice(),
    missing: tally.missing.slice(),
  };
}

/** Counts one more question, in place. */
export function count({ formatQuotas }: Blueprint, tally: Tally, item: ServedItem, domain: number): void {
  tally.served += 1;
  if (item.parameters.model !== 'choice') tally.orderedCredits += 1;
  if (formatQuotas.byFormat[item.format] !== undefined) {
    tally.formats.set(item.format, (tally.formats.get(item.format) ?? 0) + 1);
  }
  tally.competences[item.dimension]! += 1;
  if (tally.missing[domain]) {
    tally.missing[domain] = false;
    tally.missingDomains -= 1;
  }
}

/** Whether the blueprint draws from a competence. */
export function isDrawn(blueprint: Blueprint, dimension: number): boolean {
  return blueprint.weights[dimension]! > 0;
}

/** Whether the spread over competences and domains lets the next question be on this competence. */
export function isWithinSpread(
  blueprint: Blueprint,
  tally: Tally,
  dimension: number,
  domain: number,
): boolean {
  if (tally.competences[dimension]! >= blueprint.maximumPerCompetence) return false;
  const slack = Math.ceil(EARLY * blueprint.length) - tally.served - tally.missingDomains;
  return tally.missingDomains === 0 || tally.missing[domain]! || slack > 0;
}

/** Whether the quotas of formats let a question be the next. */
export function isWithinQuotas(blueprint: Blueprint, tally: Tally, item: ServedItem): boolean {
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
