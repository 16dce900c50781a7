import { dayOf, daysBetween, schoolYearName } from '../../calendar/index.ts';
import { dayText, page, type Route, refuse, route, staff, type Viewer, type Visit } from '../../web/index.ts';
import { may, type Right } from '../access-rights.ts';
import { alertsSection, waitingAlerts } from '../alerts/received.pages.tsx';
import { attentionOf } from '../attention/attention.pages.tsx';
import { circleSection } from '../circle/circle-section.pages.tsx';
import { findGate } from '../gate/gate.store.ts';
import { myActs } from '../meeting/decisions/acts.pages.tsx';
import { type AwaitedAct, findAwaited } from '../meeting/decisions/decision.store.ts';
import { decisionsSection } from '../meeting/decisions/decisions-section.pages.tsx';
import { schoolsMet } from '../meeting/meeting.store.ts';
import { milestonesSection } from '../milestones/milestones-section.pages.tsx';
import { sheetOf } from '../open-file.pages.ts';
import { questionnairesSection } from '../questionnaires/index.ts';
import { schoolsHeaded, schoolsRun } from '../scope.store.ts';
import { signalsSection } from '../signals/signals-section.pages.tsx';
import { supportSection } from '../support/support-section.pages.tsx';
import { AGE_BANDS, LEVELS } from '../vocabulary.ts';
import { readCode } from './code.ts';
import type { FileSection } from './file-section.ts';
import { findFollowUps, openFile, type SeenFollowUp } from './follow-up.store.ts';

export const situationRoutes: Route[] = [
  route('GET', '/suivi', staff, showFollowUps),
  route('GET', '/suivi/:code', staff, showFile),
];

/** Who may read the indicators of a school, an académie or the nation. */

async function showFollowUps(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer } = visit;
  const [school] = schoolsRun(viewer);
  const [headed] = schoolsHeaded(viewer);
  const gate = school ? await findGate(app.db, school) : undefined;
  const meets = (await schoolsMet(app.db, viewer, app.now())).length > 0;
  const [acts, alerts, attention] = await Promise.all([
    myActs(visit),
    waitingAlerts(visit),
    attentionOf(visit),
  ]);
  const followUps = await findFollowUps(app.db, viewer, { closed: false }, app.now());
  const awaited = await findAwaited(
    app.db,
    followUps.filter((file) => may(file, 'read-decisions')),
  );
  const work = [
    ...(meets ? [{ href: '/gpds', text: 'Réunions du GPDS' }] : []),
    ...(school ? [{ href: '/suivi/appels', text: 'Que sont-ils devenus ? Les appels' }] : []),
    ...(school && gate ? [{ href: '/suivi/releve', text: 'Relevé d’absences et de sanctions' }] : []),
  ];
  const around = [
    ...(headed
      ? [
          { href: '/suivi/presidence', text: meets ? 'Vous présidez le GPDS' : 'Présider le GPDS' },
          { href: '/suivi/cadre', text: 'Le cadre du suivi dans votre établissement' },
        ]
      : []),
    ...(school ? [{ href: '/suivi/reprise', text: 'Reprendre un suivi d’un autre établissement' }] : []),
    ...(school || headed
      ? [
          {
            href: '/administration/etablissement',
            text: 'Les personnes de l’établissement : confirmer, inviter',
          },
          { href: '/suivi/lectures', text: 'Qui a ouvert quel suivi' },
          { href: '/suivi/passation', text: 'Passer la main' },
          { href: '/suivi/effacements', text: 'Ce qui sera effacé, et quand' },
        ]
      : []),
  ];
  return page(
    visit,
    { title: 'Suivi des jeunes' },
    <>
      <h1>Suivi des jeunes</h1>
      {attention}
      <p class="actions">
        <a class="fr-btn fr-btn--secondary" href="/suivi/alertes/nouvelle">
          Dire ce que j’ai vu d’un élève
        </a>{' '}
        <a href="/suivi/alertes">Mes alertes et leurs réponses</a>
      </p>
      {alerts}
      {school && !gate && (
        <p>
          Le suivi n’est pas encore ouvert dans votre établissement : la direction écrit d’abord{' '}
          <a href="/suivi/cadre">de quel droit il se fait</a>.
        </p>
      )}
      {school && gate && (
        <p>
          <a class="fr-btn" href="/suivi/nouveau">
            Ouvrir un suivi
          </a>
        </p>
      )}
      <Doors doors={work} />
      {acts}
      {(followUps.length > 0 || meets) && (
        <p>
          Les noms restent chez vous : <a href="/suivi/correspondance">les afficher à côté des codes</a>, ou{' '}
          <a href="/suivi/etiquettes">imprimer des étiquettes</a>.
        </p>
      )}
      {followUps.length === 0 ? (
        <p>
          Aucun suivi en cours ne vous est ouvert.{' '}
          {headed && !meets
            ? 'Ceux de l’établissement le sont à qui préside le GPDS : vous pouvez le dire plus bas.'
            : 'Un accès se demande à la personne qui anime le GPDS de l’établissement.'}
        </p>
      ) : (
        <FollowUpTable {...{ followUps, awaited }} today={dayOf(app.now())} />
      )}
      {around.length > 0 && (
        <section>
          <h2>Régler et transmettre</h2>
          <Doors doors={around} />
        </section>
      )}
    </>,
  );
}

