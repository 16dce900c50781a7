import { domainOfDimension } from '../ability/structure.ts';
import { information } from '../models/response.ts';
import { deriveSeed, uniformFrom } from '../random.ts';
import type { BankItem } from './bank-item.ts';
import type { Blueprint } from './blueprint.ts';
import type { ChoiceInput } from './units.ts';

type Served = Pick<BankItem, 'id' | 'dimension' | 'format' | 'caseId' | 'parameters'>;
type Unit = { name: string; items: BankItem[] };

/**
 * The part of chooseNext that weighs questions, written down from the words of the rule and without any thrift: each
 * question and each case is a unit, every unit is given its log weight by updating the whole covariance, and the greatest
 * log weight + Gumbel variable wins. It is for turns in which no case is under way and the slot of the least known is
 * not due, and lets no rule go; it gives null where chooseNext would have to.
 */
export function plainChoice(input: ChoiceInput): BankItem | null {
  const { bank, blueprint, history, excluded, seed } = input;
  const domains = domainOfDimension(blueprint.structure);
  const left = bank.filter(({ id }) => !excluded.has(id) && history.every((served) => served.id !== id));
  const drawn = left.filter(({ dimension }) => blueprint.weights[dimension]! > 0);
  const missing = new Set(blueprint.everyDomain ? drawn.map(({ dimension }) => domains[dimension]!) : []);
  for (const { dimension } of history) missing.delete(domains[dimension]!);

  const names = new Set(left.map(({ id, caseId }) => caseId ?? id));
  const wanted = Array.from(names, (name) => ({
    name,
    items: left.filter(({ id, caseId }) => (caseId ?? id) === name),
  }))
    .filter(({ name }) => history.every(({ caseId }) => caseId !== name))
    .map(({ name, items }) => ({
      name,
      items: blueprint.caseCompanions ? items : items.filter(isDrawn),
    }))
    .filter(({ items }) => items.some(isDrawn) && items.some(isWanted));
  const share = Math.max(0.35, 6 / wanted.length);
  const open = wanted.filter(({ name }) => uniformFrom(seed, 'open', name) < share);
  const units = served(open).length > 0 ? served(open) : served(wanted);
  const sharpness = 6 + (8 * history.length) / blueprint.length;
  const scores = units.map(({ name, items }) => {
    const seconds = items.reduce((sum, item) => sum + item.seconds, items[0]!.caseSeconds);
    const luck = uniformFrom(deriveSeed(seed, 'turn', history.length), name) + 2 ** -33;
    return sharpness * Math.log(plainDrop(input, items) / seconds) - Math.log(-Math.log(luck));
  });
  return units[scores.indexOf(Math.max(...scores))]?.items[0] ?? null;

  function isDrawn({ dimension }: BankItem): boolean {
    return blueprint.weights[dimension]! > 0;
  }

  function isWanted({ dimension }: BankItem): boolean {
    return missing.size === 0 || missing.has(domains[dimension]!);
  }

  /** What each unit would serve: its questions tried in the order the seed gives, kept as long as every rule holds. */
  function served(candidates: readonly Unit[]): Unit[] {
    return candidates
      .map(({ name, items }) => {
        const luck = ({ id }: BankItem) => uniformFrom(seed, 'case', id);
        const kept: BankItem[] = [];
        for (const item of items.toSorted((one, other) => luck(one) - luck(other))) {
          if (keepsRules(blueprint, domains, missing, [...history, ...kept], item)) kept.push(item);
        }
        return { name, items: kept.toSorted((one, other) => (one.id < other.id ? -1 : 1)) };
      })
      .filter(({ items }) => items.some(isDrawn) && items.some(isWanted));
  }
}

function keepsRules(
  blueprint: Blueprint,
  domains: readonly number[],
  missing: ReadonlySet<number>,
  before: readonly Served[],
  item: BankItem,
): boolean {
  const { length, formatQuotas, maximumPerCompetence } = blueprint;
  const howMany = (fits: (served: Served) => boolean) => before.filter(fits).length;
  const isOrdered = ({ parameters }: Pick<BankItem, 'parameters'>) => parameters.model !== 'choice';
  const atMost = (share: number) => Math.max(1, Math.floor(share * length));
  if (before.length >= length) return false;
  if (
    item.caseId !== null &&
    howMany((one) => one.caseId === item.caseId && one.dimension === item.dimension)
  )
    return false;
  if (isOrdered(item) && howMany(isOrdered) >= atMost(formatQuotas.orderedCredits)) return false;
  const share = formatQuotas.byFormat[item.format];
  if (share !== undefined && howMany(({ format }) => format === item.format) >= atMost(share)) return false;
  if (howMany(({ dimension }) => dimension === item.dimension) >= maximumPerCompetence) return false;
  const still = new Set(missing);
  for (const { dimension } of before) still.delete(domains[dimension]!);
  const placesLeft = Math.ceil(0.75 * length) - before.length;
  return still.size === 0 || still.has(domains[item.dimension]!) || placesLeft > still.size;
}

/** Drop of the weighted trace when the questions are answered in turn: Σ ← Σ − I Σ_d Σ_dᵀ / (1 + I Σ_dd). */
export function plainDrop(
  { state, blueprint }: Pick<ChoiceInput, 'state'> & { blueprint: Pick<Blueprint, 'weights'> },
  items: readonly Pick<BankItem, 'dimension' | 'parameters'>[],
): number {
  const count = state.mean.length;
  const traceOf = (matrix: readonly number[]) =>
    blueprint.weights.reduce((sum, weight, d) => sum + weight * matrix[d * count + d]!, 0);
  let covariance = state.covariance;
  for (const { dimension: d, parameters } of items) {
    const sd = Math.sqrt(state.covariance[d * count + d]!);
    const average = [-1, 0, 1].reduce(
      (sum, z) =>
        sum + (z === 0 ? 2 / 3 : 1 / 6) * information(parameters, state.mean[d]! + z * Math.sqrt(3) * sd),
      0,
    );
    const current = covariance;
    const link = (row: number) => current[d * count + row]!;
    const gain = average / (1 + average * link(d));
    covariance = current.map(
      (value, cell) => value - gain * link(Math.floor(cell / count)) * link(cell % count),
    );
  }
  return traceOf(state.covariance) - traceOf(covariance);
}
