import { dayOf } from '../../calendar/index.ts';
import { dayText, page, type Route, refuse, route, staff, type Viewer, type Visit } from '../../web/index.ts';
import { schoolsHeaded, schoolsRun } from '../scope.store.ts';
import { CLOSE_REASONS } from '../vocabulary.ts';
import { WARNING_DAYS, warnedUntil } from './erasure.ts';
import { countToErase, findErased, findIdle, findToErase, type ToErase } from './erasures.store.ts';

export const erasureRoutes: Route[] = [route('GET', '/suivi/effacements', staff, showErasures)];

const MONTH = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** What will be erased and when: files for whoever runs the GPDS, numbers of files for the head. */
async function showErasures(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer } = visit;
  const runs = schoolsRun(viewer).length > 0;
  if (!runs && schoolsHeaded(viewer).length === 0) return refuse(visit, 'absent');
  const now = app.now();
  const until = warnedUntil(dayOf(now));
  const [files, idle, months, erased] = await Promise.all([
    findToErase(app.db, viewer, now),
    findIdle(app.db, viewer, now),
    countToErase(app.db, viewer),
    findErased(app.db, viewer),
  ]);
  return page(
    visit,
    { title: 'Ce qui sera effacé' },
    <>
      <p class="above-title">
        <a href="/suivi">Suivi des jeunes</a>
      </p>
      <h1>Ce qui sera effacé, et quand</h1>
      <p class="lede">
        Chaque nuit, les suivis dont la date est venue sont effacés : étapes, signes, entretiens, décisions,
        accompagnements, questionnaires, codes. Les nombres déjà comptés dans les effets restent, sans lien
        avec personne. Rien ne peut être retrouvé ensuite.
      </p>
      {runs ? (
        <>
          <h2>Dans les {WARNING_DAYS} jours</h2>
          <FileTable
            files={files.filter(({ purgeOn }) => purgeOn <= until)}
            caption="Effacés bientôt"
            none="Aucun suivi n’est effacé dans les trente jours."
          />
          <p>
            Un appel à douze mois à noter, un dossier à transmettre ? C’est le moment. Une sortie corrigée
            déplace la date.
          </p>
          {idle.length > 0 && (
            <>
              <h2>Ouverts, mais plus rien n’y est écrit</h2>
              <p>
                Sans rien de nouveau pendant un an, un suivi est terminé d’office (« on n’a plus de nouvelles
                »), au dernier jour écrit. Il suffit d’y écrire pour qu’il reste ouvert.
              </p>
              <ul>
                {idle.map(({ code, endsOn }) => (
                  <li>
                    <a href={`/suivi/${code}`} data-follow-up={code}>
                      {code}
                    </a>{' '}
                    : terminé le {dayText(endsOn)}
                  </li>
                ))}
              </ul>
            </>
          )}
          <h2>Plus tard</h2>
          <FileTable
            files={files.filter(({ purgeOn }) => purgeOn > until)}
            caption="Effacés plus tard"
            none="Aucun autre suivi n’est terminé."
          />
        </>
      ) : (
        <>
          <h2>À venir</h2>
          <ul>
            {months.map(({ month, files }) => (
              <li>
                {MONTH.format(new Date(`${month}-15T12:00:00Z`))} : {filesText(files)}
              </li>
            ))}
          </ul>
          {months.length === 0 && <p>Aucun suivi n’est terminé.</p>}
        </>
      )}
      <h2>Déjà effacés</h2>
      {erased.length === 0 ? (
        <p>Aucun suivi n’a encore été effacé.</p>
      ) : (
        <ul>
          {erased.map(({ on, files }) => (
            <li>
              Le {dayText(on)} : {filesText(files)}
            </li>
          ))}
        </ul>
      )}
    </>,
  );
}

const filesText = (files: number) => (files === 1 ? 'un suivi' : `${files} suivis`);

function FileTable({ files, caption, none }: { files: readonly ToErase[]; caption: string; none: string }) {
  if (files.length === 0) return <p>{none}</p>;
  return (
    <section class="table-scroll" aria-label={caption} tabindex={0}>
      <table class="figures">
        <caption class="fr-sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Code</th>
            <th scope="col">Effacé le</th>
            <th scope="col">Terminé le</th>
            <th scope="col">Pourquoi</th>
          </tr>
        </thead>
        <tbody>
          {files.map(({ code, closedOn, reason, purgeOn }) => (
            <tr>
              <th scope="row">
                <a href={`/suivi/${code}`} data-follow-up={code}>
                  {code}
                </a>
              </th>
              <td>{dayText(purgeOn)}</td>
              <td>{dayText(closedOn)}</td>
              <td>{CLOSE_REASONS[reason]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
