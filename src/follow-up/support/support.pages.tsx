import { randomUUID } from 'node:crypto';
import { dayOf } from '../../calendar/index.ts';
import {
  dayText,
  ErrorSummary,
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
import { may } from '../access-rights.ts';
import { isUuid } from '../identifier.ts';
import { fileOf, sheetOf } from '../open-file.pages.ts';
import type { OpenedFollowUp } from '../situations/follow-up.store.ts';
import {
  checkProcedure,
  findSupports,
  noteSession,
  notesSessions,
  plansSupports,
  stopSupport,
} from './support.store.ts';
import { hoursDone, hoursText, parseSession, parseStop, type Support } from './support.ts';
import { ProcedureForm, SessionForm, StopForm, type TypedSupport } from './support-forms.tsx';
import { stopName, supportName } from './support-text.ts';

export const oneSupportRoutes: Route[] = [
  route('GET', '/suivi/:code/accompagnement/:id', staff, showSupport),
  route('POST', '/suivi/:code/accompagnement/:id/seances', staff, note),
  route('POST', '/suivi/:code/accompagnement/:id/verifications', staff, check),
  route('POST', '/suivi/:code/accompagnement/:id/fin', staff, stop),
];

type Seen = { file: OpenedFollowUp; support: Support };

async function seenOf(visit: Visit<Viewer>): Promise<Seen | undefined> {
  const file = await fileOf(visit);
  if (!file || !may(file, 'read-support')) return undefined;
  const id = visit.http.req.param('id');
  const support = (await findSupports(visit.app.db, file)).find((one) => one.id === id);
  return support && { file, support };
}

const procedureOf = ({ app }: Visit<Viewer>, { kind }: Support) =>
  app.content.procedures.find(({ id }) => id === kind);

const addressOf = ({ file, support }: Seen) => `/suivi/${file.code}/accompagnement/${support.id}`;

async function showSupport(visit: Visit<Viewer>): Promise<Response> {
  const seen = await seenOf(visit);
  return seen ? supportPage(visit, seen, {}, []) : refuse(visit, 'absent');
}

async function note(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const seen = await seenOf(visit);
  if (!seen || !notesSessions(seen.file)) return refuse(visit, 'absent');
  const form = await readForm(http);
  const [id, on, hours] = ['session', 'session-on', 'session-hours'].map(
    (name) => form[name]?.[0]?.trim() ?? '',
  );
  const typed = { session: { on: on!, hours: hours! } };
  const maxHours = procedureOf(visit, seen.support)?.maxHours;
  const parsed = parseSession(typed.session, seen.support, { maxHours, today: dayOf(app.now()) });
  if ('problems' in parsed || !isUuid(id!))
    return supportPage(visit, seen, typed, 'problems' in parsed ? parsed.problems : []);
  const noted = await noteSession(
    app.db,
    viewer,
    seen.file,
    { id: id!, supportId: seen.support.id, ...parsed.session, maxHours },
    app.now(),
  );
  if (noted === 'too-many-hours')
    return supportPage(visit, seen, typed, [
      {
        field: 'session-hours',
        message: `La règle fixe ${maxHours} heures au plus : quelqu’un vient d’en noter d’autres.`,
      },
    ]);
  return http.redirect(addressOf(seen), 303);
}

async function check(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const seen = await seenOf(visit);
  const procedure = seen && procedureOf(visit, seen.support);
  if (!seen || !procedure) return refuse(visit, 'absent');
  const asked = (await readForm(http)).line ?? [];
  const items = procedure.lines.map(({ id }) => id).filter((id) => asked.includes(id));
  const checked = await checkProcedure(
    app.db,
    viewer,
    seen.file,
    { supportId: seen.support.id, items },
    app.now(),
  );
  return checked ? http.redirect(`${addressOf(seen)}#verifications`, 303) : refuse(visit, 'absent');
}

async function stop(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const seen = await seenOf(visit);
  if (!seen || !plansSupports(seen.file)) return refuse(visit, 'absent');
  const form = await readForm(http);
  const typed = { on: form['stop-on']?.[0]?.trim() ?? '', reason: form.reason?.[0] ?? '' };
  const parsed = parseStop(typed, seen.support, dayOf(app.now()));
  if ('problems' in parsed) return supportPage(visit, seen, { stop: typed }, parsed.problems);
  const stopped = await stopSupport(
    app.db,
    viewer,
    seen.file,
    { supportId: seen.support.id, ...parsed.stop },
    app.now(),
  );
  return stopped ? http.redirect(addressOf(seen), 303) : refuse(visit, 'absent');
}

function supportPage(
  visit: Visit<Viewer>,
  seen: Seen,
  typed: TypedSupport,
  problems: FieldError[],
): Response {
  const { file, support } = seen;
  const procedure = procedureOf(visit, support);
  const today = dayOf(visit.app.now());
  const action = addressOf(seen);
  const open = support.endedOn === null;
  return page(
    visit,
    {
      title: `${problems.length > 0 ? 'Erreur : ' : ''}${supportName(support.kind)}, ${file.code}`,
      sheet: sheetOf(`${supportName(support.kind)}, ${file.code}`, file),
      status: problems.length > 0 ? 422 : 200,
      narrow: true,
    },
    <>
      <ErrorSummary errors={problems} />
      <p class="above-title">
        <a href={`/suivi/${file.code}`}>Suivi {file.code}</a>
      </p>
      <h1 data-follow-up={file.code}>{supportName(support.kind)}</h1>
      <SupportFacts support={support} />
      {support.sessions.length > 0 && (
        <section>
          <h2>Séances</h2>
          <ul>
            {support.sessions.map(({ on, hours }) => (
              <li>
                {dayText(on)}, {hoursText(hours)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {open && notesSessions(file) && (
        <SessionForm action={action} id={randomUUID()} today={today} typed={typed} problems={problems} />
      )}
      {procedure && (
        <ProcedureForm
          action={action}
          procedure={procedure}
          support={support}
          facts={visit.app.content.facts}
          writes={plansSupports(file)}
        />
      )}
      {open && plansSupports(file) && (
        <StopForm action={action} support={support} today={today} typed={typed} problems={problems} />
      )}
    </>,
  );
}

function SupportFacts({ support }: { support: Support }) {
  const { plannedFrom, plannedUntil, plannedHours, tutor, sessions, startedOn, endedOn, stopReason } =
    support;
  return (
    <dl class="facts">
      <dt>Prévu</dt>
      <dd>
        du {dayText(plannedFrom)} au {dayText(plannedUntil)}
        {plannedHours !== null && `, ${hoursText(plannedHours)}`}
      </dd>
      <dt>Fait</dt>
      <dd>
        {startedOn === null
          ? 'pas encore commencé'
          : `${sessions.length === 1 ? 'une séance' : `${sessions.length} séances`}, ${hoursText(hoursDone(support))}, depuis le ${dayText(startedOn)}`}
      </dd>
      {tutor && (
        <>
          <dt>Assuré par</dt>
          <dd>{tutor}</dd>
        </>
      )}
      {endedOn && stopReason && (
        <>
          <dt>Terminé</dt>
          <dd>
            le {dayText(endedOn)} : {stopName(stopReason)}
          </dd>
        </>
      )}
    </dl>
  );
}
