import { dayOf, schoolYearOf } from '../../calendar/index.ts';
import { spreadsheet } from '../../csv/index.ts';
import { attachment, renderPdf } from '../../pdf/index.ts';
import { type Route, readQuery, refuse, route, staff, type Viewer, type Visit } from '../../web/index.ts';
import { readParticipants } from '../counts/counts.store.ts';
import { EVERYBODY, type Place } from '../counts/place.ts';
import { findPlaces } from '../counts/places.store.ts';
import { readFilter, readPlace } from '../filter/filter.ts';
import { INDICATORS } from '../indicators.store.ts';
import { readFigures } from '../reading.ts';
import { precisionText } from '../report/precision.ts';
import { participantRows } from './participants.ts';
import { yearlyFileName, yearlyReport } from './yearly-report.ts';

export const yearlyRoutes: Route[] = [
  route('GET', '/effets/bilan.pdf', staff, sendReport),
  route('GET', '/effets/participants.csv', staff, sendParticipants),
];

type Asked = { place: Place; year: number };

async function readAsked({ app, viewer, http }: Visit<Viewer>): Promise<Asked | undefined> {
  const query = readQuery(http);
  const place = readPlace(query, await findPlaces(app.db, viewer));
  const { year } = readFilter(query, ['year'], []);
  return place && { place, year: year ?? schoolYearOf(dayOf(app.now())) };
}

async function sendReport(visit: Visit<Viewer>): Promise<Response> {
  const { app, http } = visit;
  const asked = await readAsked(visit);
  if (!asked) return refuse(visit, 'absent');
  const { place, year } = asked;
  const now = app.now();
  const filter = { ...EVERYBODY, year };
  const reports = await Promise.all(
    INDICATORS.map(({ report }) =>
      readFigures(app, (db) => report(db, { place, filter, now, content: app.content })),
    ),
  );
  const pdf = await renderPdf(yearlyReport(reports, { place, year, about: precisionText(place), now }));
  return http.body(new Uint8Array(pdf), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': attachment(yearlyFileName(place, year)),
    'Cache-Control': 'private, no-store',
  });
}

/** Participants by entry and exit, for the reports of the European fund (FSE+): counts, and nobody. */
async function sendParticipants(visit: Visit<Viewer>): Promise<Response> {
  const { app, http } = visit;
  const asked = await readAsked(visit);
  if (!asked) return refuse(visit, 'absent');
  const { place, year } = asked;
  const now = app.now();
  const lines = await readFigures(app, (db) => readParticipants(db, place, year));
  const rows = participantRows(lines, { place, year, today: dayOf(now) });
  return http.body(spreadsheet(rows), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': attachment(`Participants ${year}-${year + 1} – ${place.name}.csv`),
    'Cache-Control': 'private, no-store',
  });
}
