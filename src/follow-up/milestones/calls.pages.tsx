import { dayOf } from '../../calendar/index.ts';
import { dayText, page, type Route, refuse, route, staff, type Viewer, type Visit } from '../../web/index.ts';
import { schoolsRun } from '../scope.store.ts';
import { SelectField } from '../select-field.tsx';
import { MILESTONES, SITUATIONS } from '../vocabulary.ts';
import { type Call, callsDue } from './calls.ts';
import { findGone } from './milestone.store.ts';

export const callRoutes: Route[] = [route('GET', '/suivi/appels', staff, showCalls)];

/** Those who left, and whom it is time to ask where they are. */
async function showCalls(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer } = visit;
  if (schoolsRun(viewer).length === 0) return refuse(visit, 'absent');
  const today = dayOf(app.now());
  const { season, calls } = callsDue(await findGone(app.db, viewer, app.now()), today);
  return page(
    visit,
    { title: 'Que sont-ils devenus ?', sheet: 'Appels · document interne au GPDS, à détruire après saisie' },
    <>
      <p class="above-title">
        <a href="/suivi">Suivi des jeunes</a>
      </p>
      <h1>Que sont-ils devenus ?</h1>
      <p class="lede">
        {season === 'november' ? 'Les appels de novembre' : 'Les appels de juin, été compris'} : six ou douze
        mois après leur sortie, où en sont les jeunes que vous avez accompagnés ? Sans réponse après trois
        essais, « On ne sait pas » est exact.
      </p>
      {calls.length === 0 ? (
        <p>Personne n’est à rappeler en ce moment.</p>
      ) : (
        <ul class="acts calls">
          {calls.map((call) => (
            <CallLine call={call} today={today} />
          ))}
        </ul>
      )}
    </>,
  );
}

function CallLine({ call: { code, kind, due }, today }: { call: Call; today: string }) {
  return (
    <li>
      <form class="agenda__add" method="post" action={`/suivi/${code}/etapes`} aria-label={code}>
        <p>
          <a href={`/suivi/${code}`} data-follow-up={code}>
            {code}
          </a>
          <br />
          {MILESTONES[kind]}
          <br />
          <span class="agenda__why">
            {due <= today ? 'depuis le' : 'le'} {dayText(due)}
          </span>
        </p>
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name={`on-${kind}`} value={today} />
        <input type="hidden" name="retour" value="appels" />
        <CallSituation code={code} kind={kind} />
        <CallOnPaper />
        <button class="fr-btn fr-btn--secondary" type="submit">
          Noter<span class="fr-sr-only"> : {MILESTONES[kind]}, </span>
          <span class="fr-sr-only" data-follow-up={code}>
            {code}
          </span>
        </button>
      </form>
    </li>
  );
}

/** What is ticked beside the telephone, before it is typed. */
function CallOnPaper() {
  return (
    <p class="on-paper call-paper">
      {Object.values(SITUATIONS).map((situation) => (
        <span class="call-paper__box">{situation}</span>
      ))}
      <span>Essais, le : 1. …………… 2. …………… 3. ……………</span>
    </p>
  );
}

/** Its identifier holds the code: the same list stands once a line. */
function CallSituation({ code, kind }: Pick<Call, 'code' | 'kind'>) {
  return (
    <SelectField
      id={`situation-${code}`}
      name={`situation-${kind}`}
      label="Situation"
      choices={SITUATIONS}
      value=""
      error={undefined}
    />
  );
}
