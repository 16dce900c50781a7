import type { Child } from 'hono/jsx';
import { dayOf } from '../../../calendar/index.ts';
import {
  dayText,
  type Route,
  readForm,
  refuse,
  route,
  staff,
  type Viewer,
  type Visit,
} from '../../../web/index.ts';
import { isUuid } from '../../identifier.ts';
import { DECISION_OUTCOMES, type DecisionOutcome } from '../../vocabulary.ts';
import { PracticeLinks } from '../practice-links.tsx';
import { findMyActs, tellOfMyAct } from './decision.store.ts';
import { kindName } from './decision-text.ts';

export const actRoutes: Route[] = [route('POST', '/actes/:id', staff, tellOfAct)];

async function tellOfAct(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const id = http.req.param('id') ?? '';
  const chosen = (await readForm(http)).outcome?.[0];
  const outcome = (Object.keys(DECISION_OUTCOMES) as DecisionOutcome[]).find((known) => known === chosen);
  if (!isUuid(id) || !outcome) return refuse(visit, 'absent');
  const told = await tellOfMyAct(app.db, viewer, { id, outcome }, app.now());
  return told ? http.redirect('/suivi#mes-actes', 303) : refuse(visit, 'absent');
}

/** What the GPDS asked the viewer to do, what is due first: a click says what became of it. */
export async function myActs({ app, viewer }: Visit<Viewer>): Promise<Child> {
  const acts = await findMyActs(app.db, viewer, app.now());
  if (acts.length === 0) return null;
  const today = dayOf(app.now());
  return (
    <section id="mes-actes">
      <h2>Mes actes</h2>
      <ul class="acts">
        {acts.map(({ id, code, kind, act, due, seen }) => (
          <li>
            <p>
              {seen ? (
                <a href={`/suivi/${code}`} data-follow-up={code}>
                  {code}
                </a>
              ) : (
                <span data-follow-up={code}>{code}</span>
              )}{' '}
              {kindName(kind)} : {act}{' '}
              {due < today ? (
                <strong>attendu depuis le {dayText(due)}</strong>
              ) : (
                <span class="agenda__why">pour le {dayText(due)}</span>
              )}
              <br />
              <PracticeLinks kind={kind} decisions={app.content.decisions} />
            </p>
            <form method="post" action={`/actes/${id}`} aria-label={`Ce qu’il en est : ${act}`}>
              {Object.entries(DECISION_OUTCOMES).map(([value, text]) => (
                <button class="fr-btn fr-btn--tertiary fr-btn--sm" type="submit" name="outcome" value={value}>
                  {text}
                  <span class="fr-sr-only">
                    {' '}
                    : {code}, {act}
                  </span>
                </button>
              ))}
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
