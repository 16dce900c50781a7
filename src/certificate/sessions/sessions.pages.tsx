import { LEVELS, type Level } from '../../follow-up/index.ts';
import {
  dayText,
  longDate,
  page,
  type Route,
  refuse,
  route,
  staff,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { planningRoutes, sessionOf } from './planning.pages.tsx';
import { findSessions, removeSession } from './session.store.ts';
import { type Guide, type KeptSession, minutesOf, questionsFor } from './session-plan.ts';
import { tellingRoutes } from './telling.pages.tsx';

export const sessionRoutes: Route[] = [
  route('GET', '/certificat/seances', staff, showSessions),
  ...planningRoutes,
  ...tellingRoutes,
  route('GET', '/certificat/seances/:id', staff, showSession),
  route('GET', '/certificat/seances/:id/suppression', staff, askRemoval),
  route('POST', '/certificat/seances/:id/suppression', staff, remove),
];

async function showSessions(visit: Visit<Viewer>): Promise<Response> {
  const sessions = await findSessions(visit.app.db, visit.viewer);
  return page(
    visit,
    { title: 'Séances avec des jeunes', narrow: true },
    <>
      <h1>Séances avec des jeunes</h1>
      <p class="lede">
        L’épreuve 1 est une séance de trente minutes avec plusieurs jeunes, puis quinze minutes d’échange.
        Préparez-en, faites-les, relisez-les.
      </p>
      <p>
        <a class="fr-btn" href="/certificat/seances/nouvelle">
          Préparer une séance
        </a>
      </p>
      {sessions.length === 0 && <p>Vous n’en avez pas encore préparé.</p>}
      <ul class="listing">
        {sessions.map((session) => (
          <li>
            <p class="listing__title">
              <a href={`/certificat/seances/${session.id}`}>{session.title}</a>
            </p>
            <p class="listing__why">
              {publicText(session)} ·{' '}
              {session.told
                ? `faite le ${dayText(session.told.heldOn)}`
                : `préparée le ${longDate(session.changedAt)}`}
            </p>
          </li>
        ))}
      </ul>
      <p>
        <a href="/certificat/dossier">Mon dossier</a>
      </p>
    </>,
  );
}

/** « 6 jeunes, 3e » */
function publicText({ youngPeople, level }: KeptSession): string {
  return `${youngPeople} jeunes, ${LEVELS[level as Level] ?? level}`;
}

async function showSession(visit: Visit<Viewer>): Promise<Response> {
  const session = await sessionOf(visit);
  if (!session) return refuse(visit, 'absent');
  const guide = visit.app.content.examination?.sessions;
  return page(
    visit,
    { title: session.title },
    <article class="session-sheet">
      <p class="above-title">Séance · {publicText(session)}</p>
      <h1>{session.title}</h1>
      <p class="lede">À la fin, chacun saura : {session.aim}</p>
      <div class="actions">
        <a class="fr-btn" href={`/certificat/seances/${session.id}/apres`}>
          {session.told ? 'Revoir ce que j’en dis' : 'Je l’ai faite : la relire'}
        </a>
        <a class="fr-btn fr-btn--secondary" href={`/certificat/seances/${session.id}/modifier`}>
          Changer
        </a>
        <form method="post" action={`/certificat/seances/${session.id}/copie`}>
          <button class="fr-btn fr-btn--secondary" type="submit">
            Copier
          </button>
        </form>
        <a class="fr-btn fr-btn--tertiary" href={`/certificat/seances/${session.id}/suppression`}>
          Supprimer
        </a>
      </div>
      <Steps session={session} />
      {session.adaptations && (
        <section>
          <h2>Ce que j’adapte</h2>
          <p>{session.adaptations}</p>
        </section>
      )}
      {session.proofs && (
        <section>
          <h2>Ce qui montrera que chacun a appris</h2>
          <p>{session.proofs}</p>
        </section>
      )}
      {session.told && <ToldText told={session.told} />}
      {guide && !session.told && <Questions session={session} guide={guide} />}
      <p class="on-screen">
        <a href="/certificat/seances">Toutes mes séances</a>
      </p>
    </article>,
  );
}

function Steps({ session: { steps } }: { session: KeptSession }) {
  let from = 0;
  const rows = steps.map((step) => {
    const row = { ...step, from, to: from + step.minutes };
    from = row.to;
    return row;
  });
  return (
    <table class="session-table">
      <caption class="fr-sr-only">La séance, moment par moment</caption>
      <thead>
        <tr>
          <th scope="col">Minutes</th>
          <th scope="col">Moment</th>
          <th scope="col">Ce que font les jeunes</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            <td>
              {row.from} à {row.to}
            </td>
            <th scope="row">{row.title}</th>
            <td>{row.doing || '–'}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colspan={3}>{minutesOf(steps)} minutes</td>
        </tr>
      </tfoot>
    </table>
  );
}

function ToldText({ told: { heldOn, answers } }: { told: NonNullable<KeptSession['told']> }) {
  return (
    <section>
      <h2>Après la séance du {dayText(heldOn)}</h2>
      <dl class="told">
        {answers.map(({ question, answer }) => (
          <>
            <dt>{question}</dt>
            <dd>{answer}</dd>
          </>
        ))}
      </dl>
    </section>
  );
}

/** Questions, never verdicts: nothing is ticked, nothing is kept. */
function Questions({ session, guide }: { session: KeptSession; guide: Guide }) {
  const { first, others } = questionsFor(session, guide.failures);
  return (
    <section class="on-screen">
      <h2>Les questions à se poser avant</h2>
      <p>
        Elles viennent de ce qui arrive souvent dans ces séances. Elles ne disent pas que la vôtre est à
        refaire : répondez-y pour vous, et changez ce que vous voulez.
      </p>
      {first.length > 0 && (
        <>
          <h3>D’abord, d’après ce que vous avez écrit</h3>
          <QuestionList failures={first} />
        </>
      )}
      {others.length > 0 && (
        <details class="pieces" open={first.length === 0}>
          <summary>{first.length > 0 ? 'Les autres questions' : 'Les questions'}</summary>
          <QuestionList failures={others} />
        </details>
      )}
    </section>
  );
}

function QuestionList({ failures }: { failures: Guide['failures'] }) {
  return (
    <ul class="session-questions">
      {failures.map(({ text, check }) => (
        <li>
          <strong>{check}</strong>
          <span class="fr-hint-text">Ce qui arrive souvent : {text}</span>
        </li>
      ))}
    </ul>
  );
}

async function askRemoval(visit: Visit<Viewer>): Promise<Response> {
  const session = await sessionOf(visit);
  if (!session) return refuse(visit, 'absent');
  return page(
    visit,
    { title: 'Supprimer une séance', narrow: true },
    <>
      <h1>Supprimer cette séance ?</h1>
      <p class="lede">
        « {session.title} » sera effacée, avec ce que vous en avez dit ; elle sortira de votre dossier.
      </p>
      <form method="post" action={`/certificat/seances/${session.id}/suppression`}>
        <p class="actions">
          <button class="fr-btn" type="submit">
            Supprimer
          </button>
          <a class="fr-btn fr-btn--secondary" href={`/certificat/seances/${session.id}`}>
            La garder
          </a>
        </p>
      </form>
    </>,
  );
}

async function remove(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const removed = await removeSession(app.db, viewer, http.req.param('id') ?? '', app.now());
  return removed ? http.redirect('/certificat/seances', 303) : refuse(visit, 'absent');
}
