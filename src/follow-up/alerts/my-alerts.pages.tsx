import { dayOf } from '../../calendar/index.ts';
import type { Content } from '../../content/index.ts';
import {
  dayText,
  page,
  type Route,
  readQuery,
  route,
  staff,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { ADVICE } from './advice.ts';
import { type AlertSchool, findAlertSchools, findMyAlerts, type MyAlert } from './alert.store.ts';
import { ALERT_OUTCOMES } from './alert.ts';
import { aboutWhom, signalNames } from './alert-text.ts';

export const myAlertRoutes: Route[] = [route('GET', '/suivi/alertes', staff, showMyAlerts)];

/** What the viewer said, and what was answered: read, decided, what they can do. */
async function showMyAlerts(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const [schools, alerts] = await Promise.all([
    findAlertSchools(app.db, viewer, app.now()),
    findMyAlerts(app.db, viewer),
  ]);
  const sent = readQuery(http).envoyee?.[0];
  const justSent = alerts.find(({ id }) => id === sent);
  return page(
    visit,
    { title: 'Mes alertes', narrow: true },
    <>
      <h1>Mes alertes</h1>
      {justSent && <Sent alert={justSent} schools={schools} />}
      <p class="fr-mt-3w">
        <a class={`fr-btn${justSent ? ' fr-btn--secondary' : ''}`} href="/suivi/alertes/nouvelle">
          Dire ce que j’ai vu
        </a>
      </p>
      {alerts.length === 0 ? (
        <p>Vous n’avez pas donné d’alerte. Une minute suffit, dès le premier signe.</p>
      ) : (
        <ul class="alerts">
          {alerts.map((alert) => (
            <Mine alert={alert} content={app.content} />
          ))}
        </ul>
      )}
      <p class="fr-hint-text">
        Une alerte sans suivi est effacée trois mois après son envoi ; les autres le sont avec le suivi.
      </p>
    </>,
  );
}

function Sent({ alert, schools }: { alert: MyAlert; schools: readonly AlertSchool[] }) {
  const readers = schools.find(({ uai }) => uai === alert.school)?.readers ?? [];
  return (
    <div class="caution" tabindex={-1} data-read-first>
      <p>
        <strong>Alerte n° {alert.number} envoyée.</strong>{' '}
        {readers.length > 0 &&
          `${readers.join(' et ')} ${readers.length > 1 ? 'la reçoivent' : 'la reçoit'}.`}
      </p>
      {!alert.code && (
        <p>
          Sans code, dites de vive voix de quel élève il s’agit, avec ce numéro : {alert.number}. N’écrivez
          pas son nom.
        </p>
      )}
      <p>La réponse sera sur cette page.</p>
    </div>
  );
}

function Mine({ alert, content }: { alert: MyAlert; content: Content }) {
  const { number, signals, word, observedOn, outcome, advice, readAt, decidedAt, createdAt } = alert;
  return (
    <li id={`a-${number}`}>
      <h2>
        Alerte n° {number} · {aboutWhom(alert)}
      </h2>
      <p class="alerts__what">
        {signalNames(signals, content.signals)}, vu le {dayText(observedOn)}
        {word && ` : « ${word} »`}
      </p>
      <p>
        {outcome && decidedAt ? (
          <>
            <strong>Lue, décidé le {dayText(dayOf(decidedAt))}.</strong> {ALERT_OUTCOMES[outcome].told}
          </>
        ) : readAt ? (
          <strong>Lue le {dayText(dayOf(readAt))}, pas encore décidé.</strong>
        ) : (
          `Envoyée le ${dayText(dayOf(createdAt))}, pas encore lue.`
        )}
      </p>
      {advice.length > 0 && (
        <>
          <p>Ce que vous pouvez faire :</p>
          <ul>
            {advice.map((id) => {
              const { text, href } = ADVICE[id];
              return <li>{href ? <a href={href}>{text}</a> : text}</li>;
            })}
          </ul>
        </>
      )}
    </li>
  );
}
