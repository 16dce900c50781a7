import { dayOf } from '../calendar/index.ts';
import type { Db } from '../database/index.ts';
import { readCounts } from './counts/counts.store.ts';
import type { Filter, Place } from './counts/place.ts';
import type { FilterName } from './filter/filter.ts';
import { FUNNEL_MEASURES, funnelOf, funnelReport } from './funnel/funnel.ts';
import type { Report } from './report/report.ts';

export type Asked = { place: Place; filter: Filter; now: Date };

/** One of the five effects: where its page is, by what it can be narrowed, and what it says. */
export type Indicator = {
  slug: string;
  name: string;
  filters: readonly FilterName[];
  report: (db: Db, asked: Asked) => Promise<Report>;
};

const ALL_FILTERS = ['year', 'level', 'ageBand', 'kind'] as const;

export const INDICATORS: readonly Indicator[] = [
  {
    slug: 'parcours',
    name: 'Parcours',
    filters: ALL_FILTERS,
    report: async (db, { place, filter, now }) => {
      const counts = await readCounts(db, place, filter, FUNNEL_MEASURES, now);
      return funnelReport(funnelOf(counts, dayOf(now), place.precision), place.precision);
    },
  },
];
