import { dayOf, schoolYearName, schoolYearOf } from '../calendar/index.ts';
import { spreadsheet } from '../csv/index.ts';
import { attachment } from '../pdf/index.ts';
import {
  longDate,
  page,
  type Route,
  readQuery,
  refuse,
  route,
  staff,
  type Viewer,
  type Visit,
} from '../web/index.ts';
import { findKinds } from './counts/counts.store.ts';
import { EVERYBODY, type Filter, type Place } from './counts/place.ts';
import { findPlaces } from './counts/places.store.ts';
import { addressOf, filterText, readFilter, readPlace } from './filter/filter.ts';
import { FilterForm } from './filter/filter-form.tsx';
import { INDICATORS, type Indicator } from './indicators.store.ts';
import { readFigures } from './reading.ts';
import { precisionText } from './report/precision.ts';
import { FirstDrawing, ReportView } from './report/report-view.tsx';
import { reportRows } from './report/rows.ts';

export const effectRoutes: Route[] = [
  route('GET', '/effets', staff, showOverview),
  ...INDICATORS.flatMap((indicator) => [
    route('GET', `/effets/${indicator.slug}`, staff, (visit) => showIndicator(visit, indicator)),
    route('GET', `/effets/${indicator.slug}.csv`, staff, (visit) => downloadIndicator(visit, indicator)),
  ]),
];

type Question = { places: Place[]; place: Place; filter: Filter; kinds: string[] };

/** What is asked about, when it is something the viewer may see. */
async function readQuestion(
  { app, viewer, http }: Visit<Viewer>,
  indicator: Indicator,
): Promise<Question | undefined> {
  const query = readQuery(http);
  const places = await findPlaces(app.db, viewer);
  const place = readPlace(query, places);
  if (!place) return undefined;
  const kinds = indicator.filters.includes('kind')
    ? await readFigures(app, (db) => findKinds(db, place, app.now()))
    : [];
  return { places, place, kinds, filter: readFilter(query, indicator.filters, kinds) };
}

async function showOverview(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const places = await findPlaces(app.db, viewer);
  const place = readPlace(readQuery(http), places);
  if (!place) return refuse(visit, 'absent');
  const asked = { place, filter: EVERYBODY, now: app.now(), content: app.content };
  const lastYear = { ...EVERYBODY, year: schoolYearOf(dayOf(app.now())) - 1 };
  const reports = await Promise.all(
    INDICATORS.map(async (indicator) => ({
      indicator,
      report: await readFigures(app, (db) => indicator.report(db, asked)),
    })),
  );
  return page(
    visit,
    { title: 'Les effets', sheet: `Les effets · ${place.name}` },
    <>
      <h1>Les effets</h1>
      <p class="lede">
        Cinq façons de voir ce que change l’accompagnement, comptées de la même manière dans un établissement,
        une académie et le pays.
      </p>
      <FilterForm
        {...{ action: '/effets', places, place, filter: asked.filter, allowed: [], kinds: [] }}
        lastYear={schoolYearOf(dayOf(app.now()))}
      />
      <p class="report-about">
        {filterText(place, asked.filter)} · au {longDate(app.now())}
      </p>
      <PrecisionNote place={place} />
      <p class="actions on-screen">
        <a class="fr-btn" href={addressOf('/effets/bilan.pdf', place, lastYear)}>
          Bilan {schoolYearName(lastYear.year)} (PDF)
        </a>
        <a class="fr-btn fr-btn--secondary" href={addressOf('/effets/participants.csv', place, lastYear)}>
          Participants {schoolYearName(lastYear.year)}, format FSE+ (CSV)
        </a>
      </p>
      {reports.map(({ indicator, report }) => (
        <section class="effect-card">
          <div>
            <h2>
              <a href={addressOf(`/effets/${indicator.slug}`, place, asked.filter)}>{report.title}</a>
            </h2>
            <p>{report.headlines[0] ?? 'Pas encore assez de personnes pour en dire quelque chose.'}</p>
          </div>
          <FirstDrawing report={report} />
        </section>
      ))}
    </>,
  );
}

async function showIndicator(visit: Visit<Viewer>, indicator: Indicator): Promise<Response> {
  const { app } = visit;
  const question = await readQuestion(visit, indicator);
  if (!question) return refuse(visit, 'absent');
  const { place, places, filter, kinds } = question;
  const asked = { place, filter, now: app.now(), content: app.content };
  const report = await readFigures(app, (db) => indicator.report(db, asked));
  const path = `/effets/${indicator.slug}`;
  return page(
    visit,
    { title: report.title, sheet: `${report.title} · ${filterText(place, filter)}` },
    <>
      <IndicatorMenu current={indicator} place={place} filter={filter} />
      <ReportView report={report}>
        <FilterForm
          {...{ action: path, places, place, filter, kinds, allowed: indicator.filters }}
          lastYear={schoolYearOf(dayOf(app.now()))}
        />
        <p class="report-about">
          {filterText(place, filter)} · au {longDate(app.now())}
        </p>
        <PrecisionNote place={place} />
      </ReportView>
      <p class="actions on-screen">
        <a class="fr-btn fr-btn--secondary" href={addressOf(`${path}.csv`, place, filter)}>
          Télécharger pour un tableur (CSV)
        </a>
        {indicator.slug === 'sorties' && <FigureLinks viewer={visit.viewer} />}
        {indicator.slug === 'efficacite' && (
          <a class="fr-btn" href="/mon-efficacite">
            Répondre moi aussi, en trois minutes
          </a>
        )}
      </p>
    </>,
  );
}

function IndicatorMenu({ current, place, filter }: { current: Indicator; place: Place; filter: Filter }) {
  return (
    <nav class="effect-menu on-screen" aria-label="Les cinq effets">
      <ul>
        {INDICATORS.map((indicator) => (
          <li>
            <a
              href={addressOf(`/effets/${indicator.slug}`, place, filter)}
              aria-current={indicator === current ? 'page' : undefined}
            >
              {indicator.name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function PrecisionNote({ place }: { place: Place }) {
  return <p class="report-note">{precisionText(place)}</p>;
}

async function downloadIndicator(visit: Visit<Viewer>, indicator: Indicator): Promise<Response> {
  const { app, http } = visit;
  const question = await readQuestion(visit, indicator);
  if (!question) return refuse(visit, 'absent');
  const { place, filter } = question;
  const asked = { place, filter, now: app.now(), content: app.content };
  const report = await readFigures(app, (db) => indicator.report(db, asked));
  const about = [filterText(place, filter), `Au ${longDate(app.now())}`, precisionText(place)];
  return http.body(spreadsheet(reportRows(report, about)), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': attachment(`${indicator.name} – ${place.name}.csv`),
    'Cache-Control': 'private, no-store',
  });
}

function FigureLinks({ viewer }: { viewer: Viewer }) {
  const roles = new Set(viewer.memberships.map(({ role }) => role));
  return (
    <>
      {roles.has('direction') && (
        <a class="fr-btn" href="/effets/chiffres">
          Donner les chiffres de l’établissement
        </a>
      )}
      {roles.has('academie') && (
        <a class="fr-btn" href="/effets/import">
          Importer les chiffres des établissements
        </a>
      )}
    </>
  );
}
