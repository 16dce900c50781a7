import { schoolYearName } from '../../calendar/index.ts';
import {
  AGE_BANDS,
  type AgeBand,
  LEVELS,
  type Level,
  SUPPORT_KINDS,
  type SupportKind,
} from '../../follow-up/index.ts';
import { EVERYBODY, type Filter, type Place } from '../counts/place.ts';

export type FilterName = 'year' | 'level' | 'ageBand' | 'kind';
type Query = Readonly<Record<string, readonly string[] | undefined>>;

/** The names of the fields, in the address. */
export const FIELD_OF = {
  place: 'lieu',
  year: 'annee',
  level: 'niveau',
  ageBand: 'age',
  kind: 'accompagnement',
} as const;

/** Which young people are asked about; what is not on the lists is as if it had not been said. */
export function readFilter(query: Query, allowed: readonly FilterName[], kinds: readonly string[]): Filter {
  const said = (name: FilterName) => (allowed.includes(name) ? query[FIELD_OF[name]]?.[0] : undefined);
  const year = said('year');
  const level = said('level');
  const ageBand = said('ageBand');
  const kind = said('kind');
  return {
    ...EVERYBODY,
    year: year !== undefined && /^20\d\d$/.test(year) ? Number(year) : null,
    level: level !== undefined && Object.hasOwn(LEVELS, level) ? (level as Level) : null,
    ageBand: ageBand !== undefined && Object.hasOwn(AGE_BANDS, ageBand) ? (ageBand as AgeBand) : null,
    kind: kind !== undefined && (kind === 'none' || kinds.includes(kind)) ? kind : null,
  };
}

/** The place asked for among those of the viewer, the first unless said; undefined when it is not one of theirs. */
export function readPlace(query: Query, places: readonly Place[]): Place | undefined {
  const said = query[FIELD_OF.place]?.[0];
  return said ? places.find(({ code }) => code === said) : places[0];
}

/** The address of the same question somewhere else. */
export function addressOf(path: string, place: Place, filter: Filter): string {
  const said = new URLSearchParams({ [FIELD_OF.place]: place.code });
  for (const name of ['year', 'level', 'ageBand', 'kind'] as const) {
    if (filter[name] !== null) said.set(FIELD_OF[name], String(filter[name]));
  }
  return `${path}?${said}`;
}

/** « Collège des Quatre-Vents · 2026-2027 · 3e » */
export function filterText(place: Place, filter: Filter): string {
  return [
    place.name,
    filter.year === null ? 'toutes les années' : schoolYearName(filter.year),
    filter.level && LEVELS[filter.level],
    filter.ageBand && AGE_BANDS[filter.ageBand].toLowerCase(),
    filter.kind && kindText(filter.kind),
  ]
    .filter(Boolean)
    .join(' · ');
}

export function kindText(kind: string): string {
  if (kind === 'none') return 'En attente, aucun accompagnement commencé';
  return Object.hasOwn(SUPPORT_KINDS, kind) ? SUPPORT_KINDS[kind as SupportKind].name : kind;
}
