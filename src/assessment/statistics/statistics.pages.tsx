import { stringify } from 'csv-stringify/sync';
import { longDate, national, page, type Route, route, type Viewer, type Visit } from '../../web/index.ts';
import { findStatistics } from './statistics.store.ts';
import {
  FEWEST,
  FEWEST_FOR_DISCRIMINATION,
  FLAG_NAMES,
  type Line,
  SORTS,
  type Sort,
  sorted,
  tenths,
} from './statistics.ts';

export const statisticsRoutes: Route[] = [
  route('GET', '/administration/questions', national, showStatistics),
  route('GET', '/administration/questions.csv', national, sendStatistics),
];

const PERCENT = new Intl.NumberFormat('fr-FR', { style: 'percent', maximumFractionDigits: 0 });
const DECIMAL = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const WHOLE = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 });

async function showStatistics(visit: Visit<Viewer>): Promise<Response> {
  const { app, http } = visit;
  const { lines, computedAt } = await findStatistics(app.db, app.content);
  const asked = http.req.query('tri') ?? '';
  const sort: Sort = Object.hasOwn(SORTS, asked) ? (asked as Sort) : 'question';
  const downwards = http.req.query('sens') === 'descendant';
  const flagged = lines.filter(({ figures }) => figures.flags.length > 0);
  const only = http.req.query('signalees') === 'oui';
  const shown = sorted(only ? flagged : lines, sort, downwards);
  return page(
    visit,
    { title: 'Statistiques des questions' },
    <>
      <p class="above-title">
        <a href="/administration">Administration</a>
      </p>
      <h1>Statistiques des questions</h1>
      {computedAt === null ? (
        <p>
          Les chiffres sont calculés chaque nuit, et ne l’ont pas encore été.{' '}
          <a href="/administration/taches/question-statistics">Lancer le calcul maintenant</a>
        </p>
      ) : (
        <>
          <p class="lede">
            Ce que disent les réponses de chaque question, le {longDate(computedAt)}. Aucune réponse de
            personne n’est montrée.
          </p>
          <Tenths counts={tenths(lines)} />
          <p>
            {only && <a href="/administration/questions">Toutes les questions</a>}
            {!only && flagged.length === 0 && 'Aucune question à regarder'}
            {!only && flagged.length > 0 && (
              <a href="/administration/questions?signalees=oui">
                {flagged.length === 1 ? 'Une question à regarder' : `${flagged.length} questions à regarder`}
              </a>
            )}{' '}
            · <a href="/administration/questions.csv">Le tableau en CSV</a>
          </p>
          <Table lines={shown} sort={sort} downwards={downwards} only={only} />
        </>
      )}
      <h2>Comment lire</h2>
      <ul>
        <li>
          <strong>Réussite</strong> : crédit moyen, de 0 à 100 %. Les chiffres avancent par {FEWEST} réponses
          de séries finies : une personne de plus ne change rien à elle seule.
        </li>
        <li>
          <strong>Lien avec le reste</strong> : de −1 à 1, à partir de {FEWEST_FOR_DISCRIMINATION} réponses.
          Proche de 0, la question ne distingue personne. Les questions étant choisies selon le niveau de
          chacun, il est plus bas que dans un test où tout le monde répond à tout.
        </li>
        <li>
          <strong>Exposition</strong> : part des séries commencées où la question a été posée.
        </li>
        <li>
          L’équité entre métiers se calcule à part, sur un export : <code>npm run psychometrics -- dif</code>.
        </li>
      </ul>
    </>,
  );
}

const BAR = { width: 28, gap: 4, height: 64 };

