import { dayOf } from '../calendar/index.ts';
import type { Content } from '../content/index.ts';
import type { Db } from '../database/index.ts';
import { readCohorts, readCounts, readOpinions } from './counts/counts.store.ts';
import { EVERYBODY, type Filter, NATION, type Place } from './counts/place.ts';
import { dropoutReport, protectDropout } from './dropout/dropout.ts';
import { readDropout } from './dropout/figures.store.ts';
import { efficacyMeasures, scaleMeasures, scaleOf, tellEfficacy } from './efficacy/efficacy.ts';
import { efficacyReport } from './efficacy/efficacy-report.ts';
import type { FilterName } from './filter/filter.ts';
import { FUNNEL_MEASURES, funnelOf, funnelReport } from './funnel/funnel.ts';
import type { Report } from './report/report.ts';
import { OPINION_MEASURES, satisfactionSections } from './use/satisfaction.ts';
import { MEETING_MEASURES, USE_MEASURES, useReport } from './use/use.ts';
import { comparisonOf, SIGNAL_MEASURES, signalsOf, signalsReport } from './weak-signals/weak-signals.ts';

export type Asked = { place: Place; filter: Filter; now: Date; content: Content };

/** One of the five effects: where its page is, by what it can be narrowed, and what it says. */
export type Indicator = {
  slug: string;
  name: string;
  filters: readonly FilterName[];
  report: (db: Db, asked: Asked) => Promise<Report>;
};

const ALL_FILTERS = ['year', 'level', 'ageBand', 'kind'] as const;

export const INDICATORS: readonly Indicator[] = [
  { slug: 'parcours', name: 'Parcours', filters: ALL_FILTERS, report: tellFunnel },
  { slug: 'efficacite', name: 'Se sentir capable', filters: ALL_FILTERS, report: tellChange },
  { slug: 'signaux', name: 'Signaux faibles', filters: ALL_FILTERS, report: tellSignals },
  { slug: 'sorties', name: 'Sorties sans solution', filters: [], report: tellDropout },
  { slug: 'usage', name: 'Satisfaction et usage', filters: ALL_FILTERS, report: tellUse },
];

async function tellFunnel(db: Db, { place, filter, now }: Asked): Promise<Report> {
  const counts = await readCounts(db, place, filter, FUNNEL_MEASURES, now);
  return funnelReport(funnelOf(counts, dayOf(now), place.precision), place.precision);
}

const YOUNG = [
  { id: 'efficacite-jeune', who: 'Jeunes' },
  { id: 'engagement-jeune', who: 'Jeunes, engagement' },
] as const;
const STAFF: Filter = { ...EVERYBODY, kind: 'staff' };

async function tellChange(db: Db, { place, filter, now, content }: Asked): Promise<Report> {
  const groups = [
    // Whoever opens the files of the young people knows who answered, and neither reads nor works out what they did.
    ...YOUNG.map(({ id, who }) => ({
      id,
      who,
      filter,
      everybody: EVERYBODY,
      precision: 'rounded' as const,
      answeredPrecision: place.precision,
    })),
    // Nor what colleagues answered.
    {
      id: 'efficacite-personnel',
      who: 'Personnels',
      filter: { ...STAFF, year: filter.year },
      everybody: STAFF,
      precision: 'rounded' as const,
      answeredPrecision: 'rounded' as const,
    },
  ];
  const told = await Promise.all(
    groups.map(async ({ id, who, filter, everybody, precision, answeredPrecision }) => {
      const instrument = content.instruments.find((known) => known.id === id);
      if (!instrument) return [];
      const [counts, nation] = await Promise.all([
        readCounts(db, place, filter, efficacyMeasures(id), now),
        readCounts(db, NATION, everybody, scaleMeasures(id), now),
      ]);
      return [
        tellEfficacy(counts, scaleOf(nation, instrument), { instrument, who, precision, answeredPrecision }),
      ];
    }),
  );
  return efficacyReport(told.flat());
}

async function tellSignals(db: Db, { place, filter, now, content }: Asked): Promise<Report> {
  const [today, { precision }] = [dayOf(now), place];
  const counts = await readCounts(db, place, filter, SIGNAL_MEASURES, now);
  const waiting =
    filter.kind === null
      ? await readCounts(db, place, { ...filter, kind: 'none' }, SIGNAL_MEASURES, now)
      : null;
  return signalsReport(
    signalsOf(counts, today, precision),
    waiting && comparisonOf(counts, waiting, today, precision),
    content.signals,
    precision,
  );
}

async function tellDropout(db: Db, { place }: Asked): Promise<Report> {
  // A school knows its own figures: it gave them.
  const seen = { ...place, precision: place.own ? ('exact' as const) : place.precision };
  return dropoutReport(protectDropout(await readDropout(db, place), seen), seen);
}

async function tellUse(db: Db, { place, filter, now, content }: Asked): Promise<Report> {
  const [counts, meetings, cohorts, opinions] = await Promise.all([
    readCounts(db, place, filter, USE_MEASURES, now),
    readCounts(db, place, { ...EVERYBODY, kind: 'meeting', year: filter.year }, MEETING_MEASURES, now),
    readCohorts(db, place, now),
    readOpinions(db, OPINION_MEASURES),
  ]);
  const report = useReport(counts, meetings, cohorts, dayOf(now), place.precision);
  return {
    ...report,
    sections: [...report.sections, ...satisfactionSections(opinions, content.instruments)],
  };
}
