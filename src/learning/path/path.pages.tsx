import type { Child } from 'hono/jsx';
import { type Module, NEEDS, type Need } from '../../content/index.ts';
import { findInvitation } from '../../surveys/index.ts';
import { page, type Route, route, staff, type Viewer, type Visit } from '../../web/index.ts';
import { AskForReminders } from '../reminders/reminder.pages.tsx';
import { findWish } from '../reminders/wish.store.ts';
import { findWaiting } from '../waiting.store.ts';
import { HideButton, JustHidden } from './arrangement/hiding.tsx';
import { DialogueProposals } from './dialogue-proposals.tsx';
import { fiveMinutes } from './five-minutes/five-minutes.pages.tsx';
import { needNamed, pathTo } from './path-address.ts';
import type { Proposal, Reason } from './proposal.ts';
import { findProposals } from './proposals.store.ts';

export const pathRoutes: Route[] = [route('GET', '/mon-parcours', staff, showPath)];

/** One module a quarter of an hour: more would not be read. */
const SHOWN = 3;

async function showPath(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const need = needNamed(http.req.query('besoin'));
  const short = http.req.query('temps') === '5';
  const {
    known,
    begun,
    finished,
    shown: proposals,
    conversations,
    hidden,
  } = await findProposals(app, viewer, need);
  const justHidden = hidden.find(({ id }) => id === http.req.query('masque'));
  const { plans: due, cards } = await findWaiting(visit);
  const shown = proposals.slice(0, SHOWN);
  const invitation = await findInvitation(visit);
  return page(
    visit,
    { title: 'Mon parcours', narrow: true },
    <>
      <h1>Mon parcours</h1>
      {due > 0 && (
        <p class="caution">
          <a href="/plans">
            {due === 1 ? 'Un de vos plans arrive à sa date' : `${due} de vos plans arrivent à leur date`}
          </a>{' '}
          : qu’est-ce qui s’est passé ?
        </p>
      )}
      {cards > 0 && !short && (
        <p class="caution">
          <a href="/revisions">Réviser en trois minutes</a> :{' '}
          {cards === 1 ? 'une carte revient' : `${cards} cartes reviennent`}.
        </p>
      )}
      {justHidden && <JustHidden item={justHidden} need={need} />}
      {finished.length > 0 && viewer.email !== null && (await findWish(app.db, viewer)) === null && (
        <AskForReminders />
      )}
      {begun.length > 0 && !short && (
        <section>
          <h2>En cours</h2>
          <ul class="listing">
            {begun.map((module) => (
              <ModuleLine module={module} why="Vous l’avez commencé." />
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{short ? 'Cinq minutes : au choix' : 'Pour vous, maintenant'}</h2>
        {short ? (
          await fiveMinutes(visit, { known, proposals, cards })
        ) : (
          <Shown proposals={shown} need={need} />
        )}
        <p class="path__ways">
          <a href={pathTo({ need, short: !short })}>
            {short ? 'J’ai un quart d’heure' : 'Je n’ai que cinq minutes'}
          </a>
          {!short && proposals.length > 1 && <a href="/mon-parcours/ordre">Ranger mon parcours</a>}
          {!short && hidden.length > 0 && (
            <a href="/mon-parcours/ordre#masques">Ce que j’ai masqué ({hidden.length})</a>
          )}
        </p>
      </section>
      {!short && <DialogueProposals proposals={conversations} need={need} />}
      <section>
        <h2>De quoi avez-vous besoin ?</h2>
        <ul class="pills">
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
      {!short && <Practice />}
      {!short && <Others proposals={proposals.slice(SHOWN)} finished={finished} />}
    </>,
  );
}

function Shown({ proposals, need }: { proposals: readonly Proposal[]; need: Need | null }) {
  if (proposals.length === 0) {
    return <p>Rien de plus à vous proposer ici : choisissez un autre besoin, ou revoyez un module.</p>;
  }
  return (
    <ul class="listing">
      {proposals.map(({ module, reason }) => (
        <ModuleLine module={module} why={reasonText(reason)}>
          <HideButton id={module.id} title={module.title} from="parcours" {...(need && { need })} />
        </ModuleLine>
      ))}
    </ul>
  );
}

function Practice() {
  return (
    <section>
      <h2>Passer aux actes</h2>
      <ul>
        <li>
          <a href="/decisions">Les décisions d’un GPDS</a> : une fiche à imprimer, cinq minutes pour répéter.
        </li>
        <li>
          <a href="/entre-pairs">S’observer entre pairs</a> : une grille d’un quart d’heure par compétence.
        </li>
      </ul>
    </section>
  );
}

function Others({ proposals, finished }: { proposals: readonly Proposal[]; finished: readonly Module[] }) {
  return (
    <>
      {proposals.length > 0 && (
        <details class="path__others">
          <summary>Choisir autre chose ({proposals.length})</summary>
          <ul class="listing">
            {proposals.map(({ module, reason }) => (
              <ModuleLine module={module} why={reasonText(reason)} />
            ))}
          </ul>
        </details>
      )}
      {finished.length > 0 && (
        <section>
          <h2>Terminés</h2>
          <ul class="listing">
            {finished.map((module) => (
              <ModuleLine module={module} why="Vous pouvez le revoir." />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function ModuleLine({ module, why, children }: { module: Module; why: string; children?: Child }) {
  return (
    <li>
      <p class="listing__title">
        <a href={`/modules/${module.id}`}>{module.title}</a>{' '}
        <span class="listing__time">{module.minutes} min</span>
      </p>
      <p>{module.promise}</p>
      <div class="listing__foot">
        <p class="listing__why">{why}</p>
        {children}
      </div>
    </li>
  );
}

function reasonText(reason: Reason): string {
  switch (reason.kind) {
    case 'need':
      return `Pour ce dont vous avez besoin : « ${NEEDS[reason.need]} ».`;
    case 'measured':
      return reason.level > 3
        ? 'Vous y semblez à l’aise, ce que la pratique confirmera : ce module part de là.'
        : `Votre niveau le plus probable y est ${reason.level} : ce module part de là.`;
    case 'core':
      return 'Au cœur de votre métier.';
    case 'other':
      return 'Utile à tous les métiers.';
  }
}
