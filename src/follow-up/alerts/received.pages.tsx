import type { Child } from 'hono/jsx';
import { dayOf } from '../../calendar/index.ts';
import {
  dayText,
  ErrorSummary,
  errorOf,
  type FieldError,
  page,
  type Route,
  readForm,
  refuse,
  route,
  staff,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { isUuid } from '../identifier.ts';
import { schoolsMet } from '../meeting/meeting.store.ts';
import { SelectField } from '../select-field.tsx';
import type { FileSection } from '../situations/file-section.ts';
import { findFollowUps, type SeenFollowUp } from '../situations/follow-up.store.ts';
import { AGE_BANDS, LEVELS } from '../vocabulary.ts';
import { ADVICE, MOST_ADVICE } from './advice.ts';
import {
  decideAlert,
  findReceived,
  findSaid,
  opensFrom,
  type ReceivedAlert,
  readAlert,
} from './alert.store.ts';
import { ALERT_OUTCOMES, type AlertOutcome, parseVerdict, type TypedVerdict } from './alert.ts';
import { aboutWhom, signalNames } from './alert-text.ts';

export const receivedAlertRoutes: Route[] = [
  route('GET', '/suivi/alertes/recues', staff, showReceived),
  route('GET', '/suivi/alertes/recues/:id', staff, showAlert),
  route('POST', '/suivi/alertes/recues/:id', staff, decide),
];

/** What waits for whoever runs the GPDS, on top of their page; null for everybody else. */
export async function waitingAlerts({ app, viewer }: Visit<Viewer>): Promise<Child> {
  const alerts = await findReceived(app.db, viewer, app.now());
  if (alerts.length === 0) return null;
  const waiting = alerts.filter(({ decidedAt }) => decidedAt === null);
  return (
    <section id="alertes">
      <h2>
        {waiting.length === 0
          ? 'Aucune alerte n’attend'
          : waiting.length === 1
            ? 'Une alerte attend'
            : `${waiting.length} alertes attendent`}
      </h2>
      <AlertList alerts={waiting.slice(0, 8)} signals={app.content.signals} />
      <p>
        <a href="/suivi/alertes/recues">Toutes les alertes reçues</a>
      </p>
    </section>
  );
}

function AlertList({
  alerts,
  signals,
}: {
  alerts: readonly ReceivedAlert[];
  signals: Parameters<typeof signalNames>[1];
}) {
  if (alerts.length === 0) return null;
  return (
    <ul class="alerts">
      {alerts.map((alert) => (
        <li>
          <a href={`/suivi/alertes/recues/${alert.id}`}>
            Alerte n° {alert.number} · {aboutWhom(alert)}
          </a>{' '}
          {alert.readAt === null && <strong>à lire</strong>}
          <span class="alerts__what">
            {signalNames(alert.signals, signals)}, vu le {dayText(alert.observedOn)}
            {alert.outcome && ` · décidé le ${dayText(dayOf(alert.decidedAt ?? alert.createdAt))}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

async function showReceived(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer } = visit;
  if ((await schoolsMet(app.db, viewer, app.now())).length === 0) return refuse(visit, 'absent');
  const alerts = await findReceived(app.db, viewer, app.now());
  const waiting = alerts.filter(({ decidedAt }) => decidedAt === null);
  const decided = alerts.filter(({ decidedAt }) => decidedAt !== null);
  return page(
    visit,
    { title: 'Alertes reçues', narrow: true },
    <>
      <p class="above-title">
        <a href="/suivi">Suivi des jeunes</a>
      </p>
      <h1>Alertes reçues</h1>
      <h2>À décider</h2>
      {waiting.length === 0 ? <p>Aucune alerte n’attend.</p> : null}
      <AlertList alerts={waiting} signals={app.content.signals} />
      {decided.length > 0 && (
        <>
          <h2>Déjà décidées</h2>
          <AlertList alerts={decided} signals={app.content.signals} />
        </>
      )}
    </>,
  );
}

/** The alert of the address, when it is for the viewer; reading it is noted. */
async function alertOf({ app, viewer, http }: Visit<Viewer>): Promise<ReceivedAlert | undefined> {
  const id = http.req.param('id') ?? '';
  return isUuid(id) ? readAlert(app.db, viewer, id, app.now()) : undefined;
}

async function followUpsOf({ app, viewer }: Visit<Viewer>, alert: ReceivedAlert): Promise<SeenFollowUp[]> {
  const all = await findFollowUps(app.db, viewer, { closed: false }, app.now());
  return all.filter(({ school }) => school === alert.school);
}

async function showAlert(visit: Visit<Viewer>): Promise<Response> {
  const alert = await alertOf(visit);
  if (!alert) return refuse(visit, 'absent');
  const typed: TypedVerdict = {
    outcome: alert.attached ? 'already-followed' : '',
    code: alert.attached ?? '',
    level: alert.level ?? '',
    ageBand: '',
    advice: [],
  };
  return verdictPage(visit, alert, typed, []);
}

async function decide(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const alert = await alertOf(visit);
  if (!alert || alert.decidedAt !== null) return refuse(visit, 'absent');
  const form = await readForm(http);
  const one = (name: string) => form[name]?.[0] ?? '';
  const typed: TypedVerdict = {
    outcome: one('outcome'),
    code: one('code'),
    level: one('level'),
    ageBand: one('ageBand'),
    advice: form.advice ?? [],
  };
  const codes = (await followUpsOf(visit, alert)).map(({ code }) => code);
  const parsed = parseVerdict(typed, { codes, opens: opensFrom(viewer, alert) });
  if ('problems' in parsed) return verdictPage(visit, alert, typed, parsed.problems);
  const decided = await decideAlert(app.db, viewer, alert, parsed.verdict, {
    now: app.now(),
    fictitious: app.settings.demonstration,
  });
  if (!decided) return refuse(visit, 'absent');
  return http.redirect(decided.code ? `/suivi/${decided.code}` : '/suivi#alertes', 303);
}

async function verdictPage(
  visit: Visit<Viewer>,
  alert: ReceivedAlert,
  typed: TypedVerdict,
  problems: FieldError[],
): Promise<Response> {
  const { app } = visit;
  return page(
    visit,
    {
      title: `${problems.length > 0 ? 'Erreur : ' : ''}Alerte n° ${alert.number}`,
      status: problems.length > 0 ? 422 : 200,
      narrow: true,
    },
    <>
      <ErrorSummary errors={problems} />
      <p class="above-title">
        <a href="/suivi/alertes/recues">Alertes reçues</a>
      </p>
      <h1>
        Alerte n° {alert.number} · {aboutWhom(alert)}
      </h1>
      <p>
        {signalNames(alert.signals, app.content.signals)}, vu le {dayText(alert.observedOn)}
        {alert.author ? ` par ${alert.author}` : ' (compte effacé)'}.{alert.word && ` « ${alert.word} »`}
      </p>
      {alert.decidedAt !== null && alert.outcome !== null ? (
        <Decided alert={alert} />
      ) : (
        await verdictForm(visit, alert, typed, problems)
      )}
    </>,
  );
}

function Decided({ alert }: { alert: ReceivedAlert }) {
  return (
    <>
      <p>
        <strong>Décidé le {dayText(dayOf(alert.decidedAt ?? alert.createdAt))}.</strong> Qui l’a donnée lit :
        « {alert.outcome ? ALERT_OUTCOMES[alert.outcome].told : ''} »
      </p>
      {alert.attached && (
        <p>
          <a href={`/suivi/${alert.attached}`}>Suivi {alert.attached}</a>
        </p>
      )}
    </>
  );
}

async function verdictForm(
  visit: Visit<Viewer>,
  alert: ReceivedAlert,
  typed: TypedVerdict,
  problems: FieldError[],
): Promise<Child> {
  const followUps = await followUpsOf(visit, alert);
  const opens = opensFrom(visit.viewer, alert);
  const outcomes = (Object.keys(ALERT_OUTCOMES) as AlertOutcome[]).filter(
    (outcome) => (outcome !== 'opened' || opens) && (outcome !== 'already-followed' || followUps.length > 0),
  );
  const error = errorOf(problems, 'suites');
  return (
    <form class="verdict" method="post" action={`/suivi/alertes/recues/${alert.id}`} novalidate>
      {!alert.attached && (
        <p class="caution">
          {alert.code
            ? `Le code ${alert.code} n’est celui d’aucun suivi en cours ici : demandez à ${alert.author ?? 'la personne'} de quel élève il s’agit, de vive voix.`
            : `Sans code : demandez à ${alert.author ?? 'la personne'} de quel élève il s’agit, de vive voix.`}
        </p>
      )}
      <fieldset id="suites" aria-describedby={error ? 'suites-erreur' : undefined}>
        <legend>
          <h2>Ce que vous décidez</h2>
        </legend>
        {error && (
          <p class="fr-error-text" id="suites-erreur">
            {error}
          </p>
        )}
        {outcomes.map((outcome) => (
          <>
            <label class="choice">
              <input type="radio" name="outcome" value={outcome} checked={typed.outcome === outcome} />
              <span>{ALERT_OUTCOMES[outcome].label}</span>
            </label>
            {outcome === 'already-followed' && (
              <div class="verdict__more">
                <SelectField
                  name="code"
                  label="Lequel"
                  choices={Object.fromEntries(
                    followUps.map(({ code, level }) => [code, `${code} · ${LEVELS[level]}`]),
                  )}
                  value={typed.code}
                  error={errorOf(problems, 'code')}
                />
              </div>
            )}
            {outcome === 'opened' && (
              <div class="verdict__more">
                <SelectField
                  name="level"
                  label="Niveau de classe"
                  choices={LEVELS}
                  value={typed.level}
                  error={errorOf(problems, 'level')}
                />
                <SelectField
                  name="ageBand"
                  label="Tranche d’âge"
                  choices={AGE_BANDS}
                  value={typed.ageBand}
                  error={errorOf(problems, 'ageBand')}
                />
              </div>
            )}
          </>
        ))}
        <p class="fr-hint-text">
          Avec un suivi, la situation vient d’elle-même à l’ordre du jour du prochain GPDS. Un suivi ouvert
          ici regarde les signes de l’alerte.
        </p>
      </fieldset>
      <AdviceField typed={typed} author={alert.author} error={errorOf(problems, 'conseils')} />
      <button class="fr-btn" type="submit">
        Décider et répondre
      </button>
    </form>
  );
}

function AdviceField({
  typed,
  author,
  error,
}: {
  typed: TypedVerdict;
  author: string | null;
  error: string | undefined;
}) {
  return (
    <fieldset id="conseils" aria-describedby={error ? 'conseils-erreur' : undefined}>
      <legend>
        <h2>Ce que {author ?? 'l’auteur ou l’autrice'} peut faire</h2>
        <span class="fr-hint-text">{MOST_ADVICE} propositions au plus ; facultatif</span>
      </legend>
      {error && (
        <p class="fr-error-text" id="conseils-erreur">
          {error}
        </p>
      )}
      {Object.entries(ADVICE).map(([id, { text }]) => (
        <label class="choice">
          <input type="checkbox" name="advice" value={id} checked={typed.advice.includes(id)} />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** What adults said, on the page of the young person; who said it stays with those who received it. */
export const alertsSection: FileSection = async ({ app }, file) => {
  const said = await findSaid(app.db, file);
  if (said.length === 0) return null;
  return (
    <section>
      <h2>Les alertes</h2>
      <ul>
        {said.map(({ signals, word, observedOn }) => (
          <li>
            Le {dayText(observedOn)} : {signalNames(signals, app.content.signals)}
            {word && ` (« ${word} »)`}
          </li>
        ))}
      </ul>
    </section>
  );
};
