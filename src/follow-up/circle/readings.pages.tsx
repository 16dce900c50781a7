import { momentText } from '../../calendar/index.ts';
import { page, type Route, refuse, route, staff, type Viewer, type Visit } from '../../web/index.ts';
import { ACCESS_NAMES } from '../access-rights.ts';
import { findReadingsOfSchool, type ReadLine } from './circle.store.ts';

export const readingRoutes: Route[] = [route('GET', '/suivi/lectures', staff, showReadings)];

/** Who opened which file of the school: for whoever runs the GPDS and for the head, who answers for it. */
async function showReadings(visit: Visit<Viewer>): Promise<Response> {
  const readings = await findReadingsOfSchool(visit.app.db, visit.viewer);
  if (!readings) return refuse(visit, 'absent');
  return page(
    visit,
    { title: 'Qui a ouvert quel suivi' },
    <>
      <p class="above-title">
        <a href="/suivi">Suivi des jeunes</a>
      </p>
      <h1>Qui a ouvert quel suivi</h1>
      <p class="lede">
        Une ligne par personne et par jour, les 300 dernières. Elles s’effacent avec le suivi ; ce qui a été
        fait reste dans le journal, sous un numéro.
      </p>
      <ReadingTable readings={readings} caption="Les lectures, la dernière d’abord" withCode />
    </>,
  );
}

export function ReadingTable({
  readings,
  caption,
  withCode,
}: {
  readings: readonly ReadLine[];
  caption: string;
  withCode: boolean;
}) {
  if (readings.length === 0) return <p>Personne n’a encore ouvert de suivi.</p>;
  return (
    <section class="table-scroll" aria-label={caption} tabindex={0}>
      <table class="figures">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {withCode && <th scope="col">Code</th>}
            <th scope="col">Qui</th>
            <th scope="col">En tant que</th>
            <th scope="col">Dernière fois ce jour-là</th>
          </tr>
        </thead>
        <tbody>
          {readings.map(({ code, name, access, lastAt }) => (
            <tr>
              {withCode && <td data-follow-up={code}>{code}</td>}
              <th scope="row">{name ?? 'Compte effacé'}</th>
              <td>{ACCESS_NAMES[access]}</td>
              <td>{momentText(lastAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
