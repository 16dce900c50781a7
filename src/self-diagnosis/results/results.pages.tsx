import { findIdeas } from '../../actions/index.ts';
import { schoolYearName } from '../../calendar/index.ts';
import type { SchoolPolicy } from '../../content/index.ts';
import { attachment, renderPdf } from '../../pdf/index.ts';
import { page, type Route, refuse, route, staff, type Viewer, type Visit } from '../../web/index.ts';
import { findDiagnosis } from '../diagnosis.store.ts';
import { type Diagnosis, leads } from '../diagnosis.ts';
import { PrioritiesView } from '../priorities/priorities-view.tsx';
import { findPriorities } from '../priorities/priority.store.ts';
import { AGREEMENTS } from '../words.ts';
import { LastYearView } from './last-year.tsx';
import { LineView, placesOf, SquaresLegend } from './line-view.tsx';
import { reportDocument, reportFileName } from './report-pdf.ts';
import { findLastYear, findResults, type LastYear } from './results.store.ts';
import type { Results } from './results.ts';
import { TalkAboutView } from './talk-about-view.tsx';

export const resultRoutes: Route[] = [
  route('GET', '/auto-diagnostic/:id', staff, showResults),
  route('GET', '/auto-diagnostic/:id/rapport.pdf', staff, sendReport),
];

type Told = { diagnosis: Diagnosis; results: Results; lastYear: LastYear | null };

async function findTold({ app, viewer, http }: Visit<Viewer>): Promise<Told | null> {
  const { policy } = app.content;
  const diagnosis = await findDiagnosis(app.db, viewer, http.req.param('id') ?? '');
  const results = diagnosis && (await findResults(app.db, diagnosis, policy));
  return diagnosis && results
    ? { diagnosis, results, lastYear: await findLastYear(app.db, diagnosis, policy) }
    : null;
}

async function showResults(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer } = visit;
  const told = await findTold(visit);
  if (!told) return refuse(visit, 'absent');
  const { diagnosis, results, lastYear } = told;
  const { policy } = app.content;
  const [priorities, ideas] = await Promise.all([
    findPriorities(app.db, diagnosis),
    findIdeas(app.db, app.content.actions),
  ]);
  const lineOf = (id: string) => results.lines.find(({ statement }) => statement === id);
  return page(
    visit,
    { title: `Auto-diagnostic ${schoolYearName(diagnosis.year)} : résultats` },
    <>
      <p class="above-title">
        <a href="/auto-diagnostic">Auto-diagnostic</a>, {diagnosis.schoolName}
      </p>
      <h1>Résultats {schoolYearName(diagnosis.year)}</h1>
      <p class="lede">
        Environ {results.people} personnes ont répondu. Les nombres vont de cinq en cinq, pour que personne ne
        se reconnaisse : ils peuvent s’écarter de deux de ce qui a été répondu.
      </p>
      <p>
        <a class="fr-btn fr-btn--secondary" href={`/auto-diagnostic/${diagnosis.id}/rapport.pdf`}>
          Rapport pour les instances (PDF)
        </a>
      </p>
      <TalkAboutView results={results} policy={policy} />
      <PrioritiesView
        priorities={priorities}
        diagnosis={diagnosis}
        policy={policy}
        ideas={ideas}
        leading={leads(viewer, diagnosis.school)}
      />
      <h2>Recommandation par recommandation</h2>
      <SquaresLegend policy={policy} />
      <p class="fr-hint-text">Un carré pour cinq personnes.</p>
      {policy.axes.map((axis) => (
        <section>
          <h3>{axis.title}</h3>
          <ul class="diagnosis-results">
            {policy.statements
              .filter((statement) => statement.axis === axis.id)
              .map((statement) => {
                const line = lineOf(statement.id);
                return line && <LineView line={line} statement={statement} policy={policy} />;
              })}
          </ul>
        </section>
      ))}
      {lastYear && <LastYearView lastYear={lastYear} results={results} policy={policy} />}
      <AllNumbers results={results} policy={policy} />
      <h2>Comment c’est compté</h2>
      <ul>
        <li>
          De cinq en cinq : on arrondit le nombre de personnes jusqu’à chaque réponse, de « pas encore » à «
          je ne sais pas ». Ni un nombre, ni une différence ne parle de moins de cinq personnes.
        </li>
        <li>
          « Vues éloignées » : pris deux à deux, les avis des personnes qui savent s’écartent en moyenne d’une
          marche ou presque. « Vues partagées » : d’un peu moins.
        </li>
        <li>
          D’après : {policy.source.title}, {policy.source.year}. Les phrases et les repères sont de nous, à
          relire.
        </li>
      </ul>
    </>,
  );
}

function AllNumbers({ results, policy }: { results: Results; policy: SchoolPolicy }) {
  return (
    <details>
      <summary>Tous les nombres en tableau</summary>
      <section class="table-scroll" aria-label="Tous les nombres : tableau" tabindex={0}>
        <table class="figures">
          <caption class="fr-sr-only">
            Nombre de personnes, arrondi à cinq, par recommandation et par réponse
          </caption>
          <thead>
            <tr>
              <th scope="col">Recommandation</th>
              {placesOf(policy).map((place) => (
                <th scope="col" class="figures__number">
                  {place}
                </th>
              ))}
              <th scope="col">Accord</th>
            </tr>
          </thead>
          <tbody>
            {results.lines.map(({ statement, people, agreement }) => {
              const { recommendation, title } = policy.statements.find(({ id }) => id === statement)!;
              return (
                <tr>
                  <th scope="row">
                    {recommendation}. {title}
                  </th>
                  {people.map((count) => (
                    <td class="figures__number">{count}</td>
                  ))}
                  <td>{AGREEMENTS[agreement]}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </details>
  );
}

async function sendReport(visit: Visit<Viewer>): Promise<Response> {
  const { app, http } = visit;
  const told = await findTold(visit);
  if (!told) return refuse(visit, 'absent');
  const priorities = await findPriorities(app.db, told.diagnosis);
  const ideas = await findIdeas(app.db, app.content.actions);
  const document = reportDocument({ ...told, priorities }, { policy: app.content.policy, ideas }, app.now());
  return http.body(new Uint8Array(await renderPdf(document)), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': attachment(reportFileName(told.diagnosis)),
    'Cache-Control': 'private, no-store',
  });
}