function Doors({ doors }: { doors: readonly { href: string; text: string }[] }) {
  if (doors.length === 0) return null;
  return (
    <ul class="pills">
      {doors.map(({ href, text }) => (
        <li>
          <a href={href}>{text}</a>
        </li>
      ))}
    </ul>
  );
}

type TableProps = {
  followUps: readonly SeenFollowUp[];
  awaited: ReadonlyMap<string, AwaitedAct>;
  today: string;
};

function FollowUpTable({ followUps, awaited, today }: TableProps) {
  return (
    <section class="table-scroll" aria-label="Suivis en cours" tabindex={0}>
      <table class="figures">
        <caption>
          {followUps.length === 1 ? 'Un suivi en cours' : `${followUps.length} suivis en cours`}
        </caption>
        <thead>
          <tr>
            <th scope="col">Code</th>
            <th scope="col">Classe</th>
            <th scope="col">Ouvert depuis</th>
            <th scope="col">Ce qui est attendu</th>
          </tr>
        </thead>
        <tbody>
          {followUps.map((file) => (
            <tr>
              <th scope="row">
                <a href={`/suivi/${file.code}`} data-follow-up={file.code}>
                  {file.code}
                </a>
              </th>
              <td>{LEVELS[file.level]}</td>
              <td>{daysBetween(file.openedOn, today)} jours</td>
              <td>{may(file, 'read-decisions') && <Expected act={awaited.get(file.id)} today={today} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Expected({ act, today }: { act: AwaitedAct | undefined; today: string }) {
  if (!act) return <strong>Rien n’est prévu</strong>;
  const late = act.due < today;
  return (
    <>
      {late ? <strong>Depuis le {dayText(act.due)}</strong> : `Pour le ${dayText(act.due)}`}, {act.who}
    </>
  );
}

/** The parts of a file, in the order they are read; each room gives its own. */
const SECTIONS: readonly (readonly [Right | null, FileSection])[] = [
  ['read-alerts', alertsSection],
  ['read-signals', signalsSection],
  ['read-decisions', decisionsSection],
  ['read-support', supportSection],
  ['read-questionnaires', questionnairesSection],
  ['read-milestones', milestonesSection],
  [null, circleSection],
];

async function showFile(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const code = readCode(http.req.param('code') ?? '');
  const file = code === null ? undefined : await openFile(app.db, viewer, code, app.now());
  if (!file) return refuse(visit, 'absent');
  const sections = await Promise.all(
    SECTIONS.filter(([right]) => right === null || may(file, right)).map(([, section]) =>
      section(visit, file),
    ),
  );
  return page(
    visit,
    { title: `Suivi ${file.code}`, sheet: sheetOf(`Suivi ${file.code}`, file) },
    <>
      <p class="above-title">Suivi · {schoolYearName(file.schoolYear)}</p>
      <h1 data-follow-up={file.code}>{file.code}</h1>
      <dl class="facts">
        <dt>Classe</dt>
        <dd>{LEVELS[file.level]}</dd>
        <dt>Âge</dt>
        <dd>{AGE_BANDS[file.ageBand]}</dd>
        <dt>Ouvert le</dt>
        <dd>{dayText(file.openedOn)}</dd>
        <dt>Information donnée</dt>
        <dd>{file.informedOn ? `le ${dayText(file.informedOn)}` : 'pas encore'}</dd>
      </dl>
      {may(file, 'inform') && (
        <p>
          <a href={`/suivi/${file.code}/information`}>
            {file.informedOn
              ? 'Refaire la feuille d’information'
              : 'Informer l’élève et sa famille : la feuille'}
          </a>
        </p>
      )}
      {sections}
    </>,
  );
}
