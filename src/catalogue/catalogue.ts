import {
  type Content,
  competencesOf,
  type HostKind,
  hostKindOf,
  type Item,
  inventoryOf,
  KINDS,
  type Kind,
  type ReviewState,
  reviewStateOf,
  type Source,
} from '../content/index.ts';

/** What a visitor keeps of the catalogue; null keeps everything. */
export type Filter = { competence: string | null; kind: Kind | null; state: State | null };

/** Where an item stands: read by somebody named, still to be read, past its date, or no longer in use. */
export const STATES = ['relu', 'à relire', 'due', 'withdrawn'] as const;
export type State = (typeof STATES)[number];

export type Listed = Item & { state: State };

/** A date past says more than who has read. */
function stateOf({ status, reviewBy }: Item, now: Date): State {
  const review: ReviewState = reviewStateOf({ reviewBy }, now);
  return review === 'current' ? status : review;
}

/** Every item of the content with where it stands. */
export function listAll(content: Content, now: Date): Listed[] {
  return inventoryOf(content).map((item) => ({ ...item, state: stateOf(item, now) }));
}

export function keep(items: readonly Listed[], { competence, kind, state }: Filter): Listed[] {
  return items.filter(
    (item) =>
      (competence === null || item.competences.some((code) => code.startsWith(competence))) &&
      (kind === null || item.kind === kind) &&
      (state === null || item.state === state),
  );
}

/** Reads the filter of an address; what is not known is left out. */
export function readFilter(content: Content, query: (name: string) => string | undefined): Filter {
  const codes = [
    ...content.framework.domains.map(({ code }) => code),
    ...competencesOf(content.framework).map(({ code }) => code),
  ];
  const known = <T extends string>(values: readonly T[], name: string) =>
    values.find((value) => value === query(name)) ?? null;
  return {
    competence: known(codes, 'competence'),
    kind: known(KINDS, 'nature'),
    state: known(STATES, 'etat'),
  };
}

/** Number of items of each kind and state; kinds without items are left out. */
export function countByState(
  items: readonly Listed[],
): { kind: Kind; states: Record<State, number>; total: number }[] {
  return KINDS.flatMap((kind) => {
    const own = items.filter((item) => item.kind === kind);
    if (own.length === 0) return [];
    const states = Object.fromEntries(
      STATES.map((state) => [state, own.filter((item) => item.state === state).length]),
    ) as Record<State, number>;
    return [{ kind, states, total: own.length }];
  });
}

/** References cited by items, each once with how many cite it, the most cited first; facts of ours apart. */
export function referencesOf(
  items: readonly Listed[],
): { title: string; year: number | null; url: string | null; count: number }[] {
  const cited = new Map<string, { source: Exclude<Source, string>; count: number }>();
  for (const source of items.flatMap(({ sources }) => sources)) {
    if (typeof source === 'string') continue;
    const key = source.url ?? source.title;
    cited.set(key, { source, count: (cited.get(key)?.count ?? 0) + 1 });
  }
  return [...cited.values()]
    .sort((a, b) => b.count - a.count || (a.source.title < b.source.title ? -1 : 1))
    .map(({ source: { title, year, url }, count }) => ({
      title,
      year: year ?? null,
      url: url ?? null,
      count,
    }));
}

/** How many references come from each kind of site, and how many have no address. */
export function sitesOf(
  content: Content,
  items: readonly Listed[],
): { kind: HostKind | null; count: number }[] {
  const counts = new Map<HostKind | null, number>();
  for (const { url } of referencesOf(items)) {
    const kind = url === null ? null : hostKindOf(content.hosts, url);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count);
}

/** How many contents are past their date, withdrawn ones included. */
export function countOverdue(content: Content, now: Date): number {
  return overdue(listAll(content, now)).length;
}

/** What waits for a review: the most overdue first. */
export function overdue(items: readonly Listed[]): Listed[] {
  return items
    .filter(({ state }) => state === 'due' || state === 'withdrawn')
    .sort((a, b) => (a.reviewBy < b.reviewBy ? -1 : 1));
}
