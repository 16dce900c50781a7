import { spreadsheet } from '../../csv/index.ts';
import { attachment } from '../../pdf/index.ts';
import { type Application, anyone, longDate, page, type Route, route, type Visit } from '../../web/index.ts';
import { EVERYBODY, NATION } from '../counts/place.ts';
import { INDICATORS } from '../indicators.store.ts';
import { readFigures } from '../reading.ts';
import { precisionText } from '../report/precision.ts';
import { FirstDrawing, SectionView } from '../report/report-view.tsx';
import { reportRows } from '../report/rows.ts';

export const statisticsRoutes: Route[] = [
  route('GET', '/statistiques', anyone, showStatistics),
  route('GET', '/statistiques.csv', anyone, downloadStatistics),
];

/** Anybody may ask for these, as often as they like: whoever asks while they are being counted waits for the same count. */
const counting = new WeakMap<Application, ReturnType<typeof count>>();

function countOnce(app: Application): ReturnType<typeof count> {
  const begun = counting.get(app) ?? count(app).finally(() => counting.delete(app));
  counting.set(app, begun);
  return begun;
}

function count(app: Application) {
  const asked = { place: NATION, filter: EVERYBODY, now: app.now(), content: app.content };
  return Promise.all(INDICATORS.map(({ report }) => readFigures(app, (db) => report(db, asked))));
}

/** What may be public: the whole country, rounded, without a filter. */
async function showStatistics(visit: Visit): Promise<Response> {
  const now = visit.app.now();
  const reports = await countOnce(visit.app);
  return page(
    visit,
    { title: 'Statistiques' },
    <>
      <h1>Statistiques</h1>
      <p class="lede">
        Ce que l’on sait des effets de l’accompagnement dans tout le pays, ce que l’on ne sait pas compris. Au{' '}
        {longDate(now)}.
      </p>
      <p class="report-note">{precisionText(NATION)}</p>
      <p class="on-screen">
        <a href="/statistiques.csv">Télécharger ces chiffres pour un tableur (CSV)</a>
      </p>
      {reports.map((report) => (
        <section>
          <div class="effect-card">
            <div>
              <h2>{report.title}</h2>
              <p>{report.lede}</p>
              {report.headlines.length > 0 ? (
                <ul class="headlines">
                  {report.headlines.map((line) => (
                    <li>{line}</li>
                  ))}
                </ul>
              ) : (
                <p>Pas encore assez de personnes pour en dire quelque chose.</p>
              )}
            </div>
            <FirstDrawing report={report} />
          </div>
          <details class="more printed-open">
            <summary>Les chiffres, et comment ils sont comptés</summary>
            {report.sections.map((section) => (
              <SectionView section={section} level={3} />
            ))}
            <ul class="definition">
              {report.definition.map((line) => (
                <li>{line}</li>
              ))}
            </ul>
          </details>
        </section>
      ))}
    </>,
  );
}

async function downloadStatistics(visit: Visit): Promise<Response> {
  const reports = await countOnce(visit.app);
  const about = [`Au ${longDate(visit.app.now())}`, precisionText(NATION)];
  const rows = reports.flatMap((report, index) => [
    ...(index === 0 ? [] : [[]]),
    ...reportRows(report, index === 0 ? about : []),
  ]);
  return visit.http.body(spreadsheet(rows), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': attachment('Statistiques – France.csv'),
  });
}