/** How many questions in each tenth of success: a picture, and the same in words. */
function Tenths({ counts }: { counts: readonly number[] }) {
  const most = Math.max(1, ...counts);
  const named = counts.flatMap((count, index) =>
    count === 0 ? [] : [`${index * 10} à ${index * 10 + 10} % : ${count}`],
  );
  if (named.length === 0) return null;
  const width = counts.length * (BAR.width + BAR.gap);
  return (
    <figure class="statistics__tenths">
      <figcaption>Nombre de questions selon la réussite</figcaption>
      <svg viewBox={`0 0 ${width} ${BAR.height + 16}`} aria-hidden="true" focusable="false">
        {counts.map((count, index) => {
          const height = Math.max(count === 0 ? 0 : 2, (count / most) * BAR.height);
          const x = index * (BAR.width + BAR.gap);
          return (
            <>
              <rect class="statistics__bar" x={x} y={BAR.height - height} width={BAR.width} height={height} />
              <text class="statistics__tick" x={x} y={BAR.height + 13}>
                {index * 10}
              </text>
            </>
          );
        })}
      </svg>
      <p class="fr-sr-only">{named.join(' ; ')}</p>
    </figure>
  );
}

type TableProps = { lines: readonly Line[]; sort: Sort; downwards: boolean; only: boolean };

function Table({ lines, sort, downwards, only }: TableProps) {
  if (lines.length === 0) return <p>Aucune question à regarder.</p>;
  return (
    <section class="table-scroll" aria-label="Questions" tabindex={0}>
      <table class="figures">
        <caption>{lines.length === 1 ? 'Une question' : `${lines.length} questions`}</caption>
        <thead>
          <tr>
            {Object.entries(SORTS).map(([key, label]) => {
              const current = key === sort;
              const query = new URLSearchParams({
                tri: key,
                ...(current && !downwards ? { sens: 'descendant' } : {}),
                ...(only ? { signalees: 'oui' } : {}),
              });
              return (
                <th
                  scope="col"
                  aria-sort={current ? (downwards ? 'descending' : 'ascending') : undefined}
                  class={key === 'question' ? undefined : 'figures__number'}
                >
                  <a href={`/administration/questions?${query}`}>{label}</a>
                </th>
              );
            })}
            <th scope="col">À regarder</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, competence, level, answered, exposure, figures }) => (
            <tr>
              <th scope="row">
                {id}
                <span class="affiliation__detail">
                  {competence} · niveau {level}
                </span>
              </th>
              <td class="figures__number">{WHOLE.format(answered)}</td>
              <td class="figures__number">{orNothing(figures.credit, PERCENT)}</td>
              <td class="figures__number">
                {figures.medianSeconds === null ? '–' : `${WHOLE.format(figures.medianSeconds)} s`}
              </td>
              <td class="figures__number">{orNothing(figures.discrimination, DECIMAL)}</td>
              <td class="figures__number">{orNothing(exposure, PERCENT)}</td>
              <td>{figures.flags.map((flag) => FLAG_NAMES[flag]).join(' ; ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function orNothing(value: number | null, format: Intl.NumberFormat): string {
  return value === null ? '–' : format.format(value);
}

const COLUMNS = [
  'question',
  'version',
  'competence',
  'niveau',
  'posee',
  'reponses',
  'exposition',
  'credit_moyen',
  'reussite_complete',
  'je_ne_sais_pas',
  'temps_median_s',
  'temps_moyen_s',
  'lien_avec_le_reste',
  'infit',
  'outfit',
  'a_regarder',
];

async function sendStatistics(visit: Visit<Viewer>): Promise<Response> {
  const { app, http } = visit;
  const { lines } = await findStatistics(app.db, app.content);
  const number = (value: number | null) =>
    value === null ? '' : String(Math.round(value * 10_000) / 10_000).replace('.', ',');
  const rows = sorted(lines, 'question', false).map(({ figures, ...line }) => [
    line.id,
    String(line.version),
    line.competence,
    String(line.level),
    String(line.asked),
    String(line.answered),
    number(line.exposure),
    number(figures.credit),
    number(figures.full),
    number(figures.unknown),
    number(figures.medianSeconds),
    number(figures.meanSeconds),
    number(figures.discrimination),
    number(figures.infit),
    number(figures.outfit),
    figures.flags.map((flag) => FLAG_NAMES[flag]).join(' ; '),
  ]);
  return http.body(
    stringify([COLUMNS, ...rows], { bom: true, delimiter: ';', record_delimiter: 'windows' }),
    200,
    {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="questions.csv"',
      'Cache-Control': 'private, no-store',
    },
  );
}
