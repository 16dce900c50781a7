import { type Application, anyone, longDate, page, type Route, route, type Visit } from '../../web/index.ts';
import { EVERYBODY, NATION } from '../counts/place.ts';
import { INDICATORS } from '../indicators.store.ts';
import { readFigures } from '../reading.ts';
import { precisionText } from '../report/precision.ts';
import { FirstDrawing, SectionView } from '../report/report-view.tsx';

export const statisticsRoutes: Route[] = [route('GET', '/statistiques', anyone, showStatistics)];

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
      {reports.map((report) => (
        <section>
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
          <FirstDrawing report={report} />
          <details>
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
