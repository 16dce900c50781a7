import { findMeasuredLevels } from '../../assessment/index.ts';
import { type Module, NEEDS, type Need, PROFESSIONS } from '../../content/index.ts';
import { findInvitation } from '../../surveys/index.ts';
import { page, type Route, route, staff, type Viewer, type Visit } from '../../web/index.ts';
import { Gesture } from '../modules/module.pages.tsx';
import { findProgress } from '../modules/module.store.ts';
import { findPlans } from '../plans/plan.store.ts';
import { isDue } from '../plans/plan.ts';
import { AskForReminders } from '../reminders/reminder.pages.tsx';
import { findWish } from '../reminders/wish.store.ts';
import { findDueCards } from '../reviews/review.store.ts';
import { type Proposal, proposeModules, type Reason } from './proposal.ts';

export const pathRoutes: Route[] = [route('GET', '/mon-parcours', staff, showPath)];

/** One module a quarter of an hour: more would not be read. */
const SHOWN = 3;

async function showPath(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const { modules, professions } = app.content;
  const need = (Object.keys(NEEDS) as Need[]).find((known) => known === http.req.query('besoin')) ?? null;
  const short = http.req.query('temps') === '5';
  const profession = PROFESSIONS.find((known) => known === viewer.profession) ?? 'autre';
  const progress = await findProgress(app.db, viewer);
  const proposals = proposeModules({
    modules,
    profession,
    core: professions[profession].core,
    levels: await findMeasuredLevels(app.db, viewer, app.content, app.now()),
    finished: new Set(progress.flatMap(({ module, finishedAt }) => (finishedAt ? [module] : []))),
    need,
  });
  const begun = progress
    .filter(({ finishedAt }) => finishedAt === null)
    .flatMap(({ module: id }) => modules.filter((module) => module.id === id));
  const finished = progress
    .filter(({ finishedAt }) => finishedAt !== null)
    .flatMap(({ module: id }) => modules.filter((module) => module.id === id));
  const due = (await findPlans(app.db, viewer)).filter((plan) => isDue(plan, app.now()));
  const cards = (await findDueCards(app.db, viewer, app.now())).length;
  const shown = proposals.slice(0, SHOWN);
  const invitation = await findInvitation(visit);
  return page(
    visit,
    { title: 'Mon parcours', narrow: true },
    <>
      <h1>Mon parcours</h1>
      {due.length > 0 && (
        <p class="path__due">
          <a href="/plans">
            {due.length === 1
              ? 'Un de vos plans arrive à sa date'
              : `${due.length} de vos plans arrivent à leur date`}
          </a>{' '}
          : qu’est-ce qui s’est passé ?
        </p>
      )}
      {cards > 0 && (
        <p class="path__due">
          <a href="/revisions">Réviser en trois minutes</a> :{' '}
          {cards === 1 ? 'une carte revient' : `${cards} cartes reviennent`}.
        </p>
      )}
      {finished.length > 0 && viewer.email !== null && (await findWish(app.db, viewer)) === null && (
        <AskForReminders />
      )}
      {begun.length > 0 && (
        <section>
          <h2>En cours</h2>
          <ul class="module-list">
            {begun.map((module) => (
              <ModuleLine module={module} why="Vous l’avez commencé." />
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{short ? 'Cinq minutes : un geste pour demain' : 'Pour vous, maintenant'}</h2>
        {shown.length === 0 && (
          <p>Rien de plus à vous proposer ici : choisissez un autre besoin, ou revoyez un module.</p>
        )}
        {short ? (
          shown.map(({ module }) => <Gesture module={module} />)
        ) : (
          <ul class="module-list">
            {shown.map(({ module, reason }) => (
              <ModuleLine module={module} why={reasonText(reason)} />
            ))}
          </ul>
        )}
        <p>
          {short ? (
            <a href={pathTo({ need, short: false })}>J’ai un quart d’heure</a>
          ) : (
            <a href={pathTo({ need, short: true })}>Je n’ai que cinq minutes</a>
          )}
        </p>
      </section>
      <section>
        <h2>De quoi avez-vous besoin ?</h2>
        <ul class="needs">
          {(Object.entries(NEEDS) as [Need, string][]).map(([id, text]) => (
            <li>
              <a href={pathTo({ need: id, short })} aria-current={id === need ? 'true' : undefined}>
                {text}
              </a>
            </li>
          ))}
        </ul>
        {need && (
          <p>
            <a href={pathTo({ need: null, short })}>Ne plus choisir par besoin</a>
          </p>
        )}
      </section>
      {invitation}
      <p>
        <a href="/mes-progres">Mes progrès</a> : exercé, retenu, essayé, et l’attestation de vos heures.
      </p>
      <Others proposals={proposals.slice(SHOWN)} finished={finished} />
    </>,
  );
}

function pathTo({ need, short }: { need: Need | null; short: boolean }): string {
  const query = new URLSearchParams({ ...(need && { besoin: need }), ...(short && { temps: '5' }) });
  return query.size === 0 ? '/mon-parcours' : `/mon-parcours?${query}`;
}

function Others({ proposals, finished }: { proposals: readonly Proposal[]; finished: readonly Module[] }) {
  return (
    <>
      {proposals.length > 0 && (
        <details class="path__others">
          <summary>Choisir autre chose ({proposals.length})</summary>
          <ul class="module-list">
            {proposals.map(({ module, reason }) => (
              <ModuleLine module={module} why={reasonText(reason)} />
            ))}
          </ul>
        </details>
      )}
      {finished.length > 0 && (
        <section>
          <h2>Terminés</h2>
          <ul class="module-list">
            {finished.map((module) => (
              <ModuleLine module={module} why="Vous pouvez le revoir." />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function ModuleLine({ module, why }: { module: Module; why: string }) {
  return (
    <li>
      <p class="module-list__title">
        <a href={`/modules/${module.id}`}>{module.title}</a>{' '}
        <span class="module-list__time">{module.minutes} min</span>
      </p>
      <p>{module.promise}</p>
      <p class="module-list__why">{why}</p>
    </li>
  );
}

function reasonText(reason: Reason): string {
  switch (reason.kind) {
    case 'need':
      return `Pour ce dont vous avez besoin : « ${NEEDS[reason.need]} ».`;
    case 'measured':
      return `Votre niveau le plus probable y est ${reason.level} : ce module part de là.`;
    case 'core':
      return 'Au cœur de votre métier.';
    case 'other':
      return 'Utile à tous les métiers.';
  }
}
