import { national, page, type Route, refuse, route, type Viewer, type Visit } from '../web/index.ts';
import { JOB_NAMES, scheduleText } from './names.ts';
import { findQueue, findQueues, type Queue, runAgain } from './queues.store.ts';

export const jobRoutes: Route[] = [
  route('GET', '/administration/taches', national, showJobs),
  route('GET', '/administration/taches/:nom', national, showJob),
  route('POST', '/administration/taches/:nom', national, run),
];

const MOMENT = new Intl.DateTimeFormat('fr-FR', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/Paris',
});

async function showJobs(visit: Visit<Viewer>): Promise<Response> {
  const queues = await findQueues(visit.app.db);
  return page(
    visit,
    { title: 'Tâches de fond' },
    <>
      <p class="above-title">
        <a href="/administration">Administration</a>
      </p>
      <h1>Tâches de fond</h1>
      <p class="lede">
        Ce que l’application fait seule, sans que personne ne le demande. Ce qui échoue est essayé de nouveau,
        puis figure ici pendant quelques jours.
      </p>
      {queues === null || queues.length === 0 ? (
        <p>Les tâches de fond n’ont encore jamais tourné sur cette base.</p>
      ) : (
        <Jobs queues={queues} />
      )}
    </>,
  );
}

function Jobs({ queues }: { queues: readonly Queue[] }) {
  return (
    <section class="table-scroll" aria-label="Tâches" tabindex={0}>
      <table class="figures">
        <caption>{queues.length} tâches</caption>
        <thead>
          <tr>
            <th scope="col">Tâche</th>
            <th scope="col">Quand</th>
            <th scope="col">Dernier passage</th>
            <th scope="col" class="figures__number">
              En attente
            </th>
            <th scope="col" class="figures__number">
              Échecs
            </th>
          </tr>
        </thead>
        <tbody>
          {queues.map((queue) => (
            <tr>
              <th scope="row">
                <a href={`/administration/taches/${queue.name}`}>{JOB_NAMES[queue.name] ?? queue.name}</a>
                <span class="affiliation__detail">{queue.name}</span>
              </th>
              <td>{scheduleText(queue.cron)}</td>
              <td>{lastText(queue)}</td>
              <td class="figures__number">{queue.waiting + queue.running}</td>
              <td class="figures__number">{queue.failed > 0 ? <strong>{queue.failed}</strong> : 0}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function lastText({ lastEndedAt, lastSeconds, lastWent, running }: Queue): string {
  if (running > 0) return 'En cours';
  if (lastEndedAt === null) return 'Rien de récent';
  const lasted = lastSeconds === null ? '' : `, en ${lastSeconds.toFixed(1).replace('.', ',')} s`;
  return `${lastWent ? 'Réussi' : 'Échec'}, le ${MOMENT.format(lastEndedAt)}${lasted}`;
}

const DONE: Record<string, string> = {
  demande: 'La tâche est relancée : elle part dans les secondes qui viennent.',
  attend: 'Cette tâche attend déjà son tour : rien de plus n’a été demandé.',
};

async function showJob(visit: Visit<Viewer>): Promise<Response> {
  const { app, http } = visit;
  const queue = await findQueue(app.db, http.req.param('nom') ?? '');
  if (!queue) return refuse(visit, 'absent');
  const done = DONE[http.req.query('fait') ?? ''];
  const { name, failures, waiting } = queue;
  return page(
    visit,
    { title: JOB_NAMES[name] ?? name, narrow: true },
    <>
      <p class="above-title">
        <a href="/administration/taches">Tâches de fond</a>
      </p>
      <h1>{JOB_NAMES[name] ?? name}</h1>
      {done && (
        <div class="fr-alert fr-alert--success fr-alert--sm fr-mb-3w" role="status">
          <p>{done}</p>
        </div>
      )}
      <dl class="facts">
        <dt>Nom</dt>
        <dd>{name}</dd>
        <dt>Quand</dt>
        <dd>{scheduleText(queue.cron)}, heure de Paris</dd>
        <dt>Dernier passage</dt>
        <dd>{lastText(queue)}</dd>
        <dt>En attente</dt>
        <dd>{waiting === 0 ? 'Rien' : waiting}</dd>
      </dl>
      <h2>Échecs récents</h2>
      {failures.length === 0 ? (
        <p>Aucun.</p>
      ) : (
        <ul>
          {failures.map(({ at, kind, tries }) => (
            <li>
              Le {MOMENT.format(at)}, après {tries} essai{tries > 1 ? 's' : ''} : {kind}. Le détail est au
              journal du serveur.
            </li>
          ))}
        </ul>
      )}
      <h2>Relancer</h2>
      <p>
        Une tâche regarde ce qui reste à faire : la relancer ne fait rien deux fois. Elle part une fois, puis
        reprend son heure habituelle.
      </p>
      <form method="post" action={`/administration/taches/${name}`}>
        <p class="actions">
          <button class="fr-btn" type="submit">
            Relancer maintenant
          </button>
          <a class="fr-link" href="/administration/taches">
            Ne rien faire
          </a>
        </p>
      </form>
    </>,
  );
}

async function run(visit: Visit<Viewer>): Promise<Response> {
  const { app, http, viewer } = visit;
  const name = http.req.param('nom') ?? '';
  const outcome = await runAgain(app.db, viewer, name, app.now());
  if (outcome === null) return refuse(visit, 'absent');
  return http.redirect(
    `/administration/taches/${name}?fait=${outcome === 'asked' ? 'demande' : 'attend'}`,
    303,
  );
}
