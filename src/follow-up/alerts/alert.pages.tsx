import { randomUUID } from 'node:crypto';
import { dayOf } from '../../calendar/index.ts';
import {
  ErrorSummary,
  type FieldError,
  page,
  type Route,
  readForm,
  readQuery,
  refuse,
  route,
  staff,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { type Doubt, doubtMessage } from '../../writing/index.ts';
import { isUuid } from '../identifier.ts';
import { type AlertSchool, findAlertSchools, requestRelay, sendAlert } from './alert.store.ts';
import { parseAlert, type TypedAlert } from './alert.ts';
import { AlertForm } from './alert-form.tsx';
import { WhomToCall } from './whom-to-call.tsx';

export const newAlertRoutes: Route[] = [
  route('GET', '/suivi/alertes/nouvelle', staff, askAlert),
  route('POST', '/suivi/alertes', staff, send),
  route('POST', '/suivi/alertes/relais', staff, noteRelay),
];

async function askAlert(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const schools = await findAlertSchools(app.db, viewer, app.now());
  const typed: TypedAlert = {
    id: randomUUID(),
    school: schools[0]?.uai ?? '',
    code: '',
    level: '',
    signals: [],
    observedOn: dayOf(app.now()),
    word: '',
    confirmed: '',
  };
  const noted = readQuery(http).relais?.[0] === 'note';
  return alertPage(visit, schools, typed, { problems: [], doubts: [], danger: noted, noted });
}

async function send(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const schools = await findAlertSchools(app.db, viewer, app.now());
  if (schools.length === 0) return refuse(visit, 'absent');
  const form = await readForm(http);
  const one = (name: string) => form[name]?.[0]?.trim() ?? '';
  const typed: TypedAlert = {
    id: isUuid(one('id')) ? one('id') : randomUUID(),
    school: one('school'),
    code: one('code'),
    level: one('level'),
    signals: form.signal ?? [],
    observedOn: one('observedOn'),
    word: one('word').replace(/\s+/g, ' '),
    confirmed: form.confirmed?.[0] ?? '',
  };
  const parsed = parseAlert(typed, {
    schools: schools.map(({ uai }) => uai),
    signals: app.content.signals.filter(({ stored }) => stored).map(({ id }) => id),
    today: dayOf(app.now()),
  });
  if ('problems' in parsed) {
    const { problems, doubts, worrying } = parsed;
    return alertPage(visit, schools, typed, {
      problems: doubts.length > 0 ? [...problems, doubtMessage('word')] : problems,
      doubts,
      danger: worrying.length > 0,
      noted: false,
    });
  }
  const number = await sendAlert(app.db, viewer, parsed.alert, app.now());
  return number === null
    ? refuse(visit, 'absent')
    : http.redirect(`/suivi/alertes?envoyee=${parsed.alert.id}`, 303);
}

async function noteRelay(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const asked = (await readForm(http)).school?.[0];
  const school = (await findAlertSchools(app.db, viewer, app.now())).find(({ uai }) => uai === asked);
  if (!school) return refuse(visit, 'absent');
  await requestRelay(app.db, school.uai, app.now());
  return http.redirect('/suivi/alertes/nouvelle?relais=note#danger', 303);
}

function alertPage(
  visit: Visit<Viewer>,
  schools: readonly AlertSchool[],
  typed: TypedAlert,
  {
    problems,
    doubts,
    danger,
    noted,
  }: { problems: FieldError[]; doubts: Doubt[]; danger: boolean; noted: boolean },
): Response {
  const { content } = visit.app;
  const heard = schools.filter(({ readers }) => readers.length > 0);
  return page(
    visit,
    {
      title: `${problems.length > 0 ? 'Erreur : ' : ''}Donner une alerte`,
      status: problems.length > 0 ? 422 : 200,
      narrow: true,
    },
    <>
      <ErrorSummary errors={problems} />
      <h1>Donner une alerte</h1>
      <WhomToCall
        danger={content.danger}
        facts={content.facts}
        schools={schools}
        open={danger}
        noted={noted}
      />
      {heard.length > 0 ? (
        <AlertForm
          schools={heard}
          signals={content.signals.filter(({ stored }) => stored)}
          typed={typed}
          problems={problems}
          doubts={doubts}
        />
      ) : (
        <p>
          {schools.length === 0 && visit.viewer.memberships.some(({ declared }) => declared) && (
            <>
              Personne n’a encore confirmé que vous travaillez dans cet établissement :{' '}
              <a href="/mon-compte/rattachement">demander la confirmation</a>. D’ici là, dites ce que vous
              avez vu de vive voix.{' '}
            </>
          )}
          {schools.length > 0
            ? 'Personne ne reçoit les alertes dans votre établissement pour le moment : dites ce que vous avez vu à la direction, de vive voix.'
            : 'Le suivi des jeunes n’est pas ouvert dans votre établissement : dites ce que vous avez vu à la direction ou à la vie scolaire, de vive voix.'}
        </p>
      )}
    </>,
  );
}
